# SPDX-License-Identifier: Apache-2.0
"""A board of cards in columns that paints only what is in sight; moved by keys and by dragging."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.ui.widgets import card_walk
from missiondesk.ui.widgets.card_canvas import CardCanvas

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_JUMPS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CardBoard(CardCanvas):
    """Arrows walk, Enter opens, Ctrl+Alt and an arrow asks to move the card, as dragging does.

    The board moves nothing by itself: whoever listens to `moved` does, and shows other content.
    Its twin for screen readers is a table that the page keeps beside it.

    Attributes:
        opened: Enter or a double click on the card with this key.
        moved: The card with this key is wanted in the column with that key.
        asked: A menu is wanted for the card with this key.
    """

    opened = Signal(str)
    moved = Signal(str, str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self._pressed: tuple[str, QPointF] | None = None
        self._movable = True

    def set_movable(self, movable: bool) -> None:
        """Let cards be moved, or only looked at."""
        self._movable = movable

    # -- keys ----------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, move, and let go of a dragged card."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._lifted is not None:
            self._drop()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected:
            self.opened.emit(self._selected)
        elif key == Qt.Key.Key_Menu and self._selected:
            self.asked.emit(self._selected)
        elif not self._moving_key(key, event.modifiers()) and not self._walking_key(
            key, event.modifiers()
        ):
            super().keyPressEvent(event)
            return
        event.accept()

    def _moving_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or modifiers & both != both:
            return False
        if self._selected:
            column = self._layout.places[self._selected][0]
            column += -1 if key == Qt.Key.Key_Left else 1
            if 0 <= column < len(self._content.columns):
                self._ask_to_move(self._selected, self._content.columns[column].key)
        return True

    def _ask_to_move(self, key: str, column: str) -> None:
        card, place = self.card(key), self._layout.places.get(key)
        if not self._movable or card is None or card.fixed or place is None:
            return
        if self._content.columns[place[0]].key != column:
            self.moved.emit(key, column)

    def _walking_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key not in (*_ARROWS, *_JUMPS) or not self._layout.places:
            return False
        found = self._walked(key, bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        if found:
            self.choose(found)
        return True

    def _walked(self, key: Qt.Key, control: bool) -> str:
        layout, here = self._layout, self._selected
        last = key == Qt.Key.Key_End
        if not here or (control and key in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            return card_walk.first_card(layout, last)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return card_walk.aside(layout, here, -1 if key == Qt.Key.Key_Left else 1)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return card_walk.edge(layout, here, last)
        back = key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
        step = 1
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = max(int(self.verticalScrollBar().pageStep() / max(layout.card, 1)), 1)
        return card_walk.along(layout, here, -step if back else step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard's first visit chooses the first card."""
        by_keyboard = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        first = card_walk.first_card(self._layout)
        if not self._selected and first and event.reason() in by_keyboard:
            self.choose(first)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the choice thinner."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- pointer -------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card, and be ready to lift it."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        found = self.card_at(event.position())
        if found:
            self.choose(found)
            self._pressed = (found, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift and carry the card, or show what the pointer is over."""
        if self._pressed is not None:
            self._carry(event.position())
            return
        found = self.card_at(event.position())
        if found != self._hovered:
            self._hovered = found
            shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _carry(self, point: QPointF) -> None:
        assert self._pressed is not None
        key, begun = self._pressed
        card = self.card(key)
        near = (point - begun).manhattanLength() < QApplication.startDragDistance()
        if card is None or card.fixed or not self._movable or (near and self._lifted is None):
            return
        self._lifted = (key, point)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the card go where it is."""
        lifted = self._lifted
        self._drop()
        if lifted is not None:
            column = self.column_at(event.position())
            if column:
                self._ask_to_move(lifted[0], column)
        event.accept()

    def _drop(self) -> None:
        self._lifted = self._pressed = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card."""
        found = self.card_at(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.opened.emit(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card."""
        found = self.card_at(QPointF(event.pos()))
        if found:
            self.choose(found)
            self.asked.emit(found)
        event.accept()
