# SPDX-License-Identifier: Apache-2.0
"""One topic on the projector in large type; the arrow keys turn, Esc closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.talks_present import Slide
from missiondesk.ui import theme
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage

_TITLE, _TEXT = 42, 28  # px at 100 %, to be read from the end of a table
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class Presentation(QDialog):
    """Shows slides one by one; there is nothing on them that not all parties may see."""

    def __init__(
        self, slides: Sequence[Slide], tr: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("presentation")
        self.setWindowTitle(tr.say("Present"))
        self._slides, self._tr, self._at = tuple(slides), tr, 0
        self.title = self._large("presentTitle", _TITLE, QFont.Weight.Bold)
        self.options = self._large("presentOptions", _TEXT)
        self.lines = self._large("presentLines", _TEXT)
        self.foot = text_label("", "detail")
        page = ScrollPage(margins=(64, 48, 64, 24))
        page.body.setSpacing(28)
        for part in (self.title, self.options, self.lines):
            page.body.addWidget(part)
        page.body.addStretch(1)
        page.body.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self._show()

    def _large(self, name: str, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QLabel:
        made = text_label("", wrap=True)
        made.setObjectName(name)
        made.setFont(theme.font(pixels, weight))
        return made

    def begin(self, key: str) -> None:
        """Begin with this topic, else with the first."""
        keys = [one.key for one in self._slides]
        self._at = keys.index(key) if key in keys else 0
        self._show()

    def turn(self, places: int) -> None:
        """Go on by so many topics; it stays at the ends."""
        self._at = min(max(self._at + places, 0), len(self._slides) - 1)
        self._show()

    def _show(self) -> None:
        if not self._slides:
            return
        slide, say = self._slides[self._at], self._tr.say
        self.title.setText(slide.title)
        for label, texts in ((self.options, slide.options), (self.lines, slide.lines)):
            label.setText("\n".join(texts))
            label.setVisible(bool(texts))
        self.foot.setText(say("{number} of {count}", number=self._at + 1, count=len(self._slides)))
        self.setAccessibleName(slide.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ON:
            self.turn(1)
        elif event.key() in _BACK:
            self.turn(-1)
        else:
            super().keyPressEvent(event)
