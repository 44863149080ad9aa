# SPDX-License-Identifier: Apache-2.0
"""A question form leaves the window for a party and comes back: confirmed, refused, or left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog

from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.question_files import QuestionFiles
from tests.screens import Screen, settle
from tests.talks_builders import a_party, a_question, a_round, a_topic

Opened = Callable[[Desk], Screen]


@pytest.fixture
def screen(desk: Desk, window_on: Opened) -> Screen:
    desk.talks.add(a_party(code="K", name="Kystpartiet"))
    party = desk.situation.all(Party)[0].id
    about = desk.talks.add(a_round(parties=(party,)))
    topic = desk.talks.add(a_topic(talks_round=about.id))
    desk.talks.add(a_question(talks_round=about.id, topic=topic.id))
    shown = window_on(desk)
    shown.window.navigate(PageName.TALKS, "questions")
    settle()
    return shown


def files(screen: Screen) -> QuestionFiles:
    return screen.page.findChildren(QuestionFiles)[0]


def sent(screen: Screen, folder: Path) -> Path:
    """The form of the party, written through the window."""
    box = screen.find(QComboBox, "answering")
    box.setCurrentIndex(1)
    screen.press("makeQuestionForm")
    dialog = screen.window.findChildren(QFileDialog)[-1]
    path = folder / "spørgsmål.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    screen.qtbot.waitUntil(path.exists)
    return path


def filled(path: Path, cells: dict[str, str]) -> Path:
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    row = next(cell.row for cell in sheet["A"] if cell.value == "1")
    for column, text in cells.items():
        sheet[f"{column}{row}"] = text
    workbook.save(path)
    return path


def test_answers_in_a_form_are_confirmed_taken_in_and_undone(
    desk: Desk, screen: Screen, tmp_path: Path
) -> None:
    path = filled(sent(screen, tmp_path), {"C": "Betinget for", "F": "Ja, hvis staten betaler"})
    files(screen).read(path)
    settle()
    assert screen.text("answersTitle") == "Svar fra K Kystpartiet i spørgsmål.xlsx"
    (row,) = screen.table("answersTable")
    assert row[0] == "1" and row[2] == "intet svar" and row[3].startswith("betinget for")
    assert not screen.find(QAbstractButton, "takeAnswers").isHidden()
    screen.press("takeAnswers")
    (held,) = desk.situation.all(PartyPosition)
    assert held.text == "Ja, hvis staten betaler"
    assert screen.toast().startswith("1 svar er taget ind")
    assert screen.table("questionsTable")[0][-1].endswith("1 af 1")
    screen.undo()
    assert desk.situation.all(PartyPosition) == ()


def test_wrong_cells_are_listed_and_nothing_can_be_taken_in(
    desk: Desk, screen: Screen, tmp_path: Path
) -> None:
    path = filled(sent(screen, tmp_path), {"C": "Måske", "D": "7"})
    files(screen).read(path)
    settle()
    rows = screen.table("answersTable")
    assert [one[0].split(", celle ")[0] for one in rows] == ["Spørgsmål"] * 2
    assert not screen.find(QAbstractButton, "takeAnswers").isEnabled()
    screen.press("leaveAnswers")
    assert screen.find(QAbstractButton, "sendQuestions").isVisible()
    assert desk.situation.all(PartyPosition) == ()


def test_a_form_needs_a_party_and_another_file_is_refused(screen: Screen, tmp_path: Path) -> None:
    screen.press("makeQuestionForm")
    assert screen.text("talksTrouble") == "Vælg først, hvem der svarer."
    other = tmp_path / "andet.xlsx"
    openpyxl.Workbook().save(other)
    files(screen).read(other)
    settle()
    assert screen.text("fileRefusalSentence").startswith("Filen er ikke et spørgeskema")
