# SPDX-License-Identifier: Apache-2.0
"""A label of one line that ends in "…" where it has too little room; a tip then says it whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from missiondesk.ui.widgets.looks import look
from missiondesk.ui.widgets.tool_tips import plain_tip

_LEAST = 8  # signs that are always read


class ElidedLabel(QLabel):
    """`text` is always the whole; what is painted is as much of it as there is room for.

    Attributes:
        why: What the tip says rather than the text.
    """

    why = ""

    def __init__(self, name: str, look_name: str, parent: QWidget | None = None) -> None:
        """Make it empty.

        Args:
            name: objectName.
            look_name: See `look`.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        look(self, look_name)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self._tell_whole()

    def shown(self) -> str:
        """The text as it is painted now."""
        room, elide = self.contentsRect().width(), Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), elide, room)

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        stump = self.fontMetrics().horizontalAdvance(f"{self.text()[:_LEAST]}…") + 2
        return QSize(min(wanted.width(), stump), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        told = self.why or ("" if self.shown() == self.text() else self.text())
        self.setToolTip(plain_tip(told))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Not by the style: PySide6 would make the some 900 words of QStyle for the first page.
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment().value, self.shown())
        painter.end()
