# SPDX-License-Identifier: Apache-2.0
"""What stands where nothing is yet: a sentence on what would be here, and the verb to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.ui.widgets.looks import push_button, text_label


class EmptyState(QWidget):
    """A sentence and, where there is one, a button.

    Args:
        sentence: What this place is for.
        verb: Text of the button, "" for none.
        act: What the button does.
    """

    def __init__(
        self,
        sentence: str,
        verb: str = "",
        act: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 24, 8, 24)
        layout.setSpacing(12)
        self.sentence = text_label(sentence, "lead", wrap=True)
        self.sentence.setObjectName("emptySentence")
        layout.addWidget(self.sentence)
        if verb:
            self.button = push_button(verb, "emptyButton", act)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def say(self, sentence: str, verb: str) -> None:
        """Say something else, as when a filter lets nothing pass; there must be a button."""
        self.sentence.setText(sentence)
        self.button.setText(verb)
        self.button.setAccessibleName(verb)
