# SPDX-License-Identifier: Apache-2.0
"""The window while the workspace is locked: nothing of it is left but the question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.system.settings import WindowPlace
from missiondesk.ui.confidential.unlock_panel import UnlockPanel
from missiondesk.ui.theme import dress, scaled
from missiondesk.ui.widgets.looks import look, text_label
from missiondesk.ui.window_place import put

_WIDEST = 520  # px at 100 %


class LockedWindow(QMainWindow):
    """Stands where the workspace's window stood.

    Attributes:
        told: A passphrase was given.
        asked_close: The window is to be closed; whoever holds the locked workspace decides.
    """

    told = Signal(str)
    asked_close = Signal()

    def __init__(self, tr: Translator, place: WindowPlace, *, safe: bool) -> None:
        super().__init__()
        say = tr.say
        self.setObjectName("lockedWindow")
        dress(self)
        self.setWindowTitle("missiondesk")
        self.setMinimumSize(640, 420)
        put(self, place, (place.width, place.height))
        self.panel = UnlockPanel(tr, say("Locked"), say("Unlock"), say("Close the workspace"))
        self.panel.told.connect(self.told)
        self.panel.left.connect(self.close)
        self.panel.setMaximumWidth(scaled(_WIDEST))
        self._tr = tr
        self.state = text_label("", wrap=True)
        self.state.setObjectName("lockedState")
        self.tell(safe=safe)
        self.panel.layout().addWidget(self.state)  # type: ignore[union-attr]
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
        self.setCentralWidget(content)
        self.setFocusProxy(self.panel.passphrase.editor)
        self.panel.passphrase.focus_editor()

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
        self.deleteLater()

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
