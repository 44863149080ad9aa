# SPDX-License-Identifier: Apache-2.0
"""Five kinds of letters, the part common to all of them, and what hinders them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import (
    BlockKind,
    Classification,
    CommonBlock,
    Letter,
    LetterKind,
    LetterState,
)
from missiondesk.domain.letter_kinds import COMMON, LEFT_OUT
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.mission import MissionState, Publication
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from tests.documents.inspection import failures
from tests.services.letter_desk import (
    block_of,
    followed,
    mission_of,
    moved,
    now,
    numbered,
    office_of,
)

LANGUAGES = ("da", "en")


# -- shared ------------------------------------------------------------------------------------


def test_a_shared_letter_has_its_readers_part_word_for_word(sample: Desk) -> None:
    mission, social = mission_of(sample, "M1"), office_of(sample, "Socialminister")
    letter = sample.letters.draft(mission.id, kind=LetterKind.SHARED, addressee=social)
    content = sample.letters.content(letter.id)
    assert content.subject == "Fælles missionsbrev: Flere unge i job eller uddannelse"
    assert content.salutation == "Kære Esther"
    context = content.block(BlockKind.CONTEXT)
    assert context is not None
    assert "ledes af beskæftigelsesminister Carla Eksempel" in context.paragraphs[0]
    lead = {
        row.number: row
        for row in sample.letters.content(numbered(sample, "2026-001").id).commitments
    }
    assert 0 < len(content.commitments) < len(lead)
    for row in content.commitments:
        twin = lead[row.number]
        assert (row.text, row.measure, row.due, row.lead) == (
            twin.text, twin.measure, twin.due, twin.lead,
        )  # fmt: skip
    shown = {block.kind for block in content.blocks}
    assert not shown & LEFT_OUT[LetterKind.SHARED]
    assert content.copies[0] == "Beskæftigelsesminister"
    assert "Socialminister" not in content.copies


def test_a_shared_letter_needs_another_reader_than_the_accountable(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    for addressee in (None, mission.accountable_office, "00000000-0000-0000-0000-000000000000"):
        with pytest.raises(Refused):
            sample.letters.draft(mission.id, kind=LetterKind.SHARED, addressee=addressee)


def test_letters_to_two_readers_are_drafted_beside_each_other(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    readers = [office_of(sample, title) for title in ("Socialminister", "Sundhedsminister")]
    for reader in readers:
        sample.letters.draft(mission.id, kind=LetterKind.SHARED, addressee=reader)
    with pytest.raises(Refused):
        sample.letters.draft(mission.id, kind=LetterKind.SHARED, addressee=readers[0])
    revision = sample.letters.draft(mission.id)
    assert revision.kind is LetterKind.REVISION
    assert revision.supersedes == numbered(sample, "2026-001").id


def test_a_new_shared_letter_replaces_only_its_own_former(sample: Desk) -> None:
    mission, social = mission_of(sample, "M1"), office_of(sample, "Socialminister")
    first = sample.letters.draft(mission.id, kind=LetterKind.SHARED, addressee=social)
    moved(sample, followed(sample, first), LetterState.ISSUED)
    second = sample.letters.draft(mission.id, kind=LetterKind.SHARED, addressee=social)
    assert (second.kind, second.supersedes) == (LetterKind.REVISION, first.id)
    content = sample.letters.content(second.id)
    assert content.subject.startswith("Fælles missionsbrev")
    context = content.block(BlockKind.CONTEXT)
    assert context is not None
    assert context.paragraphs[0] == "Dette brev afløser brev 2026-006 af 31. oktober 2026."
    moved(sample, followed(sample, second), LetterState.ISSUED)
    assert now(sample, first).state is LetterState.SUPERSEDED
    assert numbered(sample, "2026-001").state is LetterState.ACKNOWLEDGED


# -- to all ministers --------------------------------------------------------------------------


def test_a_letter_to_all_ministers_has_a_line_for_each_live_mission(desk_of: Desk) -> None:
    letter = desk_of.letters.draft(None, "en")
    content = desk_of.letters.content(letter.id)
    live = [one for one in desk_of.situation.missions if one.state.live]
    assert [line.code for line in content.missions] == sorted(one.code for one in live)
    first = content.missions[0]
    assert first.target == "3.5% (2030)"
    assert first.minister == "Minister for Employment, Carla Eksempel"
    assert content.addressee == ("The ministers of the Government",)
    assert "Minister for Health" in content.copies
    assert "Prime Minister" not in content.copies
    assert (content.goal, content.commitments, content.attachment) == (None, (), b"")
    assert not [
        one for one in desk_of.letters.problems(letter.id) if one.field == "addressee_office"
    ]


@pytest.fixture
def desk_of(sample: Desk) -> Desk:
    """The sample without its own draft to all ministers."""
    for letter in sample.letters.of_mission(""):
        sample.letters.remove(letter.id)
    return sample


def test_a_letter_to_all_ministers_comes_once_and_is_about_no_mission(sample: Desk) -> None:
    with pytest.raises(Refused):
        sample.letters.draft(None)
    with pytest.raises(Refused):
        sample.letters.draft(mission_of(sample, "M1").id, "en", LetterKind.CABINET)
    with pytest.raises(Refused):
        sample.letters.draft(None, "en", LetterKind.MISSION)
    assert sample.letters.name(sample.letters.of_mission("")[0].id) == "Brev til hele regeringen"


def test_an_office_that_gets_the_letter_is_not_removed(sample: Desk) -> None:
    letter = sample.letters.of_mission("")[0]
    assert letter.co_addressees
    with pytest.raises(Refused):
        sample.organisation.remove_office(letter.co_addressees[-1])


def test_a_mission_that_is_over_has_no_line(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    sample.missions.advance(mission.id, MissionState.ACHIEVED)
    content = sample.letters.content(sample.letters.of_mission("")[0].id)
    assert "M1" not in [line.code for line in content.missions]


def test_the_public_letter_to_all_names_no_internal_mission(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    sample.missions.revise(replace(mission, publication=Publication.INTERNAL))
    letter = sample.letters.of_mission("")[0]
    sample.letters.revise(replace(letter, classification=Classification.PUBLISHABLE))
    letter = moved(sample, letter, LetterState.ISSUED)
    plan = sample.printing.plan("letters", "da", public=True)
    job = next(
        one for one in plan.jobs if one.name == "brev-til-ministrene-2026-006-offentlig-da.pdf"
    )
    assert job.letter is not None
    assert "M1" not in [line.code for line in job.letter.content.missions]
    assert "M1" in [line.code for line in sample.letters.content(letter.id).missions]


# -- recall and revision -----------------------------------------------------------------------


def test_a_recall_says_which_letter_from_when_and_why(sample: Desk) -> None:
    former = numbered(sample, "2026-001")
    recall = sample.letters.recall(former.id)
    assert [one.field for one in sample.letters.problems(recall.id) if one.hinders] == [
        "recall.reason"
    ]
    sample.letters.advance(recall.id, LetterState.CHECKED)
    with pytest.raises(Refused):
        sample.letters.advance(recall.id, LetterState.CLEARED)
    block = block_of(sample, recall, BlockKind.CONTEXT)
    text = block.text.replace("{{recall.reason}}", "Missionen er samlet med en anden.")
    sample.letters.advance(recall.id, LetterState.DRAFT)
    sample.letters.revise_block(replace(block, text=text))
    content = sample.letters.content(recall.id)
    context = content.block(BlockKind.CONTEXT)
    assert context is not None
    assert context.paragraphs[0] == (
        "Vi kalder hermed vores brev 2026-001 af 22. juni 2026 tilbage. Det gælder ikke længere "
        "fra den 31. oktober 2026."
    )
    assert content.subject == "Tilbagekaldelse af brev 2026-001"
    assert len([one for one in content.blocks if one.heading]) <= 1
    assert (content.commitments, content.elsewhere, content.missions) == ((), (), ())
    issued = moved(sample, recall, LetterState.ISSUED)
    assert now(sample, former).state is LetterState.RECALLED
    assert now(sample, former).state_date == issued.state_date
    assert not [one for one in sample.readiness.of(Letter, recall.id) if one.rule in ("L6", "L9")]


def test_only_one_in_force_is_recalled_or_replaced_and_only_once(sample: Desk) -> None:
    draft = next(one for one in sample.letters.all() if one.state is LetterState.DRAFT)
    for verb in (sample.letters.recall, sample.letters.supersede):
        for key in (draft.id, numbered(sample, "2026-004").id):
            with pytest.raises(Refused):
                verb(key)
        verb(numbered(sample, "2026-001").id)
        with pytest.raises(Refused):
            verb(numbered(sample, "2026-001").id)


def test_a_revision_keeps_the_words_and_goes_to_todays_minister(sample: Desk) -> None:
    former = numbered(sample, "2026-002")
    revision = sample.letters.supersede(former.id)
    assert (revision.kind, revision.version, revision.supersedes) == (
        LetterKind.REVISION, 2, former.id,
    )  # fmt: skip
    assert (revision.number, revision.date, revision.state) == ("", None, LetterState.DRAFT)
    assert sample.letters.content(revision.id).salutation == "Kære Gro"
    old, new = (
        {one.kind: one.text for one in sample.letters.blocks(key)}
        for key in (former.id, revision.id)
    )
    assert new.pop(BlockKind.CONTEXT).endswith(old.pop(BlockKind.CONTEXT))
    assert new == old


def test_a_letter_in_another_language_replaces_nothing(sample: Desk) -> None:
    danish = numbered(sample, "2026-001")
    english = sample.letters.draft(mission_of(sample, "M1").id, "en")
    assert (english.kind, english.version) == (LetterKind.MISSION, 1)
    assert english.supersedes is None
    assert danish.language == "da" and danish.state.in_force


def test_a_draft_whose_former_is_no_longer_in_force_is_hindered(sample: Desk) -> None:
    former = numbered(sample, "2026-001")
    revision = followed(sample, sample.letters.supersede(former.id))
    recall = sample.letters.recall(former.id, "Aftalt.")
    moved(sample, recall, LetterState.ISSUED)
    assert "supersedes" in {
        one.field for one in sample.letters.problems(revision.id) if one.hinders
    }


def test_the_kind_alone_finds_the_letter_in_force(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    former = numbered(sample, "2026-001")
    assert sample.letters.draft(mission.id, kind=LetterKind.RECALL).supersedes == former.id
    assert sample.letters.draft(mission.id, kind=LetterKind.REVISION).supersedes == former.id
    for mission_id, language in ((mission.id, "en"), (None, "da")):
        with pytest.raises(Refused):
            sample.letters.draft(mission_id, language, LetterKind.REVISION)


# -- the common part ---------------------------------------------------------------------------


def test_the_first_draft_lays_the_common_part_down_in_its_own_step(desk: Desk) -> None:
    assert [one.kind for one in desk.letters.common("da")] == list(COMMON)
    assert desk.situation.all(CommonBlock) == ()
    mission = desk.missions.add(Wording("Ny"))
    letter = desk.letters.draft(mission.id)
    laid = desk.situation.all(CommonBlock)
    assert laid == desk.letters.common("da")
    followers = [one for one in desk.letters.blocks(letter.id) if one.common]
    assert [one.kind for one in followers] == list(COMMON)
    assert [one.text for one in followers] == [one.text for one in laid]
    desk.history.undo()
    assert desk.situation.all(CommonBlock) == ()


def test_letters_that_follow_say_the_new_common_text_and_others_do_not(sample: Desk) -> None:
    first = sample.letters.draft(mission_of(sample, "M6").id)
    second = _draft_of(sample, "M4")
    own = block_of(sample, second, BlockKind.PRINCIPLES)
    assert own.common
    left = sample.letters.follow_common(own.id, False)
    assert (left.common, left.text) == (False, own.text)
    part = next(one for one in sample.letters.common("da") if one.kind is BlockKind.PRINCIPLES)
    sample.letters.revise_common(replace(part, text="Vi hjælper hinanden, {{mission.code}}."))
    assert _principles(sample, first) == ("Vi hjælper hinanden, M6.",)
    assert "ét hold" in _principles(sample, second)[0]
    sample.letters.follow_common(own.id, True)
    assert _principles(sample, second) == ("Vi hjælper hinanden, M4.",)
    with pytest.raises(Refused):
        sample.letters.revise_common(replace(part, text=" "))
    with pytest.raises(Refused):
        sample.letters.follow_common(block_of(sample, first, BlockKind.GOAL).id, True)


def _principles(desk: Desk, letter: Letter) -> tuple[str, ...]:
    block = desk.letters.content(letter.id).block(BlockKind.PRINCIPLES)
    assert block is not None
    return block.paragraphs


def test_typing_other_words_leaves_the_common_part_and_hiding_does_not(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    block = block_of(sample, letter, BlockKind.ADJUSTMENT)
    hidden = sample.letters.revise_block(replace(block, shown=False))
    assert (hidden.common, hidden.text) == (True, "")
    own = sample.letters.revise_block(replace(block, text="Egne ord."))
    assert (own.common, own.text, own.heading) == (False, "Egne ord.", block.heading)


def test_a_letter_keeps_the_common_part_of_its_signing(sample: Desk) -> None:
    letter = numbered(sample, "2026-003")
    before = sample.letters.content(letter.id)
    blocks = sample.letters.blocks(letter.id)
    for part in sample.letters.common("da"):
        sample.letters.revise_common(replace(part, text="Helt andre ord."))
    assert sample.letters.content(letter.id) == before
    assert sample.letters.blocks(letter.id) == blocks
    with pytest.raises(Refused) as refused:
        sample.letters.follow_common(block_of(sample, letter, BlockKind.PRINCIPLES).id, False)
    assert refused.value.rule == "L7"


def test_a_block_says_what_it_will_print_while_it_is_typed(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    block = block_of(sample, letter, BlockKind.CONTEXT)
    typed = replace(block, text="Kære {{addressee.first_name}}\n\n- {{mission.code}}\n- {{nej}}")
    assert sample.letters.spoken_text(typed) == "Kære Gro\n\n- M6\n- [nej?]"
    common = block_of(sample, letter, BlockKind.FOLLOW_UP)
    assert "[datoen for den første opfølgning]" in sample.letters.spoken_text(common)
    assert block_of(sample, letter, BlockKind.CONTEXT) == block


# -- other missions' commitments ---------------------------------------------------------------


def test_promises_elsewhere_stand_as_in_their_own_missions_letter(sample: Desk) -> None:
    content = sample.letters.content(numbered(sample, "2026-001").id)
    assert content.annexes[-2:] == ("Forpligtelser i andre missioner", "Styring")
    own = {
        row.number: row for row in sample.letters.content(_draft_of(sample, "M4").id).commitments
    }
    assert [row.number for row in content.elsewhere] == [f"M4.{number}" for number in own]
    for row in content.elsewhere:
        assert replace(row, number="") == replace(own[row.number.removeprefix("M4.")], number="")


def _draft_of(desk: Desk, code: str) -> Letter:
    return next(
        one
        for one in desk.letters.of_mission(mission_of(desk, code).id)
        if one.state is LetterState.DRAFT
    )


def test_a_shared_promise_is_alike_in_every_letter_that_has_it(sample: Desk) -> None:
    said: dict[str, set[tuple[str, str, str, str]]] = {}
    for letter in sample.letters.all():
        if letter.language == "da":
            content = sample.letters.content(letter.id)
            for row in (*content.commitments, *content.elsewhere):
                number = row.number if "." in row.number else f"{content.mission_code}.{row.number}"
                said.setdefault(number, set()).add((row.text, row.measure, row.due, row.lead))
    assert len(said) > 10
    assert {number: words for number, words in said.items() if len(words) > 1} == {}


def test_a_load_over_all_missions_is_told_beside_the_commitments(sample: Desk) -> None:
    letter = _draft_of(sample, "M4")
    for number in range(10):
        sample.commitments.add(
            Commitment("", mission=mission_of(sample, "M6").id, text=Wording(f"Nr. {number}"),
                       lead_office=letter.addressee_office)
        )  # fmt: skip
    told = [one for one in sample.letters.problems(letter.id) if one.block is BlockKind.ACCOUNTABLE]
    assert [(one.hinders, "commitments" in one.message.msgid) for one in told] == [(False, True)]


# -- values out of range -----------------------------------------------------------------------


HUNDRED = Decimal(100)


def _metric(**fields: Any) -> Callable[[OutcomeMetric], OutcomeMetric]:
    return lambda metric: replace(metric, **fields)


@pytest.mark.parametrize(
    ("change", "block", "field"),
    [
        (_metric(baseline_value=Decimal(130), limit=HUNDRED), BlockKind.GOAL, "metric.baseline"),
        (_metric(target_value=Decimal(-2), limit=HUNDRED), BlockKind.GOAL, "metric.target"),
        (_metric(target_value=Decimal(-120), target_shape=TargetShape.RELATIVE),
         BlockKind.GOAL, "metric.target"),
        (_metric(target_period=Period("2025")), BlockKind.GOAL, "metric.target_period"),
        (_metric(baseline_period=Period("2026-12")), BlockKind.GOAL, "metric.baseline_period"),
    ],
)  # fmt: skip
def test_a_figure_out_of_range_hinders_at_its_block_and_field(
    sample: Desk,
    change: Callable[[OutcomeMetric], OutcomeMetric],
    block: BlockKind,
    field: str,
) -> None:
    letter = followed(sample, sample.letters.draft(mission_of(sample, "M6").id))
    assert not [one for one in sample.letters.problems(letter.id) if one.hinders]
    metric = sample.metrics.of_mission(letter.mission or "")
    assert metric is not None
    sample.metrics.change(change(metric), Wording("Eksempel"), "Udvalget")
    found = {(one.block, one.field) for one in sample.letters.problems(letter.id) if one.hinders}
    assert (block, field) in found
    sample.letters.advance(letter.id, LetterState.CHECKED)
    with pytest.raises(Refused):
        sample.letters.advance(letter.id, LetterState.CLEARED)


def test_a_latest_figure_beyond_the_scale_hinders(sample: Desk) -> None:
    letter = followed(sample, sample.letters.draft(mission_of(sample, "M6").id))
    metric = sample.metrics.of_mission(letter.mission or "")
    assert metric is not None
    sample.metrics.revise(replace(metric, limit=Decimal(20)))
    assert "metric.latest" in {one.field for one in sample.letters.problems(letter.id)}


def test_a_follow_up_before_the_letter_or_none_at_all_hinders(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    assert "letter.follow_up" in {one.field for one in sample.letters.problems(letter.id)}
    block = block_of(sample, letter, BlockKind.FOLLOW_UP)
    sample.letters.revise_block(replace(block, text="Vi følger op."))
    for date in (None, Period("2026-10-30"), Period("2026-10-31")):
        sample.letters.revise(replace(letter, follow_up=date))
        hindering = [one for one in sample.letters.problems(letter.id) if one.hinders]
        # Words without the placeholder print no date, so only its lack is a fault there.
        assert [(one.block, one.field) for one in hindering] == (
            [(BlockKind.FOLLOW_UP, "follow_up")] if date is None else []
        )
    sample.letters.follow_common(block.id, True)
    sample.letters.revise(replace(letter, follow_up=Period("2026-10-30")))
    assert [one.field for one in sample.letters.problems(letter.id) if one.hinders] == ["follow_up"]


# -- on paper ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_a_valid_document(desk_of: Desk, language: str) -> None:
    desk = desk_of
    mission, transport = mission_of(desk, "M7"), office_of(desk, "Transportminister")
    former = replace(numbered(desk, "2026-005"), language=language)
    made = [
        desk.letters.draft(None, language),
        desk.letters.draft(mission.id, language, LetterKind.SHARED, transport),
        desk.letters.recall(former.id, "Eksempel."),
    ]
    texts = []
    for letter in made:
        letter = desk.letters.revise(replace(letter, language=language))
        printed = desk.printing.preview(letter.id).make()
        assert failures(printed.data) == []
        assert printed.missing_glyphs == ()
        texts.append(printed.pages)
    assert texts[0] <= 2
    assert texts[2] == 1


# -- who shares ---------------------------------------------------------------------------------


def test_copies_go_to_all_who_share_mission_or_commitments(sample: Desk) -> None:
    mission = mission_of(sample, "M6")
    culture, science = (
        office_of(sample, "Kulturminister"),
        office_of(sample, "Uddannelses- og forskningsminister"),
    )
    told = Wording("Ny", "New")
    sample.commitments.add(
        Commitment("", mission=mission.id, text=told, lead_office=culture, co_offices=(science,))
    )
    copies = sample.letters.draft(mission.id).copies
    assert {"Finansminister", "Kulturminister", "Uddannelses- og forskningsminister"} <= set(copies)
    assert "Sundhedsminister" not in copies


def test_whoever_shares_a_mission_of_the_sample_gets_its_letter(sample: Desk) -> None:
    for letter in sample.letters.all():
        content = sample.letters.content(letter.id)
        assert {title for title, _ in content.shared} <= set(content.copies), letter.number


def test_no_part_of_done_or_not_done_is_counted(sample: Desk) -> None:
    (letter,) = sample.letters.of_mission(mission_of(sample, "M5").id)
    rows = sample.letters.content(letter.id).initiatives
    assert rows
    assert not any(row.contribution for row in rows)
