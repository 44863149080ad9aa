# SPDX-License-Identifier: Apache-2.0
"""Buttons that Enter presses as well as the space bar, and an assistive technology as well as both.

Qt leaves Enter to dialogs alone. And what a screen reader does with a button that can be chosen it
makes a change of its state without a click, so that nothing would happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QPushButton, QStyleOptionToolButton, QToolButton

from missiondesk.ui.icons import icon
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.tool_tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionButton

    _Button = QAbstractButton
else:
    _Button = object

_ARROW = 14  # px at 100 %
_STUMP = "nnnnnnnn…"  # so much of a long name is always read
_ROUNDED = 1  # px by which a text may be wider than its measure says


class _Pressed(_Button):
    """Stands before the button among the bases."""

    _told = False
    _listens = False

    def setCheckable(self, checkable: bool) -> None:
        super().setCheckable(checkable)
        if checkable and not self._listens:
            self._listens = True
            self.toggled.connect(self._changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
        enter = event.key() in (key.Key_Return, key.Key_Enter)
        if not enter or event.modifiers() not in (held.NoModifier, held.KeypadModifier):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # held down it would press whatever comes under it, too
            self.click()

    def setChecked(self, checked: bool) -> None:
        self._told = True
        super().setChecked(checked)
        self._told = False

    def nextCheckState(self) -> None:
        self._told = True
        super().nextCheckState()
        self._told = False

    def _changed(self, checked: bool) -> None:
        """Take a change of state that neither a click nor the program made for a click."""
        # One of several is left because another was chosen.
        left = not checked and (self.autoExclusive() or self.group() is not None)
        if not self._told and not left:
            self.clicked[bool].emit(checked)  # type: ignore[index]


class WayButton(_Pressed, QAbstractButton):
    """The base of buttons that paint themselves."""


class Button(_Pressed, QPushButton):
    """A button with words, under which the pointer is a hand.

    One that opens a menu draws its arrow, for Qt's own is a fixed speck.
    """

    def enterEvent(self, event: QEnterEvent) -> None:
        # Only now: to name a shape makes all of Qt's namespace; see `qt_numbers`.
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.menu() is not None:
            edge = scaled(_ARROW)
            left, top = self.width() - edge - scaled(6), (self.height() - edge) // 2
            painter = QPainter(self)
            tint = "ink" if self.isEnabled() else "quiet"
            icon("chevron-down", tint, _ARROW).paint(painter, left, top, edge, edge)
            painter.end()


class _Shortened(_Button):
    """Paints as many of its words as `shown` says; it still asks for room for all of them."""

    _measured = False  # Qt asks for the option while it measures, too

    def shown(self) -> str:
        """The words as they are painted now."""
        raise NotImplementedError

    def sizeHint(self) -> QtCore.QSize:
        self._measured = True
        try:
            return super().sizeHint()
        finally:
            self._measured = False

    def initStyleOption(self, option: QStyleOptionButton | QStyleOptionToolButton) -> None:
        super().initStyleOption(option)  # type: ignore[misc]
        if not self._measured:
            option.text = self.shown()


class LongLink(_Shortened, Button):
    """Leads to what may have a long name, which ends in "…" where there is too little room."""

    def minimumSizeHint(self) -> QtCore.QSize:
        wanted, metrics = self.sizeHint(), self.fontMetrics()
        less = metrics.horizontalAdvance(self.text()) - metrics.horizontalAdvance(_STUMP)
        return QtCore.QSize(wanted.width() - max(less, 0), wanted.height())

    def shown(self) -> str:
        """The words as they are painted now."""
        room = self.width() - self.sizeHint().width() + _ROUNDED
        room += self.fontMetrics().horizontalAdvance(self.text())
        return self.fontMetrics().elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        told = "" if self.shown() == self.text() else self.text()
        self.setToolTip(plain_tip(told))


class IconButton(_Pressed, QToolButton):
    """A button with an icon, or one of a few small words beside each other."""


class YieldingButton(_Shortened, IconButton):
    """A button with an icon and words; these end in "…" where there is too little room."""

    def minimumSizeHint(self) -> QtCore.QSize:
        wanted = self.sizeHint()
        return QtCore.QSize(
            wanted.width() - self.fontMetrics().horizontalAdvance(self.text()), wanted.height()
        )

    def shown(self) -> str:
        """The words as they are painted now; the icon alone where not even the first has room."""
        metrics, text = self.fontMetrics(), self.text()
        room = self.width() - self.minimumSizeHint().width() + _ROUNDED
        if room < metrics.horizontalAdvance(text.split(" ")[0]):
            return ""
        return metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, room)
