# SPDX-License-Identifier: Apache-2.0
"""No text is cut, also when every sentence is 40 % longer than the Danish one (UX-17, UX-18)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverSo
from pytestqt.qtbot import QtBot

from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.confidential.locked_window import LockedWindow
from missiondesk.ui.confidential.making import MakeConfidential
from missiondesk.ui.letters.page import LettersPage
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.version_dialog import VersionDialog
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.steady_dialog import Asked
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.clipping import a_locked_window, clipped
from tests.longer_words import long_translator, longer
from tests.screens import sample_window, settle


@pytest.fixture(scope="module")
def window() -> Iterator[MainWindow]:
    """One window on the sample in long words, at the size of a small laptop."""
    with sample_window(long_translator(), QSize(1280, 720)) as made:
        yield made


def faces(window: MainWindow) -> Iterator[str]:
    """The page in front with each of its tabs, when nothing is read any more."""
    while window.hub.tasks.busy:
        QApplication.processEvents()
    settle()
    page = window.pages.currentWidget()
    assert page is not None
    yield window.pages.current()
    for tabs in page.findChildren(Tabs):
        if tabs.isVisibleTo(window):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
                settle()
                yield f"{tabs.objectName()} {tabs.tabText(place)}"


def judge(window: MainWindow, qtbot: QtBot, *, tabs: bool = True) -> None:
    """Every face fits, as soon as all that was read is laid out; without ``tabs`` the front one."""
    found = []
    for face in faces(window) if tabs else islice(faces(window), 1):
        with suppress(NeverSo):
            qtbot.waitUntil(lambda: not clipped(window), timeout=2_000)
        found += [f"{face}: {fault}" for fault in clipped(window)]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("page", list(PageName))
def test_a_page_with_its_tabs(window: MainWindow, page: PageName, qtbot: QtBot) -> None:
    window.navigate(page)
    judge(window, qtbot)


def record_of(desk: Desk, page: PageName) -> str:
    records = {
        PageName.MISSIONS: desk.missions.all(),
        PageName.INITIATIVES: desk.initiatives.all(),
        PageName.LETTERS: desk.letters.all(),
        PageName.COMMITMENTS: desk.commitments.all(),
        PageName.ACTORS: desk.actors.all(),
    }
    return records[page][0].id  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    "page",
    [
        PageName.MISSIONS,
        PageName.INITIATIVES,
        PageName.LETTERS,
        PageName.COMMITMENTS,
        PageName.ACTORS,
    ],
)
def test_a_record_with_its_tabs(window: MainWindow, page: PageName, qtbot: QtBot) -> None:
    window.navigate(page, record_of(window.desk, page))
    judge(window, qtbot)


def faces_of_letters(window: MainWindow) -> Iterator[str]:
    """What stands on the page of letters only when it is asked for."""
    window.navigate(PageName.LETTERS)
    page = window.pages.currentWidget()
    assert isinstance(page, LettersPage)
    page.show_register()
    page.register.new_button.click()
    settle()
    yield "a new letter"
    page.show_batch()
    settle()
    yield "many letters"
    page.show_register()


def test_a_new_letter_and_many_letters(window: MainWindow) -> None:
    assert [f"{face}: {one}" for face in faces_of_letters(window) for one in clipped(window)] == []


def test_the_start_window(qtbot: QtBot) -> None:
    made = StartWindow(long_translator(), ["/a/en.mission", "/b/to.mission"])
    qtbot.addWidget(made)
    made.show()
    settle()
    assert clipped(made) == []


def test_the_locked_window(qtbot: QtBot) -> None:
    made = a_locked_window(long_translator())
    qtbot.addWidget(made, before_close_func=LockedWindow.go)
    assert clipped(made) == []


def test_a_dialog_that_has_room_does_not_scroll_once_something_was_refused(
    window: MainWindow,
) -> None:
    """The bar came for a moment, made the text narrower, and stayed because of that."""
    asked = MakeConfidential(window.desk, window.hub, translator("en"), lambda _act: None, window)
    asked.open()
    settle()
    for name, text in (("passphrase", "Sommer2026"), ("again", "Sommer2025")):
        editor = asked.findChild(QLineEdit, f"{name}_editor")
        assert editor is not None
        editor.setText(text)
    asked.carry()
    settle()
    assert not asked.passphrase.again.refusal.isHidden()
    assert asked.findChild(Asked).verticalScrollBar().maximum() == 0  # type: ignore[union-attr]
    asked.reject()
    settle()


def test_the_question_for_a_versions_name(window: MainWindow) -> None:
    long = "Alt er gemt i Statsministeriets meget hemmelige aftaler om regeringsgrundlaget.mission."
    asked = VersionDialog(window.desk, window.hub, window.tr_, long, "27. november", window)
    asked.open()
    settle()
    assert clipped(asked) == []
    QTest.keyClick(asked.name.editor, Qt.Key.Key_Backspace)
    QTest.keyClick(asked.name.editor, Qt.Key.Key_Return)
    settle()
    assert asked.name.refusal.isVisible()
    assert clipped(asked) == []
    asked.reject()
    settle()


# ---------------------------------------------------------------- the measure itself


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    label, wrapped, button = QLabel("En lang sætning"), QLabel("Ministeransvarlighedsloven"), None
    wrapped.setWordWrap(True)
    button = QPushButton("Eksportér")
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels(["Ministeransvarlighedsloven"])
    table.setColumnWidth(0, 60)
    for part in (label, wrapped, button, table):
        layout.addWidget(part)
    label.setFixedWidth(30)
    wrapped.setFixedWidth(60)
    button.setFixedWidth(20)
    window.show()
    settle()
    said = "\n".join(clipped(window))
    for part in ("“En lang sætning”", "the word “Minister", "“Eksportér”", "the head “Minister"):
        assert part in said
    window.resize(window.sizeHint())
    for part, width in ((label, 300), (wrapped, 400), (button, 200)):
        part.setFixedWidth(width)
    table.setColumnWidth(0, 300)
    settle()
    assert clipped(window) == []


def test_what_lies_over_another_or_is_out_of_sight_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 500)
    label, over, box = QLabel("Til", window), QLabel("Som", window), ChoiceBox(window)
    label.setGeometry(10, 10, 60, 20)
    over.setGeometry(40, 15, 60, 20)
    box.addItem("Afventer en beslutning")
    box.setGeometry(10, 60, 70, 30)
    area, wide, table = QScrollArea(window), QWidget(), QTableWidget(3, 1, window)
    wide.setFixedSize(300, 40)
    area.setWidget(wide)
    area.setGeometry(10, 100, 200, 80)
    table.setHorizontalHeaderLabels(["Navn"])
    table.setGeometry(10, 200, 300, table.horizontalHeader().sizeHint().height() + 4)
    window.show()
    settle()
    said = "\n".join(clipped(window))
    for part in (
        "“Til” lies over “Som”",
        "“Afventer en beslutning” is shown as",
        "beyond the right edge",
        "no row is seen",
    ):
        assert part in said
    over.move(100, 15)
    box.setFixedWidth(300)
    area.setFixedWidth(340)
    table.setFixedHeight(200)
    settle()
    assert clipped(window) == []


@pytest.mark.parametrize(
    "text", ["Gem som…", "&Fil", "{count} rækker", "Ikke gemt – hvorfor?", "OK", "M1", "Åbn"]
)
def test_long_words_are_longer_and_keep_their_marks(text: str) -> None:
    grown, plain = longer(text), text.replace("{count}", "")
    letters = sum(sign.isalpha() for sign in plain)
    assert sum(s.isalpha() for s in grown.replace("{count}", "")) >= letters * 1.4
    assert grown.count("{count}") == text.count("{count}")
    assert grown.startswith("&F") == text.startswith("&F")
    assert len(grown.split()) == len(text.split())
