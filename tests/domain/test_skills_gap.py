# SPDX-License-Identifier: Apache-2.0
"""Needs and supplies of skills add up, no work year serves twice, and more is never worse."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import (
    Capability,
    Criticality,
    Expert,
    SkillRequirement,
    SourcingAction,
    SourcingKind,
    SourcingState,
)
from missiondesk.domain.skills_allocation import Share
from missiondesk.domain.skills_gap import (
    SkillsLedger,
    first_gap,
    ledger,
    total,
    uncovered_critical,
)
from tests.more_builders import a_capability, a_requirement, a_sourcing_action

D = Decimal
TODAY = date(2026, 11, 23)
PILOT = Initiative(id="pilot", mission="m", stage=Stage.PILOT)
CRITICAL = Criticality.CRITICAL


def situation(*records: Entity) -> Situation:
    rows: defaultdict[type[Entity], list[Entity]] = defaultdict(list)
    for one in records:
        rows[type(one)].append(one)
    return Situation({kind: tuple(them) for kind, them in rows.items()}, TODAY)


def need(key: str, **fields: Any) -> SkillRequirement:
    return a_requirement(**{"id": key, "skill": "s", "initiative": "pilot"} | fields)


def unit(**fields: Any) -> Capability:
    return a_capability(**{"skill": "s"} | fields)


def action(**fields: Any) -> SourcingAction:
    given = {"skill": "s", "state": SourcingState.AGREED, "start": Period("2027-01")}
    return a_sourcing_action(**given | fields)


def only(now: Situation, key: str, quarter: str) -> Share:
    (found,) = [
        one
        for one in ledger(now).shares(TODAY, 12)
        if one.need.requirement.id == key and one.quarter == Period(quarter)
    ]
    return found


def test_a_work_year_serves_the_critical_need_and_no_second_one() -> None:
    now = situation(
        PILOT,
        need("useful", fte=D(1), criticality=Criticality.USEFUL),
        need("critical", fte=D("1.5"), criticality=CRITICAL, level=3),
        unit(level=4, fte=D(1)),
        unit(level=2, fte=D("0.3")),
    )
    critical, useful = (only(now, key, "2027-Q1") for key in ("critical", "useful"))
    assert (critical.met, critical.gap, critical.below) == (D(1), D("0.5"), D("0.3"))
    assert critical.levels == D("0.3") * 1 + D("0.2") * 3
    assert (useful.met, useful.below, useful.gap) == (D(0), D(0), D(1))


def test_a_lower_level_is_taken_first_so_that_the_best_is_kept_for_who_needs_it() -> None:
    now = situation(
        PILOT,
        need("easy", level=2, fte=D(1), criticality=CRITICAL),
        need("hard", level=4, fte=D(1)),
        unit(level=4, fte=D(1)),
        unit(level=2, fte=D(1)),
    )
    assert not any(one.gap for one in ledger(now).shares(TODAY, 8))


def test_a_level_beyond_the_scale_counts_as_what_it_says() -> None:
    now = situation(PILOT, need("n", fte=D(1), criticality=CRITICAL), unit(level=9, fte=D(2)))
    assert only(now, "n", "2027-Q1").gap == 0


def test_sourcing_counts_only_while_it_runs_and_only_when_it_is_agreed() -> None:
    hole = need("n", fte=D(1), needed_to=Period("2027"), criticality=CRITICAL)
    ends = action(fte=D(1), requirement="n", end=Period("2027-05"))
    now = situation(PILOT, hole, ends)
    assert only(now, "n", "2027-Q1").gap == 0
    assert only(now, "n", "2027-Q2").gap == 1  # it ends inside the quarter, the need does not
    assert first_gap(now, hole, TODAY) == only(now, "n", "2027-Q2")
    assert uncovered_critical(now, "pilot", date(2027, 1, 1)) == (hole,)
    short = replace(hole, needed_to=Period("2027-05-31"))
    assert uncovered_critical(situation(PILOT, short, ends), "pilot", TODAY) == ()
    for weaker in (
        replace(ends, end=None, state=SourcingState.PLANNED),
        replace(ends, end=None, state=SourcingState.DROPPED),
        replace(ends, end=None, start=None),
        replace(ends, end=None, level=2),
        replace(ends, end=None, requirement="another"),
    ):
        assert uncovered_critical(situation(PILOT, hole, weaker), "pilot", TODAY) == (hole,)
    lasting = replace(ends, end=None, state=SourcingState.RUNNING, start=None)
    assert uncovered_critical(situation(PILOT, hole, lasting), "pilot", TODAY) == ()
    contract = Expert(id="e", contract_to=Period("2027-03"))
    bound = replace(lasting, expert="e")
    assert uncovered_critical(situation(PILOT, hole, bound, contract), "pilot", TODAY) == (hole,)


def test_only_critical_needs_of_the_living_initiative_are_asked_for() -> None:
    now = situation(
        PILOT,
        need("important"),
        need("critical", criticality=CRITICAL),
        need("elsewhere", criticality=CRITICAL, initiative="other"),
        need("over", criticality=CRITICAL, needed_to=Period("2026"), needed_from=None),
    )
    found = {one.id for one in uncovered_critical(now, "pilot", date(2027, 6, 1))}
    assert found == {"critical"}
    closed = situation(replace(PILOT, stage=Stage.CLOSED), need("critical", criticality=CRITICAL))
    assert uncovered_critical(closed, "pilot", TODAY) == ()


# -- sums ------------------------------------------------------------------------------------
LEVELS = st.integers(0, 4)
FTE = st.integers(0, 30).map(lambda it: D(it) / 10)
SKILLS = st.sampled_from(("s", "t"))
MONTHS = st.none() | st.integers(0, 30).map(
    lambda it: Period(f"{2026 + it // 12:04d}-{it % 12 + 1:02d}")
)
NEEDS = st.builds(
    SkillRequirement,
    st.uuids().map(str),
    skill=SKILLS,
    initiative=st.just("pilot") | st.none(),
    mission=st.just("m") | st.none(),
    level=LEVELS,
    fte=FTE,
    needed_from=MONTHS,
    needed_to=MONTHS,
    criticality=st.sampled_from(Criticality),
)
UNITS = st.builds(Capability, st.uuids().map(str), skill=SKILLS, level=LEVELS, fte=FTE)
ACTIONS = st.builds(
    SourcingAction,
    st.uuids().map(str),
    skill=SKILLS,
    kind=st.sampled_from(SourcingKind),
    level=LEVELS,
    fte=FTE,
    start=MONTHS,
    end=MONTHS,
    state=st.sampled_from(SourcingState),
)


def some(kind: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(kind, max_size=5)


@given(some(NEEDS), some(UNITS), some(ACTIONS))
def test_every_sum_over_the_same_cells_agrees_and_nothing_is_negative(
    needs: list[SkillRequirement], units: list[Capability], actions: list[SourcingAction]
) -> None:
    found = ledger(situation(PILOT, *needs, *units, *actions)).shares(TODAY, 9)
    for one in found:
        assert one.gap >= 0 and one.met >= 0 and one.below >= 0
        assert one.met + one.below <= one.needed
        assert 0 <= one.external <= one.met + one.below
        assert one.gap - one.below <= one.levels <= one.needed * 4
        assert (one.levels == 0) is (one.gap == 0)
    whole = sum((one.gap for one in found), D(0))
    keys = (
        lambda it: it.need.requirement.skill,
        lambda it: it.quarter,
        lambda it: it.need.mission,
        lambda it: (it.need.requirement.skill, it.quarter, it.need.mission),
    )
    assert all(sum(total(found, key).values()) == whole for key in keys)
    for quarter, taken in total(found, keys[1], lambda it: it.met + it.below).items():
        there = sum((one.fte for one in units), sum((one.fte for one in actions), D(0)))
        assert taken <= there, quarter


@given(some(NEEDS), some(UNITS), some(ACTIONS), UNITS)
def test_more_capability_never_widens_any_gap(
    needs: list[SkillRequirement],
    units: list[Capability],
    actions: list[SourcingAction],
    more: Capability,
) -> None:
    before = ledger(situation(PILOT, *needs, *units, *actions)).shares(TODAY, 9)
    after = ledger(situation(PILOT, *needs, *units, *actions, more)).shares(TODAY, 9)
    for old, new in zip(before, after, strict=True):
        assert new.gap <= old.gap and new.levels <= old.levels


@given(some(NEEDS), some(UNITS), UNITS)
def test_a_higher_level_never_widens_the_whole_gap(
    needs: list[SkillRequirement], units: list[Capability], learner: Capability
) -> None:
    raised = replace(learner, level=min(learner.level + 1, 4))
    before = ledger(situation(PILOT, *needs, *units, learner)).shares(TODAY, 9)
    after = ledger(situation(PILOT, *needs, *units, raised)).shares(TODAY, 9)
    assert sum(it.gap for it in after) <= sum(it.gap for it in before)
    assert sum(it.levels for it in after) <= sum(it.levels for it in before)


@given(some(NEEDS), some(UNITS), some(UNITS))
def test_what_was_reckoned_before_a_change_is_not_believed_after_it(
    needs: list[SkillRequirement], units: list[Capability], more: list[Capability]
) -> None:
    before = ledger(situation(PILOT, *needs, *units))
    before.shares(TODAY, 5)
    after = situation(PILOT, *needs, *units, *more)
    assert ledger(after).shares(TODAY, 5) == SkillsLedger(after).shares(TODAY, 5)
