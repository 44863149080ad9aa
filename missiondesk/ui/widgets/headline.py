# SPDX-License-Identifier: Apache-2.0
"""The head of a page: one sentence that says how it stands, one line of detail, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from missiondesk.ui.widgets.looks import look, text_label


class Headline(QWidget):
    """Sentence, detail and buttons; give it at most one primary button.

    Args:
        buttons: From left to right; the primary one last.
    """

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        for button in buttons:
            if isinstance(button, QPushButton):
                button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        # Not "Maximum": that would cut a sentence which takes more lines than at its own width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def be_low(self, low: bool) -> None:
        """Say the sentence in the size of a section's heading, where there is little height."""
        wanted = "section" if low else "heading"
        if self.sentence.property("look") != wanted:
            look(self.sentence, wanted)

    def say(self, sentence: str, detail: str = "") -> None:
        """Show what was found; an empty detail takes no room."""
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(sentence)
