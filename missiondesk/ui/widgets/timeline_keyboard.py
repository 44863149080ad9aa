# SPDX-License-Identifier: Apache-2.0
"""The timeline's keyboard: arrows walk, Enter opens, plus and minus zoom, 0 fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from missiondesk.ui.widgets.timeline_canvas import ZOOM_STEP
from missiondesk.ui.widgets.timeline_choice import TimelineChoice
from missiondesk.ui.widgets.timeline_items import Lane
from missiondesk.ui.widgets.timeline_layout import item_id
from missiondesk.ui.widgets.timeline_walk import Target, Walk


class TimelineKeyboard(TimelineChoice):
    """Everything that the pointer reaches is reached by keys too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the selection, Enter opens, + and - zoom, 0 fits."""
        if self._zoom_key(event) or self._walk_key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def _zoom_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM_STEP, self._zoom_spot())
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM_STEP, self._zoom_spot())
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            return False
        return True

    def _zoom_spot(self) -> float | None:
        """The selection when it is in sight, so that it stays there."""
        if self._selected is None or isinstance(self._selected, Lane):
            return None
        place = self.place_of(*item_id(self._selected))
        if place is None or not self._field().intersects(place):
            return None
        return self._field().intersected(place).center().x()

    def _walk_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._selected is None:
                return False
            self.opened.emit(*item_id(self._selected))
            return True
        if key not in _WALKS or not self._layout.lanes:
            return False
        walk = Walk(self._layout)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        found = self._walked(walk, Qt.Key(key), control)
        if found is not None:
            self._choose(found)
        return True

    def _walked(self, walk: Walk, key: Qt.Key, control: bool) -> Target | None:
        last = key == Qt.Key.Key_End
        if control and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return walk.outermost(last)
        here = self._selected
        if here is None:
            return walk.outermost(last=False)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return walk.aside(here, -1 if key == Qt.Key.Key_Left else 1)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return walk.edge(here, last)
        x = self._anchor(here)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return walk.vertical(here, x, -1 if key == Qt.Key.Key_Up else 1)
        page = self._field().height() * (-1 if key == Qt.Key.Key_PageUp else 1)
        return walk.by_height(here, x, page)

    def _anchor(self, here: Target) -> float:
        """Where in time the selection stands, for moves up and down."""
        if isinstance(here, Lane):
            return 0.0
        _, placed = self._layout.places[item_id(here)]
        shown_from = -self._origin().x() + self._field().left()
        return max(placed.left, min(placed.right, shown_from))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the selection; the keyboard's first visit chooses the first lane."""
        if self._selected is None and self._content.lanes:
            by_keyboard = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
            if event.reason() in by_keyboard:
                self._choose(self._content.lanes[0])
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the selection thinner."""
        super().focusOutEvent(event)
        self.viewport().update()


_WALKS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
