# SPDX-License-Identifier: Apache-2.0
"""The head of a page: one sentence that says how it stands, one line of detail, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import look, text_label

_LEAST = 240  # px at 100 %, in which a sentence is still read as one
_LOW = 560  # px at 100 %, in a lower window the heading leaves its room to the page


class Headline(QWidget):
    """Sentence, detail and buttons; give it at most one primary button.

    The buttons stand at the right, and below the words where these would be squeezed; there they
    break where they are wider than the page.

    Args:
        buttons: From left to right; the primary one last.
    """

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
        self._followed: QWindow | None = None
        self.sentence = text_label("", "heading", wrap=True)
        self.sentence.setObjectName("headlineSentence")
        self.detail = text_label("", "lead", wrap=True)
        self.detail.setObjectName("headlineDetail")
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.sentence)
        words.addWidget(self.detail)
        words.addStretch(1)
        for button in buttons:
            if isinstance(button, QPushButton):
                button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._verbs = flowing(*buttons)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._verbs, 0, Qt.AlignmentFlag.AlignTop)
        # Not "Maximum": that would cut a sentence which takes more lines than at its own width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        """Find the place of the buttons again when there is another width, or another button."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._arrange()
        elif event.type() == QEvent.Type.Show:
            self._follow_window()
        return super().event(event)

    def _follow_window(self) -> None:
        """A lower window need not change this widget's own size, so the window is listened to."""
        handle = self.window().windowHandle()
        if handle is not None and handle is not self._followed:
            self._followed = handle
            handle.heightChanged.connect(self._be_low)
        self._be_low()

    def _be_low(self) -> None:
        """Say the sentence in the size of a section's heading, where there is little height."""
        wanted = "section" if self.window().height() < scaled(_LOW) else "heading"
        if self.sentence.property("look") != wanted:
            look(self.sentence, wanted)

    def _arrange(self) -> None:
        way = QBoxLayout.Direction
        whole = self._verbs.one_line()
        beside = self.width() - whole - self._layout.spacing() >= scaled(_LEAST)
        wanted = way.LeftToRight if beside else way.TopToBottom
        self._verbs.setMinimumWidth(whole if beside else 0)
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)
            top = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
            self._layout.setAlignment(self._verbs, top)

    def say(self, sentence: str, detail: str = "") -> None:
        """Show what was found; an empty detail takes no room."""
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(sentence)
