# SPDX-License-Identifier: Apache-2.0
"""P2–P4, P7 and P8 are broken one by one; each names its rule, record, field and what mends it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from missiondesk.domain.decision import Decision, DecisionKind, DecisionState
from missiondesk.domain.gate import Comparison, Criterion, CriterionKind, Gate, GateResult
from missiondesk.domain.initiative import Initiative, Light, Money, Stage
from missiondesk.domain.metric import Observation
from missiondesk.domain.period import Period
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.wording import Wording
from tests.domain.readiness.sound import Break, changed, findings, joined, sound

ONE = "initiative"


def stopping(**fields: Any) -> Criterion:
    """A stop criterion on the key metric: at least 4.9, of which the newest figure is 5.0."""
    values: dict[str, Any] = {
        "id": "kill",
        "initiative": ONE,
        "kind": CriterionKind.KILL,
        "text": Wording("Stadig fem procent"),
        "comparison": Comparison.AT_LEAST,
        "threshold": Decimal("5.0"),
        "metric": "metric",
    }
    return Criterion(**values | fields)


def going_on(**fields: Any) -> Decision:
    values: dict[str, Any] = {
        "id": "goes-on",
        "number": "B7",
        "kind": DecisionKind.CONTINUE,
        "initiative": ONE,
        "date": Period("2026-10-01"),
        "rationale": "Tallet er fra før ordningen",
        "decided_by": "Formanden (eksempel)",
        "owner": "minister",
    }
    return Decision(**values | fields)


def gates(passed: int, stopped: int) -> list[Gate]:
    results = [GateResult.PASS, GateResult.CONDITIONAL] * passed
    results = [*results[:passed], *[GateResult.STOP] * stopped]
    return [
        Gate(f"g{place}", ONE, due=Period("2026"), held=Period("2026-05"), result=result)
        for place, result in enumerate(results)
    ]


CLOSED: dict[str, Any] = {
    "stage": Stage.CLOSED,
    "closing_reason": Wording("Virker ikke"),
    "learned": Wording("Tilskud alene flytter lidt"),
    "freed": (Money(2027, 0),),
    "freed_fte": Decimal(0),
    "after_staff": "Flytter",
    "after_users": "Får et andet tilbud",
    "after_money": "Tilbage til reserven",
}
DESK = Secretariat("desk", Wording("Sekretariatet"))
# The mission then has another live initiative, so that P9 has nothing to say.
OTHER = joined(Initiative(id="other-one", code="I2", mission="mission"))


def both(*breaks: Break) -> Break:
    def apply(records: Any) -> Any:
        for one in breaks:
            records = one(records)
        return records

    return apply


BROKEN: list[tuple[str, str, str, str, Break]] = [
    ("P2", "I1", ONE, "gate_due", changed(ONE, gate_due=Period("2026-10-23"))),
    ("P3", "I1", ONE, "kill_criteria", joined(stopping())),
    ("P3", "I1", ONE, "kill_criteria", joined(stopping(), going_on(date=Period("2025-12-30")))),
    (
        "P3", "I1", ONE, "kill_criteria",
        joined(stopping(), going_on(state=DecisionState.ASKED)),
    ),
    ("P3", "B7", "goes-on", "rationale", joined(stopping(), going_on(rationale=" "))),
    ("P3", "B7", "goes-on", "decided_by", joined(stopping(), going_on(decided_by=""))),
    ("P4", "I1", ONE, "stage_since",
     changed(ONE, stage_since=Period("2025-04"), gate_due=Period("2026-11-01"))),
    ("P7", "Sekretariatet", "desk", "", joined(DESK, *gates(10, 1))),
    *(
        ("P8", "I1", ONE, field, both(changed(ONE, **CLOSED | {field: empty}), OTHER))
        for field, empty in (
            ("closing_reason", Wording()), ("learned", Wording()), ("freed", ()),
            ("freed_fte", None), ("after_staff", " "), ("after_users", ""), ("after_money", ""),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "label", "key", "field", "broken"), BROKEN)
def test_a_broken_rule_names_itself(
    rule: str, label: str, key: str, field: str, broken: Break
) -> None:
    found = [one for one in findings(broken(sound())) if one.rule == rule]
    assert [(one.label, one.key, one.field) for one in found] == [(label, key, field)]
    assert found[0].mend.msgid
    assert found[0].takeaway == 5


def test_green_is_named_while_a_decision_is_overdue() -> None:
    late = changed(ONE, gate_due=Period("2026-10-23"), overall_light=Light.GREEN)
    found = findings(late(sound()))
    assert [(one.rule, one.field) for one in found] == [("P2", "gate_due"), ("P2", "overall_light")]


@pytest.mark.parametrize(
    "sane",
    [
        changed(ONE, gate_due=Period("2026-10-24")),  # thirty days exactly
        joined(stopping(threshold=Decimal("5.01"))),
        joined(stopping(comparison=Comparison.AT_MOST, threshold=Decimal("4.99"))),
        joined(stopping(), going_on()),
        joined(stopping(), going_on(kind=DecisionKind.CLOSE, rationale="", decided_by="")),
        joined(stopping(), going_on(rationale=""), going_on(id="second", number="B8")),
        joined(stopping(kind=CriterionKind.SCALE)),
        joined(stopping(metric=None)),
        joined(Secretariat("desk"), *gates(9, 1)),  # ninety per cent exactly
        joined(Secretariat("desk"), *gates(9, 0)),  # too few to say anything
        both(changed(ONE, **CLOSED), OTHER),
    ],
)
def test_on_the_bound_there_is_nothing_to_say(sane: Break) -> None:
    assert [one.rule for one in findings(sane(sound())) if one.rule[0] == "P"] == []


def test_the_newest_figure_decides_and_the_threshold_itself_meets() -> None:
    better = Observation("o4", "metric", Period("2026-06"), Decimal("4.9"))
    assert "P3" in {one.rule for one in findings(joined(stopping())(sound()))}
    after = findings(joined(stopping(), better)(sound()))
    assert "P3" not in {one.rule for one in after}
