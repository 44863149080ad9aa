# SPDX-License-Identifier: Apache-2.0
"""Remarks are made, answered, settled and undone, travel with copies, and come in from a sheet."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missiondesk.domain.comment import Comment, CommentState
from missiondesk.domain.copy_sent import Audience, Purpose
from missiondesk.domain.lineage import Relation
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from tests.documents.inspection import failures
from tests.pdf_text import page_texts
from tests.sample import a_sample


@pytest.fixture
def desk() -> Iterator[Desk]:
    """The sample."""
    opened = a_sample("Mig")
    yield opened
    opened.close(discard=True)


def a_letter(desk: Desk) -> str:
    return desk.letters.all()[0].id


# ---------------------------------------------------------------- on records


def test_a_remark_is_made_answered_settled_and_taken_back(desk: Desk) -> None:
    mission = desk.situation.missions[3]
    made = desk.comments.add(mission.id, "  Hvor kommer tallet fra?  ")
    assert (made.kind, made.text, made.author) == ("mission", "Hvor kommer tallet fra?", "Mig")
    answer = desk.comments.answer(made.id, "Fra Danmarks Statistik.")
    again = desk.comments.answer(answer.id, "Tak.")
    assert [one.id for one in desk.comments.on(mission.id)] == [made.id, answer.id, again.id]
    settled = desk.comments.settle(again.id, "Kilden står nu i metrikbladet.")
    assert (settled.id, settled.state) == (made.id, CommentState.RESOLVED)
    assert made.id not in {one.id for one in desk.comments.all(settled=False)}
    assert desk.comments.reopen(made.id).state is CommentState.OPEN
    desk.comments.remove(made.id)
    assert desk.comments.on(mission.id) == ()
    desk.history.undo()
    assert len(desk.comments.on(mission.id)) == 3
    for text in ("", "  \n "):
        with pytest.raises(Refused):
            desk.comments.add(mission.id, text)
    with pytest.raises(Refused):
        desk.comments.add("0" * 36, "x")


def test_comments_are_in_no_document_and_no_part_unless_chosen(desk: Desk, tmp_path: Path) -> None:
    from missiondesk.domain.mission import Publication

    mission = next(it for it in desk.situation.missions if it.publication is Publication.PUBLIC)
    desk.comments.add(mission.id, "kanariefugl")
    for chosen in (False, True):
        path = tmp_path / f"{chosen}.mission"
        desk.copies.send(path, Sending("X", audience=Audience.PUBLIC, comments=chosen))
        assert (b"kanariefugl" in path.read_bytes()) is chosen
    for job in desk.printing.plan("all", "da").jobs[:6]:
        assert "kanariefugl" not in " ".join(page_texts(job.make().data))


def test_comments_travel_with_a_copy_and_come_back(desk: Desk, tmp_path: Path) -> None:
    for audience in (Audience.SECRETARIAT, Audience.PUBLIC):
        path = tmp_path / f"{audience.value}.mission"
        desk.copies.send(path, Sending("X", Purpose.COMMENT, audience))
        theirs = open_desk(path, "Åse")
        mission = theirs.situation.missions[0]
        theirs.comments.add(mission.id, f"Til {audience.value}")
        with pytest.raises(Refused, match="only comments"):
            theirs.missions.add(Wording("Ny", "New"))
        assert theirs.wait_saved(10)
        theirs.close()
        found = desk.merging.compare(path)
        assert found.conflicts == ()
        assert found.relation in (Relation.NEWER, Relation.DIVERGED)
        desk.merging.apply(found, {})
        said = [(one.text, one.author) for one in desk.comments.on(mission.id)]
        assert (f"Til {audience.value}", "Åse") in said


# ---------------------------------------------------------------- the sheet


def filled(data: bytes, fill: Callable[[Any], object]) -> bytes:
    """The sheet as somebody sends it back."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    fill(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def row_of(sheet: Any, place: str) -> int:
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == place)


def author_cell(sheet: Any) -> Any:
    return next(row[2] for row in sheet.iter_rows() if row[4].value == "author")


def test_a_sheet_goes_out_and_comes_back_to_its_paragraphs(desk: Desk, tmp_path: Path) -> None:
    letter = a_letter(desk)
    job = desk.comments.sheet(letter)
    data = job.make()
    assert data == desk.comments.sheet(letter).make()

    def fill(sheet: Any) -> None:
        author_cell(sheet).value = "Åse Eksempel, BM"
        sheet.cell(row_of(sheet, "2.1"), 3).value = "Uklart."
        sheet.cell(row_of(sheet, "2.1"), 4).value = "=1+1 er ikke en formel her".lstrip("=")
        sheet.cell(sheet.max_row, 3).value = "Godt brev."

    path = tmp_path / job.name
    path.write_bytes(filled(data, fill))
    plan = desk.comments.read(path)
    assert (plan.letter.id, plan.known) == (letter, 0)
    first, whole = plan.comments
    assert (first.place, first.text, first.author) == ("2.1", "Uklart.", "Åse Eksempel, BM")
    assert first.quoted and first.proposal.startswith("1+1")
    assert (whole.place, whole.paragraph, whole.text) == ("", 0, "Godt brev.")
    assert desk.comments.apply(plan) == 2
    assert {one.text for one in desk.comments.on(letter)} >= {"Uklart.", "Godt brev."}
    again = desk.comments.read(path)
    assert (again.comments, again.known) == ((), 2)
    with pytest.raises(Refused, match="already"):
        desk.comments.apply(again)
    desk.history.undo()
    assert desk.comments.on(letter) == ()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            lambda sheet: setattr(sheet.cell(row_of(sheet, "2.1"), 2), "value", "andet"),
            "Paragraphs",
        ),
        (lambda sheet: sheet.delete_rows(row_of(sheet, "2.1")), "Paragraphs"),
        (lambda sheet: sheet.insert_rows(row_of(sheet, "2.1")), ""),
        (lambda sheet: setattr(author_cell(sheet), "value", None), "who wrote"),
        (
            lambda sheet: setattr(sheet.cell(row_of(sheet, "2.1"), 3), "value", "x" * 10_001),
            "longer",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    desk: Desk, tmp_path: Path, spoil: Callable[[Any], object], said: str
) -> None:
    def fill(sheet: Any) -> None:
        author_cell(sheet).value = "Åse"
        sheet.cell(row_of(sheet, "1.1"), 3).value = "Noget."
        spoil(sheet)

    path = tmp_path / "retur.xlsx"
    path.write_bytes(filled(desk.comments.sheet(a_letter(desk)).make(), fill))
    before = desk.situation.all(Comment)
    if not said:  # an empty row between is nobody's harm
        assert len(desk.comments.read(path).comments) == 1
        return
    with pytest.raises(Refused, match=said) as no:
        desk.comments.read(path)
    values = dict(no.value.message.values)
    assert {"place", "sheet"} & values.keys()
    assert desk.situation.all(Comment) == before
    (tmp_path / "andet.xlsx").write_bytes(b"PK\x03\x04 slet ikke")
    with pytest.raises(Refused):
        desk.comments.read(tmp_path / "andet.xlsx")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_any_text_comes_back_as_it_was_written(desk: Desk, tmp_path: Path, text: str) -> None:
    def fill(sheet: Any) -> None:
        author_cell(sheet).value = "Åse"
        cell = sheet.cell(row_of(sheet, "1.1"), 3)
        cell.value, cell.data_type = text, "s"

    path = tmp_path / "retur.xlsx"
    path.write_bytes(filled(desk.comments.sheet(a_letter(desk)).make(), fill))
    said = [one.text for one in desk.comments.read(path).comments]
    from missiondesk.language.clean_text import clean_text

    expected = clean_text(text).strip()
    assert said == ([expected] if text.strip() and expected else said)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_numbered_letter_is_a_valid_document(desk: Desk, language: str) -> None:
    letter = next(it for it in desk.letters.all() if it.language == language)
    printed = desk.comments.numbered(letter.id).make()
    assert failures(printed.data) == []
    text = " ".join(page_texts(printed.data))
    assert "2.1" in text
