# SPDX-License-Identifier: Apache-2.0
"""A finding beside what it speaks of: a coloured bar, symbol, sentence, and mend."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from missiondesk.ui.widgets.looks import look, push_button, text_label

_LOOKS = {"error": ("■", "bad"), "warning": ("▲", "wait"), "note": ("○", "unknown")}


class FindingBar(QFrame):
    """One finding.

    Args:
        severity: "error", "warning" or "note".
        rule: Id of the rule, "" for none.
        sentence: What is found, with the rule at its end (`finding_words.with_rule`).
        mend: What to do. With ``act`` it is a button whose text is this verb, else a quiet line.
        act: Mends it, or goes where it is mended.
    """

    def __init__(
        self,
        severity: str,
        rule: str,
        sentence: str,
        mend: str = "",
        act: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"finding_{rule}" if rule else "finding")
        self.setProperty("severity", severity)
        look(self, "finding")
        symbol, tint = _LOOKS[severity]
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 7, 10, 8)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 1)
        self.mark = text_label(symbol, tint)
        self.sentence = text_label(sentence, wrap=True)
        layout.addWidget(self.mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.sentence, 0, 1)
        if mend and act is not None:
            self.button = push_button(mend, "mendButton", act, "link")
            layout.addWidget(self.button, 1, 1, Qt.AlignmentFlag.AlignLeft)
        elif mend:
            layout.addWidget(text_label(mend, "detail", wrap=True), 1, 1)
        self.setAccessibleName(" ".join(part for part in (sentence, mend) if part))
