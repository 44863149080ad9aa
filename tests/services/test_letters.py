# SPDX-License-Identifier: Apache-2.0
"""Letters: composed from data, gaps found, cleared only without fault, and fixed once signed."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.initiative import Money, Stage
from missiondesk.domain.letter import BlockKind, Letter, LetterBlock, LetterKind, LetterState
from missiondesk.domain.metric import TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.placeholders import PLACEHOLDERS
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.placeholder_words import WORDS
from tests.sample import a_sample

UPWARDS = (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED, LetterState.ISSUED)


def mission_of(desk: Desk, code: str) -> Mission:
    found = desk.missions.with_code(code)
    assert found is not None
    return found


def letter_of(desk: Desk, code: str, language: str = "da") -> Letter:
    letters = desk.letters.of_mission(mission_of(desk, code).id)
    return next(one for one in letters if one.language == language)


def block_of(desk: Desk, letter: Letter, kind: BlockKind) -> LetterBlock:
    return next(one for one in desk.letters.blocks(letter.id) if one.kind is kind)


def signed(desk: Desk, letter: Letter) -> Letter:
    for state in UPWARDS[:3]:
        letter = desk.letters.advance(letter.id, state)
    return letter


def test_every_placeholder_has_words() -> None:
    assert set(WORDS) == PLACEHOLDERS


# -- drafting ------------------------------------------------------------------------------


def test_a_draft_has_22_blocks_the_right_reader_and_no_invented_date(sample: Desk) -> None:
    mission = mission_of(sample, "M6")
    letter = sample.letters.draft(mission.id)
    assert [one.kind for one in sample.letters.blocks(letter.id)] == list(BlockKind)
    assert letter.addressee_office == mission.accountable_office
    content = sample.letters.content(letter.id)
    assert content.addressee[:3] == ("Sundhedsminister", "Gro Eksempel", "Sundhedsministeriet")
    assert content.salutation == "Kære Gro"
    assert content.signatories[0].title == "Statsminister"
    assert content.copies == ("Finansminister",)
    assert letter.follow_up is None
    assert letter.date is None
    with pytest.raises(Refused):
        sample.letters.draft(mission.id)
    assert sample.letters.draft(mission.id, "en").language == "en"


def test_a_mission_whose_letter_is_in_force_gets_a_revision(sample: Desk) -> None:
    former = letter_of(sample, "M2")
    letter = sample.letters.draft(mission_of(sample, "M2").id)
    assert (letter.kind, letter.version) == (LetterKind.REVISION, 2)
    assert letter.supersedes == former.id
    sample.letters.revise(replace(letter, follow_up=Period("2027-01")))
    signed(sample, letter)
    sample.letters.advance(letter.id, LetterState.ISSUED)
    after = sample.letters.get(former.id)
    assert after is not None
    assert after.state is LetterState.SUPERSEDED
    assert "L6" not in {one.rule for one in sample.readiness.of(Letter, former.id)}


def test_a_sketch_writes_nothing(sample: Desk) -> None:
    before = sample.history.steps(1)[0]
    sample.printing.sketch(mission_of(sample, "M7").id, "en")
    sample.printing.plan("letters", "en")
    assert sample.history.steps(1)[0] == before


# -- what it says --------------------------------------------------------------------------


def test_the_goal_is_said_in_the_letters_language(sample: Desk) -> None:
    danish = sample.letters.content(letter_of(sample, "M3").id)
    english = sample.letters.content(letter_of(sample, "M3", "en").id)
    assert danish.goal is not None
    assert english.goal is not None
    assert ("Mål", "70\u00a0% under udgangspunktet (2030)") in danish.goal.facts
    assert ("Target", "70% below the baseline (2030)") in english.goal.facts
    assert danish.goal.rating_symbol == english.goal.rating_symbol == "●"
    assert "1" in danish.goal.method
    assert danish.goal.data_date == "30. oktober 2026"
    # 2025 + one year + 16 months of delay
    assert ("Next figure", "April 2028") in english.goal.facts


def test_the_sample_is_marked_and_so_is_a_draft(desk: Desk, sample: Desk) -> None:
    assert sample.letters.content(letter_of(sample, "M1").id).mark == "EKSEMPEL"
    assert sample.letters.content(letter_of(sample, "M3", "en").id).mark == "EXAMPLE"
    mission = desk.missions.add(Wording("Ny", "New"))
    assert desk.letters.content(desk.letters.draft(mission.id).id).mark == "UDKAST"
    assert desk.letters.content(desk.letters.draft(mission.id, "en").id).mark == "DRAFT"


def test_a_shared_commitment_stands_alike_in_every_letter(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    lead = letter_of(sample, "M1")
    shared = next(one for one in sample.commitments.of_mission(mission.id) if one.number == 4)
    other = sample.letters.draft(mission.id, "en")
    other = sample.letters.revise(
        replace(other, language="da", addressee_office=shared.lead_office)
    )
    rows = [
        {row.number: row for row in sample.letters.content(key).commitments}["4"]
        for key in (lead.id, other.id)
    ]
    assert len({(row.text, row.measure, row.due) for row in rows}) == 1
    assert rows[0].shared.startswith("Socialminister (")
    assert "og børne- og undervisningsminister" in rows[0].shared
    assert "Socialminister" not in rows[1].shared


def test_a_commitment_given_up_is_not_in_the_letter(sample: Desk) -> None:
    from missiondesk.domain.commitment import CommitmentStatus

    letter = letter_of(sample, "M4")
    first = sample.commitments.of_mission(letter.mission or "")[0]
    assert len(sample.letters.content(letter.id).commitments) == 3
    sample.commitments.revise(
        replace(first, status=CommitmentStatus.NOT_PURSUED, reason="Aftalt med parterne")
    )
    assert [row.number for row in sample.letters.content(letter.id).commitments] == ["2", "3"]


def test_the_first_100_days_are_told_apart(sample: Desk) -> None:
    timeline = sample.letters.content(letter_of(sample, "M1").id).timeline
    assert [row.title for row in timeline if row.first_100_days] == [
        "Køreplan fremlagt for regeringen"
    ]


def test_a_milestone_that_is_over_before_the_letter_is_not_in_it(sample: Desk) -> None:
    content = sample.letters.content(letter_of(sample, "M4").id)
    assert content.created == "2026-10-31"
    titles = [row.title for row in content.timeline]
    assert titles == ["Trepartsaftale om seniorer", "Lovpakke fremsat"], "one was due on 15 October"


def test_a_day_has_its_danish_article_and_a_month_has_none(sample: Desk) -> None:
    def follow_up(code: str) -> str:
        blocks = sample.letters.content(letter_of(sample, code).id).blocks
        return next(one for one in blocks if one.kind is BlockKind.FOLLOW_UP).paragraphs[0]

    assert "er aftalt til den 8. december 2026; derefter" in follow_up("M1")
    assert "er aftalt til februar 2027; derefter" in follow_up("M5")


def test_a_target_of_yes_or_no_makes_a_sentence(sample: Desk) -> None:
    blocks = sample.letters.content(letter_of(sample, "M5").id).blocks
    goal = next(one for one in blocks if one.kind is BlockKind.GOAL)
    assert "Målet er fuld opfyldelse (2030)." in goal.paragraphs[0]


def test_a_period_breaks_between_its_dates_only(sample: Desk) -> None:
    rows = sample.letters.content(letter_of(sample, "M4").id).initiatives
    assert [row.period.split(" ") for row in rows[:2]] == [
        ["januar\u00a02026", "–", "december\u00a02028"],
        ["marts\u00a02025", "–", "juni\u00a02027"],
    ]


def test_a_draft_without_commitments_says_that_they_are_missing(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    for one in sample.commitments.of_mission(letter.mission or ""):
        sample.commitments.remove(one.id)
    content = sample.letters.content(letter.id)
    assert content.commitments == ()
    accountable = next(one for one in content.blocks if one.kind is BlockKind.ACCOUNTABLE)
    assert accountable.paragraphs[-1] == "[forpligtelserne]"


def test_the_budget_adds_up(sample: Desk) -> None:
    budget = sample.letters.content(letter_of(sample, "M1").id).budget
    assert budget is not None
    assert budget.years == ("2026", "2027", "2028", "2029", "2030")
    assert budget.total == ("150,5", "168,5", "148,0", "130,0", "130,0")


def test_a_letter_promises_no_money_of_years_before_it_nor_of_what_is_closed(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    first, second, *_ = sample.initiatives.of_mission(letter.mission or "")
    frame = (Money(2025, 7_000_000_00), Money(2027, 1_000_000_00), Money(2029, 2_500_000_00))
    for one in sample.initiatives.of_mission(letter.mission or ""):
        sample.initiatives.revise(replace(one, frame=()))
    sample.initiatives.revise(replace(first, frame=frame))
    said = Wording("Andre gør det bedre")
    sample.initiatives.revise(
        replace(
            second,
            stage=Stage.CLOSED,
            frame=(Money(2028, 9_000_000_00),),
            closing_reason=said,
            learned=said,
            freed=(Money(2028, 1),),
            freed_fte=Decimal(0),
            after_staff="Tilbage",
            after_users="Andre tilbud",
            after_money="Reserven",
        )
    )
    content = sample.letters.content(letter.id)
    assert content.budget is not None
    assert content.budget.years == ("2027", "2028", "2029")
    assert [cells for _, cells in content.budget.rows] == [("1,0", "–", "2,5")]
    assert content.budget.total == ("1,0", "0,0", "2,5")
    resources = content.block(BlockKind.RESOURCES)
    assert resources is not None
    assert "3,5" in resources.paragraphs[0]
    assert "2027–2029" in resources.paragraphs[0]


def test_a_letter_whose_money_is_spent_speaks_of_none_and_says_so_to_its_writer(
    sample: Desk,
) -> None:
    letter = letter_of(sample, "M5")
    content = sample.letters.content(letter.id)
    assert content.budget is None
    assert content.block(BlockKind.RESOURCES) is None
    assert "Budgetramme" not in content.annexes
    told = [one for one in sample.letters.problems(letter.id) if one.field == "resources.years"]
    assert [(one.block, one.hinders) for one in told] == [(BlockKind.RESOURCES, False)]
    assert any(one.rule == "P10" for one in sample.readiness.of(Mission, letter.mission or ""))


def test_the_attachment_is_the_metric_as_data(sample: Desk) -> None:
    content = sample.letters.content(letter_of(sample, "M1").id)
    assert content.attachment_name == "m1-metric.json"
    data = json.loads(content.attachment)
    assert data["metric"]["baseline"] == {"period": "2016", "value": "7.1"}
    assert [one["value"] for one in data["observations"]] == ["7.1", "6.6"]
    assert data["rating"]["method"] == "growth-ratio 1"
    assert list(data) == sorted(data)


def test_a_hidden_block_takes_its_rows_along(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    for kind in (BlockKind.GOAL, BlockKind.TIMELINE, BlockKind.RESOURCES):
        sample.letters.revise_block(replace(block_of(sample, letter, kind), shown=False))
    content = sample.letters.content(letter.id)
    assert (content.goal, content.timeline, content.budget) == (None, (), None)
    assert content.block(BlockKind.GOAL) is None
    assert content.commitments


def test_goals_without_baseline_do_not_speak_of_one(sample: Desk) -> None:
    for shape in (TargetShape.BINARY, TargetShape.CUMULATIVE):
        mission = mission_of(sample, "M6")
        metric = sample.metrics.of_mission(mission.id)
        assert metric is not None
        sample.metrics.change(
            replace(metric, target_shape=shape), Wording("Eksempel", "Example"), "Udvalget"
        )
        text = {one.kind: one.text for one in sample.letters.sketch(mission.id, "da").blocks}
        assert "metric.baseline" not in text[BlockKind.GOAL]
        assert "metric.target" in text[BlockKind.GOAL]


# -- gaps ----------------------------------------------------------------------------------


def test_gaps_are_marked_in_words_and_named_with_their_block(desk: Desk) -> None:
    mission = desk.missions.add(Wording("Ny"))
    letter = desk.letters.draft(mission.id)
    context = desk.letters.content(letter.id).block(BlockKind.CONTEXT)
    assert context is not None
    assert "{{" not in "".join(context.paragraphs)
    assert any(text.startswith("[") for text in context.paragraphs)
    problems = desk.letters.problems(letter.id)
    places = {(one.block, one.field) for one in problems if one.hinders}
    assert (BlockKind.CONTEXT, "mission.narrative") in places
    assert (BlockKind.ADDRESSEE, "addressee_office") in places


def test_an_unknown_placeholder_is_a_fault(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    block = block_of(sample, letter, BlockKind.CONTEXT)
    sample.letters.revise_block(replace(block, text="Se {{mission.__class__}} her"))
    assert "[mission.__class__?]" in "".join(
        paragraph
        for one in sample.letters.content(letter.id).blocks
        for paragraph in one.paragraphs
    )
    fields = {one.field for one in sample.letters.problems(letter.id)}
    assert "mission.__class__" in fields


def test_a_letter_with_a_gap_is_neither_cleared_nor_exported_but_previewed(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    sample.letters.advance(letter.id, LetterState.CHECKED)
    with pytest.raises(Refused):
        sample.letters.advance(letter.id, LetterState.CLEARED)
    with pytest.raises(Refused):
        sample.printing.prepare_letter(letter.id)
    assert sample.printing.preview(letter.id).title.startswith("Missionsbrev")
    sample.letters.advance(letter.id, LetterState.DRAFT)
    assert sample.printing.prepare_letter(letter.id).name == "missionsbrev-M4-da.pdf"


@settings(max_examples=20)
@given(st.text(max_size=300))
def test_any_text_is_composed_and_nothing_of_it_is_evaluated(text: str) -> None:
    desk = a_sample()
    try:
        letter = letter_of(desk, "M4")
        block = block_of(desk, letter, BlockKind.CONTEXT)
        try:
            desk.letters.revise_block(replace(block, heading=text, text=text + "{{mission.title}}"))
        except Refused:
            return  # the workspace keeps no half characters
        shown = desk.letters.content(letter.id).block(BlockKind.CONTEXT)
        assert shown is not None
        assert "45.000 flere i arbejde" in "".join((*shown.paragraphs, *shown.bullets))
    finally:
        desk.close(discard=True)


# -- signing -------------------------------------------------------------------------------


def test_signing_numbers_and_dates_the_letter(sample: Desk) -> None:
    letter = signed(sample, letter_of(sample, "M3", "en"))
    assert letter.number == "2026-006"
    assert letter.date == Period("2026-10-31")


def test_a_signed_letter_is_never_edited(sample: Desk) -> None:
    letter = signed(sample, letter_of(sample, "M3", "en"))
    attempts = (
        lambda: sample.letters.revise(replace(letter, unit="Andet")),
        lambda: sample.letters.revise_block(replace(sample.letters.blocks(letter.id)[6], text="x")),
        lambda: sample.letters.remove(letter.id),
    )
    for attempt in attempts:
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.rule == "L7"


def test_a_signed_letter_says_what_was_true_when_it_was_signed(sample: Desk) -> None:
    letter = signed(sample, letter_of(sample, "M3", "en"))
    before = sample.letters.content(letter.id)
    mission = mission_of(sample, "M3")
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    other = replace(metric, target_value=Decimal(-55))
    sample.metrics.change(other, Wording("Eksempel", "Example"), "Udvalget")
    sample.metrics.record(metric.id, sample.metrics.observations(metric.id)[:1])
    sample.commitments.add(Commitment("", mission=mission.id, text=Wording("Ny", "New")))
    sample.commitments.remove(sample.commitments.of_mission(mission.id)[0].id)
    sample.missions.revise(replace(mission, title=Wording("Andet", "Other")))
    sample.initiatives.remove(sample.initiatives.of_mission(mission.id)[0].id)
    sample.organisation.appoint(letter.addressee_office or "", "Ny Eksempel", Period("2026-10-31"))
    assert sample.letters.content(letter.id) == before
    for _ in range(7):
        sample.history.undo()
    assert sample.letters.content(letter.id) == before


def test_issuing_is_where_undo_stops(sample: Desk) -> None:
    letter = signed(sample, letter_of(sample, "M3", "en"))
    sample.letters.advance(letter.id, LetterState.ISSUED)
    assert sample.history.undoable is None
    with pytest.raises(Refused):
        sample.history.undo()


def test_the_state_is_moved_by_its_own_verb(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    with pytest.raises(Refused):
        sample.letters.revise(replace(letter, state=LetterState.SIGNED))
    with pytest.raises(Refused):
        sample.letters.advance(letter.id, LetterState.SIGNED)


def test_at_most_three_sign(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    offices = tuple(office.id for office in sample.organisation.offices()[:4])
    with pytest.raises(Refused) as refused:
        sample.letters.revise(replace(letter, sender_offices=offices))
    assert refused.value.field == "sender_offices"
    changed = sample.letters.revise(replace(letter, sender_offices=offices[:3]))
    assert len(sample.letters.content(changed.id).signatories) == 3


def test_another_addressee_brings_the_holder_along(sample: Desk) -> None:
    letter = letter_of(sample, "M4")
    office = next(one for one in sample.organisation.offices() if one.title.da == "Kulturminister")
    changed = sample.letters.revise(replace(letter, addressee_office=office.id))
    assert sample.letters.content(changed.id).salutation == "Kære Karen"
    nobody = sample.letters.revise(replace(changed, addressee_office=None))
    assert nobody.addressee_person is None


def test_a_total_says_its_last_year_once(sample: Desk) -> None:
    mission = mission_of(sample, "M6")
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    total = replace(
        metric,
        target_shape=TargetShape.CUMULATIVE,
        cumulative_from=Period("2026"),
        target_period=Period("2029"),
    )
    sample.metrics.change(total, Wording("Eksempel", "Example"), "Udvalget")
    goal = sample.letters.content(sample.letters.draft(mission.id, "en").id).goal
    assert goal is not None
    (target,) = [value for name, value in goal.facts if name == "Target"]
    assert target.endswith("in all, counted from 2026 (2029)")
