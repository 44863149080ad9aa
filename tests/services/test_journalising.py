# SPDX-License-Identifier: Apache-2.0
"""Marks of journalising, and the package for the case system: whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.body import Meeting
from missiondesk.domain.decision import Decision
from missiondesk.domain.journal_mark import JournalMark
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.case_package import FIELDS, NAMESPACE, CaseDocument, package, zipped
from missiondesk.language import translator
from missiondesk.services import atomic_files
from missiondesk.services.desk import Desk
from missiondesk.services.journalising import Filable
from tests.documents.inspection import failures
from tests.sample import a_sample

DA = translator("da")
FILED = Period("2026-10-30")


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = a_sample()
    yield opened
    opened.close(discard=True)


def of_kind(desk: Desk, kind: str) -> list[Filable]:
    return [one for one in desk.journalising.all(DA) if one.kind == kind]


def marked(desk: Desk, chosen: list[Filable], **fields: object) -> None:
    told = {"case_number": "2026-1234", "filed": FILED, "filed_by": "Sekretær"} | fields
    desk.journalising.journalise(chosen, **told)  # type: ignore[arg-type]


def rows_of(files: dict[str, bytes]) -> list[dict[str, str]]:
    root = ET.fromstring(files["metadata.xml"])
    name = f"{{{NAMESPACE}}}"
    return [
        {field.tag.removeprefix(name): field.text or "" for field in entry}
        for entry in root.findall(f"{name}document")
    ]


def files_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# ---------------------------------------------------------------- marks


def test_what_belongs_into_the_case_system(desk: Desk) -> None:
    letters = {one.key for one in of_kind(desk, "letter")}
    assert letters == {one.id for one in desk.situation.all(Letter) if one.state.final}
    assert of_kind(desk, "decision")
    assert of_kind(desk, "meeting")
    assert desk.journalising.waiting(DA) == desk.journalising.all(DA)


def test_several_are_marked_in_one_step_that_is_undone(desk: Desk) -> None:
    chosen = [of_kind(desk, kind)[0] for kind in ("letter", "decision", "meeting")]
    steps = len(desk.history.steps())
    marked(desk, chosen)
    assert len(desk.history.steps()) == steps + 1
    for one in chosen:
        mark = desk.journalising.mark_of(one.kind, one.key)
        assert mark is not None
        assert (mark.case_number, mark.filed, mark.filed_by) == ("2026-1234", FILED, "Sekretær")
        assert desk.journalising.words(one.kind, one.key, DA) == "journaliseret, sag 2026-1234"
    assert len(desk.journalising.waiting(DA)) == len(desk.journalising.all(DA)) - 3
    desk.history.undo()
    assert desk.situation.all(JournalMark) == ()
    desk.history.redo()
    marked(desk, [of_kind(desk, "letter")[0]], case_number="2026-9", document_number="4")
    assert len(desk.situation.all(JournalMark)) == 3
    again = of_kind(desk, "letter")[0]
    assert again.mark is not None
    assert (again.mark.case_number, again.mark.document_number) == ("2026-9", "4")
    desk.journalising.remove_mark(again)
    assert len(desk.situation.all(JournalMark)) == 2


def test_any_other_document_is_marked(desk: Desk) -> None:
    document = desk.journalising.document("quarterly", "", "en", DA)
    assert document.mark is None
    marked(desk, [document])
    (row,) = of_kind(desk, "document")
    assert (row.title, row.language) == ("Kvartalsrapport", "en")
    assert desk.journalising.document("quarterly", "", "en", DA).mark is not None
    assert desk.journalising.document("quarterly", "", "da", DA).mark is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"case_number": " "}, "case_number"),
        ({"filed": None}, "filed"),
        ({"filed": Period("2026")}, "filed"),
        ({"filed": Period("2999-01-01")}, "filed"),
        ({"filed_by": ""}, "filed_by"),
        ({"document_number": "7"}, "document_number"),
    ],
)
def test_what_is_missing_is_refused(desk: Desk, fields: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        marked(desk, list(desk.journalising.all(DA)[:2]), **fields)
    assert refused.value.field == field
    assert desk.situation.all(JournalMark) == ()


def test_a_marked_letter_remembers_the_issued_file(desk: Desk) -> None:
    letter = next(one for one in desk.letters.all() if one.state is LetterState.SIGNED)
    desk.letters.advance(letter.id, LetterState.ISSUED)
    marked(desk, [one for one in of_kind(desk, "letter") if one.key == letter.id])
    kept = desk.session.the(Letter, letter.id).kept_pdf
    assert kept
    mark = desk.journalising.mark_of("letter", letter.id)
    assert mark is not None
    assert mark.sha256 == kept


# ---------------------------------------------------------------- the package


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_package_says_all_of_each_document(desk: Desk, tmp_path: Path, language: str) -> None:
    letter = next(one for one in desk.letters.all() if one.state is LetterState.SIGNED)
    desk.letters.advance(letter.id, LetterState.ISSUED)
    chosen = [next(one for one in of_kind(desk, "letter") if one.key == letter.id)]
    chosen += [of_kind(desk, "decision")[0], of_kind(desk, "meeting")[0]]
    chosen += [desk.journalising.document("stop-list", "", "en", DA)]
    marked(desk, chosen[:1], document_number="17")
    chosen[0] = next(one for one in of_kind(desk, "letter") if one.key == letter.id)
    job = desk.case_packages.prepare(chosen, language, "2026-77")
    path = job.write_zip(tmp_path / "pakke.zip")
    assert path is not None
    files = files_of(path)
    rows = rows_of(files)
    assert [tuple(row) for row in rows] == [FIELDS] * 4
    for row in rows:
        data = files[row["file"]]
        assert row["sha256"] == hashlib.sha256(data).hexdigest()
        assert row["bytes"] == str(len(data))
        assert failures(data) == []
        assert row["language"] in ("da", "en")
        assert row["title"]
        assert row["classification"]
        assert row["sender"]
        assert len(row["date"]) == 10
    issued = desk.session.the(Letter, letter.id)
    assert rows[0]["sha256"] == issued.kept_pdf
    assert rows[0]["reference"] == issued.number
    assert rows[0]["recipient"]
    assert (rows[0]["case_number"], rows[0]["document_number"]) == ("2026-1234", "17")
    assert rows[1]["case_number"] == "2026-77"
    assert rows[1]["reference"] == desk.session.the(Decision, chosen[1].key).number
    assert rows[2]["date"] == desk.session.the(Meeting, chosen[2].key).date.last.isoformat()  # type: ignore[union-attr]
    assert rows[3]["language"] == "en"
    delimiter = ";" if language == "da" else ","
    table = list(
        csv.DictReader(io.StringIO(files["metadata.csv"].decode("utf-8-sig")), delimiter=delimiter)
    )
    assert table == rows
    for line in files["manifest-sha256.txt"].decode().splitlines():
        told, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == told
    assert len(files) == len(files["manifest-sha256.txt"].splitlines()) + 1
    help_page = next(files[name] for name in files if name.endswith(".txt") and "sha" not in name)
    assert all(f"{field}: " in help_page.decode("utf-8-sig") for field in FIELDS)


def test_the_same_data_make_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    chosen = desk.journalising.all(DA)[:3]
    one, other = (
        desk.case_packages.prepare(chosen, "da").write_zip(tmp_path / name)
        for name in ("a.zip", "b.zip")
    )
    assert one is not None
    assert other is not None
    assert one.read_bytes() == other.read_bytes()


def test_a_folder_is_there_whole_or_not_at_all(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = desk.case_packages.prepare(desk.journalising.all(DA)[:2], "da")
    made = job.write_folder(tmp_path / "sag")
    assert made is not None
    assert len(list(made.iterdir())) == 6
    with pytest.raises(Refused):
        job.write_folder(tmp_path / "sag")
    assert job.write_folder(tmp_path / "stop", cancelled=lambda: True) is None
    written = atomic_files.write_file
    left = [3]

    def full(target: Path, data: bytes) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device", str(target))
        return written(target, data)

    monkeypatch.setattr(atomic_files, "write_file", full)
    with pytest.raises(OSError, match="space"):
        job.write_folder(tmp_path / "fuld")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["sag"]


def test_nothing_chosen_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.case_packages.prepare([], "da")


TEXT = st.text(max_size=40)


@settings(max_examples=60)
@given(TEXT, TEXT, st.sampled_from(["da", "en"]))
def test_any_text_is_told_the_same_in_both_files(title: str, sender: str, language: str) -> None:
    document = CaseDocument("a.pdf", b"x", title, "Brev", "=1+1", None, language, "", sender, "@x")
    files = package([document], language, "laes-mig.txt", "x")
    (row,) = rows_of(files)
    text = files["metadata.csv"].decode("utf-8-sig")
    delimiter = ";" if language == "da" else ","
    (read,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    assert read["reference"] == "'=1+1"
    for name in ("title", "sender"):
        # A mark stands before what a spreadsheet would compute; a text may begin with one itself.
        told = (read[name], read[name].removeprefix("'"))
        assert row[name].split() in [one.replace("\r", "\n").split() for one in told]
    assert zipped(files) == zipped(files)


def test_names_are_safe_and_told_apart(desk: Desk, tmp_path: Path) -> None:
    from dataclasses import replace

    letter = of_kind(desk, "letter")[0]
    evil = replace(letter, reference="../../CON", title="..\\:" + "æ" * 200)
    path = desk.case_packages.prepare([evil, evil], "da").write_zip(tmp_path / "x.zip")
    assert path is not None
    pdfs = [name for name in files_of(path) if name.endswith(".pdf")]
    assert len({name.casefold() for name in pdfs}) == 2
    for name in pdfs:
        assert not set(name) & set('/\\:"<>|?*')
        assert not name.startswith(".")
        assert len(name) < 200
