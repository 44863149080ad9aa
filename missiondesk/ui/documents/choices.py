# SPDX-License-Identifier: Apache-2.0
"""What is chosen of a document: about what, in which language, for whom, on which paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from missiondesk.language import LANGUAGES, Translator
from missiondesk.ui.documents.kinds import KindRow
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import row, text_label


class DocumentChoices(FlowRow):
    """Four boxes with their labels; a box without a choice is not shown.

    Attributes:
        changed: Something else was chosen.
    """

    changed = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        say = tr.say
        self.subject, self._about = self._box("documentSubject", say("About"))
        self.language, _ = self._box("documentLanguage", say("Language"))
        names = {"da": say("Danish"), "en": say("English")}
        for language in LANGUAGES:
            self.language.addItem(names[language], language)
        self.language.setCurrentIndex(self.language.findData(tr.lang))
        self.version, self._for = self._box("documentVersion", say("Version"))
        self.version.addItem(say("Internal"), False)
        self.version.addItem(say("Public"), True)
        self.paper, self._on = self._box("documentPaper", say("Paper"))

    def _box(self, name: str, title: str) -> tuple[ChoiceBox, QWidget]:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMaximumWidth(scaled(300))
        box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        both = row(text_label(title, "label"), box)
        self.add(both)
        return box, both

    @property
    def public(self) -> bool:
        """Whether the public version is wanted, and there is one."""
        return bool(self.version.currentData()) and self.version.isEnabled()

    def offer(self, kind: KindRow, subjects: Sequence[tuple[str, str]]) -> None:
        """Offer what there is to choose for a kind; what was chosen stays where it can."""
        self.blockSignals(True)
        self.version.setEnabled(kind.public)
        self._for.setVisible(kind.public)
        self._fill(self.paper, [(name, paper) for paper, name in kind.papers])
        self._on.setVisible(bool(kind.papers))
        whole = self._tr.say("The whole government")
        self._fill(self.subject, [(key, name or whole) for key, name in subjects])
        self._about.setVisible(len(subjects) > 1)
        self.blockSignals(False)

    @staticmethod
    def _fill(box: ChoiceBox, options: Sequence[tuple[str, str]]) -> None:
        kept = box.currentData()
        box.clear()
        for key, name in options:
            box.addItem(name, key)
        box.setCurrentIndex(max(box.findData(kept), 0) if options else -1)
