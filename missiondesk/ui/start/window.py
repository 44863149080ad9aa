# SPDX-License-Identifier: Apache-2.0
"""The small window that is painted before anything heavy is imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.window_size import fitting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from missiondesk.ui.start.page import StartPage


class StartWindow(QMainWindow):
    """Holds the start page, or the name of the file that is being opened.

    Attributes:
        asked: As `StartPage.asked`.
        painted: The window stood on the screen for the first time.
    """

    asked = Signal(str)
    painted = Signal()

    def __init__(self, tr: Translator, recent: Sequence[str], opening: str = "") -> None:
        """Make it.

        Args:
            tr: The screen's language.
            recent: Workspaces opened lately.
            opening: Name of the file that is opened next, "" for none.
        """
        super().__init__()
        self.setObjectName("startWindow")
        theme.dress(self)
        self.setWindowTitle("missiondesk")
        room = self.screen().availableGeometry()
        self.resize(fitting(QSize(scaled(960), scaled(600)), room))
        self.setMinimumSize(fitting(QSize(760, 520), room))
        self._was_painted = False
        self.painted.connect(self._take_keys)
        self._said = (tr, recent)
        self._page: StartPage | None = None
        if opening:
            self.setCentralWidget(_told(tr.say("Opening {file}…", file=opening)))
        else:
            self.speak(tr, recent)

    def _take_keys(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, command in (("F1", "help:"), ("Ctrl+N", "new"), ("Ctrl+O", "open")):
            QShortcut(QKeySequence(keys), self, partial(self.asked.emit, command))

    @property
    def page(self) -> StartPage:
        """The ways in; where a file is being opened they are made when somebody asks."""
        if self._page is None:
            self.speak(*self._said)
        assert self._page is not None
        return self._page

    def speak(self, tr: Translator, recent: Sequence[str]) -> None:
        """Build the page in the language, with these recent workspaces."""
        from missiondesk.ui.start.page import StartPage
        from missiondesk.ui.widgets.scroll_page import scrolled_when_low

        self._page = StartPage(tr, recent)
        self._page.asked.connect(self.asked)
        self.setCentralWidget(scrolled_when_low(self._page))
        self._page.arrange(self.width())

    def end_opening(self) -> None:
        """Nothing came of the file, or a passphrase is asked for: show the ways in."""
        if self._page is None:
            self.speak(*self._said)

    def show_trouble(
        self, sentence: str, verb: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """See `StartPage.show_trouble`."""
        self.page.show_trouble(sentence, verb, act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None:
            self._page.arrange(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)


def _told(sentence: str) -> QWidget:
    """Nothing but a sentence, and nothing to press: it stands until the workspace is there."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(56, 40, 56, 32)
    column.setSpacing(20)
    column.addWidget(text_label("missiondesk", "heading"))
    said = text_label(sentence, "section", wrap=True)
    said.setObjectName("startOpening")
    column.addWidget(said)
    column.addStretch(1)
    return made
