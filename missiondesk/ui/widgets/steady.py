# SPDX-License-Identifier: Apache-2.0
"""Keeps what one types in where it is on the screen while findings above it come and go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from missiondesk.ui.widgets.area_around import area_around

_DEEPEST = 20  # layouts in each other


class SteadyRoom(QWidget):
    """Holds findings below each other; takes no room while there are none.

    What vanishes while one works in the same place leaves its room behind, so that nothing moves
    under the caret or the mouse; the room is given back when the keyboard goes elsewhere, when
    the page is left, or by `give_back`.
    """

    def __init__(self, parent: QWidget, spacing: int) -> None:
        super().__init__(parent)
        self._held = False
        self._parts: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing)
        self._layout = layout
        # What is left of held room stays empty below the findings.
        layout.addStretch(1)
        self.hide()

    def put(self, part: QWidget) -> None:
        """Show a part at the end; `fit` after it was hidden or shown again."""
        self._layout.insertWidget(self._layout.count() - 1, part)
        self._parts.append(part)
        part.show()
        self.fit()

    def drop(self, parts: Sequence[QWidget]) -> None:
        """Take parts away for good."""
        if not parts:
            return
        self.hold()
        for part in parts:
            self._layout.removeWidget(part)
            self._parts.remove(part)
            part.hide()
            part.deleteLater()
        self.fit()

    def hold(self) -> None:
        """Keep the height of now while the keyboard is in the same place."""
        focus = QApplication.focusWidget()
        if self._held or not self.isVisible() or focus is None or not self._near(focus):
            return
        self._held = True
        self.setMinimumHeight(self.height())
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]

    def give_back(self) -> None:
        """Take no more room than the parts need."""
        if self._held:
            self._held = False
            QApplication.instance().focusChanged.disconnect(self._moved)  # type: ignore[union-attr]
            self.setMinimumHeight(0)
            self.fit()

    def fit(self) -> None:
        """Be there while a part is, or held room; an empty line would part what stands around."""
        wanted = self._held or not all(part.isHidden() for part in self._parts)
        if wanted == self.isHidden():
            self.setVisible(wanted)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.give_back()

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A menu, a list of choices or another program comes and goes; the work is where it was.
        if now is not None and now.window() is self.window() and not self._near(now):
            self.give_back()

    def _near(self, other: QWidget) -> bool:
        area = area_around(self)
        return (area if area is not None else self.window()).isAncestorOf(other)


@contextmanager
def place_kept(inside: QWidget) -> Iterator[None]:
    """Scroll after the change so far that what has the keyboard stands where it stood.

    Args:
        inside: The change is made in it: a form in what scrolls, or the page around that.
    """
    focus = QApplication.focusWidget()
    area = area_around(focus) if focus is not None else None
    if focus is None or area is None or not inside.isVisible():
        yield
        return
    if not area.isAncestorOf(inside) and not inside.isAncestorOf(area):
        yield
        return
    before = _top(focus)
    yield
    # At once: painted where it does not stay it would be seen to jump. What is asked for while
    # others are answered waits for the next round, and each asks the one around it.
    for _ in range(_DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    if not isValid(focus):  # the change took it along
        return
    if area_around(focus) is area and focus.isVisible() and (moved := _top(focus) - before):
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + moved)


def _top(part: QWidget) -> int:
    """Where it stands in the window: what is above may grow inside and outside of what scrolls."""
    return part.mapTo(part.window(), QPoint(0, 0)).y()
