# SPDX-License-Identifier: Apache-2.0
"""The review of two copies: each conflict with mine, what was before, and theirs; nothing is
written until all are chosen and put together.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from missiondesk.domain.merging import Conflict, Side
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.merge_words import ConflictWords, in_words, relation_lines, repair_line
from missiondesk.services.merging import Comparison
from missiondesk.services.saving import Unavailable
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable


@dataclass(frozen=True, slots=True)
class Line:
    """A conflict in words with its choice so far."""

    conflict: Conflict
    words: ConflictWords
    choice: Side | None


class MergeReview(QDialog):
    """Choices by conflict; `choices` holds them until they are written or left."""

    def __init__(
        self, found: Comparison, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mergeReview")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found, self._desk, self._hub, self._tr = found, desk, hub, tr
        self.choices: dict[str, Side] = {}
        finder = desk.merging.finder(found)
        self._words = {one.id: in_words(one, finder, tr) for one in found.conflicts}
        say = tr.say
        self.setWindowTitle(say("Put together with {name}", name=found.name))
        self.carry = push_button(say("Put together"), "mergeCarry", self.carry_out, "primary")
        self.head = Headline(push_button(say("Leave"), "mergeLeave", self.reject), self.carry)
        self.trouble = text_label("", wrap=True)
        self.trouble.setObjectName("mergeTrouble")
        self.trouble.hide()
        self.table = self._make_table()
        self.choosing = self._buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space(5),) * 4)
        layout.setSpacing(theme.space(3))
        for part in (self.head, self.trouble, self.choosing):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        self.resize(1080, 620)
        self._bind_keys()
        self._tell()
        self.table.setFocus()

    # -- building ------------------------------------------------------------------------
    def _make_table(self) -> ReadTable[Line]:
        say = self._tr.say
        return ReadTable(
            [
                Column(say("Conflict"), lambda it: it.words.about, detail=lambda it: it.words.why,
                       stretch=3, wrap=True, lines=4, strong=True),
                Column(say("Mine"), lambda it: it.words.mine, detail=lambda it: it.words.mine_by,
                       stretch=3, wrap=True, lines=6),
                Column(say("Before"), lambda it: it.words.base, stretch=2, wrap=True, lines=6),
                Column(say("Theirs"), lambda it: it.words.theirs,
                       detail=lambda it: it.words.theirs_by, stretch=3, wrap=True, lines=6),
                Column(say("Choice"), self._choice, stretch=1, wrap=True, strong=True),
            ],
            lambda it: it.conflict.id,
            name="mergeTable",
            title=say("Conflicts between the two copies"),
            sort_text=self._tr.sort_key,
            empty=EmptyState(
                say(
                    "There are no conflicts. What only one of the two copies changed is taken "
                    "from it."
                ),
            ),
        )  # fmt: skip

    def _buttons(self) -> QWidget:
        say = self._tr.say
        self.mine = push_button(say("Mine (1)"), "mergeMine", lambda: self.choose(Side.MINE))
        self.open_ = push_button(say("Leave open (2)"), "mergeOpen", lambda: self.choose(None))
        self.theirs = push_button(
            say("Theirs (3)"), "mergeTheirs", lambda: self.choose(Side.THEIRS)
        )
        every_mine = push_button(
            say("Mine in all that are open"),
            "mergeAllMine",
            lambda: self.choose_rest(Side.MINE),
            "link",
        )
        every_theirs = push_button(
            say("Theirs in all that are open"),
            "mergeAllTheirs",
            lambda: self.choose_rest(Side.THEIRS),
            "link",
        )
        keys = text_label(say("J and K go down and up."), "detail")
        return row(self.mine, self.open_, self.theirs, every_mine, every_theirs, None, keys)

    def _choice(self, line: Line) -> str:
        if line.choice is not None:
            word = self._tr.say("Mine") if line.choice is Side.MINE else self._tr.say("Theirs")
            return f"✓ {word}"
        return self._tr.say("Open")

    # -- choosing ------------------------------------------------------------------------
    def choose(self, side: Side | None) -> None:
        """Choose a side for the conflict in hand, or none again; go on to the next open one."""
        conflict = self._conflict(self.table.selected())
        if conflict is None:
            return
        if side is None:
            self.choices.pop(conflict.id, None)
        elif side in conflict.allowed:
            self.choices[conflict.id] = side
        else:
            self._say_trouble(
                self._tr.say(
                    "A letter that was signed or issued is never altered; choose the copy that "
                    "has it."
                )
            )
            return
        self._tell()
        if side is not None:
            self._next_open()

    def choose_rest(self, side: Side) -> None:
        """The same side for every conflict that is still open and allows it."""
        self.choices = {**self.found.all_from(side), **self.choices}
        self._tell()

    def _bind_keys(self) -> None:
        """J and K move, 1 and 3 choose, 2 leaves open again, wherever the focus is."""
        for key, act in (
            ("J", lambda: self._move(1)),
            ("K", lambda: self._move(-1)),
            ("1", lambda: self.choose(Side.MINE)),
            ("2", lambda: self.choose(None)),
            ("3", lambda: self.choose(Side.THEIRS)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _conflict(self, key: str) -> Conflict | None:
        return next((one for one in self.found.conflicts if one.id == key), None)

    def _move(self, by: int) -> None:
        keys = [line.conflict.id for line in self.table.rows()]
        if keys:
            now = self.table.selected()
            place = keys.index(now) + by if now in keys else 0
            self.table.select(keys[max(0, min(len(keys) - 1, place))])

    def _next_open(self) -> None:
        keys = [line.conflict.id for line in self.table.rows()]
        start = keys.index(self.table.selected()) if self.table.selected() in keys else 0
        for key in (*keys[start:], *keys[:start]):
            if key not in self.choices:
                self.table.select(key)
                return

    # -- showing and writing -----------------------------------------------------------------
    def _tell(self) -> None:
        tr, conflicts = self._tr, self.found.conflicts
        chosen = self.table.selected()
        self.table.show_rows(
            [Line(one, self._words[one.id], self.choices.get(one.id)) for one in conflicts]
        )
        if conflicts and not self.table.select(chosen):
            self.table.select(conflicts[0].id)
        self.trouble.hide()
        self.choosing.setVisible(bool(conflicts))
        left = len(conflicts) - len(self.choices)
        first, *more = relation_lines(self.found, tr)
        if left:
            first = tr.plural(
                "{count} conflict with the copy is open",
                "{count} conflicts with the copy are open",
                left,
            )
        elif conflicts:
            first = tr.say("Every conflict has its choice; nothing is written yet")
        self.carry.setEnabled(not left)
        details = [*more, *([] if left else self._mended())]
        self.head.say(first, " ".join(details))

    def _mended(self) -> list[str]:
        try:
            repairs = self._desk.merging.outcome(self.found, self.choices).repairs
        except Refused as no:
            self._say_trouble(self._tr.tell(no.message))
            return []
        finder = self._desk.merging.finder(self.found)
        return [f"{repair_line(one, finder, self._tr)}." for one in repairs[:4]]

    def carry_out(self) -> None:
        """Write all as one step; undo takes it back."""
        try:
            self._desk.merging.apply(self.found, self.choices)
        except (Refused, Unavailable) as no:
            self._say_trouble(self._tr.tell(no.message))
            return
        self._hub.say(
            self._tr.say("Put together with {name}.", name=self.found.name), undoable=True
        )
        self.accept()

    def _say_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
