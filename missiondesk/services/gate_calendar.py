# SPDX-License-Identifier: Apache-2.0
"""The calendar of gates: what is overdue, what comes, what was decided, and how often it passed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.gate import CriterionKind, Gate, Verdict
from missiondesk.domain.gates import (
    CriterionState,
    approval_rate,
    criteria_for,
    criteria_of,
    earliest,
)
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.session import Session


@dataclass(frozen=True, slots=True)
class GateRow:
    """One decision in the calendar.

    Attributes:
        gate: None where an initiative has a date for its next decision and no gate yet.
        days_late: Days since it was due; 0 when it is decided or not late.
        met: Criteria that are met, of `asked`; stop criteria are not among them.
        stops: Stop criteria that are met.
    """

    initiative: Initiative
    mission: Mission | None
    gate: Gate | None
    due: Period | None
    days_late: int
    met: int
    failed: int
    asked: int
    stops: int = 0

    @property
    def key(self) -> str:
        """Id of the gate, or of the initiative that has none."""
        return self.gate.id if self.gate is not None else self.initiative.id

    @property
    def day(self) -> Period | None:
        """When it was held, once it is decided; else when it is due."""
        return self.gate.day if self.gate is not None else self.due

    @property
    def decided(self) -> bool:
        """Whether it has been held."""
        return self.gate is not None and self.gate.result is not None


class GateCalendar:
    """Reads the calendar; kept as long as the situation."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: tuple[Situation, tuple[GateRow, ...]] | None = None

    def rows(self) -> tuple[GateRow, ...]:
        """What lies ahead by date, the overdue first, then what was decided, the newest first."""
        now = self._session.situation
        if self._kept is None or self._kept[0] is not now:
            self._kept = (now, tuple(calendar(now)))
        return self._kept[1]

    def headline(self, rows: Sequence[GateRow], tr: Translator) -> tuple[str, str]:
        """What is overdue, what is next, and how many gates were passed."""
        late = sum(bool(it.days_late) for it in rows)
        ahead = [it for it in rows if not it.decided and not it.days_late and it.due is not None]
        if late:
            sentence = tr.plural(
                "{count} decision is overdue", "{count} decisions are overdue", late
            )
        elif ahead:
            sentence = tr.say("No decision is overdue")
        else:
            return tr.say("No decision is planned"), ""
        parts = []
        if ahead:
            first = ahead[0]
            parts.append(tr.say("Next: {code}, {date}", code=first.initiative.code, date=first.due))
        rate = approval_rate(it.gate for it in rows if it.gate is not None)
        if rate.decided:
            parts.append(
                tr.say(
                    "{approved} of {decided} gates were passed",
                    approved=rate.approved,
                    decided=rate.decided,
                )
            )
        if rate.weak:
            parts.append(tr.say("the gates keep next to nothing back (P7)"))
        return sentence, " · ".join(parts)


def calendar(now: Situation) -> list[GateRow]:
    """All gates and all dates of next decisions."""
    ahead: list[GateRow] = []
    decided: list[GateRow] = []
    for one in now.initiatives:
        found = now.referring(Gate, "initiative", one.id)
        decided += [_row(now, one, gate) for gate in found if gate.result is not None]
        if one.stage is Stage.CLOSED:
            continue
        ahead += [_row(now, one, gate) for gate in found if gate.result is None]
        if earliest(found) is None and one.gate_due is not None:
            ahead.append(_row(now, one, None))
    ahead.sort(key=lambda it: it.due.last if it.due is not None else date.max)
    decided.sort(key=_held, reverse=True)
    return [*ahead, *decided]


def _held(row: GateRow) -> date:
    return row.gate.held.last if row.gate is not None and row.gate.held is not None else date.min


def _row(now: Situation, one: Initiative, gate: Gate | None) -> GateRow:
    states: tuple[CriterionState, ...] = (
        criteria_for(now, gate) if gate is not None else criteria_of(now, one.id)
    )
    due = gate.due if gate is not None else one.gate_due
    open_ = gate is None or gate.result is None
    late = max((now.today - due.last).days, 0) if open_ and due is not None else 0
    met = missed = asked = stops = 0
    for it in states:
        stops_it = it.criterion.kind is CriterionKind.KILL
        asked += not stops_it
        stops += stops_it and it.verdict is Verdict.MET
        met += not stops_it and it.verdict is Verdict.MET
        missed += not stops_it and it.verdict is Verdict.NOT_MET
    return GateRow(one, now.get(Mission, one.mission), gate, due, late, met, missed, asked, stops)


def criteria_words(row: GateRow, tr: Translator) -> str:
    """How many criteria are met, or that a stop criterion is."""
    if row.stops:
        return tr.say(N_("■ stop criterion met"))
    if not row.asked:
        return tr.say(N_("no criteria"))
    return tr.say(N_("{met} of {asked} met"), met=row.met, asked=row.asked)
