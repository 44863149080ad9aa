# SPDX-License-Identifier: Apache-2.0
"""The review of two copies: each conflict with mine, what was before, and theirs, and all that
comes in by itself; nothing is written until all are chosen and put together.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from missiondesk.domain.merging import Key, Side
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.merge_words import relation_lines, repair_line
from missiondesk.services.merging import Comparison
from missiondesk.services.saving import Unavailable
from missiondesk.ui import theme
from missiondesk.ui.choices import mission_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.merging.choice_row import ChoiceRow
from missiondesk.ui.merging.lines import Line, conflict_table, incoming_table, remark_table
from missiondesk.ui.merging.narrowing import Narrowing
from missiondesk.ui.merging.review_lines import ReviewLines
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable

_NEVER_ALTERED = N_(
    "A letter that was signed or issued is never altered; choose the copy that has it."
)
Carried = Callable[[Comparison, dict[str, Side], frozenset[Key]], object]


class MergeReview(QDialog):
    """Choices by conflict; `choices` and `left_out` hold them until they are written or left."""

    def __init__(
        self,
        found: Comparison,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        parent: QWidget | None,
        carried: Carried | None = None,
    ) -> None:
        """Make it.

        Args:
            found: What the copy is to the workspace.
            desk: The workspace.
            hub: Where the end is told.
            tr: The screen's language.
            parent: The window it stands over.
            carried: Called with the choices after they were written.
        """
        super().__init__(parent)
        self.setObjectName("mergeReview")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found, self._desk, self._hub, self._tr = found, desk, hub, tr
        self._carried = carried
        self.choices: dict[str, Side] = {}
        self.left_out: set[Key] = set()
        self._lines = ReviewLines(found, desk, tr)
        say = tr.say
        self.setWindowTitle(say("Put together with {name}", name=found.name))
        self.carry = push_button(say("Put together"), "mergeCarry", self.carry_out, "primary")
        self.head = Headline(push_button(say("Leave"), "mergeLeave", self.reject), self.carry)
        self.trouble = text_label("", wrap=True)
        self.trouble.setObjectName("mergeTrouble")
        self.trouble.hide()
        lines = [*self._lines.conflicts({}), *self._lines.incoming(()), *self._lines.remarks()]
        self.narrowing = Narrowing(lines, mission_options(desk, tr), tr)
        self.narrowing.changed.connect(self._tell)
        self._lay_out()
        self._bind_keys()
        self._tell()
        self.table.setFocus()

    # -- building ------------------------------------------------------------------------
    def _lay_out(self) -> None:
        tr = self._tr
        self.table: ReadTable[Line] = conflict_table(tr)
        self.coming: ReadTable[Line] = incoming_table(tr)
        self.choosing = ChoiceRow(tr, self.choose, self.choose_rest)
        self.tabs = Tabs("mergeTabs", tr.say("What the copy changes"))
        conflicts = tr.say("Conflicts ({count})", count=len(self.found.conflicts))
        incoming = tr.say("Comes in ({count})", count=len(self.found.incoming))
        self.tabs.add(self.table, conflicts, "conflicts")
        self.tabs.add(self.coming, incoming, "incoming")
        self.remarks: ReadTable[Line] = remark_table(tr)
        if self.found.remarks:
            told = tr.say("Not the party’s own ({count})", count=len(self.found.remarks))
            self.tabs.add(self.remarks, told, "remarks")
        if not self.found.conflicts and self.found.incoming:
            self.tabs.open("incoming")
        elif not self.found.conflicts and self.found.remarks:
            self.tabs.open("remarks")
        self.tabs.currentChanged.connect(lambda _place: self._tell())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space(5),) * 4)
        layout.setSpacing(theme.space(3))
        for part in (self.head, self.trouble, self.narrowing, self.choosing):
            layout.addWidget(part)
        layout.addWidget(self.tabs, 1)
        self.resize(1120, 680)

    # -- choosing ------------------------------------------------------------------------
    def choose(self, side: Side | None) -> None:
        """Choose a side for the line in hand, or none again; go on to the next open one."""
        line = self._in_hand()
        if line is None or self._on_remarks:
            return
        if self._on_incoming:
            self._leave(line, side is Side.MINE)
            self._tell()
            self._move(1)
            return
        if side is None:
            self.choices.pop(line.conflict.id, None)
        elif side in line.conflict.allowed:
            self.choices[line.conflict.id] = side
        else:
            self._say_trouble(self._tr.say(_NEVER_ALTERED))
            return
        self._tell()
        if side is not None:
            self._next_open()

    def choose_rest(self, side: Side) -> None:
        """The same side for every line shown that is still open and allows it."""
        for line in self._front().rows():
            if self._on_incoming:
                self._leave(line, side is Side.MINE)
            elif line.choice is None and side in line.conflict.allowed:
                self.choices[line.conflict.id] = side
        self._tell()

    def _leave(self, line: Line, out: bool) -> None:
        (self.left_out.add if out else self.left_out.discard)(line.key)

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

    @property
    def _on_incoming(self) -> bool:
        return self.tabs.current() == "incoming"

    @property
    def _on_remarks(self) -> bool:
        return self.tabs.current() == "remarks"

    def _front(self) -> ReadTable[Line]:
        fronts = {"incoming": self.coming, "remarks": self.remarks}
        return fronts.get(self.tabs.current(), self.table)

    def _in_hand(self) -> Line | None:
        key = self._front().selected()
        return next((one for one in self._front().rows() if one.conflict.id == key), None)

    def _move(self, by: int) -> None:
        keys = [line.conflict.id for line in self._front().rows()]
        if keys:
            now = self._front().selected()
            place = keys.index(now) + by if now in keys else 0
            self._front().select(keys[max(0, min(len(keys) - 1, place))])

    def _next_open(self) -> None:
        keys = [line.conflict.id for line in self.table.rows()]
        start = keys.index(self.table.selected()) if self.table.selected() in keys else 0
        for key in (*keys[start:], *keys[:start]):
            if key not in self.choices:
                self.table.select(key)
                return

    # -- showing and writing -----------------------------------------------------------------
    def _fill(self, table: ReadTable[Line], lines: list[Line]) -> None:
        chosen = table.selected()
        lines = [line for line in lines if self.narrowing.fits(line)]
        table.show_rows(lines)
        if lines and not table.select(chosen):
            table.select(lines[0].conflict.id)

    def _tell(self) -> None:
        tr = self._tr
        self._fill(self.table, self._lines.conflicts(self.choices))
        self._fill(self.coming, self._lines.incoming(self.left_out))
        self._fill(self.remarks, self._lines.remarks())
        self.trouble.hide()
        self.choosing.setVisible(bool(self._front().rows()) and not self._on_remarks)
        self.choosing.speak_of(coming=self._on_incoming)
        left = len(self.found.conflicts) - len(self.choices)
        first, more = _said(self.found, left, tr)
        self.carry.setEnabled(not left)
        details = [*more, *([] if left else self._mended())]
        self.head.say(first, " ".join(details))

    def _mended(self) -> list[str]:
        merging = self._desk.merging
        try:
            repairs = merging.outcome(self.found, self.choices, self.left_out).repairs
        except Refused as no:
            self._say_trouble(self._tr.tell(no.message))
            return []
        finder = merging.finder(self.found)
        return [f"{repair_line(one, finder, self._tr)}." for one in repairs[:4]]

    def carry_out(self) -> None:
        """Write all as one step; undo takes it back."""
        left_out = frozenset(self.left_out)
        try:
            self._desk.merging.apply(self.found, self.choices, left_out, self._tr.lang)
        except (Refused, Unavailable) as no:
            self._say_trouble(self._tr.tell(no.message))
            return
        self._hub.say(
            self._tr.say("Put together with {name}.", name=self.found.name), undoable=True
        )
        self.accept()
        if self._carried is not None:
            self._carried(self.found, self.choices, left_out)

    def _say_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()


def _said(found: Comparison, left: int, tr: Translator) -> tuple[str, list[str]]:
    """How it stands with so many conflicts left, and what the copy is."""
    first, *more = relation_lines(found, tr)
    if left:
        first = tr.plural(
            "{count} conflict with the copy is open",
            "{count} conflicts with the copy are open",
            left,
        )
    elif found.conflicts:
        first = tr.say("Every conflict has its choice; nothing is written yet")
    return first, more
