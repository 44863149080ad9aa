# SPDX-License-Identifier: Apache-2.0
"""The screen in the user's words, so that a test reads as what a secretary does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from missiondesk.language import Translator
from missiondesk.system.settings import Settings
from missiondesk.ui.application import Application
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.sheet import Sheet
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable
from tests.sample import a_sample

W = TypeVar("W", bound=QWidget)


class Screen:
    """One window and what a person does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    # -- looking ---------------------------------------------------------------------------
    @property
    def page(self) -> QWidget:
        """The page in front."""
        front = self.window.pages.currentWidget()
        assert front is not None
        return front

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The one visible widget of this name, on the page or in the whole window."""
        for room in (inside, self.page, self.window):
            if room is None:
                continue
            found = [w for w in room.findChildren(kind, name) if w.isVisibleTo(self.window)]
            if len(found) == 1:
                return found[0]
            assert not found, f"{len(found)} widgets are called {name}"
        raise AssertionError(f"nothing visible is called {name}")

    def heading(self) -> str:
        """The sentence at the head of the page."""
        return self.find(QLabel, "headlineSentence").text()

    def text(self, name: str) -> str:
        """What a label says."""
        return self.find(QLabel, name).text()

    def table(self, name: str) -> list[list[str]]:
        """The texts of a read table, row by row."""
        model = self.find(ReadTable, name).model()
        return [
            [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def toast(self) -> str:
        """The sentence at the foot of the window, "" when there is none."""
        toast = self.window.toast
        return toast.sentence.text() if toast.isVisibleTo(self.window) else ""

    def refusal(self, field: str) -> str:
        """Why a field does not take what was typed, "" when it does."""
        said = self.find(Field, field).refusal
        return said.text() if said.isVisibleTo(self.window) else ""

    # -- doing -----------------------------------------------------------------------------
    def go_to(self, page: str) -> None:
        """Press a page in the side bar, by its key."""
        self.press(f"go_{page}")

    def press(self, name: str) -> None:
        """Press a button."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), f"{name} is grey"
        button.click()
        settle()

    def choose_row(self, table: str, key: str) -> None:
        """Choose the row of a record."""
        assert self.find(ReadTable, table).select(key)
        settle()

    def type_into(self, field: str, text: str, editor: str = "editor") -> None:
        """Replace a field's text as a person does, and leave it with Enter."""
        target = self.find(QWidget, f"{field}_{editor}", self.find(Field, field))
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        assert isinstance(target, QLineEdit | QPlainTextEdit)
        target.selectAll()
        QTest.keyClick(target, Qt.Key.Key_Delete)
        QTest.keyClicks(target, text)
        control = Qt.KeyboardModifier.ControlModifier
        plain = Qt.KeyboardModifier.NoModifier
        several = isinstance(target, QPlainTextEdit)
        QTest.keyClick(target, Qt.Key.Key_Return, control if several else plain)
        settle()

    def choose(self, field: str, text: str) -> None:
        """Choose from a drop-down box by the text it shows."""
        box = self.find(QComboBox, f"{field}_editor", self.find(Field, field))
        place = box.findText(text)
        assert place >= 0, f"{field} does not offer {text}"
        box.setCurrentIndex(place)
        box.activated.emit(place)
        settle()

    def paste_into(self, sheet: str, text: str, row: int = 0, column: int = 0) -> None:
        """Paste what was copied from a spreadsheet."""
        view = self.find(QWidget, sheet)
        owner = view.parentWidget()
        assert isinstance(owner, Sheet)
        QApplication.clipboard().setText(text)
        owner.view.setCurrentIndex(owner.model.index(row, column))
        owner.view.paste()
        settle()

    def undo(self) -> None:
        """Take the last step back, by the menu."""
        assert self.window.undo.undo.isEnabled(), "there is nothing to undo"
        self.window.undo.undo.trigger()
        settle()

    def redo(self) -> None:
        """Do it again, by the menu."""
        assert self.window.undo.redo.isEnabled(), "there is nothing to redo"
        self.window.undo.redo.trigger()
        settle()

    def do(self, command: str) -> None:
        """A command of the menu, by its objectName."""
        self.window.menus.actions[command].trigger()
        settle()


class LetterScreen:
    """The page of letters in front of a `Screen`, in the words of who writes letters."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def begin(self, kind: str = "mission", **chosen: str) -> None:
        """Draft a letter of this kind; ``chosen`` names boxes ("mission", "former") and ids."""
        self.screen.press("newLetter")
        for name, key in {"kind": kind, **chosen}.items():
            box = self.screen.find(QComboBox, f"draft{name.capitalize()}")
            box.setCurrentIndex(box.findData(key))
        settle()
        self.screen.press("draftLetter")

    def move_on(self) -> None:
        """Press the primary button; issuing and the day of receipt are confirmed."""
        self.screen.press("advanceLetter")
        if any(w.isVisibleTo(self.screen.window) for w in self._all("issueNow")):
            self.screen.press("issueNow")
        if any(w.isVisibleTo(self.screen.window) for w in self._all("acknowledgeNow")):
            self.screen.press("acknowledgeNow")

    def _all(self, name: str) -> list[QWidget]:
        return self.screen.page.findChildren(QWidget, name)

    def notice(self) -> str:
        """What the bar above the letter says."""
        return self.screen.text("letterNoticeSentence")

    def places(self) -> list[list[str]]:
        """Where the letter differs from the data of today: place, as issued, today."""
        self.screen.press("showPlaces")
        return self.screen.table("differencesTable")

    def register(self) -> list[list[str]]:
        """The rows of the register as they are shown."""
        tabs = self.screen.find(Tabs, "letterViews")
        tabs.open("register")
        settle()
        return self.screen.table("lettersTable")


def clear_the_screen(but: QWidget | None = None) -> None:
    """Hide what other tests left open: what is closed hands the focus to any window it finds."""
    for one in QApplication.topLevelWidgets():
        if one.isVisible() and one is not but:
            one.hide()


@contextmanager
def sample_window(tr: Translator, size: QSize) -> Iterator[MainWindow]:
    """A window of this size on the sample, whose pages are made when they are gone to."""
    desk = a_sample()
    hub = Hub(desk)
    made = MainWindow(desk, hub, tr, Settings(theme="light"), ahead=False)
    hub.setParent(made)
    made.resize(size)
    made.show()
    yield made
    made.close_without_saving()
    desk.close(discard=True)
    made.deleteLater()
    settle()


@contextmanager
def started(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    """The program at its start page, painted once; its windows go without saving."""
    made = Application(qapp)
    made.start()
    assert made.start_window is not None
    with qtbot.waitSignal(made.start_window.painted):
        pass
    yield made
    if made.window is not None:
        made.window.close_without_saving()
    if made.start_window is not None:
        made.start_window.close()
    for words in made._qt_words:
        qapp.removeTranslator(words)
    settle()


def hears_keys(window: QWidget | None) -> bool:
    """Whether a window takes keys and shortcuts: on a real screen only once it was made active."""
    if window is None:
        return False
    return window.isActiveWindow() or QGuiApplication.platformName() == "offscreen"


def settle() -> None:
    """Let everything that is queued happen."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
