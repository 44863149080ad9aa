# SPDX-License-Identifier: Apache-2.0
"""The chip that always says whether what was done is safe on the disk."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from missiondesk.ui.widgets.elided_label import ElidedLabel
from missiondesk.ui.widgets.looks import repolish


class SavedChip(ElidedLabel):
    """A symbol and a word; red with a reason when saving failed.

    Attributes:
        pressed: The user asks for more (only when not saved).
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("savedChip", "unknown", parent)
        self._alarming = False

    def say(self, symbol: str, word: str, tint: str, why: str = "") -> None:
        """Show a state.

        Args:
            symbol: Sign before the word.
            word: "Saved 14:32".
            tint: "good", "wait", "bad" or "unknown".
            why: Reason and way out, when there is one.
        """
        self.why = why
        self.show_text(f"{symbol} {word}")
        self.setAccessibleName(word)
        self.setAccessibleDescription(why)
        self._alarming = bool(why)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if why else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if why else Qt.CursorShape.ArrowCursor)
        if self.property("look") != tint:
            self.setProperty("look", tint)
            repolish(self)

    def minimumSizeHint(self) -> QSize:
        """Whatever stands beside it yields first."""
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._alarming:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._alarming and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
