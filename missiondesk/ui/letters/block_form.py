# SPDX-License-Identifier: Apache-2.0
"""One block of a letter: its words, the fields it prints, what is missing, the rows from data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMenu, QScrollArea, QVBoxLayout, QWidget

from missiondesk.domain.letter import BlockKind, Letter, LetterBlock
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_problems import LetterProblem
from missiondesk.services.placeholder_words import WORDS
from missiondesk.ui import theme
from missiondesk.ui.letters.bound_rows import bound_rows
from missiondesk.ui.letters.letter_fields import LetterFields
from missiondesk.ui.letters.places import place_of
from missiondesk.ui.letters.words import HINTS
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.fields import Field, ParagraphField, TextField
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import push_button, row, text_label

# Blocks whose words are one line, so that no heading stands above them.
_ONE_LINE = (BlockKind.LETTERHEAD, BlockKind.SUBJECT, BlockKind.SALUTATION)
# Blocks that print only the letter's own fields.
_NO_WORDS = (BlockKind.META, BlockKind.COPIES, BlockKind.ANNEXES)
_NO_HEADING = (*_ONE_LINE, BlockKind.META, BlockKind.HANDLING, BlockKind.ADDRESSEE)
_ALWAYS_SHOWN = (BlockKind.ADDRESSEE, BlockKind.SUBJECT, BlockKind.SIGNATURE)


class BlockForm(QScrollArea):
    """The form of the block that is chosen; rebuilt when another one is."""

    def __init__(
        self, desk: Desk, tr: Translator, navigate: Navigate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._navigate = navigate
        self._letter: Letter | None = None
        self._block: LetterBlock | None = None
        self._fields: dict[str, Field] = {}
        self.setObjectName("blockForm")
        self.setAccessibleName(tr.say("Text of the block"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- showing -------------------------------------------------------------------------
    def show_block(
        self, letter: Letter, block: LetterBlock, problems: tuple[LetterProblem, ...]
    ) -> None:
        """Show a block; while it is the same one, what is being typed stays."""
        same = self._block is not None and self._block.id == block.id
        kept_focus = self.focusWidget().objectName() if same and self.focusWidget() else ""
        if same and self._typing():
            self._letter, self._block = letter, block
            return
        self._letter, self._block = letter, block
        self.setWidget(self._build(problems))
        if kept_focus:
            again = self.findChild(QWidget, kept_focus)
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field of the block; False when it has none of this name."""
        field = self._fields.get(name)
        if field is not None:
            field.focus_editor()
        return field is not None

    def _typing(self) -> bool:
        return any(
            field._differs() and any(editor.hasFocus() for editor in field.editors())
            for field in self._fields.values()
        )

    def _build(self, problems: tuple[LetterProblem, ...]) -> QWidget:
        letter, block = self._letter, self._block
        assert letter is not None and block is not None
        tr = self._tr
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(theme.space(5), 0, theme.space(5), theme.space(4))
        layout.setSpacing(theme.space(3))
        layout.addWidget(text_label(tr.say(block.kind.word), "section"))
        layout.addWidget(text_label(tr.say(HINTS[block.kind]), "detail", wrap=True))
        self._fields = {}
        for field in (*self._words(block), *self._own_fields(block.kind)):
            field.set_read_only(letter.state.final)
            self._fields[field.name] = field
            layout.addWidget(field)
        if not letter.state.final:
            layout.addWidget(self._tools(block))
        for problem in problems:
            if problem.block is block.kind:
                layout.addWidget(self._problem(problem))
        for finding in self._desk.readiness.of(Letter, letter.id):
            if finding.field in self._fields:
                self._fields[finding.field].show_finding(
                    finding.severity.value,
                    finding.rule,
                    tr.tell(finding.message),
                    tr.tell(finding.mend),
                )
        rows = bound_rows(self._desk, tr, letter, block.kind, self._navigate)
        if rows is not None:
            layout.addWidget(rows)
        layout.addStretch(1)
        return body

    def _words(self, block: LetterBlock) -> list[Field]:
        tr = self._tr
        made: list[Field] = []
        if block.kind not in _NO_HEADING:
            heading = TextField(
                "heading", tr.say("Heading"), tr, self._write("heading"), above=True
            )
            heading.show_value(block.heading)
            made.append(heading)
        if block.kind in _NO_WORDS:
            return made
        if block.kind in _ONE_LINE:
            text: Field = TextField("text", tr.say("Text"), tr, self._write("text"), above=True)
        else:
            text = ParagraphField(
                "text", tr.say("Text"), tr, self._write("text"), above=True, least=4, most=22
            )
        text.show_value(block.text.strip())
        made.append(text)
        return made

    def _own_fields(self, kind: BlockKind) -> list[Field]:
        def letter() -> Letter:
            assert self._letter is not None
            return self._letter

        return LetterFields(self._desk, self._tr, letter).of(kind)

    def _write(self, name: str) -> Callable[[Any], object]:
        def write(value: Any) -> None:
            assert self._block is not None
            # The block as it is now: the other field may have been written since.
            self._block = replace(self._block, **{name: value})
            self._desk.letters.revise_block(self._block)

        return write

    # -- tools ---------------------------------------------------------------------------
    def _tools(self, block: LetterBlock) -> QWidget:
        tr = self._tr
        shown = QCheckBox(tr.say("Show in the letter"))
        shown.setObjectName("blockShown")
        shown.setAccessibleName(tr.say("Show in the letter"))
        shown.setChecked(block.shown)
        shown.setEnabled(block.kind not in _ALWAYS_SHOWN)
        shown.clicked.connect(self._set_shown)
        insert = push_button(tr.say("Insert field…"), "insertPlaceholder")
        insert.setMenu(self._placeholder_menu(insert))
        insert.setVisible(block.kind not in _NO_WORDS)
        return row(shown, None, insert)

    def _placeholder_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        groups: dict[str, QMenu] = {}
        titles = {
            "mission": self._tr.say("Mission"),
            "metric": self._tr.say("Key metric"),
            "addressee": self._tr.say("Addressee"),
            "letter": self._tr.say("Letter"),
        }
        for name, words in WORDS.items():
            group = name.partition(".")[0]
            group = group if group in titles else "letter"
            if group not in groups:
                groups[group] = menu.addMenu(titles[group])
            action = groups[group].addAction(self._tr.say(words))
            action.triggered.connect(lambda _checked=False, name=name: self._insert(name))
        return menu

    def _insert(self, name: str) -> None:
        field = self._fields.get("text")
        if field is None:
            return
        editor: Any = field.editors()[0]
        put = editor.insert if hasattr(editor, "insert") else editor.insertPlainText
        put("{{" + name + "}}")
        field.commit()
        field.focus_editor()

    def _set_shown(self, shown: bool) -> None:
        assert self._block is not None
        try:
            self._desk.letters.revise_block(replace(self._block, shown=shown))
        except Refused as refused:
            self._fields["text"].refuse(self._tr.tell(refused.message))

    def _problem(self, problem: LetterProblem) -> FindingBar:
        assert self._letter is not None
        place = place_of(problem.field, self._letter)
        return FindingBar(
            problem.severity.value,
            "",
            self._tr.tell(problem.message),
            self._tr.say("Go to the field") if place is not None else "",
            (lambda: self._navigate(*place)) if place is not None else None,
        )
