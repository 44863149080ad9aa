# SPDX-License-Identifier: Apache-2.0
"""The window while the workspace is locked: nothing of it is left but the question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.system.settings import WindowPlace
from missiondesk.ui.confidential.unlock_panel import UnlockPanel
from missiondesk.ui.theme import dress, let_go, scaled
from missiondesk.ui.widgets.looks import hairline, look, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import scrolled_when_low
from missiondesk.ui.window_place import put

_WIDEST = 520  # px at 100 %
_LEAST = 580  # px, what the narrowest window has between its margins and beside a scroll bar


class LockedWindow(QMainWindow):
    """Stands where the workspace's window stood.

    Attributes:
        told: A passphrase was given.
        asked_close: The window is to be closed; whoever holds the locked workspace decides.
        asked_other: Another workspace is to be opened instead.
    """

    told = Signal(str)
    asked_close = Signal()
    asked_other = Signal()

    def __init__(
        self, tr: Translator, place: WindowPlace, *, safe: bool, why: str = "", name: str = ""
    ) -> None:
        """Make it.

        Args:
            tr: The screen's language.
            place: Where the workspace's window stood.
            safe: All is in the file.
            why: Since when and why it is locked.
            name: Of the file, "" for none. It may tell what the workspace is about, so it is
                shown to whoever asks for it and not to those who pass by.
        """
        super().__init__()
        say = tr.say
        self.setObjectName("lockedWindow")
        dress(self)
        self.setWindowTitle("missiondesk")
        self.setMinimumSize(640, 420)
        put(self, place, (place.width, place.height))
        self._tr, self._name = tr, name
        self.panel = UnlockPanel(
            tr, say("The workspace is locked"), say("Unlock"), say("Close the workspace")
        )
        self.panel.told.connect(self.told)
        self.panel.left.connect(self.close)
        self.panel.setMinimumWidth(min(scaled(_WIDEST), _LEAST))
        self.panel.setMaximumWidth(scaled(_WIDEST))
        look(self.panel.title, "heading")
        self.why = text_label(why, "lead", wrap=True)
        self.why.setObjectName("lockedWhy")
        self.why.setVisible(bool(why))
        self.state = text_label("", wrap=True)
        self.state.setObjectName("lockedState")
        self.typed = text_label(
            say("What you were writing is kept, and you come back to where you were."),
            "detail",
            wrap=True,
        )
        self._add_parts()
        self.tell(safe=safe)
        self._may_close = False
        content = QWidget()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.panel, 4)
        across.addStretch(1)
        down = QVBoxLayout(content)
        down.setContentsMargins(24, 24, 24, 24)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        self.setCentralWidget(scrolled_when_low(content))
        self.setFocusProxy(self.panel.passphrase.editor)
        self.panel.passphrase.focus_editor()

    def _add_parts(self) -> None:
        """Put what is said of the lock, and the other ways, around the question."""
        say, layout = self._tr.say, self.panel.layout()
        assert isinstance(layout, QVBoxLayout)
        other = push_button(say("Open another file…"), "lockedOther", self.asked_other.emit, "link")
        self.which = push_button(say("Show the file’s name"), "lockedWhich", self._tell, "link")
        self.which.setVisible(bool(self._name))
        self.file = text_label("", "strong", wrap=True)
        self.file.setObjectName("lockedFile")
        self.file.hide()
        layout.insertWidget(1, self.why)
        layout.addWidget(hairline())
        for part in (self.state, self.typed, self.file, row(self.which, other, None)):
            layout.addWidget(part)

    def _tell(self) -> None:
        """Show which file it is, or hide it again."""
        say, shown = self._tr.say, self.file.isHidden()
        self.file.setText(self._name if shown else "")
        self.file.setVisible(shown)
        self.which.setText(say("Hide the file’s name") if shown else say("Show the file’s name"))
        self.which.setAccessibleName(self.which.text())

    def tell(self, *, safe: bool) -> None:
        """Say whether all is in the file."""
        say = self._tr.say
        self.state.setText(
            say("All of it is saved. Records and key are out of memory until it is unlocked.")
            if safe
            else say(
                "The newest changes are not in the file yet. They are kept sealed in memory and "
                "saved as soon as that is possible: do not switch the computer off."
            )
        )
        look(self.state, "detail" if safe else "wait")

    def go(self) -> None:
        """Close for good."""
        self._may_close = True
        self.panel.forget()
        self.close()
        let_go(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.asked_close.emit()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if self.isActiveWindow() and not self.panel.passphrase.editor.hasFocus():
            self.panel.passphrase.editor.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
