# SPDX-License-Identifier: Apache-2.0
"""The page of letters: a strip of views over the register, the letter that is open, and the part
common to all letters.
"""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from missiondesk.domain.letter import CommonBlock, LetterBlock
from missiondesk.domain.step import Step
from missiondesk.language import LANGUAGES, Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.batch import BatchPanel
from missiondesk.ui.letters.common_part import PREFIX, CommonPart
from missiondesk.ui.letters.editor import LetterEditor
from missiondesk.ui.letters.register import RegisterView
from missiondesk.ui.pages import Navigate, split_key
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.scroll_page import MARGIN, scrolled_when_low
from missiondesk.ui.widgets.tab_bar import Tabs


class LettersPage(QWidget):
    """The views; anything that a letter prints may change it, so every Step is looked at."""

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
        self.register = RegisterView(desk, hub, tr, navigate, self.show_batch)
        self.batch = BatchPanel(desk, hub, tr, navigate, self.show_register)
        self.editor = LetterEditor(desk, hub, tr, navigate, self.show_register)
        self.common = CommonPart(desk, tr)
        self.tabs = Tabs("letterViews", tr.say("Views of the letters"))
        self.tabs.add(self._register_view(), tr.say("Register"), "register")
        self.tabs.add(self._letter_view(), tr.say("Letter"), "letter")
        self.tabs.add(self.common, tr.say("Common part"), "common")
        self.tabs.currentChanged.connect(lambda _place: self._turned())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 6, MARGIN, 0)
        layout.addWidget(self.tabs)
        self._stale: set[str] = set()
        hub.changed.connect(self._changed)
        self.refresh()

    def _register_view(self) -> QWidget:
        """The register, or the printing of many letters of it."""
        made = QWidget()
        self._register = QStackedLayout(made)
        self._register.setContentsMargins(0, 0, 0, 0)
        self._register.addWidget(self.register)
        self._register.addWidget(self.batch)
        return made

    def _letter_view(self) -> QWidget:
        """The editor, or what stands there while no letter is open."""
        tr = self._tr
        made = QWidget()
        self._letter = QStackedLayout(made)
        self._letter.setContentsMargins(0, 0, 0, 0)
        self._letter.addWidget(
            EmptyState(
                tr.say("No letter is open. Choose one in the register, or write a new one."),
                tr.say("Go to the register"),
                self.show_register,
            )
        )
        self._letter.addWidget(scrolled_when_low(self.editor))
        return made

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read what is in front again, the rest when it is looked at."""
        self._stale = {"register", "letter", "common"}
        self._freshen()

    def _freshen(self) -> None:
        view = self.tabs.current()
        if view not in self._stale:
            return
        self._stale.discard(view)
        if view == "register":
            self.register.refresh()
            self.batch.refresh()
        elif view == "common":
            self.common.refresh()
        elif self.editor.key:
            self.editor.refresh()

    def show_record(self, key: str) -> None:
        """Open a letter; "id#field" also goes to the field, "common-da#kind" to the common part.

        The id may be that of one of its blocks, or of a block of the common part.
        """
        letter, field = split_key(key)
        common = self._common_block(letter)
        if common is not None:
            letter, field = f"{PREFIX}{common.language}", common.kind.value
        block = self._desk.situation.get(LetterBlock, letter)
        if block is not None:
            letter = block.letter
        if letter.startswith(PREFIX):
            self.tabs.open("common")
            self.common.show_place(letter.removeprefix(PREFIX), field)
            return
        if self._desk.letters.get(letter) is None:
            self.show_register()
            return
        self.tabs.open("letter")
        self._letter.setCurrentIndex(1)
        self.editor.show_letter(letter, field, block.id if block is not None else "")

    def _common_block(self, key: str) -> CommonBlock | None:
        """Also one that nobody has written yet, so that it is no record."""
        every = (one for language in LANGUAGES for one in self._desk.letters.common(language))
        return next((one for one in every if one.id == key), None)

    def show_register(self) -> None:
        """Leave the letter for the register, with the letter that was open chosen in it."""
        self.editor.form.leave()
        self.tabs.open("register")
        self._register.setCurrentWidget(self.register)
        self.register.take_focus(self.editor.key)

    def begin_here(self) -> None:
        """Ask what the new letter is to be; without a mission the register says what is missing."""
        self.show_register()
        if self.register.new_button.isVisible():
            self.register.new_button.click()

    def show_batch(self) -> None:
        """Print many letters at once."""
        self.tabs.open("register")
        self._register.setCurrentWidget(self.batch)
        self.batch.show_letters([row.letter for row in self.register.shown()])

    def _turned(self) -> None:
        """Another view came to the front."""
        self.editor.form.leave()
        self.common.leave()
        self._letter.setCurrentIndex(1 if self.editor.key else 0)
        self._freshen()

    def record(self) -> str:
        """The letter that is open, with its block."""
        return self.editor.record() if self.tabs.current() == "letter" and self.editor.key else ""

    def count(self) -> int | None:
        """How many letters there are."""
        return len(self._desk.letters.all())

    def print_page(self) -> None:
        """Print the letter that is open, or the one that is chosen in the register."""
        chosen = self.register.table.selected()
        if self.tabs.current() == "letter" and self.editor.key:
            self.editor.files.print()
        elif chosen:
            self.register.output.print(lambda: self._desk.printing.prepare_letter(chosen))
        else:
            self._hub.say(self._tr.say("Choose the letter that is to be printed."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshen()

    def _changed(self, _step: Step) -> None:
        # Whatever changes may stand in a letter; what nobody looks at is read when it is shown.
        self._stale = {"register", "letter", "common"}
        if self.isVisible():
            self._freshen()
