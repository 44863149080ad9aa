# SPDX-License-Identifier: Apache-2.0
"""One block of a letter: its words, the fields it prints, what is missing, the rows from data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from missiondesk.domain.letter import BlockKind, Letter, LetterBlock
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui import theme
from missiondesk.ui.letters.bound_rows import BoundRows
from missiondesk.ui.letters.common_mark import CommonMark
from missiondesk.ui.letters.insert_field import insert_button
from missiondesk.ui.letters.letter_fields import LetterFields
from missiondesk.ui.letters.remarks import Remark
from missiondesk.ui.letters.spoken import Spoken
from missiondesk.ui.letters.text_fields import LineOfLetter, TextOfLetter
from missiondesk.ui.letters.words import HINTS
from missiondesk.ui.pages import Navigate
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.fields import Field, TextField
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import row, text_label
from missiondesk.ui.widgets.steady import SteadyRoom, place_kept
from missiondesk.ui.widgets.tab_way import reached_in
from missiondesk.ui.widgets.untaken import Untaken
from missiondesk.ui.widgets.waiting_texts import WaitingTexts

# Blocks whose words are one line, so that no heading stands above them.
_ONE_LINE = (BlockKind.LETTERHEAD, BlockKind.SUBJECT, BlockKind.SALUTATION)
# Blocks that print only the letter's own fields.
_NO_WORDS = (BlockKind.META, BlockKind.COPIES, BlockKind.ANNEXES)
_NO_HEADING = (*_ONE_LINE, BlockKind.META, BlockKind.HANDLING, BlockKind.ADDRESSEE)
_OF_BLOCK = ("heading", "text")  # the fields of the block itself; all others are the letter's
_LEAST = 260  # px at 100 %
_ALWAYS_SHOWN = (BlockKind.ADDRESSEE, BlockKind.SUBJECT, BlockKind.SIGNATURE)


class BlockForm(QScrollArea):
    """The block that is chosen; built anew for another block, filled anew for the same one.

    Text that a field refused waits until its block is chosen again.
    """

    def __init__(
        self, desk: Desk, tr: Translator, navigate: Navigate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._navigate = navigate
        self._built: tuple[str, bool] = ("", False)
        self._body: _BlockBody | None = None
        self._waiting = WaitingTexts(self)
        self.setObjectName("blockForm")
        self.setAccessibleName(tr.say("Text of the block"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_block(self, letter: Letter, block: LetterBlock, remarks: tuple[Remark, ...]) -> None:
        """Show a block; while it is the same one, what is being typed stays.

        What is being typed in another block is first written there.
        """
        wanted = (block.id, letter.state.final)
        if wanted != self._built:
            self.leave()
            self._put_by()
            self._built = wanted
            before = self.takeWidget()
            self._body = _BlockBody(self._desk, self._tr, self._navigate, letter, block)
            self.setWidget(self._body)
            self.verticalScrollBar().setValue(0)
            if before is not None:
                # Its field may be the one whose key press or loss of focus brought us here.
                before.hide()
                before.deleteLater()
        assert self._body is not None
        self._body.fill(letter, block, remarks)
        if not letter.state.final:
            for field in self._body.fields.values():
                self._waiting.give_back(field, block.id)
        # It scrolls down, never sideways, so it is at least as wide as its widest field.
        needed = self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(scaled(_LEAST), needed))

    def reached(self) -> list[QWidget]:
        """What Tab reaches in the form, from above to below."""
        return reached_in(self._body) if self._body is not None else []

    def leave(self) -> None:
        """Write what is being typed."""
        if self._body is not None:
            self._body.commit()

    def _put_by(self) -> None:
        """Keep what the fields refused before they go."""
        for field in self._body.fields.values() if self._body is not None else ():
            self._waiting.put_by(field)

    def untaken(self) -> Sequence[Untaken]:
        """What was refused in other blocks than the one shown, whose fields say it themselves."""
        return self._waiting.all()

    def require_taken(self, letter: str) -> None:
        """Let nothing be done with a letter while text that its fields refused waits.

        Raises:
            Refused: It does.
        """
        here = self._body.fields.values() if self._body is not None else ()
        for one in (*self._waiting.all(), *(it for field in here for it in field.untaken())):
            block = self._desk.situation.get(LetterBlock, one.record)
            if block is not None and block.letter == letter:
                raise Refused(
                    N_("“{name}” holds text that was not taken; mend it first."), name=one.label
                )

    def forget(self, untaken: Untaken) -> None:
        """Let go of what can be typed nowhere any more: its block is gone or its letter final.

        A letter is read in turns, so a field may be asked for before it is there.
        """
        if not self._is_open(untaken):
            self._waiting.forget(untaken)

    def keep(self, untaken: Untaken) -> bool:
        """Take such text for when its block is shown; False when it never can be typed there."""
        if self._is_open(untaken):
            self._waiting.keep(untaken)
            return True
        return False

    def _is_open(self, untaken: Untaken) -> bool:
        block = self._desk.situation.get(LetterBlock, untaken.record)
        letter = self._desk.letters.get(block.letter) if block is not None else None
        if block is None or letter is None or letter.state.final:
            return False
        return not (block.common and untaken.field in _OF_BLOCK)

    def field(self, name: str) -> Field | None:
        """The field of this name, when the block has it."""
        return None if self._body is None else self._body.fields.get(name)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field of the block; False when it has none of this name."""
        field = self.field(name)
        if field is None:
            return False
        field.focus_editor()
        self.ensureWidgetVisible(field, 20, 60)
        return True


class _BlockBody(QWidget):
    """The widgets of one block."""

    def __init__(
        self, desk: Desk, tr: Translator, navigate: Navigate, letter: Letter, block: LetterBlock
    ) -> None:
        super().__init__()
        self._desk, self._tr = desk, tr
        self._letter, self._block, self._kind = letter.id, block.id, block.kind
        self._remarks: tuple[tuple[str, ...], ...] | None = None
        self._bars: list[FindingBar] = []
        self.fields: dict[str, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space(5), 0, theme.space(5), theme.space(4))
        layout.setSpacing(theme.space(3))
        layout.addWidget(self._head(letter))
        self.common = CommonMark(desk, tr, navigate)
        layout.addWidget(self.common)
        self.spoken: Spoken | None = None
        facts = LetterFields(desk, tr, letter.id).of(block.kind)
        for field in (*self._words(letter.language), *facts):
            self.fields[field.name] = field
            layout.addWidget(field)
            if isinstance(field, LineOfLetter | TextOfLetter):
                self._insert_line = row(None, insert_button(tr, field.insert))
                self.spoken = Spoken(tr, field, self._printed)
                layout.addWidget(self._insert_line)
                layout.addWidget(self.spoken)
        self._beneath = SteadyRoom(self, theme.space(2))
        layout.addWidget(self._beneath)
        self._rows = BoundRows(desk, tr, letter, block.kind, navigate)
        layout.addWidget(self._rows)
        layout.addStretch(1)

    # -- building ------------------------------------------------------------------------
    def _head(self, letter: Letter) -> QWidget:
        tr = self._tr
        self.shown = CheckBox(tr.say("Show in the letter"))
        self.shown.setObjectName("blockShown")
        self.shown.setAccessibleName(tr.say("Show in the letter"))
        self.shown.setEnabled(self._kind not in _ALWAYS_SHOWN and not letter.state.final)
        self.shown.clicked.connect(self._set_shown)
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(text_label(tr.say(self._kind.word), "section", wrap=True))
        layout.addWidget(text_label(tr.say(HINTS[self._kind]), "detail", wrap=True))
        layout.addSpacing(theme.space(1))
        layout.addWidget(row(self.shown, None))
        return head

    def _words(self, language: str) -> list[Field]:
        tr, kind = self._tr, self._kind
        made: list[Field] = []
        if kind not in _NO_HEADING:
            write = self._write("heading")
            made.append(TextField("heading", tr.say("Heading"), tr, write, above=True))
        if kind in _NO_WORDS:
            return made
        write = self._write("text")
        text: LineOfLetter | TextOfLetter
        if kind in _ONE_LINE:
            text = LineOfLetter("text", tr.say("Text"), tr, write, above=True)
        else:
            text = TextOfLetter("text", tr.say("Text"), tr, write, above=True, least=4, most=22)
        text.language = language
        return [*made, text]

    # -- showing -------------------------------------------------------------------------
    def fill(self, letter: Letter, block: LetterBlock, remarks: tuple[Remark, ...]) -> None:
        """Show the values as they are now; what is being typed stays."""
        self.common.show_block(letter, block)
        for name, field in self.fields.items():
            words = name in _OF_BLOCK
            closed = letter.state.final or (words and block.common)
            field.set_read_only(closed)
            field.writes = not closed
            field.record = block.id
            told = LetterFields.value(name, letter) if not words else getattr(block, name).strip()
            field.show_value(told, again=True)
        if self.spoken is not None:
            self._insert_line.setVisible(not letter.state.final and not block.common)
            self.spoken.refresh()
        self.shown.setChecked(block.shown)
        self._remark(tuple(one for one in remarks if one.block is self._kind))
        self._rows.show_letter(letter)

    def _remark(self, remarks: tuple[Remark, ...]) -> None:
        said = tuple(one.said for one in remarks)
        if said == self._remarks:
            return
        self._remarks = said
        with place_kept(self):
            self._put_remarks(remarks)

    def _put_remarks(self, remarks: tuple[Remark, ...]) -> None:
        for field in self.fields.values():
            field.clear_findings()
        self._beneath.drop(self._bars)
        self._bars = []
        for one in remarks:
            field_of = self.fields.get(one.field)
            if field_of is not None:
                field_of.show_finding(*one.said, act=one.act)
                continue
            bar = FindingBar(*one.said, act=one.act)
            self._bars.append(bar)
            self._beneath.put(bar)

    # -- writing -------------------------------------------------------------------------
    def commit(self) -> None:
        """Write what stands in the field that has the focus."""
        for field in self.fields.values():
            if any(editor.hasFocus() for editor in field.editors()):
                field.commit()

    def _now(self) -> LetterBlock:
        """The block as it is: the other field may have been written since it was shown."""
        blocks = self._desk.letters.blocks(self._letter)
        found = next((one for one in blocks if one.id == self._block), None)
        if found is None:
            raise Refused(N_("The letter is no longer there."))
        return found

    def _printed(self, text: str) -> str:
        """What the block prints when this is its text; the text itself when the letter is gone."""
        if self._desk.letters.get(self._letter) is None:
            return text
        return self._desk.letters.spoken_text(replace(self._now(), common=False, text=text))

    def _write(self, name: str) -> Callable[[Any], object]:
        def write(value: Any) -> None:
            self._desk.letters.revise_block(replace(self._now(), **{name: value}))

        return write

    def _set_shown(self, shown: bool) -> None:
        self._desk.letters.revise_block(replace(self._now(), shown=shown))
