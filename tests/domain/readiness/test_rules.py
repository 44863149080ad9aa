# SPDX-License-Identifier: Apache-2.0
"""Each rule is broken once and names itself, its field and its subject; sound records pass."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.finding import Severity
from missiondesk.domain.initiative import Initiative, Money
from missiondesk.domain.letter import LetterKind, LetterState
from missiondesk.domain.metric import (
    Direction,
    IndicatorKind,
    Observation,
    OutcomeMetric,
    Periodicity,
    TargetShape,
)
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Appointment, OfficeLevel
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from tests.domain.readiness.sound import Break, changed, findings, joined, sound, without

D = Decimal
METRIC = "metric"
MISSION = "mission"
DECISION = MetricChange(
    id="change",
    metric="metric",
    decided=Period("2026-06-15"),
    fields=("definition",),
    reason=Wording("Ny opgørelse"),
    decided_by="Koordinationsudvalget",
)

BREAKS: list[tuple[str, str, str, Break]] = [
    ("M1", "M1", "", without(METRIC)),
    ("M1", "M1", "", joined(OutcomeMetric(id="second", mission=MISSION, key=True))),
    ("M2", "M1", "unit", changed(METRIC, unit=Wording())),
    ("M2", "M1", "direction", changed(METRIC, direction=None)),
    ("M2", "M1", "source", changed(METRIC, source=Wording())),
    ("M2", "M1", "publisher", changed(METRIC, publisher=Wording())),
    ("M2", "M1", "periodicity", changed(METRIC, periodicity=None)),
    ("M3", "M1", "baseline_value", changed(METRIC, baseline_value=None)),
    ("M3", "M1", "baseline_period", changed(METRIC, baseline_period=None)),
    ("M4", "M1", "target_value", changed(METRIC, target_value=None)),
    ("M4", "M1", "target_period", changed(METRIC, target_period=None)),
    ("M4", "M1", "target_period", changed(METRIC, target_period=Period("2016"))),
    ("M4", "M1", "target_value", changed(METRIC, target_value=D("7.1"))),
    ("M5", "M1", "periodicity", changed(METRIC, target_period=Period("2018"))),
    (
        "M5",
        "M1",
        "periodicity",
        changed(METRIC, periodicity=Periodicity.FOUR_YEARS, baseline_period=Period("2024")),
    ),
    ("M6", "M1", "sentence", changed(MISSION, sentence=Wording("Færre unge uden job i 2030."))),
    ("M6", "M1", "sentence", changed(MISSION, sentence=Wording("Halvt så mange uden job."))),
    ("M7", "M1", "sentence", changed(MISSION, sentence=Wording("Styrke de unges trivsel."))),
    ("M8", "M1", "target_shape", changed(METRIC, target_shape=TargetShape.BINARY)),
    ("A1", "M1", "target_value", changed(METRIC, target_value=D("4.2"))),
    ("A2", "M1", "target_value", changed(METRIC, target_period=Period("2027"))),
    ("A3", "M1", "co_offices", changed(MISSION, co_offices=())),
    ("A3", "M1", "actor_types", changed(MISSION, actor_types=())),
    ("A4", "M1", "horizon", changed(MISSION, horizon=Period("2028"))),
    ("A5", "M1", "sentence", changed(MISSION, sentence=Wording("I 2030 er 3 " + "ord " * 24))),
    ("A5", "M1", "sentence", changed(MISSION, sentence=Wording())),
    (
        "A5",
        "M1",
        "sentence",
        changed(MISSION, sentence=Wording("Uddannelsesinstitutionernes frafaldsprocent 3 i 2030.")),
    ),
    ("L1", "M1", "accountable_office", changed(MISSION, accountable_office=None)),
    ("L1", "M1", "accountable_office", changed("minister", level=OfficeLevel.OFFICIAL)),
    ("L1", "M1", "accountable_office", changed("minister", valid_to=Period("2026-10-31"))),
    ("L1", "M1", "accountable_office", changed("minister", valid_from=Period("2027-01-01"))),
    ("L1", "M1", "accountable_office", without("held")),
    (
        "L1",
        "M1",
        "accountable_office",
        joined(Appointment(id="two", office="minister", person="person")),
    ),
    ("L2", "M1.1", "lead_office", changed("promise", lead_office=None)),
    ("L2", "M1.1", "co_offices", changed("promise", co_offices=("minister",))),
    ("L3", "M1.1", "text", changed("promise", text=Wording("Udvikle og udbrede ungeguider"))),
    ("L4", "M1.1", "due", changed("promise", due=None)),
    (
        "L5",
        "Beskæftigelsesminister",
        "",
        joined(
            *(
                Commitment(
                    id=f"c{n}",
                    mission=MISSION,
                    number=n,
                    text=Wording(f"Sende rapport {n}"),
                    due=Period("2027"),
                    lead_office="minister",
                )
                for n in range(2, 14)
            )
        ),
    ),
    ("L6", "M1", "addressee_office", changed("letter", addressee_person="former")),
    ("L9", "M1", "follow_up", changed("letter", follow_up=None)),
    ("L10", "M1", "shown", changed("block", shown=False)),
    (
        "L10",
        "M1.2",
        "text",
        joined(
            Commitment(
                id="twin",
                mission=MISSION,
                number=2,
                text=Wording("Indføre ungeguider i  alle kommuner."),
                due=Period("2027"),
                lead_office="other",
            )
        ),
    ),
    ("M4", "M1", "band_low", changed(METRIC, direction=Direction.BAND)),
    ("D2", "M1", "reason", joined(replace(DECISION, reason=Wording()))),
    ("D2", "M1", "decided_by", joined(replace(DECISION, decided_by=" "))),
    ("D2", "M1", "decided", joined(replace(DECISION, decided=Period("2026-12-01")))),
    ("D3", "M1", "confidence", changed("status", confidence=Confidence.PROBABLE)),
    ("D4", "M1", "confidence", changed("status", period=Period("2026-08-22"))),
    ("D4", "M1", "confidence", without("status")),
    ("D6", "M1", "learning", without("learned")),
    ("D6", "M1", "learning", changed("learned", period=Period("2026-06"))),
    ("D9", "M1", "observations", without("o3")),
    ("D9", "M1", "observations", without("o2", "o3")),
    (
        "D10",
        "M1",
        "indicators",
        joined(
            *(
                OutcomeMetric(
                    id=f"i{n}", mission=MISSION, key=False, indicator=IndicatorKind.IMPACT
                )
                for n in range(7)
            )
        ),
    ),
    ("D10", "M1", "indicator", joined(OutcomeMetric(id="i", mission=MISSION, key=False))),
    ("P1", "I1", "hypothesis", changed("initiative", hypothesis=Wording())),
    ("P1", "I1", "contribution", changed("initiative", contribution=None)),
    ("P1", "I1", "kill_criteria", changed("initiative", kill_criteria=Wording())),
    ("P1", "I1", "gate_due", changed("initiative", gate_due=None)),
    ("P9", "M1", "", without("initiative")),
    ("P10", "M1", "", changed("initiative", frame=(Money(2021, 1), Money(2025, 1)))),
    ("P9", "I2", "mission", joined(Initiative(id="orphan", code="I2"))),
]


def test_a_sound_mission_has_no_findings() -> None:
    assert findings(sound()) == ()


@pytest.mark.parametrize(("rule", "label", "field", "break_it"), BREAKS)
def test_a_broken_rule_names_itself_and_its_place(
    rule: str, label: str, field: str, break_it: Break
) -> None:
    found = findings(break_it(sound()))
    assert (rule, label, field) in {(one.rule, one.label, one.field) for one in found}
    named = next(one for one in found if one.rule == rule and one.field == field)
    assert named.message.msgid
    assert named.mend.msgid
    assert named.takeaway == {"M": 1, "A": 1, "L": 2, "D": 4, "P": 5}[rule[0]]


def test_an_office_that_is_still_to_come_is_not_called_gone() -> None:
    found = findings(changed("minister", valid_from=Period("2027-01-01"))(sound()))
    said = [one.message.msgid for one in found if one.rule == "L1"]
    assert said == ["The office {title} does not begin until {date}."]


@pytest.mark.parametrize("start", ["2027", "2027-03", "2027-03-01"])
def test_when_an_office_begins_is_said_in_english_of_a_year_too(start: str) -> None:
    found = findings(changed("minister", valid_from=Period(start))(sound()))
    (said,) = (translator("en").tell(one.message) for one in found if one.rule == "L1")
    assert " on " not in said.partition("begin")[2]


def test_five_missions_are_bearable_and_six_are_not() -> None:
    def owned(count: int) -> list[str]:
        more = joined(
            *(
                Mission(
                    id=f"m{n}",
                    code=f"M{n}",
                    state=MissionState.ACTIVE,
                    accountable_office="minister",
                )
                for n in range(2, count + 1)
            )
        )
        return [one.rule for one in findings(more(sound()))]

    assert "L5" not in owned(5)
    assert "L5" in owned(6)


@pytest.mark.parametrize("state", [MissionState.ACHIEVED, MissionState.CLOSED])
def test_what_is_over_is_left_alone(state: MissionState) -> None:
    over = changed(MISSION, state=state, sentence=Wording(), accountable_office=None)
    assert {one.rule for one in findings(over(sound())) if one.kind == "mission"} == set()


def test_what_an_idea_lacks_is_told_as_a_note() -> None:
    idea = changed(MISSION, state=MissionState.IDEA, sentence=Wording(), accountable_office=None)
    bare = changed(METRIC, baseline_value=None)
    found = [one for one in findings(bare(idea(sound()))) if one.kind in ("mission", "metric")]
    assert {one.rule for one in found} >= {"M3", "A5", "L1"}
    assert {one.severity for one in found} == {Severity.NOTE}


def test_what_is_missing_weighs_more_once_the_mission_is_agreed() -> None:
    proposed = changed(MISSION, state=MissionState.PROPOSED)
    broken = changed(METRIC, baseline_value=None)
    assert findings(broken(proposed(sound())))[0].severity is Severity.WARNING
    assert findings(broken(sound()))[0].severity is Severity.ERROR


def test_a_signed_letter_to_a_former_minister_is_an_error() -> None:
    signed = changed("letter", state=LetterState.SIGNED, addressee_person="former")
    found = [one for one in findings(signed(sound())) if one.rule == "L6"]
    assert [one.severity for one in found] == [Severity.ERROR]
    title = dict(found[0].message.values)["title"]
    assert isinstance(title, Wording) and title.da[0].islower()
    recalled = changed("letter", state=LetterState.RECALLED, addressee_person="former")
    assert [one for one in findings(recalled(sound())) if one.rule == "L6"] == []


def test_a_recall_leaves_out_commitments_without_fault() -> None:
    """It asked for blocks that a letter of its kind does not have, as an error."""
    hidden = changed("block", shown=False)(sound())
    assert any(one.rule == "L10" for one in findings(hidden))
    recall = changed("letter", kind=LetterKind.RECALL)(hidden)
    assert [one for one in findings(recall) if one.rule == "L10"] == []


@pytest.mark.parametrize(
    ("state", "vacant", "mend"),
    [
        (LetterState.ISSUED, False, "Draft a revision to {name}, and issue that."),
        (LetterState.SIGNED, False, "Do not issue it as it is: draft a revision to {name}."),
        (
            LetterState.SIGNED,
            True,
            "Appoint somebody to the office; then draft a revision of the letter.",
        ),
        (LetterState.DRAFT, False, "Address the draft to {name}."),
        (LetterState.DRAFT, True, "Appoint somebody to the office, or choose another addressee."),
    ],
)
def test_what_l6_asks_for_can_be_done_with_the_letter_as_it_stands(
    state: LetterState, vacant: bool, mend: str
) -> None:
    """A letter that was never issued was to be issued anew, to a minister who was not there."""
    records = changed("letter", state=state)(sound())
    if vacant:
        records = [one for one in records if not isinstance(one, Appointment)]
    else:
        records = changed("letter", addressee_person="former")(records)
    found = next(one for one in findings(records) if one.rule == "L6")
    assert found.mend.msgid == mend


def test_a_goal_that_is_done_or_not_needs_no_baseline() -> None:
    binary = changed(
        METRIC, target_shape=TargetShape.BINARY, target_value=D(1), baseline_value=None
    )
    clean = without("o1", "o2", "o3")
    more = joined(Observation(id="o", metric=METRIC, period=Period("2026"), value=D(0)))
    assert {one.rule for one in findings(more(clean(binary(sound()))))} == set()


def test_the_worst_stands_first_and_the_order_is_stable() -> None:
    broken = changed(MISSION, accountable_office=None, horizon=Period("2028"), co_offices=())
    found = findings(broken(sound()))
    assert [one.severity.rank for one in found] == sorted(one.severity.rank for one in found)
    assert findings(broken(sound())) == found


def test_a_decided_change_and_a_reasoned_difference_are_in_order() -> None:
    fine = joined(DECISION)
    apart = changed(
        "status", confidence=Confidence.PROBABLE, narrative="Loven virker først i 2028."
    )
    assert findings(apart(fine(sound()))) == ()


@pytest.mark.parametrize("state", [MissionState.AGREED, MissionState.PAUSED])
def test_status_learning_and_data_are_asked_of_active_missions_only(state: MissionState) -> None:
    quiet = changed(MISSION, state=state)
    bare = without("status", "learned", "o2", "o3")
    assert not [one for one in findings(quiet(bare(sound()))) if one.rule[0] == "D"]


def test_a_young_mission_is_given_its_first_quarter() -> None:
    young = changed(MISSION, start=Period("2026-09"))
    bare = without("status", "learned")
    assert not [one for one in findings(young(bare(sound()))) if one.rule in ("D4", "D6")]


def test_a_figure_is_first_overdue_then_no_longer_current() -> None:
    def data(*gone: str) -> list[Severity]:
        return [one.severity for one in findings(without(*gone)(sound())) if one.rule == "D9"]

    assert data() == []
    assert data("o3") == [Severity.NOTE]
    assert data("o2", "o3") == [Severity.WARNING]
