# SPDX-License-Identifier: Apache-2.0
"""G1, G2 and G7: each is broken once and names itself, its record, its field and the mending."""

from __future__ import annotations

import pytest

from missiondesk.domain.body import Body, BodyKind
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Ministry, Office, OfficeLevel
from missiondesk.domain.period import Period
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.domain.wording import Wording
from tests.domain.readiness.sound import Break, changed, findings, joined, sound, without
from tests.growth import growth

RULES = ("G1", "G2", "G7")


def a_letter(part: Raci, office: str, **item: str) -> Responsibility:
    return Responsibility(id=f"{part}-{office}", part=part, office=office, **item)  # type: ignore[arg-type]


def consulted(count: int) -> list[Entity]:
    """So many offices of a ministry that are consulted on the initiative."""
    offices = [Office(id=f"o{n}", level=OfficeLevel.OFFICIAL) for n in range(count)]
    return [*offices, *(a_letter(Raci.CONSULTED, it.id, initiative="initiative") for it in offices)]


def second_mission(**fields: object) -> list[Entity]:
    """Another mission, led by the other ministry, that promises the same in other spelling."""
    values: dict[str, object] = {
        "id": "twin",
        "mission": "mission2",
        "number": 1,
        "text": Wording("indføre  Ungeguider i alle kommuner (eksempel)."),
        "due": Period("2027"),
        "lead_office": "other",
    }
    mission = Mission(id="mission2", code="M2", state=MissionState.PROPOSED)
    return [mission, Commitment(**values | fields)]  # type: ignore[arg-type]


BREAKS: list[tuple[str, str, str, Severity, Break]] = [
    (
        "G1",
        "mission",
        "responsibilities",
        Severity.ERROR,
        joined(a_letter(Raci.ACCOUNTABLE, "other", mission="mission")),
    ),
    (
        "G1",
        "promise",
        "responsibilities",
        Severity.ERROR,
        joined(a_letter(Raci.ACCOUNTABLE, "other", commitment="promise")),
    ),
    ("G1", "initiative", "responsibilities", Severity.WARNING, changed("initiative", office=None)),
    (
        "G1",
        "initiative",
        "responsibilities",
        Severity.WARNING,
        joined(a_letter(Raci.ACCOUNTABLE, "minister", initiative="initiative")),
    ),
    (
        "G1",
        "mission",
        "responsibilities",
        Severity.WARNING,
        lambda records: changed("mission", accountable_office=None)(
            [
                *records,
                Responsibility(
                    id="b", part=Raci.ACCOUNTABLE, mission="mission", body="missionboard"
                ),
            ]
        ),
    ),
    (
        "G1",
        "initiative",
        "responsibilities",
        Severity.WARNING,
        joined(
            Responsibility(
                id="over", initiative="initiative", office="minister", valid_to=Period("2026-10")
            )
        ),
    ),
    ("G1", "initiative", "responsibilities", Severity.NOTE, joined(*consulted(6))),
    ("G1", "initiative", "responsibilities", Severity.NOTE, joined(*consulted(4))),
    (
        "G1",
        "gate",
        "responsibilities",
        Severity.WARNING,
        joined(Gate(id="gate", initiative="initiative", due=Period("2027-06"))),
    ),
    ("G2", "mission", "bodies", Severity.WARNING, without("group")),
    ("G2", "mission", "bodies", Severity.WARNING, without("missionboard")),
    ("G2", "group", "reports_to", Severity.WARNING, changed("group", reports_to=None)),
    ("G2", "minister", "ministry", Severity.WARNING, without("secretary")),
    ("G2", "group", "members", Severity.WARNING, without("groupseat")),
    ("G2", "missionboard", "members", Severity.WARNING, without("boardseat")),
    ("G2", "group", "reports_to", Severity.ERROR, changed("missionboard", reports_to="group")),
    (
        "G2",
        "secretary",
        "ministry",
        Severity.WARNING,
        lambda records: changed("initiative", office="secretary")(
            changed("minister", ministry="school")(records)
        ),
    ),
    (
        "G7",
        "twin",
        "text",
        Severity.WARNING,
        lambda records: [*changed("promise", co_offices=())(records), *second_mission()],
    ),
    (
        "G7",
        "copy",
        "office",
        Severity.WARNING,
        lambda records: [
            *changed("initiative", title=Wording("Ungeguider i alle kommuner"))(records),
            Initiative(
                id="copy", code="I2", office="other", title=Wording("Ungeguider i alle kommuner")
            ),
        ],
    ),
]


def governing(records: list[Entity]) -> list[Finding]:
    """Findings of these three rules."""
    return [one for one in findings(records) if one.rule in RULES]


def test_a_sound_mission_is_governed() -> None:
    assert governing(sound()) == []


@pytest.mark.parametrize(("rule", "key", "field", "severity", "break_it"), BREAKS)
def test_a_broken_rule_names_itself_its_record_and_field(
    rule: str, key: str, field: str, severity: Severity, break_it: Break
) -> None:
    found = governing(break_it(sound()))
    assert (rule, key, field, severity) in {
        (one.rule, one.key, one.field, one.severity) for one in found
    }
    assert all(one.message.msgid and one.mend.msgid and one.takeaway == 3 for one in found)


def test_five_consulted_among_many_are_borne() -> None:
    informed = [a_letter(Raci.INFORMED, f"i{n}", initiative="initiative") for n in range(5)]
    offices = [Office(id=f"i{n}", level=OfficeLevel.OFFICIAL) for n in range(5)]
    assert governing([*sound(), *consulted(5), *informed, *offices]) == []


def test_a_letter_that_is_over_counts_no_more() -> None:
    past = Responsibility(
        id="past",
        part=Raci.ACCOUNTABLE,
        mission="mission",
        office="other",
        valid_to=Period("2026-10"),
    )
    assert governing([*sound(), past]) == []


def test_who_shares_the_other_s_commitment_claims_nothing() -> None:
    assert governing([*sound(), *second_mission(co_offices=("minister",))]) == []
    assert governing([*sound(), *second_mission(lead_office="minister")]) == []
    few = second_mission(text=Wording("Halvere ventetiden"))
    short = changed("promise", text=Wording("Halvere ventetiden"))
    assert governing([*short(sound()), *few]) == []


def test_a_circle_above_goes_on_to_nobody_and_is_told_once() -> None:
    bodies = [
        Body(id="a", name=Wording("A"), kind=BodyKind.PERMANENT_SECRETARIES, reports_to="b"),
        Body(id="b", name=Wording("B"), kind=BodyKind.PERMANENT_SECRETARIES, reports_to="a"),
    ]
    found = governing([*changed("group", reports_to="a")(sound()), *bodies])
    assert [(one.rule, one.key) for one in found] == [("G2", "a")]


def test_what_is_not_agreed_or_not_running_is_not_judged() -> None:
    bare = without("group", "missionboard", "secretary")
    proposed = changed("mission", state=MissionState.PROPOSED)
    assert governing(proposed(bare(sound()))) == []
    idea = changed("initiative", stage=Stage.IDEA, office=None)
    assert governing(idea(bare(sound()))) == []


def test_each_initiative_is_looked_at_once() -> None:
    from missiondesk.domain.readiness import commanded, responsible
    from missiondesk.domain.situation import Situation
    from tests.domain.readiness.sound import TODAY

    def with_more(count: int) -> Situation:
        records: list[Entity] = [
            *sound(),
            *(
                Initiative(
                    id=f"n{n}",
                    code=f"N{n}",
                    mission="mission",
                    office=("minister", "other")[n % 2],
                    stage=Stage.PILOT,
                    title=Wording(f"Indsats nummer {n} i række"),
                )
                for n in range(count)
            ),
            Office(id="s2", ministry="school", level=OfficeLevel.PERMANENT_SECRETARY),
            Ministry(id="third"),
        ]
        kinds = {type(one) for one in records}
        return Situation(
            {kind: tuple(it for it in records if type(it) is kind) for kind in kinds}, TODAY
        )

    def judge(now: Situation) -> None:
        rules = (*responsible.RULES, *commanded.RULES)
        assert [one for rule in rules for one in rule(now)] == []

    assert growth(with_more, judge, 1_000, 5) < 13
