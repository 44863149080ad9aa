# SPDX-License-Identifier: Apache-2.0
"""Numbers by the office's pattern, file names, the register, the course and letters to reissue."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.letter import BlockKind, Letter, LetterKind, LetterState
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.letter_names import letter_file_name, next_number
from tests.builders import a_reply
from tests.sample import a_sample
from tests.services.letter_desk import (
    block_of,
    followed,
    mission_of,
    moved,
    now,
    numbered,
    office_of,
)


def patterned(desk: Desk, numbers: str = "", files: str = "") -> None:
    desk.settings.revise(replace(desk.settings.get(), letter_pattern=numbers, file_pattern=files))


# -- numbers ------------------------------------------------------------------------------------


def test_a_number_follows_the_pattern_and_goes_on_when_that_changes(sample: Desk) -> None:
    letter = followed(sample, sample.letters.draft(mission_of(sample, "M6").id))
    patterned(sample, "{kind} {mission}-{number:2}/{year}")
    first = moved(sample, letter, LetterState.SIGNED)
    assert first.number == "Missionsbrev M6-06/2026"
    patterned(sample, "MB-{number}")
    other = followed(sample, sample.letters.supersede(numbered(sample, "2026-001").id))
    assert moved(sample, other, LetterState.SIGNED).number == "MB-7"


def test_a_number_that_was_taken_back_is_given_again(sample: Desk) -> None:
    letter = followed(sample, sample.letters.draft(mission_of(sample, "M6").id))
    assert moved(sample, letter, LetterState.SIGNED).number == "2026-006"
    sample.history.undo()
    assert sample.letters.advance(letter.id, LetterState.SIGNED).number == "2026-006"


def test_the_year_is_that_of_the_letters_date_and_begins_at_one(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    later = replace(letter, date=Period("2027-01-04"), follow_up=Period("2027-03"))
    sample.letters.revise(later)
    assert moved(sample, letter, LetterState.SIGNED).number == "2027-001"


def test_no_number_is_given_twice_by_hand(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    with pytest.raises(Refused) as refused:
        sample.letters.revise(replace(letter, number="2026-001"))
    assert refused.value.field == "number"
    sample.letters.revise(replace(letter, number="2026-006"))
    other = sample.letters.draft(mission_of(sample, "M6").id, "en")
    assert next_number(sample.situation, other) == "2026-007"


@settings(max_examples=6)
@given(
    st.lists(
        st.sampled_from(["{year}-{number:3}", "{number}", "{mission}{number}", "{year}{number}"]),
        min_size=1,
        max_size=3,
    )
)
def test_numbers_are_unique_whatever_the_patterns_were(patterns: list[str]) -> None:
    desk = a_sample()
    try:
        before = len({one.number for one in desk.letters.all() if one.number})
        for at, pattern in enumerate(patterns, start=1):
            patterned(desk, pattern)
            reader = office_of(desk, ("Kulturminister", "Transportminister", "Finansminister",
                                      "Uddannelses- og forskningsminister")[at - 1])  # fmt: skip
            letter = desk.letters.draft(mission_of(desk, "M1").id, "da", LetterKind.SHARED, reader)
            # Not all of them have a commitment in the mission.
            theirs = block_of(desk, letter, BlockKind.ACCOUNTABLE)
            desk.letters.revise_block(replace(theirs, shown=False))
            signed = moved(desk, followed(desk, letter), LetterState.SIGNED)
            assert re.search(r"\d", signed.number)
        numbers = [one.number.casefold() for one in desk.letters.all() if one.number]
        assert len(numbers) == len(set(numbers)) == before + len(patterns)
    finally:
        desk.close(discard=True)


def test_settings_refuse_a_pattern_that_cannot_be_read(sample: Desk) -> None:
    for numbers, files, field in (
        ("{year}", "", "letter_pattern"),
        ("{number}{x}", "", "letter_pattern"),
        ("", "{addresse}", "file_pattern"),
    ):
        with pytest.raises(Refused) as refused:
            patterned(sample, numbers, files)
        assert refused.value.field == field


# -- file names ---------------------------------------------------------------------------------


def test_file_names_follow_the_pattern_and_stay_safe(sample: Desk) -> None:
    def name(letter: Letter, public: bool = False) -> str:
        return letter_file_name(sample.situation, letter, public)

    issued, draft = numbered(sample, "2026-001"), sample.letters.of_mission("")[0]
    assert name(issued) == "missionsbrev-M1-2026-001-da.pdf"
    assert name(draft) == "brev-til-ministrene-da.pdf"
    shared = next(one for one in sample.letters.all() if one.kind is LetterKind.SHARED)
    assert name(shared) == "faelles-missionsbrev-M3-Transportminister-da.pdf"
    patterned(sample, files="{number} {addressee} ({language}) v{version}")
    assert name(issued) == "2026-001-Beskaeftigelsesminister-da-v1.pdf"
    assert name(draft) == "da-v1.pdf"
    assert name(issued, public=True) == "2026-001-Beskaeftigelsesminister-da-v1-offentlig.pdf"
    patterned(sample, files="{title}/../{year}")
    assert name(issued) == "Flere-unge-i-job-eller-uddannelse-2026.pdf"
    patterned(sample, files="{number}")
    assert name(draft) == "letter.pdf"


# -- register -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("beskaeftigelse m1", {"2026-001"}),
        ("2026-00", {"2026-001", "2026-002", "2026-003", "2026-004", "2026-005"}),
        ("afløst", {"2026-004"}),
        ("Frederik", {"2026-002"}),
        ("culture", {""}),
        ("findes ikke", set()),
    ],
)
def test_letters_are_found_by_words(sample: Desk, search: str, found: set[str]) -> None:
    assert {row.number for row in sample.letters.register.rows(search)} == found


def test_the_register_is_filtered(sample: Desk) -> None:
    register = sample.letters.register
    assert len(register.rows()) == len(sample.letters.all())
    in_force = register.rows(states={one for one in LetterState if one.in_force})
    assert {row.number for row in in_force} == {"2026-001", "2026-002", "2026-003", "2026-005"}
    assert {row.kind for row in register.rows(kinds={LetterKind.CABINET})} == {LetterKind.CABINET}
    # A revision is of the kind that it revises.
    assert "2026-005" in {row.number for row in register.rows(kinds={LetterKind.MISSION})}
    assert [row.title for row in register.rows(missions={""})] == [Wording()]
    transport = office_of(sample, "Transportminister")
    rows = register.rows(offices={transport}, languages={"da"})
    assert {row.addressees for row in rows} == {1, 9}


def test_a_row_tells_how_the_letter_stands(sample: Desk) -> None:
    rows = {row.number: row for row in sample.letters.register.rows(compare=True) if row.number}
    first = rows["2026-001"]
    assert (first.holder, first.title.da) == (
        "Carla Eksempel", "M1 Flere unge i job eller uddannelse",
    )  # fmt: skip
    assert (str(first.state_day), first.state_by) == ("2026-06-24", "Sekretær")
    assert (str(first.reply_due), first.reply_received) == ("2026-12-08", Period("2026-09-01"))
    assert (first.differs, first.reissue, first.kept) == (False, None, False)
    assert rows["2026-004"].reply_due is None
    anew = rows["2026-002"].reissue
    assert anew is not None
    assert anew.holder_then is not None
    assert anew.holder_now is not None
    assert (anew.holder_then.first_name, anew.holder_now.first_name) == ("Frederik", "Gro")


def test_a_reply_answers_the_follow_ups_before_it(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    letter = moved(sample, followed(sample, letter, "2026-11-30"), LetterState.ISSUED)
    row = next(one for one in sample.letters.register.rows() if one.letter.id == letter.id)
    assert str(row.reply_due) == "2026-11-30"


def test_a_reply_dated_at_the_calendars_end_ends_the_search_for_the_next(sample: Desk) -> None:
    letter = next(it for it in sample.situation.letters if it.number == "2026-001")
    assert letter.follow_up is not None
    assert letter.follow_up_cadence is not None
    last = Period("9999-12-31")
    with sample.session.write(Verb.READ_REPLY, letter.id, "") as unit:
        unit.save(a_reply(letter=letter.id, received=last))
    row = next(one for one in sample.letters.register.rows() if one.number == "2026-001")
    assert row.reply_due is None


# -- to be issued anew --------------------------------------------------------------------------


def test_a_change_of_minister_lists_every_letter_that_it_concerns(sample: Desk) -> None:
    assert [one.letter.number for one in sample.letters.to_reissue()] == ["2026-002"]
    cabinet = moved(sample, sample.letters.of_mission("")[0], LetterState.ISSUED)
    social = office_of(sample, "Socialminister")
    sample.settings.revise(replace(sample.settings.get(), data_date=Period("2026-11-20")))
    sample.organisation.appoint(social, "Ny Eksempel", Period("2026-11-10"))
    listed = {one.letter.id: one for one in sample.letters.to_reissue()}
    assert {one.letter.number for one in listed.values()} == {
        "2026-002",
        "2026-005",
        cabinet.number,
    }
    assert listed[cabinet.id].holder_then is not None
    revision = sample.letters.supersede(numbered(sample, "2026-005").id)
    assert sample.letters.content(revision.id).salutation == "Kære Ny"


def test_a_mission_that_moved_is_told(sample: Desk) -> None:
    mission = mission_of(sample, "M1")
    sample.missions.assign(mission.id, office_of(sample, "Kulturminister"))
    told = {one.letter.number: one for one in sample.letters.to_reissue()}["2026-001"]
    assert told.holder_now is not None
    assert told.holder_now.first_name == "Karen"


# -- the course ---------------------------------------------------------------------------------


def test_what_was_taken_back_is_not_in_the_course_and_what_was_redone_is(sample: Desk) -> None:
    letter = sample.letters.draft(mission_of(sample, "M6").id)
    sample.letters.advance(letter.id, LetterState.CHECKED)
    sample.history.undo()
    assert [one.state for one in sample.letters.course(letter.id)] == [LetterState.DRAFT]
    sample.history.redo()
    sample.letters.advance(letter.id, LetterState.DRAFT)
    assert [one.state.value for one in sample.letters.course(letter.id)] == [
        "draft", "checked", "draft",
    ]  # fmt: skip


def test_a_letter_may_have_been_acknowledged_earlier_but_not_before_it_went_out(
    sample: Desk,
) -> None:
    letter = moved(
        sample,
        followed(sample, sample.letters.draft(mission_of(sample, "M6").id)),
        LetterState.ISSUED,
    )
    sample.settings.revise(replace(sample.settings.get(), data_date=Period("2026-11-20")))
    for on in (Period("2026-11"), Period("2026-10-30"), Period("2026-11-21")):
        with pytest.raises(Refused) as refused:
            sample.letters.advance(letter.id, LetterState.ACKNOWLEDGED, on)
        assert refused.value.field == "state_date"
    came = Period("2026-11-05")
    sample.letters.advance(letter.id, LetterState.ACKNOWLEDGED, came)
    assert now(sample, letter).state_date == came
    assert day(sample.letters.course(letter.id)[-1].day) == came
