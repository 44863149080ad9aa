# SPDX-License-Identifier: Apache-2.0
"""One table of all rules on governing, steering, equipping and joining in: each is broken once in a
sound workspace, and the whole check names it with its record and says in both languages what to do.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import pytest

from missiondesk.domain.actor import PromiseState
from missiondesk.domain.body import MeetingRhythm
from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative, Light, Money, Stage
from missiondesk.domain.issue import IssueLevel
from missiondesk.domain.mission import ActorType
from missiondesk.domain.period import Period
from missiondesk.domain.skill import (
    Capability,
    ConflictStatement,
    Criticality,
    SourcingKind,
    SourcingState,
)
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from tests import more_builders as more
from tests.domain.readiness.sound import Break, changed, findings, joined, sound, without
from tests.domain.readiness.test_portfolio_rules import CLOSED, DESK, OTHER, both, gates, stopping
from tests.domain.readiness.test_responsible import second_mission

ONE: Final = "initiative"
D = Decimal


def needed(*others: Entity, **fields: Any) -> Break:
    """A critical skill that the pilot needs, and what is there of it."""
    skill = more.a_skill(id="skill", code="K03")
    values = {"criticality": Criticality.CRITICAL, "needed_from": Period("2026-11"), "fte": D(1)}
    need = more.a_requirement(id="need", skill="skill", initiative=ONE, **values | fields)
    return joined(skill, need, *others)


def unit(**fields: Any) -> Capability:
    values: dict[str, Any] = {"skill": "skill", "level": 4, "fte": D(1), "headcount": 2}
    return more.a_capability(**values | fields)


def actors(*types: ActorType, **promise: Any) -> Break:
    """Actors of these types, each with a live commitment to the mission."""
    values = {"mission": "mission", "evidence_date": Period("2026-11")} | promise
    found: list[Entity] = []
    for place, kind in enumerate(types):
        found.append(more.an_actor(id=f"a{place}", name=f"Aktør {place}", type=kind, cvr=""))
        made = more.an_actor_commitment(id=f"p{place}", actor=f"a{place}", **values)
        found.append(made)
    return joined(*found)


LABOUR, FOUNDATION = ActorType.LABOUR, ActorType.FOUNDATION
OVER = {"state": PromiseState.LAPSED, "ended_from": PromiseState.SIGNED}
SOURCED = {
    "skill": "skill", "requirement": "need", "level": 4, "fte": D(1),
    "state": SourcingState.RUNNING,
}  # fmt: skip

TABLE: dict[str, tuple[str, Break]] = {
    "G1": ("I1", changed(ONE, office=None)),
    "G2": ("M1", without("group")),
    "G3": ("MB1", without("boardseat")),
    "G4": ("MB1", changed("missionboard", rhythm=MeetingRhythm.WEEKLY,
                          valid_from=Period("2026-01"))),
    "G5": ("E1", joined(more.an_issue(number="E1", level=IssueLevel.INITIATIVE,
                                      raised=Period("2026-09-01"), level_since=None))),
    "G6": ("B1", joined(more.a_decision(number="B1", owner=None))),
    "G7": ("M2.1", both(changed("promise", co_offices=()), joined(*second_mission()))),
    "G8": ("I1", both(changed(ONE, overall_light=Light.RED),
                      joined(more.an_initiative_assessment(initiative=ONE)))),
    "P1": ("I1", changed(ONE, hypothesis=Wording())),
    "P2": ("I1", changed(ONE, gate_due=Period("2026-10-23"))),
    "P3": ("I1", joined(stopping())),
    "P4": ("I1", changed(ONE, stage_since=Period("2025-04"), gate_due=Period("2026-11-01"))),
    "P5": ("M1", changed(ONE, contribution=D("-0.5"))),
    "P6": ("Sekretariatet", joined(DESK, *(
        Initiative(id=f"s{n}", code=f"S{n}", mission="mission", stage=Stage.SCALE)
        for n in range(6)
    ))),
    "P7": ("Sekretariatet", joined(DESK, *gates(10, 1))),
    "P8": ("I1", both(changed(ONE, **CLOSED | {"learned": Wording()}), OTHER)),
    "P9": ("I2", joined(Initiative(id="orphan", code="I2"))),
    "P10": ("I1", both(
        changed(ONE, frame=(Money(2027, 10),)),
        joined(BudgetLine("line", initiative=ONE, amounts=(Money(2027, 11),))),
    )),
    "K1": ("I1", needed(unit(fte=D("0.5")))),
    "K2": ("I1", needed()),
    "K3": ("K03", needed(unit(headcount=1))),
    "K4": ("K03", needed(more.a_sourcing_action(
        **SOURCED, kind=SourcingKind.CONSULT, start=Period("2026-10"), end=None, transfer="",
    ))),
    "K5": ("K03", needed(more.a_sourcing_action(
        **SOURCED, kind=SourcingKind.BORROW, start=Period("2026-01"), end=Period("2026-12-01"),
    ), needed_from=Period("2026-06"), needed_to=Period("2027-12"))),
    "K6": ("I1", both(needed(), changed(ONE, gate_due=Period("2026-12")))),
    "K7": ("Eksempel", joined(more.an_expert(
        name="Eksempel", conflict=ConflictStatement.MISSING, contract_from=Period("2026-01"),
        contract_to=Period("2028"),
    ))),
    "C1": ("Aktør 0", actors(FOUNDATION, evidence_date=Period("2026-01"),
                             state_date=Period("2026-01"))),
    "C2": ("M1", actors(FOUNDATION)),
    "C3": ("M1", both(actors(FOUNDATION), joined(more.a_coalition_need(
        mission="mission", quantity=D(10_000), unit="ukendte",
    )))),
    "C4": ("M1", actors(*[FOUNDATION] * 5, **OVER)),
    "C5": ("M1", actors(FOUNDATION, state=PromiseState.WITHDRAWN, evidence="",
                        state_date=Period("2026-10"))),
    "C6": ("M1", actors(LABOUR)),
}  # fmt: skip
ALL: Final = (
    *(f"G{n}" for n in range(1, 9)),
    *(f"P{n}" for n in range(1, 11)),
    *(f"K{n}" for n in range(1, 8)),
    *(f"C{n}" for n in range(1, 7)),
)


def test_the_table_leaves_no_rule_out() -> None:
    assert tuple(TABLE) == ALL


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_that_is_broken_is_named_with_its_record(rule: str) -> None:
    label, broken = TABLE[rule]
    assert rule not in {one.rule for one in findings(sound())}
    found = [one for one in findings(broken(sound())) if one.rule == rule]
    assert label in {one.label for one in found}
    for one in found:
        for language in ("da", "en"):
            tr = translator(language)
            assert "{" not in tr.tell(one.message) + tr.tell(one.mend)
            assert tr.tell(one.message)
            assert tr.tell(one.mend)
