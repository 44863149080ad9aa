# SPDX-License-Identifier: Apache-2.0
"""Talks on the screen: a round begun, questions sent, stances typed, an option that is blocked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from missiondesk.domain.negotiation import TalksQuestion, TalksRound, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.page import TalksPage
from missiondesk.ui.talks.present import Presentation
from missiondesk.ui.widgets.letter_grid import LetterGrid
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.screens import Screen, settle
from tests.talks_builders import a_party, a_round

Opened = Callable[[Desk], Screen]


def _open(screen: Screen, tab: str) -> None:
    screen.find(Tabs, "talksTabs").open(tab)
    settle()


def _enter(screen: Screen, line: str, text: str) -> None:
    found = screen.find(QLineEdit, line)
    found.setText(text)
    QTest.keyClick(found, Qt.Key.Key_Return)
    settle()


def test_a_round_is_begun_and_its_questions_sent(desk: Desk, window_on: Opened) -> None:
    for code in "AB":
        desk.talks.add(a_party(code=code))
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    assert screen.heading() == "Der er ingen forhandlinger i gang"
    screen.press("emptyButton")
    (talks,) = desk.situation.all(TalksRound)
    assert talks.name.da == "Runde 1"
    _open(screen, "questions")
    _enter(screen, "questionsNew", "Hvad vil I?")
    screen.find(QLineEdit, "questionsDue").setText("1.12.2096")
    screen.press("sendQuestions")
    (question,) = desk.situation.all(TalksQuestion)
    assert question.asked is not None and str(question.due) == "2096-12-01"
    assert screen.table("questionsTable")[0][3] == "0 af 2"
    _open(screen, "meetings")
    _enter(screen, "talksMeetingsNew", "Første møde")
    assert screen.heading() == "1 møde"
    for _ in range(4):
        screen.undo()
    assert desk.situation.all(TalksRound) == ()


def test_stances_are_typed_compared_and_filled_in(desk: Desk, window_on: Opened) -> None:
    for code in "ABC":
        desk.talks.add(a_party(code=code, name=f"Parti {code}"))
    desk.talks.add(a_round(parties=tuple(one.id for one in desk.situation.all(Party))))
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    _open(screen, "positions")
    _enter(screen, "topicNew", "Skat")
    grid = screen.find(LetterGrid, "positionsGrid")
    for column, keys in enumerate(("f", "i!", "b")):
        grid.setCurrentIndex(grid.letters.index(0, column))
        for key in keys:
            QTest.keyClicks(grid, key)
            settle()
    held = {one.party: one for one in desk.situation.all(PartyPosition)}
    second = held[desk.talks.rounds.parties(desk.talks.rounds.rounds()[0])[1].id]
    assert (second.stance, second.red_line) == (PartyStance.AGAINST, True)
    assert grid.letters.cell(0, 1).text == "I !"
    assert screen.heading() == "Partierne er med på 0 af 1 emne og uenige om 1"
    grid.setCurrentIndex(grid.letters.index(0, 1))
    settle()
    screen.type_into("intensity", "5")
    assert grid.letters.cell(0, 1).text == "I5 !"
    assert "ultimativt krav" in grid.letters.cell(0, 1).spoken
    screen.find(QLineEdit, "positionsParties").setText("a c")
    settle()
    assert [one.text for one in grid.letters.columns] == ["A", "C"]
    screen.window.navigate(PageName.TALKS, f"{second.id}#text")
    settle()
    assert screen.text("positionTitle") == "Parti B (B)"
    _open(screen, "options")
    _enter(screen, "optionsNew", "Lavere skat")
    screen.find(Tabs, "talksTabs")
    (option,) = desk.talks.rounds.options(desk.situation.all(Topic)[0].id)
    screen.press("violates_0")
    assert screen.table("optionsTable")[0][4] == "■\u00a0B"
    assert desk.talks.rounds.collisions(desk.talks.rounds.options(option.topic)[0])
    screen.undo()
    assert screen.table("optionsTable")[0][4] == ""


def test_the_reader_is_chosen_above_what_is_printed(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.go_to(PageName.TALKS)
    _open(screen, "positions")
    page = screen.page
    assert isinstance(page, TalksPage)
    box = screen.find(QComboBox, "talksReader")
    assert [box.itemText(place) for place in range(3)] == [
        "For sekretariatet", "For alle partier i forhandlingerne", "For alle",
    ]  # fmt: skip
    box.setCurrentIndex(box.findText("For Udsynet (eksempel)"))
    settle()
    job = page.front.document()
    assert job is not None
    assert job().name == "holdninger-U-da.pdf"
    _open(screen, "seats")
    assert not box.isVisibleTo(screen.window)


def test_topics_are_presented_without_anything_confidential(
    sample: Desk, window_on: Opened
) -> None:
    screen = window_on(sample)
    screen.go_to(PageName.TALKS)
    _open(screen, "positions")
    screen.press("presentTopic")
    (shown,) = screen.window.findChildren(Presentation)
    assert shown.title.text().startswith("1 Lærepladser")
    assert "10.000" in shown.lines.text()
    assert "staten betaler halvdelen" not in shown.lines.text()  # K's own answer
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.title.text().startswith("2 ")
    assert shown.options.text().startswith("B  ")  # option A is the secretariat's
    QTest.keyClick(shown, Qt.Key.Key_Left)
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert shown.title.text().startswith("1 ")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    settle()
    assert not screen.window.findChildren(Presentation)
