# SPDX-License-Identifier: Apache-2.0
"""Issuing freezes a letter: whatever changes after, its reprint is the same bytes, and it is told
what differs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import BlockKind, Letter, LetterState
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services import letter_printing
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from tests.sample import a_sample
from tests.services.letter_desk import block_of, followed, mission_of, moved, now, numbered

Edit = Callable[[Desk], object]


@pytest.fixture
def issued(sample: Desk) -> Letter:
    """The letter of M6, issued."""
    return issue(sample)


def issue(desk: Desk) -> Letter:
    letter = followed(desk, desk.letters.draft(mission_of(desk, "M6").id))
    return moved(desk, letter, LetterState.ISSUED)


def reprint(desk: Desk, letter: Letter) -> bytes:
    return desk.printing.prepare_letter(letter.id).make().data


# -- the whole way ----------------------------------------------------------------------------


def test_a_letter_from_draft_to_replaced_is_reprinted_as_it_went_out(
    sample: Desk, tmp_path: Path
) -> None:
    letters = sample.letters
    letter = followed(sample, letters.draft(mission_of(sample, "M6").id))
    assert letters.course(letter.id)[-1].state is LetterState.DRAFT
    for state in (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED):
        letter = letters.advance(letter.id, state)
    proof = reprint(sample, letter)
    letter = letters.advance(letter.id, LetterState.ISSUED)
    assert (letter.number, letter.date) == ("2026-006", Period("2026-10-31"))
    first = reprint(sample, letter)
    assert first == proof, "the letter that was signed is the letter that is issued"
    assert letters.differences(letter.id) == ()

    metric = sample.metrics.of_mission(letter.mission or "")
    assert metric is not None
    sample.metrics.change(
        replace(metric, target_value=Decimal(85)), Wording("Aftalt", "Agreed"), "Udvalget"
    )
    told = {(one.block, one.was, one.now) for one in letters.differences(letter.id)}
    assert (BlockKind.GOAL, "92,0\u00a0% (2029)", "85,0\u00a0% (2029)") in told

    revision = letters.supersede(letter.id)
    assert letters.differences(revision.id) == ()
    revision = moved(sample, followed(sample, revision), LetterState.ISSUED)
    assert now(sample, letter).state is LetterState.SUPERSEDED
    assert reprint(sample, now(sample, letter)) == first
    assert reprint(sample, revision) != first
    assert [one.state for one in letters.course(letter.id)] == [
        LetterState.DRAFT, LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED,
        LetterState.ISSUED, LetterState.SUPERSEDED,
    ]  # fmt: skip
    assert {one.who for one in letters.course(letter.id)} == {"Sekretær"}

    sample.save_as(tmp_path / "desk.mission")
    again = open_desk(tmp_path / "desk.mission", read_only=True)
    try:
        assert reprint(again, now(again, letter)) == first
        assert hashlib.sha256(first).hexdigest() == now(again, letter).kept_pdf
    finally:
        again.close(discard=True)


# -- nothing changes it -------------------------------------------------------------------------


def test_what_is_kept_is_named_by_its_hash_with_its_makers(sample: Desk, issued: Letter) -> None:
    store = sample.session.store
    for sha256 in (issued.kept_pdf, issued.kept_content):
        data = store.kept(sha256)
        assert data is not None
        assert hashlib.sha256(data).hexdigest() == sha256
    kept = json.loads(store.kept(issued.kept_content) or b"")
    assert kept["content"]["number"] == issued.number
    assert "missiondesk " in issued.made_with
    assert "reportlab " in issued.made_with
    assert store.kept(issued.kept_pdf) == reprint(sample, issued)


def test_a_later_program_does_not_print_it_anew(
    sample: Desk, issued: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, content = reprint(sample, issued), sample.letters.content(issued.id)

    def other(*_: object) -> object:
        raise AssertionError("an issued letter is never composed or set again")

    monkeypatch.setattr(letter_printing, "compose", other)
    monkeypatch.setattr(letter_printing, "printed", other)
    assert reprint(sample, issued) == first
    assert sample.printing.preview(issued.id).make().data == first
    assert sample.letters.content(issued.id) == content


def test_the_batch_takes_the_bytes_that_were_issued(
    sample: Desk, issued: Letter, tmp_path: Path
) -> None:
    first = reprint(sample, issued)
    mission = mission_of(sample, "M6")
    sample.missions.revise(replace(mission, title=Wording("Nyt navn", "New name")))
    report = sample.printing.everything(tmp_path, "letters", "da", mission=mission.id)
    assert [file.path.read_bytes() for file in report.files] == [first]


def test_issuing_is_never_undone(sample: Desk, issued: Letter) -> None:
    assert sample.history.undoable is None
    sample.letters.advance(issued.id, LetterState.ACKNOWLEDGED)
    sample.history.undo()
    assert now(sample, issued) == issued


def test_bytes_that_do_not_fit_their_hash_are_refused(sample: Desk, issued: Letter) -> None:
    reprint(sample, issued)
    with sample.session.store._ledger.database.transaction() as connection:
        connection.exec_driver_sql(
            "UPDATE kept_file SET data = ? WHERE sha256 = ?", (b"%PDF-1.7", issued.kept_pdf)
        )
    with pytest.raises(Refused) as refused:
        sample.printing.prepare_letter(issued.id)
    assert dict(refused.value.message.values)["number"] == issued.number
    plan = sample.printing.plan("letters", "da", mission=issued.mission)
    assert (plan.jobs, [one.fault for one in plan.skipped]) == ((), [True])


def test_bytes_that_are_missing_are_refused(sample: Desk, issued: Letter) -> None:
    with sample.session.store._ledger.database.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM kept_file WHERE sha256 = ?", (issued.kept_content,))
    for verb in (sample.printing.prepare_letter, sample.letters.content, sample.printing.preview):
        with pytest.raises(Refused):
            verb(issued.id)
    row = next(
        one for one in sample.letters.register.rows(compare=True) if one.letter.id == issued.id
    )
    assert row.differs is None


EDITS: dict[str, Edit] = {
    "sentence": lambda desk: desk.missions.revise(
        replace(mission_of(desk, "M6"), sentence=Wording("En anden sætning.", "Another one."))
    ),
    "figures": lambda desk: desk.metrics.record(
        _metric(desk), desk.metrics.observations(_metric(desk))[:1]
    ),
    "commitment": lambda desk: desk.commitments.add(
        Commitment("", mission=mission_of(desk, "M6").id, text=Wording("Ny", "New"))
    ),
    "gone": lambda desk: desk.commitments.remove(
        desk.commitments.of_mission(mission_of(desk, "M6").id)[0].id
    ),
    "minister": lambda desk: desk.organisation.appoint(
        mission_of(desk, "M6").accountable_office or "", "Ny Eksempel", Period("2026-10-31")
    ),
    "common": lambda desk: desk.letters.revise_common(
        replace(desk.letters.common("da")[1], text="Helt nye ord til alle.")
    ),
    "house": lambda desk: desk.settings.revise(
        replace(desk.settings.get(), sender=Wording("Et andet hus"), letter_pattern="{number}",
                data_date=Period("2026-11-15"))
    ),
    "initiative": lambda desk: desk.initiatives.remove(
        desk.initiatives.of_mission(mission_of(desk, "M6").id)[0].id
    ),
    "state": lambda desk: desk.letters.advance(
        numbered(desk, "2026-006").id, LetterState.ACKNOWLEDGED
    ),
    "undo": lambda desk: desk.history.undo(),
}  # fmt: skip


def _metric(desk: Desk) -> str:
    found = desk.metrics.of_mission(mission_of(desk, "M6").id)
    assert found is not None
    return found.id


class Worn:
    """A desk with an issued letter that every example goes on changing."""

    def __init__(self) -> None:
        self.desk = a_sample()
        self.letter = issue(self.desk)
        self.first = reprint(self.desk, self.letter)


@pytest.fixture(scope="module")
def worn() -> Iterator[Worn]:
    made = Worn()
    yield made
    made.desk.close(discard=True)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=5))
def test_no_edit_after_issuing_changes_a_byte(worn: Worn, edits: list[str]) -> None:
    desk, letter = worn.desk, worn.letter
    for edit in edits:
        with suppress(Refused, IndexError):  # nothing to undo, or all gone already
            EDITS[edit](desk)
    assert reprint(desk, letter) == worn.first
    for verb in (
        lambda: desk.letters.revise(replace(letter, unit="Andet")),
        lambda: desk.letters.revise_block(replace(desk.letters.blocks(letter.id)[6], text="x")),
        lambda: desk.letters.remove(letter.id),
    ):
        with pytest.raises(Refused):
            verb()


# -- what differs -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "block"),
    [
        ("sentence", BlockKind.MISSION),
        ("figures", BlockKind.GOAL),
        ("commitment", BlockKind.ACCOUNTABLE),
        ("gone", BlockKind.ACCOUNTABLE),
        ("minister", BlockKind.ADDRESSEE),
        ("common", BlockKind.PRINCIPLES),
        ("initiative", BlockKind.PORTFOLIO),
    ],
)
def test_each_change_is_told_at_its_block(
    sample: Desk, issued: Letter, edit: str, block: BlockKind
) -> None:
    assert sample.letters.differences(issued.id) == ()
    EDITS[edit](sample)
    assert block in {one.block for one in sample.letters.differences(issued.id)}
    while sample.history.undoable is not None:
        sample.history.undo()
    assert sample.letters.differences(issued.id) == ()


def test_what_is_only_about_the_letters_state_is_no_difference(
    sample: Desk, issued: Letter
) -> None:
    sample.letters.advance(issued.id, LetterState.ACKNOWLEDGED)
    sample.settings.revise(replace(sample.settings.get(), data_date=Period("2026-11-02")))
    assert sample.letters.differences(issued.id) == ()


def test_a_new_signatory_is_a_difference(sample: Desk, issued: Letter) -> None:
    office = issued.sender_offices[0]
    sample.organisation.appoint(office, "Ny Statsminister Eksempel", Period("2026-10-31"))
    (told,) = [
        one for one in sample.letters.differences(issued.id) if one.block is BlockKind.SIGNATURE
    ]
    assert (told.was, told.now) == (
        "Anna Eksempel, Statsminister", "Ny Statsminister Eksempel, Statsminister",
    )  # fmt: skip


def test_a_letter_issued_before_files_were_kept_is_compared_too(sample: Desk) -> None:
    letter = numbered(sample, "2026-005")
    assert letter.kept_pdf == ""
    assert sample.letters.differences(letter.id) == ()
    block = sample.letters.common("da")[1]
    sample.letters.revise_common(replace(block, text="Nye ord."))
    (told,) = sample.letters.differences(letter.id)
    assert told.now.endswith("Nye ord.")
    assert block_of(sample, letter, BlockKind.PRINCIPLES).text == block.text
