# SPDX-License-Identifier: Apache-2.0
"""One letter: head with state and buttons, its blocks, the block's form, and the true pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import BlockKind, Letter, LetterBlock, LetterState
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui import theme
from missiondesk.ui.document_output import LETTER_WORDS, DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.block_form import BlockForm
from missiondesk.ui.letters.blocks import BlockList
from missiondesk.ui.letters.letter_fields import FIELD_BLOCKS
from missiondesk.ui.letters.letter_head import LetterHead, LetterVerbs, next_state, open_draft
from missiondesk.ui.letters.letter_parts import LetterParts
from missiondesk.ui.letters.preview import LetterPreview
from missiondesk.ui.letters.remarks import Remark, Remarks, hidden_blocks, worst_of
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.looks import text_label


class LetterEditor(QWidget):
    """Edits one letter."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make it without a letter.

        Args:
            desk: The workspace.
            hub: For the worker and the line at the window's foot.
            tr: The screen's language.
            navigate: Leads to other pages.
            back: Leads to the list of letters.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._desk, self._hub, self._tr = desk, hub, tr
        self._navigate, self._back = navigate, back
        self._key = ""
        self._said: tuple[Remark, ...] = ()
        self._remarks = Remarks(desk, tr, navigate)
        self.blocks = BlockList(tr)
        self.form = BlockForm(desk, tr, navigate)
        self.preview = LetterPreview(desk, hub.tasks, tr)
        self.output = DocumentOutput(desk, hub, tr, LETTER_WORDS)
        self.head = LetterHead(desk, tr, self._verbs())
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("letterRefusal")
        self.refusal.hide()
        self._lay_out()
        self.blocks.chosen.connect(self._chosen)

    def _verbs(self) -> LetterVerbs:
        return LetterVerbs(
            advance=self._advance,
            redraft=lambda: self._move(LetterState.DRAFT),
            recall=lambda: self._move(LetterState.RECALLED),
            remove=self._remove,
            export=self.export,
            print=self.print,
            revised=self._revised,
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(3), 0, theme.space(3))
        layout.setSpacing(theme.space(1))
        layout.addWidget(self.head)
        layout.addWidget(self.refusal)
        layout.addWidget(self.output)
        layout.addSpacing(theme.space(2))
        self.parts = LetterParts(self.blocks, self.form, self.preview)
        layout.addWidget(self.parts, 1)

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the letter shown, "" for none."""
        return self._key

    def record(self) -> str:
        """What `show_letter` is to be given, joined by "#", to come back to this block."""
        chosen = self.blocks.selected()
        blocks = self._desk.letters.blocks(self._key)
        kind = next((one.kind.value for one in blocks if one.id == chosen), "")
        return f"{self._key}#{kind}"

    def show_letter(self, key: str, field: str = "") -> None:
        """Show a letter; ``field`` names a field of it to go to, or a kind of block to choose."""
        if key != self._key:
            self.form.leave()
            self.refusal.hide()
            self.output.forget()
        self._key = key
        self.refresh()
        block = self._block_of(field)
        if block is not None:
            self.blocks.choose(block.id)
        if block is None or not self.form.focus_field(field):
            self.blocks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _block_of(self, field: str) -> LetterBlock | None:
        """The block in which a field of the letter is mended."""
        letter = self._desk.letters.get(self._key)
        if field == "shown" and letter is not None and hidden_blocks(self._desk, letter):
            return hidden_blocks(self._desk, letter)[0]
        kinds = {kind.value: kind for kind in BlockKind}
        return self._block(FIELD_BLOCKS.get(field, kinds.get(field)))

    def _block(self, kind: BlockKind | None) -> LetterBlock | None:
        blocks = self._desk.letters.blocks(self._key)
        return next((one for one in blocks if one.kind is kind), None)

    def refresh(self) -> None:
        """Read the letter again; a letter that is gone leads back to the list."""
        letter = self._desk.letters.get(self._key) if self._key else None
        if letter is None:
            if self._key:
                self._key = ""
                self.preview.show_letter("")
                self._back()
            return
        problems = self._desk.letters.problems(letter.id)
        self._said = self._remarks.of(letter, problems)
        self.head.show_letter(letter, sum(problem.hinders for problem in problems))
        self.blocks.show_blocks(self._desk.letters.blocks(letter.id), worst_of(self._said))
        self._show_block()
        self.preview.show_letter(letter.id)

    def _chosen(self, key: str) -> None:
        self._show_block()
        blocks = self._desk.letters.blocks(self._key)
        place = next((i for i, one in enumerate(blocks) if one.id == key), 0)
        before = reversed(blocks[: place + 1])
        self.preview.show_heading(tuple(one.heading for one in before if one.heading and one.shown))

    def _show_block(self) -> None:
        letter, chosen = self._desk.letters.get(self._key), self.blocks.selected()
        blocks = self._desk.letters.blocks(self._key)
        block = next((one for one in blocks if one.id == chosen), None)
        if letter is not None and block is not None:
            self.form.show_block(letter, block, self._said)
            self.parts.arrange()

    # -- verbs ---------------------------------------------------------------------------
    def export(self) -> None:
        """Ask for a place and write the letter there."""
        self.form.leave()
        key = self._key
        self.output.export(lambda: self._desk.printing.prepare_letter(key))

    def print(self) -> None:
        """Ask for a printer and print the letter."""
        self.form.leave()
        key = self._key
        self.output.print(lambda: self._desk.printing.prepare_letter(key))

    def _advance(self) -> None:
        letter = self._letter()
        following = next_state(letter) if letter is not None else None
        if following is not None and not self._move(following):
            # What hinders it is shown where it stands.
            fault = next((it for it in self._desk.letters.problems(self._key) if it.hinders), None)
            block = self._block(fault.block) if fault is not None else None
            if block is not None:
                self.blocks.choose(block.id)

    def _letter(self) -> Letter | None:
        self.form.leave()
        return self._desk.letters.get(self._key)

    def _move(self, state: LetterState) -> bool:
        return self._try(lambda: self._desk.letters.advance(self._key, state))

    def _remove(self) -> None:
        if self._try(lambda: self._desk.letters.remove(self._key)):
            self._hub.say(self._tr.say("The draft is removed."), undoable=True)

    def _revised(self) -> None:
        letter = self._letter()
        if letter is None or letter.mission is None:
            return
        draft = open_draft(self._desk, letter.mission, letter.language)
        if draft is None:
            draft = self._desk.letters.draft(letter.mission, letter.language)
        self._navigate(PageName.LETTERS, draft.id)

    def _try(self, verb: Callable[[], object]) -> bool:
        self.refusal.hide()
        self.form.leave()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return False
        return True
