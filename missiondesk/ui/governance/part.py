# SPDX-License-Identifier: Apache-2.0
"""Records that belong to the chosen one, below its form: a line to add, a table, a small form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.records_tab import Keyed
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column, ReadTable

R = TypeVar("R", bound=Keyed)


class Part(QWidget, Generic[R]):
    """Base of the parts; a subclass gives words, columns, form and verbs."""

    name = "part"

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        super().__init__()
        self._desk, self._hub, self._tr = desk, hub, tr
        self._owner = ""
        self._rows: Sequence[R] = ()
        title, _placeholder, _add, sentence, remove = self.words()
        self.form = self.make_form()
        self.table: ReadTable[R] = ReadTable(
            self.columns(), lambda it: it.id, name=f"{self.name}Table", title=title,
            sort_text=tr.sort_key, empty=EmptyState(sentence), growing=True,
        )  # fmt: skip
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _key: self.form.focus_first())
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName(f"{self.name}Refusal")
        self.refusal.hide()
        self.remove_button = push_button(
            remove, f"{self.name}Remove", self.remove, "plain", "trash-2"
        )
        gone = QShortcut(QKeySequence.StandardKey.Delete, self.table)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self.remove)
        self.verbs = row(*self.more_verbs(), self.remove_button, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(text_label(title, "section"))
        for part in (self.add_line(), self.refusal, self.table, self.verbs, self.form):
            layout.addWidget(part)

    # -- what a subclass says --------------------------------------------------------------
    def words(self) -> tuple[str, str, str, str, str]:
        """Title, placeholder of the line, its verb, the empty sentence, the verb to remove."""
        raise NotImplementedError

    def columns(self) -> list[Column[R]]:
        """Columns of the table."""
        raise NotImplementedError

    def make_form(self) -> RecordForm[R]:
        """The form of one record."""
        raise NotImplementedError

    def records(self, owner: str) -> Sequence[R]:
        """Records of the owner."""
        raise NotImplementedError

    def add_text(self, text: str) -> str:
        """Add a record with what was typed; returns its id."""
        raise NotImplementedError

    def remove_record(self, key: str) -> str:
        """Remove the record; returns what is said about it."""
        raise NotImplementedError

    def prepare(self, record: R) -> None:
        """Called before the form shows a record."""

    def more_verbs(self) -> Sequence[QWidget]:
        """Buttons before the one that removes."""
        return ()

    def add_line(self) -> QWidget:
        """The line to add a record with."""
        _title, placeholder, verb, _sentence, _remove = self.words()
        self.line = QLineEdit()
        self.line.setObjectName(f"{self.name}New")
        self.line.setAccessibleName(placeholder)
        self.line.setPlaceholderText(placeholder)
        self.line.returnPressed.connect(self.add)
        self.add_button = push_button(verb, f"{self.name}Add", self.add, "", "plus")
        made = row(self.line, self.add_button)
        layout = made.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretch(0, 1)
        return made

    # -- showing ---------------------------------------------------------------------------
    @property
    def owner(self) -> str:
        """Id of the record whose part this is."""
        return self._owner

    def show_owner(self, owner: str) -> None:
        """Show the records of an owner."""
        if owner != self._owner:
            self.refusal.hide()
        self._owner = owner
        self._rows = self.records(owner) if owner else ()
        self.table.show_rows(self._rows)
        self._show_chosen(self.table.selected())
        self.setEnabled(not self._desk.read_only)

    def chosen(self) -> R | None:
        """The record that is chosen."""
        key = self.table.selected()
        return next((one for one in self._rows if one.id == key), None)

    def _show_chosen(self, _key: str) -> None:
        record = self.chosen()
        self.form.setVisible(record is not None)
        self.verbs.setVisible(record is not None)
        if record is not None:
            self.prepare(record)
        self.form.show_record(record)

    def choose(self, key: str, field: str = "") -> bool:
        """Choose a record, and with ``field`` go to it; False when it is none of these."""
        found = any(one.id == key for one in self._rows) and self.table.select(key)
        if found and field:
            self.form.focus_field(field)
        return found

    # -- verbs -----------------------------------------------------------------------------
    def add(self) -> None:
        """Add a record with what stands in the line, and choose it."""
        text = " ".join(self.line.text().split())
        if not text:
            self.line.setFocus()
            return

        def do() -> None:
            key = self.add_text(text)
            self.line.clear()
            self.choose(key)

        self.attempt(do)

    def remove(self) -> None:
        """Remove the chosen record; undo brings it back."""
        key = self.table.selected()
        if key and not self._desk.read_only:
            self.attempt(lambda: self._hub.say(self.remove_record(key), undoable=True))

    def attempt(self, verb: Callable[[], object]) -> None:
        """Do it, or say here why not."""
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
