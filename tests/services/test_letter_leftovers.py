# SPDX-License-Identifier: Apache-2.0
"""No letter is cleared that would be printed with a gap, whatever stands in it and wherever."""

from __future__ import annotations

from dataclasses import asdict, replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.identity import new_id
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.letter import BlockKind, Letter, LetterState
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.placeholders import PLACEHOLDERS
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.placeholder_words import GAPS
from tests.builders import a_ministry, an_office
from tests.sample import a_sample
from tests.services.letter_desk import block_of, mission_of

MISSION_TEXTS = ("sentence", "narrative", "platform_reference", "challenge", "target_group")
METRIC_FACTS = ("baseline_value", "baseline_period", "target_value", "target_period")


def first_letter(desk: Desk) -> Letter:
    """A letter of a new workspace in which all red fields of the mission were filled, no more."""
    ministry = desk.organisation.add_ministry(a_ministry())
    office = desk.organisation.add_office(an_office(ministry=ministry.id))
    mission = desk.missions.add(Wording("Klimaneutral by"))
    desk.missions.revise(
        replace(
            mission,
            sentence=Wording("Byen udleder i 2030 højst 400 tusind ton."),
            narrative=Wording("Byen er med."),
            platform_reference=Wording("Kapitel 3"),
            accountable_office=office.id,
        )
    )
    metric = desk.metrics.of_mission(mission.id)
    desk.metrics.revise(
        replace(
            metric or OutcomeMetric(new_id(), mission=mission.id),
            name=Wording("Udledning"),
            unit=Wording("tusind ton"),
            baseline_value=Decimal(1000),
            baseline_period=Period("2024"),
            target_value=Decimal(400),
            target_period=Period("2030"),
        )
    )
    for title in ("Fjernvarme", "Elbusser"):
        desk.initiatives.add(Initiative(new_id(), mission=mission.id, title=Wording(title)))
    desk.milestones.add(
        Milestone(new_id(), mission=mission.id, title=Wording("Aftale"), due=Period("2027-06"))
    )
    letter = desk.letters.draft(mission.id)
    return desk.letters.revise(replace(letter, follow_up=Period("2027-03")))


def printed(desk: Desk, letter: Letter) -> str:
    """All that the letter says, one text after the other."""
    content = asdict(desk.letters.content(letter.id))
    return str({name: value for name, value in content.items() if name != "attachment"})


def gaps_in(text: str) -> list[str]:
    tr = translator("da")
    return [word for word in GAPS.values() if f"[{tr.say(word)}]" in text]


def test_what_is_missing_where_nobody_promised_or_signs_is_told_in_red_and_clears_nothing(
    desk: Desk,
) -> None:
    letter = first_letter(desk)
    assert [office.name for office in desk.letters.content(letter.id).signatories] == [""]
    faults = {(one.block, one.field) for one in desk.letters.problems(letter.id) if one.hinders}
    assert faults == {
        (BlockKind.ACCOUNTABLE, "commitments"),
        (BlockKind.SIGNATURE, "sender_offices"),
    }
    desk.letters.advance(letter.id, LetterState.CHECKED)
    with pytest.raises(Refused):
        desk.letters.advance(letter.id, LetterState.CLEARED)


@pytest.mark.parametrize("kind", list(BlockKind))
def test_a_placeholder_in_a_heading_is_told_at_its_block(sample: Desk, kind: BlockKind) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    block = block_of(sample, letter, kind)
    sample.letters.revise_block(replace(block, heading="Om {{mission.title}}", shown=True))
    there = sample.letters.content(letter.id).block(kind) is not None
    told = [
        one
        for one in sample.letters.problems(letter.id)
        if one.block is kind and one.hinders and ("name", "{{mission.title}}") in one.message.values
    ]
    assert len(told) == int(there)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Om {{mission.title her", "{{mission.title"),
        ("Om {{mission.titel} her", "{{mission.titel}"),
        ("Om {{ mission.title } her", "{{ mission.title }"),
        ("Om mission.title}} her", "mission.title}}"),
        ("Om {mission.title}} her", "{mission.title}}"),
        ("Om {Mission.Titel} her", "{Mission.Titel}"),
        ("Om {{mission.title}} og {{mission.code her", "{{mission.code"),
        ("Om {krølle} og {{mission.title}} her", ""),
    ],
)
def test_a_placeholder_without_all_its_braces_is_told_at_its_block(
    sample: Desk, typed: str, told: str
) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    block = block_of(sample, letter, BlockKind.CONTEXT)
    sample.letters.revise_block(replace(block, text=typed, shown=True))
    found = [
        dict(one.message.values)["text"]
        for one in sample.letters.problems(letter.id)
        if one.hinders and one.block is BlockKind.CONTEXT
    ]
    assert found == ([told] if told else [])


blocks = st.sampled_from(list(BlockKind))
braces = st.sampled_from([("{{", "}}"), ("{{", "}}"), ("{{", "}"), ("{{", ""), ("", "}}")])
texts = st.lists(
    st.tuples(blocks, st.sampled_from(sorted(PLACEHOLDERS)), st.booleans(), braces), max_size=4
)


@settings(max_examples=40)
@given(
    texts,
    st.sets(st.sampled_from(MISSION_TEXTS)),
    st.sets(st.sampled_from(METRIC_FACTS)),
    st.booleans(),
    st.sampled_from(["", "Bilag {{data.date}}", "Bilag"]),
)
def test_no_letter_is_cleared_whose_print_has_a_gap(
    typed: list[tuple[BlockKind, str, bool, tuple[str, str]]],
    untold: set[str],
    unknown: set[str],
    promised: bool,
    annex: str,
) -> None:
    desk = a_sample()
    try:
        letter = desk.letters.draft(mission_of(desk, "M6").id)
        letter = desk.letters.revise(
            replace(letter, follow_up=Period("2027-03"), annexes=(annex,) if annex else ())
        )
        blank(desk, letter, untold, unknown)
        if not promised:
            for one in desk.commitments.of_mission(letter.mission or ""):
                desk.commitments.remove(one.id)
        for kind, name, heading, (begin, end) in typed:
            block = block_of(desk, letter, kind)
            words = f"Se {begin}{name}{end} her."
            filled = {"heading": words} if heading else {"text": words}
            desk.letters.revise_block(replace(block, shown=True, **filled))
        desk.letters.advance(letter.id, LetterState.CHECKED)
        text = printed(desk, letter)
        if gaps_in(text) or "{{" in text or "}}" in text:
            with pytest.raises(Refused):
                desk.letters.advance(letter.id, LetterState.CLEARED)
        elif not any(one.hinders for one in desk.letters.problems(letter.id)):
            assert desk.letters.advance(letter.id, LetterState.CLEARED)
    finally:
        desk.close(discard=True)


def blank(desk: Desk, letter: Letter, untold: set[str], unknown: set[str]) -> None:
    """Take these texts of the mission away, and these facts of its key metric."""
    mission = desk.situation.get(Mission, letter.mission)
    metric = desk.metrics.of_mission(letter.mission or "")
    assert mission is not None and metric is not None
    desk.missions.revise(replace(mission, **dict.fromkeys(untold, Wording(""))))
    facts = replace(metric, **dict.fromkeys(unknown))
    if facts != metric:
        try:
            desk.metrics.revise(facts)
        except Refused:  # what is agreed is changed by a decision alone
            desk.metrics.change(facts, Wording("Afprøves"), "Sekretær")
