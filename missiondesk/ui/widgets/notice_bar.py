# SPDX-License-Identifier: Apache-2.0
"""A sentence in a coloured bar with the verbs that answer it; it waits, and stops nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QPushButton, QWidget

from missiondesk.ui.widgets.looks import look, push_button, repolish, text_label

# (text of the button, its objectName, what it does)
Answer = tuple[str, str, Callable[[], object]]
_LOOKS = {"error": ("■", "bad"), "warning": ("▲", "wait"), "note": ("○", "unknown")}


class NoticeBar(QFrame):
    """Says one thing after the other.

    Args:
        severity: "error", "warning" or "note".
        rule: Id of the rule, "" for none.
        name: objectName; its sentence is called the same with "Sentence" at its end.
        narrow: The verbs stand below the sentence and each other.
    """

    def __init__(
        self,
        severity: str,
        rule: str,
        name: str,
        parent: QWidget | None = None,
        *,
        narrow: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.sign = text_label("")
        self._rule = rule
        self.sentence = text_label("", wrap=True)
        self.sentence.setObjectName(f"{name}Sentence")
        self._buttons: list[QPushButton] = []
        way = QBoxLayout.Direction
        self._row = QBoxLayout(way.TopToBottom if narrow else way.LeftToRight)
        self._row.setSpacing(2 if narrow else 16)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 7, 10, 8)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.sentence, 0, 1)
        layout.addLayout(self._row, int(narrow), 1 if narrow else 2)
        self.show_severity(severity)

    def show_severity(self, severity: str) -> None:
        """Take the colour and sign of another severity."""
        symbol, tint = _LOOKS[severity]
        self.sign.setText(f"{symbol}\u00a0{self._rule}".rstrip("\u00a0"))
        look(self.sign, tint)
        self.setProperty("severity", severity)
        look(self, "finding")
        repolish(self)

    def say(self, sentence: str, answers: Sequence[Answer] = ()) -> None:
        """Say a sentence and offer these verbs; the focus stays on a verb that stays."""
        held = next((it.objectName() for it in self._buttons if it.hasFocus()), "")
        self.sentence.setText(sentence)
        self.setAccessibleName(" ".join(part for part in (self._rule, sentence) if part))
        for button in self._buttons:
            self._row.removeWidget(button)
        gone, self._buttons = (
            self._buttons,
            [push_button(text, name, act, "link") for text, name, act in answers],
        )
        for button in self._buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            if held == button.objectName():
                button.show()
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in gone:
            button.hide()
            button.deleteLater()

    def take_focus(self, verb: str = "") -> None:
        """Give the focus to the verb of this objectName, else to the first."""
        wanted = [it for it in self._buttons if it.objectName() == verb] or self._buttons
        if wanted:
            wanted[0].setFocus(Qt.FocusReason.OtherFocusReason)
