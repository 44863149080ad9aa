# SPDX-License-Identifier: Apache-2.0
"""The page of letters: the list, and the editor of the one that is opened."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.editor import LetterEditor
from missiondesk.ui.letters.letter_list import LetterList
from missiondesk.ui.pages import Navigate, split_key


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
        self._hub = hub
        self._tr = tr
        self.list = LetterList(desk, hub, tr, navigate)
        self.editor = LetterEditor(desk, hub, tr, navigate, self.show_list)
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
        """Leave the editor for the list, with the letter that was open chosen in it."""
        self.editor.form.leave()
        self._stack.setCurrentWidget(self.list)
        self.list.take_focus(self.editor.key)

    def record(self) -> str:
        """The letter that is open, with its block."""
        return "" if self._stack.currentWidget() is self.list else self.editor.record()

    def count(self) -> int | None:
        """How many letters there are."""
        return len(self._desk.letters.all())

    def print_page(self) -> None:
        """Print the letter that is open, or the one that is chosen in the list."""
        chosen = self.list.table.selected()
        if self._stack.currentWidget() is self.editor:
            self.editor.print()
        elif chosen:
            self.list.output.print(lambda: self._desk.printing.prepare_letter(chosen))
        else:
            self._hub.say(self._tr.say("Choose the letter that is to be printed."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _changed(self, _step: Step) -> None:
        # Whatever changes may stand in a letter; what nobody looks at is read when it is shown.
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
