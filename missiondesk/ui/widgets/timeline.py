# SPDX-License-Identifier: Apache-2.0
"""A timeline of lanes with bars and diamonds that paints only what is in sight."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from missiondesk.ui.widgets.timeline_canvas import ZOOM_STEP
from missiondesk.ui.widgets.timeline_keyboard import TimelineKeyboard
from missiondesk.ui.widgets.timeline_layout import item_id
from missiondesk.ui.widgets.timeline_walk import Target
from missiondesk.ui.widgets.tool_tips import plain_tip


class Timeline(TimelineKeyboard):
    """Lanes with a header column, bars, diamonds and the today line: zoom, keyboard, pointer.

    The mouse selects, double click opens, dragging moves the view, Ctrl and the wheel zoom. Its
    twin for screen readers is a table that the page keeps beside it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self._pan: QPoint | None = None

    def target_at(self, point: QPointF) -> Target | None:
        """What is at a point of the viewport."""
        field, origin = self._field(), self._origin()
        if point.y() < field.top():
            return None
        x, y = point.x() - origin.x(), point.y() - origin.y()
        if point.x() < field.left():
            box = self._layout.lane_at(y)
            return box.lane if box else None
        placed = self._layout.at(x, y)
        return placed.item if placed else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or begin to drag the view."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        found = self.target_at(event.position())
        if found is not None:
            self._choose(found)
        else:
            self._pan = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the view, or show what the pointer is over."""
        if self._pan is not None:
            moved = event.position().toPoint() - self._pan
            self._pan = event.position().toPoint()
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() - moved.x())
            down.setValue(down.value() - moved.y())
            return
        self._hover(self.target_at(event.position()))

    def _hover(self, found: Target | None) -> None:
        if found == self._hovered:
            return
        self._hovered = found
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging."""
        if self._pan is not None:
            self._pan = None
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is there."""
        found = self.target_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(*item_id(found))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer; otherwise scroll, with Shift sideways."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            self.zoom(ZOOM_STEP**turns, event.position().x())
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the full text as a tooltip, an addition to what the table says."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        found = self.target_at(QPointF(event.pos()))
        tip = "" if found is None else found.tip
        if not tip:
            QToolTip.hideText()
            return
        # Rich text on purpose: plain text would be guessed at, and data must not be markup.
        shown = f"<qt>{html.escape(tip).replace(chr(10), '<br>')}</qt>"
        QToolTip.showText(event.globalPos(), plain_tip(shown), self.viewport())
