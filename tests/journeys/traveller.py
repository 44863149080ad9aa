# SPDX-License-Identifier: Apache-2.0
"""The person who travels through the window: what several journeys do alike."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from missiondesk.domain.entities import KINDS
from missiondesk.services.desk import Desk
from missiondesk.ui.application import Application
from missiondesk.ui.letters.page import LettersPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.sheet import Sheet
from tests.screens import Screen, hears_keys, settle

CTRL = Qt.KeyboardModifier.ControlModifier


def present(desk: Desk) -> dict[str, tuple[object, ...]]:
    """All records by kind, in their order: the state of a workspace by value."""
    return {name: desk.situation.all(kind) for name, kind in KINDS.items()}


def press_on_start_page(program: Application, name: str) -> None:
    """Press one of the ways in."""
    assert program.start_window is not None
    button = program.start_window.findChild(QAbstractButton, name)
    assert button is not None
    button.click()
    settle()


def answer(qtbot: QtBot, owner: QWidget, name: str, path: Path) -> None:
    """Answer the question for a file, when it stands open over the window."""
    # A button pressed by its key shows that for a moment before it acts.
    qtbot.waitUntil(lambda: owner.findChild(QFileDialog, name) is not None)
    dialog = owner.findChild(QFileDialog, name)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()


class Traveller(Screen):
    """A `Screen` on the program's window, with what the journeys need beyond it."""

    def __init__(self, program: Application, qtbot: QtBot) -> None:
        assert program.window is not None
        super().__init__(program.window, qtbot)
        self.program = program
        self.desk = program.window.desk
        qtbot.waitUntil(
            lambda: all(self.window.pages.page(name) for name in PageName), timeout=30_000
        )
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def open_tab(self, tabs: str, key: str) -> None:
        """Bring a tab to the front."""
        from missiondesk.ui.widgets.tab_bar import Tabs

        self.find(Tabs, tabs).open(key)
        settle()

    def write_line(self, name: str, text: str) -> None:
        """Type into a line that adds something, and press Enter."""
        line = self.find(QLineEdit, name)
        line.setFocus()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()

    def say_in_both(self, field: str, danish: str, english: str) -> None:
        """Fill a text of two languages."""
        self.type_into(field, danish, "da")
        self.type_into(field, english, "en")

    def paste_with_ctrl_v(self, sheet: str, text: str) -> None:
        """Paste from the clipboard into the first cell of a sheet."""
        owner = self.find(QWidget, sheet).parentWidget()
        assert isinstance(owner, Sheet)
        QApplication.clipboard().setText(text)
        owner.view.setFocus()
        owner.view.setCurrentIndex(owner.model.index(0, 0))
        QTest.keyClick(owner.view, Qt.Key.Key_V, CTRL)
        settle()

    @property
    def letters(self) -> LettersPage:
        """The page of letters, in front."""
        page = self.page
        assert isinstance(page, LettersPage)
        return page

    def wait_for_pages(self) -> bytes:
        """Wait until the letter's pages are drawn as it is now; the PDF that they show."""
        preview = self.letters.editor.preview
        around = preview.parentWidget()
        while around is not None:
            # In a window as small as a screen of tests the pages stand below the form.
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(preview)
            around = around.parentWidget()
        self.qtbot.waitUntil(
            lambda: (
                preview.document is not None
                and not preview._timer.isActive()
                and not self.window.hub.tasks.busy
                and preview.view.pages.ready()
            ),
            timeout=30_000,
        )
        assert preview.document is not None
        return preview.document.data

    def undo_all(self) -> int:
        """Take everything back; how many steps that were."""
        steps = 0
        while self.window.undo.undo.isEnabled():
            self.undo()
            steps += 1
        return steps

    def redo_all(self) -> int:
        """Do everything again; how many steps that were."""
        steps = 0
        while self.window.undo.redo.isEnabled():
            self.redo()
            steps += 1
        return steps

    def leave(self) -> None:
        """Close the window, which waits for the file."""
        self.window.close()
        settle()
        assert self.program.window is None


def shown(qtbot: QtBot, name: str) -> QWidget:
    """The small window of this name, once it is there and takes keys."""

    def found() -> list[QWidget]:
        tops = [one for one in QApplication.topLevelWidgets() if one.objectName() == name]
        return [one for one in tops if one.isVisible() and hears_keys(one)]

    qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
    return found()[0]


def dropped(me: Traveller, path: Path) -> None:
    """Let the file fall on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copies = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(10, 10), copies, mime, left, none)
    QApplication.sendEvent(me.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(me.window, QDropEvent(QPointF(10, 10), copies, mime, left, none))
    settle()
