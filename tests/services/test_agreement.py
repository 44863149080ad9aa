# SPDX-License-Identifier: Apache-2.0
"""From agreement to government (N8): missions of agreed clauses in one Step, and what they lack."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.domain.clause import Clause
from missiondesk.domain.financing import FinancingLine, LineKind
from missiondesk.domain.initiative import Money
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission, Publication
from missiondesk.domain.organisation import OfficeLevel
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformGoal
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.agreement import MissionPlan
from missiondesk.services.desk import Desk
from tests.builders import a_ministry, an_office
from tests.talks_builders import a_party, a_round

EN = translator("en")


@pytest.fixture
def agreed(desk: Desk) -> tuple[Clause, Clause, Clause]:
    """Two agreed clauses and one that is open."""
    for code in "AK":
        desk.talks.add(a_party(code=code))
    table = tuple(one.id for one in desk.situation.all(Party))
    desk.talks.add(a_round(parties=table))
    chapter = desk.platform.add_chapter(Wording("Arbejde"))
    text = desk.talks.text
    made = [text.add_clause(chapter.id, Wording(word)) for word in ("Et.", "To.", "Tre.")]
    for clause in made[:2]:
        text.accept(clause.id, table)
    return made[0], made[1], made[2]


def test_two_missions_are_made_with_metric_owner_and_budget_and_undone(
    desk: Desk, agreed: tuple[Clause, Clause, Clause]
) -> None:
    first, second, _open = agreed
    ministry = desk.organisation.add_ministry(a_ministry())
    office = desk.organisation.add_office(
        an_office(ministry=ministry.id, level=OfficeLevel.MINISTER)
    )
    line = FinancingLine("", LineKind.EXPENSE, Wording("Udgift"), first.id,
                         (Money(2027, 500), Money(2028, 700)))  # fmt: skip
    desk.talks.add(line)
    desk.talks.add(replace(line, kind=LineKind.FINANCING, title=Wording("Afgift")))
    agreement = desk.talks.agreement
    assert [one.id for one in agreement.ready()] == [first.id, second.id]
    steps = len(desk.history.steps())
    full = MissionPlan(
        first.id, Wording("Flere i arbejde"), office.id, Wording("Andel i arbejde"),
        Wording("%", "%"),
        Decimal(60), Period("2025"), Wording("DST, AKU110K"), Decimal(70), Period("2030"),
    )  # fmt: skip
    assert agreement.lacks(full) == ()
    made = agreement.make([full, MissionPlan(second.id, Wording("Hurtig hjælp"))])
    assert len(desk.history.steps()) == steps + 1
    assert [one.code for one in made] == ["M1", "M2"]
    whole, bare = agreement.became()
    assert whole.unready == ()
    assert [EN.tell(one) for one in bare.unready] == [
        "no key metric", "no baseline", "no dated target", "no accountable minister",
    ]  # fmt: skip
    (metric,) = desk.situation.referring(OutcomeMetric, "mission", made[0].id)
    assert (metric.source, metric.baseline_value) == (Wording("DST, AKU110K"), Decimal(60))
    goal = whole.goal
    assert goal.frame == (Money(2027, 500), Money(2028, 700))
    assert (goal.financing, goal.agreed_by) == ("Afgift", "A, K")
    assert goal.publication is Publication.INTERNAL
    assert agreement.ready() == ()
    desk.history.undo()
    assert desk.situation.all(Mission) == desk.situation.all(PlatformGoal) == ()
    assert len(agreement.ready()) == 2


def test_only_what_is_agreed_becomes_a_mission_and_only_once(
    desk: Desk, agreed: tuple[Clause, Clause, Clause]
) -> None:
    first, _second, still_open = agreed
    agreement = desk.talks.agreement
    for plans in ([], [MissionPlan(still_open.id, Wording("x"))]):
        with pytest.raises(Refused):
            agreement.make(plans)
    agreement.make([MissionPlan(first.id)])
    (goal,) = desk.situation.all(PlatformGoal)
    assert goal.mission is None and desk.situation.all(Mission) == ()
    with pytest.raises(Refused, match="only once"):
        agreement.make([MissionPlan(first.id, Wording("x"))])
    assert len(desk.situation.all(PlatformGoal)) == 1
    desk.platform.remove_goal(goal.id)
    assert next(one.id for one in agreement.ready()) == first.id


def test_letters_are_drafted_for_each_mission_that_has_none_in_one_step(
    desk: Desk, agreed: tuple[Clause, Clause, Clause]
) -> None:
    first, second, _open = agreed
    agreement = desk.talks.agreement
    one, other = agreement.make([MissionPlan(it.id, Wording(it.text.da)) for it in (first, second)])
    before = desk.letters.draft(one.id, "da")
    assert agreement.without_letter() == (other,)
    with pytest.raises(Refused, match="draft already"):
        desk.letters.draft_each([other.id, one.id], "da")
    assert desk.letters.all() == (before,)
    (made,) = desk.letters.draft_each([other.id], "da")
    assert (made.mission, made.language) == (other.id, "da")
    assert len(desk.situation.blocks_of(made.id)) == len(desk.situation.blocks_of(before.id)) == 22
    assert agreement.without_letter() == ()
    desk.history.undo()
    assert desk.letters.all() == (before,)
    with pytest.raises(Refused, match="at least one"):
        desk.letters.draft_each([], "da")
