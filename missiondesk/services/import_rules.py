# SPDX-License-Identifier: Apache-2.0
"""The rules of the forms, for records that come by a table: no import walks past them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from missiondesk.domain import coalition
from missiondesk.domain.actor import Actor, ActorCommitment
from missiondesk.domain.body import Body, Meeting, Membership
from missiondesk.domain.decision import Decision
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Issue, IssueState
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import HIGHEST_LEVEL
from missiondesk.services.actors import sound_actor
from missiondesk.services.bodies import sound_body, sound_seat
from missiondesk.services.decisions import sound_decision, valid_decision
from missiondesk.services.initiatives import entered, require_filled
from missiondesk.services.meetings import sound_meeting
from missiondesk.services.talks_rules import sound_in_talks

# Fields judged from 1 to 5.
_FIVE: Final = frozenset(
    {"impact", "feasibility", "risk_level", "evidence_level", "probability", "influence"}
)
_SPANS: Final = (("start", "end"), ("valid_from", "valid_to"), ("needed_from", "needed_to"),
                 ("contract_from", "contract_to"))  # fmt: skip


def overlaid(now: Situation, records: Iterable[Entity]) -> Situation:
    """The situation as it would be with these records written."""
    brought: dict[type[Entity], dict[str, Entity]] = defaultdict(dict)
    for record in records:
        brought[type(record)][record.id] = record
    after = {kind: now.all(kind) for kind in now.kinds}
    for kind, new in brought.items():
        kept = tuple(new.pop(one.id, one) for one in after.get(kind, ()))
        after[kind] = (*kept, *new.values())
    return Situation(after, now.today)


class ImportRules:
    """The rules, for all records of one file.

    Args:
        after: The situation with all records of the file.
    """

    def __init__(self, after: Situation) -> None:
        self._after = after
        self._codes: dict[type[Entity], Counter[str]] = {}

    def require_sound(self, record: Entity, before: Entity | None) -> Entity:
        """The record as the forms would write it.

        Args:
            before: The record as the workspace has it; None for a new one.

        Raises:
            Refused: No form would take it.
        """
        _require_scales(record)
        after = self._after
        record = sound_in_talks(after, record)
        match record:
            case Initiative():
                return self._initiative(record, before)
            case Actor():
                return sound_actor(after, record)
            case ActorCommitment():
                known = before if isinstance(before, ActorCommitment) else None
                return coalition.ended(record, known)
            case Body():
                sound_body(after, record)
                self._require_own_code(record)
            case Membership():
                sound_seat(after, record)
            case Meeting():
                sound_meeting(record, after.today)
            case Decision():
                sound_decision(record)
                valid_decision(record, before if isinstance(before, Decision) else None)
            case Issue():
                if record.state is not IssueState.OPEN and not record.resolution.strip():
                    raise Refused(
                        N_("Say how it was settled, or why it is withdrawn."), field="resolution"
                    )
        return record

    def _initiative(self, record: Initiative, before: Entity | None) -> Initiative:
        require_filled(record)
        self._require_own_code(record)
        if isinstance(before, Initiative) and before.stage is not record.stage:
            return entered(self._after, before, record)
        return record

    def _require_own_code(self, record: Initiative | Body) -> None:
        kind = type(record)
        if kind not in self._codes:
            self._codes[kind] = Counter(_folded(one.code) for one in self._after.all(kind))
        code = _folded(record.code)
        if code and self._codes[kind][code] > 1:
            raise Refused(N_("The code {code} is taken."), field="code", code=record.code)


def _folded(code: str) -> str:
    return code.strip().casefold()


def _require_scales(record: Entity) -> None:
    """Refuse judgements off their scale, spans that end before they begin, negative amounts."""
    for name in _FIVE:
        level = getattr(record, name, None)
        if level is not None and not 1 <= level <= 5:
            raise Refused(N_("The judgement goes from 1 to 5."), field=name)
    level = getattr(record, "level", None)
    if isinstance(level, int) and not 0 <= level <= HIGHEST_LEVEL:
        raise Refused(N_("The level goes from 0 to 4."), field="level")
    for first, last in _SPANS:
        start, end = getattr(record, first, None), getattr(record, last, None)
        if start is not None and end is not None and end.last < start.first:
            raise Refused(N_("It ends before it begins."), field=last)
    for name in ("frame", "spent", "freed", "amounts", "money"):
        amounts = getattr(record, name, ())
        if any(one.oere < 0 for one in amounts):
            raise Refused(N_("An amount is negative."), field=name)
