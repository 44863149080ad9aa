# SPDX-License-Identifier: Apache-2.0
"""K1 to K7: a sound plan of skills is broken in one place, and the finding names the place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest

from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.readiness.equipped import RULES
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import (
    Capability,
    ConflictStatement,
    Criticality,
    Expert,
    Skill,
    SkillRequirement,
    SourcingAction,
    SourcingKind,
    SourcingState,
)
from missiondesk.domain.wording import Wording

D = Decimal
TODAY = date(2026, 11, 23)


def sound() -> dict[str, Entity]:
    """A pilot before its gate to scale, with a critical skill that is covered and on file."""
    records: tuple[Entity, ...] = (
        Mission(id="mission", code="M1"),
        Initiative(
            id="pilot", code="I1", mission="mission", stage=Stage.PILOT, gate_due=Period("2026-12")
        ),
        Skill(id="skill", code="K03", label=Wording("Forsøg", "Experiments")),
        SkillRequirement(
            id="need",
            skill="skill",
            initiative="pilot",
            fte=D(2),
            needed_from=Period("2026-12"),
            needed_to=Period("2027-12"),
            criticality=Criticality.CRITICAL,
        ),
        Capability(id="unit", skill="skill", unit="Analyse", level=3, fte=D(1), headcount=2),
        Expert(
            id="expert",
            name="Eksempel Ekspert",
            conflict=ConflictStatement.NONE,
            contract_from=Period("2026-09"),
            contract_to=Period("2028"),
        ),
        SourcingAction(
            id="action",
            skill="skill",
            requirement="need",
            kind=SourcingKind.UNIVERSITY,
            fte=D(1),
            start=Period("2026-10"),
            end=Period("2027-12"),
            state=SourcingState.RUNNING,
            transfer="To følger med.",
            expert="expert",
        ),
    )
    return {one.id: one for one in records}


def found(records: dict[str, Entity]) -> list[Finding]:
    rows: defaultdict[type[Entity], list[Entity]] = defaultdict(list)
    for one in records.values():
        rows[type(one)].append(one)
    now = Situation({kind: tuple(them) for kind, them in rows.items()}, TODAY)
    return [one for rule in RULES for one in rule(now)]


def broken(**fields: dict[str, Any]) -> list[Finding]:
    """The findings after these records' fields were changed; None takes the record out."""
    records = sound()
    for key, changes in fields.items():
        if changes:
            records[key] = cast("Entity", replace(cast("Any", records[key]), **changes))
        else:
            del records[key]
    return found(records)


def test_a_sound_plan_passes() -> None:
    assert found(sound()) == []


PLANNED = {"state": SourcingState.PLANNED}
DROPPED = {"state": SourcingState.DROPPED}
LATER = {"needed_from": Period("2027-03")}

BREAKS: list[tuple[str, str, str, Severity, dict[str, dict[str, Any]]]] = [
    ("K1", "need", "fte", Severity.WARNING, {"action": PLANNED}),
    ("K1", "need", "fte", Severity.NOTE, {
        "action": PLANNED, "need": {"criticality": Criticality.USEFUL},
    }),
    ("K2", "need", "needed_from", Severity.ERROR, {"action": DROPPED}),
    ("K2", "need", "needed_from", Severity.ERROR, {"action": {"requirement": "other"}}),
    ("K3", "skill", "", Severity.WARNING, {
        "unit": {"headcount": 1}, "action": {"headcount": 0},
    }),
    ("K3", "skill", "", Severity.WARNING, {"unit": {}, "action": DROPPED}),
    ("K3", "unit", "headcount", Severity.NOTE, {
        "unit": {"headcount": None}, "action": {"headcount": 1},
    }),
    ("K4", "action", "transfer", Severity.WARNING, {
        "unit": {"fte": D("0.9")}, "action": {"transfer": " ", "fte": D("1.1")},
    }),
    ("K5", "action", "end", Severity.WARNING, {
        "action": {"end": Period("2026-10")}, "need": {"needed_from": None},
    }),
    ("K5", "action", "end", Severity.WARNING, {"action": {"end": Period("2026-12")}}),
    ("K5", "expert", "contract_to", Severity.WARNING, {
        "expert": {"contract_to": Period("2026-12")},
    }),
    ("K6", "pilot", "gate_due", Severity.ERROR, {"action": PLANNED}),
    ("K7", "expert", "conflict", Severity.ERROR, {
        "expert": {"conflict": ConflictStatement.MISSING},
    }),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "record", "field", "severity", "changes"), BREAKS)
def test_what_is_broken_is_named(
    rule: str, record: str, field: str, severity: Severity, changes: dict[str, dict[str, Any]]
) -> None:
    (one,) = [it for it in broken(**changes) if it.rule == rule]
    kind = KIND_OF[type(sound()[record])]
    assert (one.kind, one.key, one.field, one.severity) == (kind, record, field, severity)
    assert one.takeaway == 6
    assert one.mend.msgid and one.message.msgid


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("K1", {"action": PLANNED, "need": {"needed_from": Period("2028-01"), "needed_to": None}}),
        ("K2", {"action": PLANNED}),
        ("K2", {"action": DROPPED, "need": LATER}),
        ("K2", {"action": DROPPED, "need": {"criticality": Criticality.IMPORTANT}}),
        ("K3", {"unit": {"headcount": 1}, "action": {"headcount": 1}}),
        ("K3", {"unit": {"headcount": 1}, "need": {"criticality": Criticality.IMPORTANT}}),
        ("K4", {"action": {"transfer": ""}}),  # just half
        ("K4", {"unit": {"fte": D(0)}, "action": {"kind": SourcingKind.HIRE, "transfer": ""}}),
        ("K5", {"action": {"end": Period("2026-12")}, "unit": {"fte": D(2)}}),
        ("K5", {"action": {"end": Period("2026-12")}, "need": {"needed_to": Period("2026-12")}}),
        ("K6", {"action": PLANNED, "pilot": {"gate_due": Period("2027-03")}}),
        ("K6", {"action": PLANNED, "pilot": {"stage": Stage.SCALE}}),
        ("K7", {"expert": {
            "conflict": ConflictStatement.MISSING, "contract_from": Period("2027"),
        }}),
        ("K7", {"expert": {
            "conflict": ConflictStatement.MISSING, "contract_from": None, "contract_to": None,
        }}),
    ],
)  # fmt: skip
def test_what_is_not_broken_is_left_alone(rule: str, changes: dict[str, dict[str, Any]]) -> None:
    assert [it for it in broken(**changes) if it.rule == rule] == []


def test_the_next_gate_counts_even_when_another_leads_to_scale() -> None:
    records = sound()
    records["action"] = replace(cast("Any", records["action"]), **PLANNED)
    gate = Gate(id="gate", initiative="pilot", due=Period("2026-12-15"))
    records["gate"] = gate
    assert [one.key for one in found(records) if one.rule == "K6"] == ["pilot"]
    first = Gate(id="first", initiative="pilot", to_stage=Stage.CLOSED, due=Period("2026-12-01"))
    assert not [one for one in found({**records, "first": first}) if one.rule == "K6"]
    held = replace(first, held=Period("2026-11-20"))
    assert [one.key for one in found({**records, "first": held}) if one.rule == "K6"] == ["pilot"]
