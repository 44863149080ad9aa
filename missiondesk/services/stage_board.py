# SPDX-License-Identifier: Apache-2.0
"""The stage board: initiatives by stage, each with its light, its next gate and its mission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.gate import Gate
from missiondesk.domain.gates import awaits_conditions, gates_of, step_after
from missiondesk.domain.initiative import Initiative, Light, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.lights import Lights, lights_of
from missiondesk.domain.mission import Mission
from missiondesk.domain.portfolio import days_overdue
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key

if TYPE_CHECKING:
    from missiondesk.services.session import Session


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One initiative on the board.

    Attributes:
        ministry: Id of the ministry of its office, or "".
        days_late: Days since its next decision should have been taken; 0 when it is not late.
    """

    initiative: Initiative
    mission: Mission | None
    ministry: str
    lights: Lights
    days_late: int


class StageBoard:
    """Reads the board; kept as long as the situation."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: tuple[Situation, tuple[BoardCard, ...]] | None = None
        self._made: tuple[date, dict[str, BoardCard]] = (date.min, {})

    def cards(self) -> tuple[BoardCard, ...]:
        """All initiatives by stage and code; the closed ones with the newest first."""
        now = self._session.situation
        if self._kept is None or self._kept[0] is not now:
            self._kept = (now, tuple(self._read(now)))
        return self._kept[1]

    def _read(self, now: Situation) -> list[BoardCard]:
        today = now.today
        former = self._made[1] if self._made[0] == today else {}
        ministries: dict[str | None, str] = {}
        cards = []
        for one in now.initiatives:
            if one.office not in ministries:
                found = now.ministry_of(one.office)
                ministries[one.office] = found.id if found is not None else ""
            mission, ministry = now.get(Mission, one.mission), ministries[one.office]
            card = former.get(one.id)
            if card is None or card.initiative is not one:
                card = BoardCard(
                    one, mission, ministry, lights_of(one, today), days_overdue(one, today)
                )
            elif card.mission is not mission or card.ministry != ministry:
                card = replace(card, mission=mission, ministry=ministry)
            cards.append(card)
        self._made = (today, {it.initiative.id: it for it in cards})
        cards.sort(key=lambda it: sort_key(it.initiative.code, "da"))
        closed = [it for it in cards if it.initiative.stage is Stage.CLOSED]
        closed.sort(key=_closed, reverse=True)
        return [*(it for it in cards if it.initiative.stage is not Stage.CLOSED), *closed]

    def gate_between(self, initiative: Initiative, stage: Stage) -> Gate | None:
        """The undecided gate that leads the initiative to this stage, or None."""
        for gate in gates_of(self._session.situation, initiative.id):
            if gate.result is None and (gate.from_stage, gate.to_stage) == (
                initiative.stage,
                stage,
            ):
                return gate
        return None

    def awaiting(self, initiative: Initiative) -> Gate | None:
        """The gate passed on conditions whose stage was not entered yet, or None."""
        return awaits_conditions(self._session.situation, initiative)

    def asks_for_gate(self, initiative: Initiative, stage: Stage) -> bool:
        """Whether the way to this stage leads through a gate: every step forward out of a pilot or
        later, and out of an idea where a gate is planned.
        """
        if stage is not step_after(initiative.stage):
            return False
        return (
            initiative.stage is not Stage.IDEA or self.gate_between(initiative, stage) is not None
        )

    def headline(self, cards: Sequence[BoardCard], tr: Translator) -> tuple[str, str]:
        """How many are red, and what is overdue."""
        live = [it for it in cards if it.initiative.stage is not Stage.CLOSED]
        if not cards:
            return tr.say("There is no initiative yet"), ""
        red = sum(it.lights.shown is Light.RED for it in live)
        late = sum(bool(it.days_late) for it in live)
        if red:
            sentence = tr.plural(
                "{count} of {all} live initiatives is red",
                "{count} of {all} live initiatives are red",
                red,
                all=len(live),
            )
        else:
            sentence = tr.plural(
                "{count} live initiative, none is red",
                "{count} live initiatives, none is red",
                len(live),
            )
        yellow = sum(it.lights.shown is Light.YELLOW for it in live)
        unknown = sum(it.lights.shown is None for it in live)
        parts = []
        if yellow:
            parts.append(tr.say("{count} yellow", count=yellow))
        if unknown:
            parts.append(tr.plural("{count} not judged", "{count} not judged", unknown))
        if late:
            parts.append(tr.plural("{count} decision overdue", "{count} decisions overdue", late))
        return sentence, " · ".join(parts)


def _closed(card: BoardCard) -> int:
    since = card.initiative.stage_since
    return since.last.toordinal() if since is not None else 0
