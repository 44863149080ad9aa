# SPDX-License-Identifier: Apache-2.0
"""From agreement to government: agreed clauses become goals and missions in one Step (N8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.balance import of_kind
from missiondesk.domain.clause import Clause, ClauseState
from missiondesk.domain.financing import FinancingLine, LineKind
from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission, Publication
from missiondesk.domain.organisation import Office
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.platform_coverage import Coverage, coverage, lacking
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.naming import next_number
from missiondesk.services.text_desk import ClauseRow, clause_rows

if TYPE_CHECKING:
    from missiondesk.domain.situation import Situation
    from missiondesk.services.session import Session


@dataclass(frozen=True, slots=True)
class MissionPlan:
    """What an agreed clause is to become.

    Attributes:
        clause: Its id.
        title: The mission's title; an empty one makes a goal without a mission.
        office: Id of the office that answers for it.
        metric: The key metric.
        baseline: Where it stands at ``baseline_period``, in ``unit``.
        source: Who publishes it, where.
        target: What it is to reach at ``until``.
    """

    clause: str
    title: Wording = Wording()
    office: str | None = None
    metric: Wording = Wording()
    unit: Wording = Wording()
    baseline: Decimal | None = None
    baseline_period: Period | None = None
    source: Wording = Wording()
    target: Decimal | None = None
    until: Period | None = None


# In which field of a plan stands what a mission or its metric may lack.
_PLANNED_AS = {
    "name": "metric",
    "baseline_value": "baseline",
    "baseline_period": "baseline_period",
    "target_value": "target",
    "target_period": "until",
    "accountable_office": "office",
}


class Agreement:
    """Makes goals and missions of what was agreed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ready(self) -> tuple[ClauseRow, ...]:
        """Agreed clauses that are no goal of the platform yet."""
        now = self._session.situation
        return tuple(
            one
            for one in clause_rows(now)
            if one.clause.state is ClauseState.AGREED
            and now.get(PlatformGoal, one.clause.goal) is None
        )

    def became(self) -> tuple[Coverage, ...]:
        """What became of the clauses that are goals, and what each mission lacks (N8)."""
        goals = {one.goal for one in self._session.situation.all(Clause) if one.goal}
        return tuple(one for one in coverage(self._session.situation) if one.goal.id in goals)

    def lacks(self, plan: MissionPlan) -> tuple[tuple[str, Message], ...]:
        """What the mission would still lack to be measured (N8), each with the plan's field.

        Nothing of it stands in the way: it may be made now and be completed later.
        """
        if not plan.title:
            return ()
        office = self._session.situation.get(Office, plan.office)
        return tuple(
            (_PLANNED_AS[field], said) for field, said in lacking(_metric(plan, ""), office)
        )

    def without_letter(self) -> tuple[Mission, ...]:
        """Missions made of what was agreed on which there is no letter yet, not even a draft."""
        found = {
            one.mission.id: one.mission
            for one in self.became()
            if one.mission is not None and one.letter is None
        }
        return tuple(found.values())

    def make(self, plans: Sequence[MissionPlan]) -> tuple[Mission, ...]:
        """Make a goal of each clause, and a mission with its key metric where one is named.

        Raises:
            Refused: A clause is not agreed (any more) or a goal already, or a record is not there.
        """
        if not plans:
            raise Refused(N_("Choose at least one clause."))
        now = self._session.situation
        ready = {one.id for one in self.ready()}
        number = next_number(tuple(one.code for one in now.missions), "M")
        made: list[Mission] = []
        about = ", ".join(str(one.title) for one in plans if one.title)[:80]
        with self._session.write(Verb.MAKE_MISSIONS, "", about) as unit:
            for plan in plans:
                clause = self._session.the(Clause, plan.clause)
                if clause.id not in ready:
                    raise Refused(N_("Only an agreed clause becomes a mission, and only once."))
                if plan.office is not None:
                    self._session.the(Office, plan.office)
                chapter = self._session.the(PlatformChapter, clause.chapter)
                taken = len(unit.where(PlatformGoal, chapter=chapter.id))
                mission = None
                if plan.title:
                    mission = _mission(plan, f"M{number + len(made)}", clause, chapter)
                    made.append(mission)
                    unit.save(mission)
                    unit.save(_metric(plan, mission.id))
                goal = _goal(now, plan, clause, mission, taken + 1)
                unit.save(goal)
                unit.save(replace(clause, goal=goal.id))
        return tuple(made)


def _mission(plan: MissionPlan, code: str, clause: Clause, chapter: PlatformChapter) -> Mission:
    place = f"{chapter.number}.{clause.number}"
    return Mission(
        identity.new_id(),
        code=code,
        title=plan.title,
        sentence=clause.text,
        horizon=plan.until,
        platform_reference=Wording(place, place),
        accountable_office=plan.office,
    )


def _metric(plan: MissionPlan, mission: str) -> OutcomeMetric:
    return OutcomeMetric(
        identity.new_id(),
        mission=mission,
        name=plan.metric,
        unit=plan.unit,
        source=plan.source,
        baseline_value=plan.baseline,
        baseline_period=plan.baseline_period,
        target_value=plan.target,
        target_period=plan.until,
    )


def _goal(
    now: Situation, plan: MissionPlan, clause: Clause, mission: Mission | None, number: int
) -> PlatformGoal:
    """The goal with its money from the financing table; internal until somebody publishes it."""
    lines = now.referring(FinancingLine, "clause", clause.id)
    years = of_kind(lines, LineKind.EXPENSE).years
    pays = [one.title.da or one.title.en for one in lines if one.kind is LineKind.FINANCING]
    parties = (now.get(Party, key) for key in clause.accepted)
    return PlatformGoal(
        identity.new_id(),
        chapter=clause.chapter,
        number=number,
        text=clause.text,
        mission=mission.id if mission is not None else None,
        office=plan.office,
        due=plan.until,
        frame=tuple(Money(year, years[year]) for year in sorted(years)),
        financing="; ".join(pays),
        agreed_by=", ".join(one.code for one in parties if one is not None),
        publication=Publication.INTERNAL,
    )
