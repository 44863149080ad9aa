# SPDX-License-Identifier: Apache-2.0
"""A tab with records of one kind: a line to add one, their table, the form of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.entities import Entity
from missiondesk.domain.finding import Finding
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.hub import Hub
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import Mend, briefly, told
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.flow_row import flowing, show_hint_whole
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.tab_way import parts_of, tab_along
from missiondesk.ui.widgets.table import Column, ReadTable

_TABLE = 400  # px, the least that a table needs beside the form


class Keyed(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """Its id."""


R = TypeVar("R", bound=Keyed)


def _scrolling(*parts: QWidget) -> ScrollPage:
    page = ScrollPage(margins=(0, 4, 12, 12))
    for part in parts:
        page.body.addWidget(part)
    page.body.addStretch(1)
    return page


def _line_for(placeholder: str, name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(placeholder)
    made.setPlaceholderText(placeholder)
    made.setMaximumWidth(scaled(520))
    show_hint_whole(made)
    return made


def _the_first_grows(made: QWidget) -> QWidget:
    """The row or column, in which the first part takes what room there is."""
    layout = made.layout()
    assert isinstance(layout, QBoxLayout)
    layout.setStretch(0, 1)
    return made


class RecordsTab(QWidget, Generic[R]):
    """Base of the tabs; a subclass gives columns, form, words and verbs.

    Attributes:
        form_width: Width of the form's column in px at 100 %.
        form_narrow: How narrow it may become before it stands below the table, or 0.
        side: The column in which the form scrolls.
        several: Kind of the records when a field of several can be set at once.
    """

    name = "records"
    form_width = 368
    form_narrow = 0
    several: type[Entity] | None = None

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hub = hub
        self._tr = tr
        self._mission = ""
        self._rows: Sequence[R] = ()
        self._findings: tuple[Finding, ...] = ()
        self.form = self.make_form()
        self.table = self._make_table()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName(f"{self.name}Refusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        adding = flowing(*self.add_parts())
        layout.addWidget(adding)
        layout.addWidget(self.refusal)
        word, name = self.words()[3], f"{self.name}Remove"
        self.remove_button = push_button(word, name, self.remove, "plain", "trash-2")
        self.side = _scrolling(self.form, *self.more_parts(), row(self.remove_button, None))
        both = SideBySide(
            _the_first_grows(column(self.table, *self.beneath_table())), self.side, least=_TABLE,
            width=self.form_width, narrow=self.form_narrow or self.form_width, top=False, gap=24,
        )  # fmt: skip
        layout.addWidget(both, 1)
        if self.several is not None:
            layout.addWidget(SeveralBar(desk, hub, tr, self.table, self.several))
        tab_along(parts_of(adding))

    # -- what a subclass says ------------------------------------------------------------
    def columns(self) -> list[Column[R]]:
        """Columns of the table."""
        raise NotImplementedError

    def make_form(self) -> RecordForm[R]:
        """The form of one record."""
        raise NotImplementedError

    def title(self) -> str:
        """What the table lists."""
        raise NotImplementedError

    def words(self) -> tuple[str, str, str, str]:
        """Placeholder of the line, its verb, the sentence of the empty tab, the verb to remove."""
        raise NotImplementedError

    def add_record(self, mission: str, wording: Wording) -> str:
        """Add a record with this title or text; returns its id."""
        raise NotImplementedError

    def remove_record(self, record: R) -> str:
        """Remove the record; returns what is said about it, with undo."""
        raise NotImplementedError

    def records(self, detail: MissionDetail) -> Sequence[R]:
        """The records of a mission."""
        raise NotImplementedError

    def mend(self, finding: Finding) -> Mend | None:
        """A button that mends the finding, or None."""
        return None

    def prepare(self, record: R) -> None:
        """Called before the form shows a record."""

    def more_parts(self) -> Sequence[QWidget]:
        """What stands below the form."""
        return ()

    def beneath_table(self) -> Sequence[QWidget]:
        """What stands below the table, beside the form."""
        return ()

    # -- building ------------------------------------------------------------------------
    def add_parts(self) -> Sequence[QWidget]:
        """What stands in the line to add a record with: the text of a new one, and the verb."""
        placeholder, verb, _sentence, _remove = self.words()
        self.line = _line_for(placeholder, f"{self.name}New")
        self.line.returnPressed.connect(self.add)
        self.add_button = push_button(verb, f"{self.name}Add", self.add, "", "plus")
        return self.line, self.add_button

    def _make_table(self) -> ReadTable[R]:
        sentence = self.words()[2]
        table: ReadTable[R] = ReadTable(
            self.columns(),
            lambda it: it.id,
            name=f"{self.name}Table",
            title=self.title(),
            sort_text=self._tr.sort_key,
            empty=EmptyState(sentence),  # the line with the verb stands right above
            several=self.several is not None,
        )
        table.chosen.connect(self._show_chosen)
        table.opened.connect(lambda _key: self.form.focus_first())
        remove = QShortcut(QKeySequence.StandardKey.Delete, table)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove)
        return table

    # -- showing -------------------------------------------------------------------------
    def show_detail(self, detail: MissionDetail) -> None:
        """Show the records of a mission; without a choice the first is chosen."""
        self.show_owned(detail.mission.id, detail.findings, self.records(detail))

    def show_owned(self, owner: str, findings: tuple[Finding, ...], rows: Sequence[R]) -> None:
        """Show records of an owner: a mission's id, or "" for those of all missions."""
        if owner != self._mission:
            self.line.clear()
            self.refusal.hide()
        self._mission = owner
        self._findings = findings
        self._rows = rows
        self.table.show_rows(self._rows)
        if not self.table.selected() and self._rows:
            self.table.select(self._rows[0].id)
        self._show_chosen(self.table.selected())
        for widget in (self.line, self.add_button, self.remove_button):
            widget.setEnabled(not self._desk.read_only)

    def _show_chosen(self, key: str) -> None:
        record = next((one for one in self._rows if one.id == key), None)
        self.side.setVisible(record is not None)
        if record is not None:
            self.prepare(record)
        self.form.show_record(record)
        mine = [one for one in self._findings if record is not None and one.key == record.id]
        self.form.show_findings(told(mine, self._tr, self.mend))
        self.form.set_read_only(self._desk.read_only)

    def worst(self, record: R) -> str:
        """The findings of a record for its row, "" for none."""
        mine = [one for one in self._findings if one.key == record.id]
        return briefly(mine, self._tr)

    def choose(self, key: str) -> bool:
        """Choose a record; False when it is not of this mission."""
        if not any(one.id == key for one in self._rows):
            return False
        return self.table.select(key)

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field of the chosen record, or into the line for a new one."""
        if not self.form.focus_field(name):
            self.line.setFocus()
        return True

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Add a record with what stands in the line, and choose it."""
        text = " ".join(self.line.text().split())
        if not text:
            self.line.setFocus()
            return
        wording = Wording.typed(text, self._tr.lang)

        def do() -> None:
            key = self.add_record(self._mission, wording)
            self.line.clear()
            self.choose(key)

        self._try(do)

    def remove(self) -> None:
        """Remove the chosen record; undo brings it back."""
        record = self.form.record
        if record is None or self._desk.read_only:
            return
        if len(self.table.marked_keys()) > 1:
            self._hub.say(self._tr.say("Choose the one row that is to be removed."))
            return
        self._try(lambda: self._hub.say(self.remove_record(record), undoable=True))

    def _try(self, verb: Callable[[], object]) -> None:
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
