# SPDX-License-Identifier: Apache-2.0
"""What closing an initiative asks for (P8), and the decision that it leaves in the log."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from missiondesk.domain import identity
from missiondesk.domain.decision import Decision, DecisionKind, DecisionState
from missiondesk.domain.gates import lacks_to_close, to_be_closed
from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.gate_outcome import next_decision_number

_ASKED: Final = {
    "closing_reason": N_("Say why it is closed."),
    "learned": N_("Say what was learned."),
    "freed": N_("Say how much money it frees; 0 when it frees none."),
    "freed_fte": N_("Say how many work years it frees; 0 when it frees none."),
    "after_staff": N_("Say what happens to the staff."),
    "after_users": N_("Say what happens to the users."),
    "after_money": N_("Say what happens to the money."),
}


def require_closable(initiative: Initiative) -> None:
    """Let an initiative through, in the stage that it leaves, that says all that closing asks for.

    Raises:
        Refused: A field is empty; the first one is named.
    """
    for field in lacks_to_close(initiative):
        raise Refused(_ASKED[field], field=field, rule="P8")


def proposed_freed(initiative: Initiative, year: int) -> tuple[Money, ...]:
    """What is left of its frame after this year: a proposal of what closing it frees."""
    ahead = tuple(money for money in initiative.frame if money.year > year)
    return initiative.freed or ahead or (Money(year, 0),)


def closed_with(
    now: Situation, initiative: Initiative, on: Period, decided_by: str
) -> tuple[Initiative, Decision]:
    """The initiative as closed, and the decision to close it as carried out."""
    closed = replace(
        initiative,
        stage=Stage.CLOSED,
        stage_since=on,
        gate_due=None,
        track=None,
        track_since=None,
    )
    before = now.get(Initiative, initiative.id)
    asked = to_be_closed(now, before) if before is not None else None
    if asked is not None:
        return closed, replace(asked, state=DecisionState.CARRIED_OUT)
    decision = Decision(
        identity.new_id(),
        number=next_decision_number(now),
        kind=DecisionKind.CLOSE,
        text=Wording(*(_said(initiative, language) for language in ("da", "en"))),
        mission=initiative.mission,
        initiative=initiative.id,
        date=on,
        state=DecisionState.CARRIED_OUT,
        rationale=initiative.closing_reason.in_language("da"),
        freed=tuple(one for one in initiative.freed if one.oere),
        owner=initiative.office,
        decided_by=decided_by.strip(),
    )
    return closed, decision


def _said(initiative: Initiative, language: str) -> str:
    name = initiative.title.in_language(language)
    return translator(language).say(
        N_("{code} {title} is closed."), code=initiative.code, title=name
    )
