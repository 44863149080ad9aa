# SPDX-License-Identifier: Apache-2.0
"""The page of letters: the list, and the editor of the one that is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import Letter, LetterBlock
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.editor import LetterEditor
from missiondesk.ui.letters.letter_list import LetterList
from missiondesk.ui.pages import Navigate, PageName, split_key


class LettersPage(QWidget):
    """List and editor; anything that a letter prints may change it, so every Step is looked at."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lettersPage")
        self._desk = desk
        self._navigate = navigate
        self.list = LetterList(desk, tr, lambda key: navigate(PageName.LETTERS, key))
        self.editor = LetterEditor(desk, tr, navigate, self.show_list)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.editor)
        self._stale = False
        hub.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self._stale = False
        self.list.refresh()
        if self.editor.key:
            self.editor.refresh()

    def show_record(self, key: str) -> None:
        """Open a letter; "id#field" also goes to the field."""
        letter, field = split_key(key)
        if self._desk.letters.get(letter) is None:
            self.show_list()
            return
        self._stack.setCurrentWidget(self.editor)
        self.editor.show_letter(letter, field)

    def show_list(self) -> None:
        """Leave the editor for the list."""
        self._stack.setCurrentWidget(self.list)

    def count(self) -> int | None:
        """How many letters there are."""
        return len(self._desk.letters.all())

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def _changed(self, step: Step) -> None:
        if not self.isVisible() and not step.touches(Letter, LetterBlock, Commitment):
            self._stale = True  # read again when it is looked at
            return
        self.refresh()
