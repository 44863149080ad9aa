# SPDX-License-Identifier: Apache-2.0
"""One letter: head with its course, its blocks, the block's form, the true pages, what differs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import BlockKind, LetterBlock
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.reply_plan import ReplyPlan
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.in_turns import InTurns
from missiondesk.ui.letters.block_form import BlockForm
from missiondesk.ui.letters.blocks import BlockList
from missiondesk.ui.letters.differences import Differences
from missiondesk.ui.letters.letter_fields import FIELD_BLOCKS
from missiondesk.ui.letters.letter_files import LetterFiles
from missiondesk.ui.letters.letter_gaps import LetterGaps
from missiondesk.ui.letters.letter_head import LetterHead, LetterVerbs
from missiondesk.ui.letters.letter_keyboard import LetterKeyboard
from missiondesk.ui.letters.letter_moves import LetterMoves
from missiondesk.ui.letters.letter_notice import LetterNotice, NoticeVerbs
from missiondesk.ui.letters.letter_parts import LetterFaces, LetterParts
from missiondesk.ui.letters.preview import LetterPreview
from missiondesk.ui.letters.remarks import Remark, Remarks, hidden_blocks, worst_of
from missiondesk.ui.letters.reply_view import ReplyView
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.looks import column


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
        self._back = back
        self._key = ""
        self._reading = InTurns(self)
        self._keyboard = LetterKeyboard(self)
        self._said: tuple[Remark, ...] = ()
        self._remarks = Remarks(desk, tr, navigate)
        self.blocks = BlockList(tr)
        self.form = BlockForm(desk, tr, navigate)
        self.preview = LetterPreview(desk, hub.tasks, tr)
        self.files = LetterFiles(desk, hub, tr, self._settled, self.show_reply)
        self.output = self.files.pdf
        self.reply = ReplyView(desk, hub, tr, self.show_parts)
        self.moves = LetterMoves(desk, hub, tr, navigate)
        self._join(navigate)
        self.differences = Differences(desk, hub, tr, self.show_parts)
        self.head = LetterHead(desk, tr, _verbs(self.moves, self.files))
        self.files.signing.opened.connect(self._signing)
        self._lay_out()
        self.blocks.chosen.connect(self._chosen)

    def _join(self, navigate: Navigate) -> None:
        """Make the notice and let the moves lead to it, to the faults, and back."""
        verbs = NoticeVerbs(self.moves.issue, self._not_yet, self.moves.supersede, self.show_places)
        self.notice = LetterNotice(self._desk, self._tr, navigate, verbs)
        self.moves.settled = self._settled
        self.moves.require_taken = self.form.require_taken
        self.moves.ask_to_issue = self.notice.ask_to_issue
        self.gaps = LetterGaps(self._tr, self.moves.show_first_fault, self.moves.check)
        self.moves.ask_to_check = self.gaps.ask_to_check
        self.moves.asked = self._drop_questions
        self.moves.moved = self._keyboard.go_on
        self.moves.show_fault = self._choose_kind

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(3), 0, theme.space(3))
        layout.setSpacing(theme.space(1.5))
        for part in (self.head, self.notice, self.gaps, self.moves, self.files):
            layout.addWidget(part)
        layout.addSpacing(theme.space(1))
        self.parts = LetterParts(self.blocks, self.form, self.preview)
        self._stack = LetterFaces()
        self._stack.addWidget(self.parts)
        self._stack.addWidget(self.differences)
        self._stack.addWidget(self.reply)
        self._signing_view = column(self.files.signing, None)
        self._stack.addWidget(self._signing_view)
        layout.addWidget(self._stack, 1)

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the letter shown, "" for none."""
        return self._key

    @property
    def reading(self) -> bool:
        """Whether the letter is being read between events and shown after that."""
        return self._reading.busy

    def record(self) -> str:
        """What `show_letter` is to be given, joined by "#", to come back to this block."""
        chosen = self.blocks.selected()
        blocks = self._desk.letters.blocks(self._key)
        kind = next((one.kind.value for one in blocks if one.id == chosen), "")
        return f"{self._key}#{kind}"

    def show_letter(self, key: str, field: str = "", block: str = "") -> None:
        """Show a letter; ``field`` names a field of it to go to, or a kind of block to choose.

        ``block`` is the id of the block in which the field is; found by the field unless given.
        """
        if key != self._key:
            self.form.leave()
            self.moves.forget()
            self.files.forget()
            self._drop_questions()
            self._stack.setCurrentWidget(self.parts)
        self._key = key
        self._reading.begin(self._desk.letters.made_ready(key), partial(self._arrive, field, block))

    def _arrive(self, field: str, wanted: str = "") -> None:
        self._show()
        blocks = self._desk.letters.blocks(self._key) if wanted else ()
        block = next(
            (one for one in blocks if one.id == wanted), _block_of(self._desk, self._key, field)
        )
        if block is not None:
            self.blocks.choose(block.id)
        if block is None or not self.form.focus_field(field):
            self.blocks.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the letter again; a letter that is gone leads back to the list."""
        if not self._reading.busy:  # else it is on its way
            self._reading.begin(self._desk.letters.made_ready(self._key), self._show)

    def _show(self) -> None:
        letter = self._desk.letters.get(self._key) if self._key else None
        if letter is None:
            if self._key:
                self._key = ""
                self.preview.show_letter("")
                self._back()
            return
        problems = self._desk.letters.problems(letter.id)
        self._said = self._remarks.of(letter, problems)
        gaps = sum(problem.hinders for problem in problems)
        self.head.show_letter(letter, gaps)
        self.gaps.show_letter(letter, gaps)
        self.notice.show_letter(letter)
        self.moves.show_letter(letter)
        self.differences.show_letter(letter, self.notice.differences)
        self.blocks.show_blocks(self._desk.letters.blocks(letter.id), worst_of(self._said))
        self._show_block()
        self.preview.show_letter(letter.id)
        self._keyboard.shown()

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
            self._keyboard.lay_way()

    # -- verbs ---------------------------------------------------------------------------
    def _settled(self) -> str:
        """Write what is being typed; the id of the letter."""
        self.form.leave()
        return self._key

    def _drop_questions(self) -> None:
        for bar in (self.notice, self.gaps):
            bar.drop_question()

    def _not_yet(self) -> None:
        """The letter is not issued now; the keyboard is where the question came from."""
        self._drop_questions()
        self._keyboard.stand_on_next()

    def _choose_kind(self, kind: BlockKind) -> None:
        if (block := _block(self._desk, self._key, kind)) is not None:
            self.blocks.choose(block.id)

    def show_places(self) -> None:
        """Show where the data have moved on since the letter was issued."""
        self.files.signing.leave()
        self._stack.setCurrentWidget(self.differences)
        self.differences.take_focus()

    def show_parts(self) -> None:
        """Show the letter again."""
        self._stack.setCurrentWidget(self.parts)
        self.blocks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _signing(self, opened: bool) -> None:
        """Show the panel that signs in the place of the letter's parts, or these again."""
        self.head.step_back(opened)
        if opened:
            self._stack.setCurrentWidget(self._signing_view)
        elif self._stack.currentWidget() is self._signing_view:
            self.show_parts()

    def show_reply(self, plan: ReplyPlan) -> None:
        """Show a reply that was read, to be confirmed."""
        self._stack.setCurrentWidget(self.reply)
        self.reply.show_plan(plan)


def _block_of(desk: Desk, key: str, field: str) -> LetterBlock | None:
    """The block in which a field of the letter is mended."""
    letter = desk.letters.get(key)
    if field == "shown" and letter is not None and hidden_blocks(desk, letter):
        return hidden_blocks(desk, letter)[0]
    kinds = {kind.value: kind for kind in BlockKind}
    return _block(desk, key, FIELD_BLOCKS.get(field, kinds.get(field)))


def _block(desk: Desk, key: str, kind: BlockKind | None) -> LetterBlock | None:
    return next((one for one in desk.letters.blocks(key) if one.kind is kind), None)


def _verbs(moves: LetterMoves, files: LetterFiles) -> LetterVerbs:
    return LetterVerbs(
        advance=moves.advance,
        redraft=moves.redraft,
        supersede=moves.supersede,
        recall=moves.recall,
        remove=moves.remove,
        export=files.export,
        print=files.print,
        word_file=files.word_file,
        sign=files.ask_to_sign,
        reply_form=files.reply_form,
        read_reply=files.ask_for_reply,
        comment_sheet=files.remarks.sheet,
        numbered=files.remarks.numbered,
        read_comments=files.remarks.ask,
    )
