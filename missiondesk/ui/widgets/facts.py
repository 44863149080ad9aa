# SPDX-License-Identifier: Apache-2.0
"""Facts in two columns, a quiet name and its value, with hairlines between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show names and values instead of those before."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, value) in enumerate(facts):
            # As wide as its words want, but a long one takes two lines rather than being cut.
            quiet = text_label(name, "detail", wrap=True)
            wanted = round(text_width(name, theme.font(theme.DETAIL))) + 2
            quiet.setMinimumWidth(min(wanted, scaled(_NAME)))
            known = text_label(value, wrap=True)
            known.setAccessibleName(f"{name}: {value}")
            known.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(quiet, 2 * place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(known, 2 * place, 1)
            line = hairline()
            self._grid.addWidget(line, 2 * place + 1, 0, 1, 2)
            for part in (quiet, known, line):
                # Else Qt shows it in the next round: until then the page is too low, and what one
                # types in below it would be moved out of sight.
                part.show()
