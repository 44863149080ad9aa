# SPDX-License-Identifier: Apache-2.0
"""Beside the RACI matrix: what is to be mended, and which letters were set from when to when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from missiondesk.language import Translator
from missiondesk.ui.widgets.finding_list import FindingList, ListedFinding
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage

_MOST = 12  # letters that are listed, the newest first


class RaciAside(ScrollPage):
    """Findings above, letters with their dates below."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(0, 0, 8, 8))
        self._tr = tr
        self.findings = FindingList(
            tr.say("Findings"), "raciFindings",
            all_of_them=lambda count: tr.say("Show all {count} findings", count=count),
        )  # fmt: skip
        self.letters = text_label("", "detail", wrap=True)
        self.letters.setObjectName("raciLetters")
        layout = self.body
        layout.setSpacing(8)
        layout.addWidget(text_label(tr.say("Findings"), "section"))
        layout.addWidget(self.findings)
        layout.addSpacing(12)
        layout.addWidget(text_label(tr.say("Letters that were set"), "section"))
        layout.addWidget(self.letters)
        layout.addStretch(1)

    def show_findings(self, findings: Sequence[ListedFinding]) -> None:
        """Show these, or that nothing is missing."""
        self.findings.show_findings(findings, self._tr.say("Nothing is missing."))

    def show_letters(self, lines: Sequence[str]) -> None:
        """Show the newest of these, or that there are none."""
        shown = list(lines[:_MOST])
        if len(lines) > _MOST:
            shown.append(self._tr.say("and {count} more", count=len(lines) - _MOST))
        self.letters.setText("\n".join(shown) or self._tr.say("Nobody has set a letter yet."))
