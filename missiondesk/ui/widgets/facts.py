# SPDX-License-Identifier: Apache-2.0
"""Facts in two columns, a quiet name and its value, with hairlines between; in one column
where both have too little width.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.looks import hairline, text_label
from missiondesk.ui.widgets.painted_text import text_width

_NAME = 190  # px at 100 % of the widest name on one line


class Facts(QWidget):
    """A short table of names and values that is only read."""

    def __init__(self, title: str, name: str = "facts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._lines: list[tuple[QLabel, QLabel, QFrame]] = []
        self._beside = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show names and values instead of those before."""
        for part in chain.from_iterable(self._lines):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._lines = [self._line(name, value) for name, value in facts]
        self._put()
        for part in chain.from_iterable(self._lines):
            # Else Qt shows it in the next round: until then the page is too low, and what one
            # types in below it would be moved out of sight.
            part.show()

    def _line(self, name: str, value: str) -> tuple[QLabel, QLabel, QFrame]:
        # As wide as its words want, but a long one takes two lines rather than being cut.
        quiet = text_label(name, "detail", wrap=True)
        wanted = round(text_width(name, theme.font(theme.DETAIL))) + 2
        quiet.setMinimumWidth(min(wanted, scaled(_NAME)))
        known = text_label(value, wrap=True)
        known.setAccessibleName(f"{name}: {value}")
        known.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return quiet, known, hairline()

    def _put(self) -> None:
        """Each value beside its name, or below it."""
        for place, (quiet, known, line) in enumerate(self._lines):
            top = 3 * place
            if self._beside:
                self._grid.addWidget(quiet, top, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(known, top, 1)
            else:
                self._grid.addWidget(quiet, top, 0, 1, 2)
                self._grid.addWidget(known, top + 1, 0, 1, 2)
            self._grid.addWidget(line, top + 2, 0, 1, 2)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the values below their names."""
        return QSize(max(self._widest()), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Decide again whether names and values have room beside each other."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self._lines:
            beside = self.width() >= sum(self._widest()) + self._grid.horizontalSpacing()
            if beside != self._beside:
                self._beside = beside
                for part in chain.from_iterable(self._lines):
                    self._grid.removeWidget(part)
                self._put()
                self.updateGeometry()
        return super().event(event)

    def _widest(self) -> tuple[int, int]:
        """Widths in pixels that the names and the values need."""
        names = max((quiet.minimumWidth() for quiet, _, _ in self._lines), default=0)
        return names, max(
            (known.minimumSizeHint().width() for _, known, _ in self._lines), default=0
        )
