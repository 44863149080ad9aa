# SPDX-License-Identifier: Apache-2.0
"""One letter: head with state and buttons, its blocks, the block's form, and the true pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind, Letter, LetterBlock, LetterState
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_problems import LetterProblem
from missiondesk.ui import theme
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.block_form import BlockForm
from missiondesk.ui.letters.blocks import BlockList
from missiondesk.ui.letters.letter_fields import FIELD_BLOCKS
from missiondesk.ui.letters.output import LetterOutput
from missiondesk.ui.letters.preview import LetterPreview
from missiondesk.ui.letters.words import ADVANCE
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row, text_label

# The states a letter usually goes through; the primary button is the next of them.
_WAY = (
    LetterState.DRAFT,
    LetterState.CHECKED,
    LetterState.CLEARED,
    LetterState.SIGNED,
    LetterState.ISSUED,
    LetterState.ACKNOWLEDGED,
)


class LetterEditor(QWidget):
    """Edits one letter.

    Args:
        back: Leads to the list of letters.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._key = ""
        self.blocks = BlockList(tr)
        self.form = BlockForm(desk, tr, navigate)
        self.preview = LetterPreview(desk, tr)
        self.output = LetterOutput(desk, tr, self.preview.tasks, self)
        self._make_head(back)
        self._lay_out()
        self.blocks.chosen.connect(lambda _block: self._show_block())

    def _make_head(self, back: Callable[[], object]) -> None:
        tr = self._tr
        self.export = push_button(
            tr.say("Export PDF…"), "exportLetter", lambda: self.output.export(self._key)
        )
        self.print_button = push_button(
            tr.say("Print…"), "printLetter", lambda: self.output.print(self._key)
        )
        self.redraft = push_button(
            tr.say(ADVANCE[LetterState.DRAFT]), "redraftLetter", self._redraft
        )
        self.remove = push_button(tr.say("Remove"), "removeLetter", self._remove, "plain")
        self.advance = push_button("", "advanceLetter", self._advance, "primary")
        self.head = Headline(
            self.remove, self.redraft, self.export, self.print_button, self.advance
        )
        self.back = push_button(tr.say("All letters"), "backToLetters", back, "link", "arrow-left")
        self._back = back
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("letterRefusal")
        self.refusal.hide()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("letterSplit")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.space(2))
        left = QWidget()
        columns = QHBoxLayout(left)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.space(2))
        columns.addWidget(self.blocks)
        columns.addWidget(self.form, 1)
        split.addWidget(left)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([620, 560])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 12, 28, 16)
        layout.setSpacing(theme.space(2))
        layout.addWidget(row(self.back, None))
        layout.addWidget(self.head)
        layout.addWidget(self.refusal)
        layout.addWidget(self.output)
        layout.addWidget(split, 1)

    # -- showing -------------------------------------------------------------------------
    @property
    def key(self) -> str:
        """Id of the letter shown, "" for none."""
        return self._key

    def show_letter(self, key: str, field: str = "") -> None:
        """Show a letter, and with ``field`` the block and field where it is mended."""
        if key != self._key:
            self.refusal.hide()
            self.output.forget()
        self._key = key
        self.refresh()
        kind = FIELD_BLOCKS.get(field)
        if kind is None:
            return
        block = next((one for one in self._desk.letters.blocks(key) if one.kind is kind), None)
        if block is not None:
            self.blocks.choose(block.id)
            self.form.focus_field(field)

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
        self._say_head(letter, problems)
        self.blocks.show_blocks(self._desk.letters.blocks(letter.id), self._worst(letter, problems))
        self._show_block()
        self.preview.show_letter(letter.id)

    def _worst(
        self, letter: Letter, problems: tuple[LetterProblem, ...]
    ) -> dict[BlockKind, Severity]:
        worst: dict[BlockKind, Severity] = {}
        found = [(it.block, it.severity) for it in problems]
        found += [
            (FIELD_BLOCKS.get(it.field), it.severity)
            for it in self._desk.readiness.of(Letter, letter.id)
        ]
        for kind, severity in found:
            if kind is not None and (kind not in worst or severity.rank < worst[kind].rank):
                worst[kind] = severity
        return worst

    def _say_head(self, letter: Letter, problems: tuple[LetterProblem, ...]) -> None:
        tr = self._tr
        office = self._desk.situation.get(Office, letter.addressee_office)
        kind = tr.say(letter.kind.word)
        sentence = (
            tr.say("{kind} to {title}", kind=kind, title=_in_sentence(office, tr))
            if office is not None
            else kind
        )
        faults = sum(problem.hinders for problem in problems)
        parts = [
            letter.number,
            self._desk.letters.name(letter.id).removeprefix(f"{letter.number} · "),
            tr.say("version {version}", version=letter.version),
            mark(letter.state, tr).text,
            tr.plural("■ {count} field is missing", "■ {count} fields are missing", faults)
            if faults
            else "",
        ]
        self.head.say(sentence, " · ".join(part for part in parts if part))
        following = self._next(letter)
        self.advance.setVisible(following is not None)
        if following is not None:
            self.advance.setText(tr.say(ADVANCE[following]))
            self.advance.setAccessibleName(tr.say(ADVANCE[following]))
        self.redraft.setVisible(may_follow(letter.state, LetterState.DRAFT))
        self.remove.setVisible(not letter.state.final)

    @staticmethod
    def _next(letter: Letter) -> LetterState | None:
        if letter.state not in _WAY or letter.state is _WAY[-1]:
            return None
        return _WAY[_WAY.index(letter.state) + 1]

    def _show_block(self) -> None:
        letter = self._desk.letters.get(self._key)
        block = self._chosen_block()
        if letter is not None and block is not None:
            self.form.show_block(letter, block, self._desk.letters.problems(letter.id))

    def _chosen_block(self) -> LetterBlock | None:
        chosen = self.blocks.selected()
        return next((it for it in self._desk.letters.blocks(self._key) if it.id == chosen), None)

    # -- verbs ---------------------------------------------------------------------------
    def _advance(self) -> None:
        letter = self._desk.letters.get(self._key)
        following = self._next(letter) if letter is not None else None
        if following is not None:
            self._try(lambda: self._desk.letters.advance(self._key, following))

    def _redraft(self) -> None:
        self._try(lambda: self._desk.letters.advance(self._key, LetterState.DRAFT))

    def _remove(self) -> None:
        self._try(lambda: self._desk.letters.remove(self._key))

    def _try(self, verb: Callable[[], object]) -> None:
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()


def _in_sentence(office: Office, tr: Translator) -> str:
    """The title of an office inside a sentence: in Danish small and definite."""
    title = office.title.in_language(tr.lang)
    if tr.lang != "da":
        return title
    definite = re.sub(r"minister\b", "ministeren", title, count=1)
    return definite[:1].lower() + definite[1:]
