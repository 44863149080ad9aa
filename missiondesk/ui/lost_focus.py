# SPDX-License-Identifier: Apache-2.0
"""Where the keyboard goes when what it was on vanishes or is closed by what it did.

Qt then takes the next widget in the order of Tab, often a button of another meaning: one more press
of Space would take back what was just done.
"""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_TAB = Qt.FocusPolicy.TabFocus


class LostFocus(QObject):
    """Gives the focus to what is near and does nothing by itself, or else to the page.

    Args:
        page: The page around everything that is watched; it takes the focus where nothing else
            can.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._taken: QWidget | None = None
        self._near: list[QWidget] = []
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._mend)
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._taken = None
        if old is None or new is None or not shiboken6.isValid(old):
            return
        if new.window() is not self._page.window() or not self._page.isAncestorOf(old):
            return
        if old.isVisible() and old.isEnabled():
            return  # somebody went away from it
        if self._page.isAncestorOf(new) and not isinstance(new, QAbstractButton):
            return  # Space does nothing there
        self._taken, self._near = new, list(_around(old, self._page))
        # Whoever closed it may put the focus somewhere itself.
        self._late.start()

    def _mend(self) -> None:
        taken, self._taken = self._taken, None
        if taken is None or not shiboken6.isValid(taken) or not taken.hasFocus():
            return
        near = (one for one in self._near if shiboken6.isValid(one) and one.isVisible())
        found = (_first_harmless(one) for one in near)
        target = next((one for one in found if one is not None), self._page)
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _around(part: QWidget, page: QWidget) -> Iterator[QWidget]:
    """All that a part lies in, the innermost first, below the page."""
    at = part.parentWidget()
    while at is not None and at is not page:
        yield at
        at = at.parentWidget()


def _first_harmless(room: QWidget) -> QWidget | None:
    """The first that Tab reaches in it and that is no button."""
    for part in room.findChildren(QWidget):
        reached = part.isVisible() and part.isEnabled() and part.focusPolicy() & _TAB
        if reached and not isinstance(part, QAbstractButton):
            return part
    return None
