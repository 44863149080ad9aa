# SPDX-License-Identifier: Apache-2.0
"""A table edited like a sheet: type, paste from Excel, Del, insert rows; faults are marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import (
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QApplication,
    QVBoxLayout,
    QWidget,
)

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.sheet_keeping import CellKeeper
from missiondesk.ui.widgets.sheet_model import SheetColumn, SheetModel, SheetRow
from missiondesk.ui.widgets.sheet_steps import SheetSteps
from missiondesk.ui.widgets.sheet_view import SheetView
from missiondesk.ui.widgets.untaken import Untaken

__all__ = ["Sheet", "SheetColumn", "SheetRow"]


class Sheet(CellKeeper):
    """The sheet with its buttons and the line that says what is wrong.

    Attributes:
        committed: All rows (a tuple of `SheetRow`), each time an edit left no cell wrong and
            ``commit`` let it through.
        view: The table itself.
    """

    committed = Signal(object)
    _left_out = ""

    def __init__(
        self,
        columns: Sequence[SheetColumn],
        tr: Translator,
        *,
        name: str,
        title: str,
        commit: Callable[[tuple[SheetRow, ...]], object] | None = None,
        field: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty sheet.

        Args:
            columns: See `SheetColumn`.
            tr: The screen's language.
            name: objectName of the table.
            title: Accessible name: what it lists.
            commit: Gets all rows and may raise `Refused`, which is shown beneath.
            field: Name of the record's field that it edits; ``name`` unless given.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._say = tr
        self._commit_to = commit
        self.name, self.writes = field or name, commit is not None
        self._waiting = False
        self.model = SheetModel(columns, tr, self)
        self._steps = SheetSteps(self.model)
        self.view = SheetView(self.model, name, title, self)
        self.view.waits = lambda: self._pending
        self.view.take_back.connect(self.take_back)
        self.view.left_out.connect(self._leave_out)
        self.view.erase_rows.connect(self.remove_selected)
        self.view.insert_row.connect(self.insert_row)
        self.trouble = text_label("", "refusal", wrap=True)
        self.trouble.setObjectName(f"{name}Trouble")
        self.drop = push_button(tr.say("Discard these edits"), f"{name}Drop", self.discard, "link")
        self.trouble.hide()
        self.drop.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._buttons(name))
        # Queued: an edit is judged after the editor has closed, and may then replace the rows.
        self.model.edited.connect(self._wait)
        self.model.edited.connect(self._judge, Qt.ConnectionType.QueuedConnection)
        # Who clicks on another record leaves the cell first: what was typed belongs to this one.
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._judge)

    def _buttons(self, name: str) -> QWidget:
        say = self._say.say
        insert = push_button(say("Insert row"), f"{name}Insert", self.insert_row, "plain", "plus")
        gone, put = self.remove_selected, self.view.paste
        remove = push_button(say("Remove row"), f"{name}Remove", gone, "plain", "trash-2")
        word = say("Paste from Excel")
        paste = push_button(word, f"{name}Paste", put, "plain", "clipboard-paste")
        made = FlowRow(gap=4)
        for button in (paste, insert, remove):
            # A page may have several sheets; a name alone would not say which.
            button.setAccessibleName(f"{button.text()}: {self.view.accessibleName()}")
            made.add(button)
        return made

    # -- values ----------------------------------------------------------------------------
    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """Show these rows; edits that could not be taken yet stay, typed over them."""
        given, waits = tuple(rows), self._returning
        untaken = self._pending or self._waiting
        if untaken and given != self._given:
            waits = self._held()  # against the rows over which they were typed
        self._given = given
        if waits is not None:
            self.type_again(waits)
        elif not untaken:
            self._put(self._given)

    def discard(self) -> None:
        """Put back the rows as they were last shown."""
        self._pending = False
        self._put(self._given)
        self._tell("")

    def take_back(self) -> None:
        """Undo the last of the edits that could not be taken yet."""
        if self._pending and self._steps.back():
            self._edited()
        elif self._pending:
            self.discard()

    def type_again(self, untaken: Untaken) -> None:
        super().type_again(untaken)
        self._steps.begin()

    def forget(self, untaken: Untaken) -> None:
        super().forget(untaken)
        if self._pending and untaken.record == self._owner:
            self.discard()

    def rows(self) -> tuple[SheetRow, ...]:
        """The rows as last shown or committed."""
        return self._given

    def settle(self) -> None:
        """Take what is being typed for the record that is shown."""
        self.view.settle()
        self._judge()

    @property
    def waits(self) -> bool:
        """Whether there are edits that could not be taken yet."""
        self._judge()
        return self._pending

    def _put(self, rows: tuple[SheetRow, ...]) -> None:
        current = QPersistentModelIndex(self.view.currentIndex())
        place = (current.row(), current.column()) if current.isValid() else None
        self.model.show_rows(rows)
        self._steps.begin()
        if place is not None and not current.isValid():
            self.view.setCurrentIndex(self.model.index(*place))

    def _wait(self) -> None:
        self._waiting = True
        self._left_out = ""
        self._steps.note()

    def _judge(self, *_focus: QWidget | None) -> None:
        """Judge an edit once, when its editor has closed or the focus goes elsewhere."""
        if self._waiting:
            self._waiting = False
            self._edited()

    def _edited(self) -> None:
        rows = self.model.read_rows()
        if rows is None:
            faults = self.model.faults()
            head = self._say.plural(
                "{count} cell needs a hand:", "{count} cells need a hand:", len(faults)
            )
            self._wait_for_a_hand(f"{head} {faults[0][2]}")
            return
        self._tell("")
        self._pending = False
        if rows == self._given:
            self._steps.begin()
            return
        try:
            # The page shows the rows anew while this runs: new rows then have their ids.
            if self._commit_to is not None:
                self._commit_to(rows)
            else:
                self._given = rows
        except Refused as refused:
            self._wait_for_a_hand(self._say.tell(refused.message))
            return
        self.committed.emit(rows)

    def _leave_out(self, count: int) -> None:
        self._left_out = _left_out(count, self._say)

    def _tell(self, sentence: str) -> None:
        super()._tell(sentence)
        self.trouble.setText(" ".join(filter(None, (sentence, self._left_out))))
        self.trouble.setVisible(bool(self.trouble.text()))
        self.drop.setVisible(bool(sentence))

    # -- rows ------------------------------------------------------------------------------
    def insert_row(self) -> None:
        """An empty row above the current one."""
        current = self.view.currentIndex()
        place = current.row() if current.isValid() else self.model.rowCount() - 1
        self.model.insert_line(place)
        self.view.setCurrentIndex(self.model.index(place, 0))
        self.view.setFocus()

    def remove_selected(self) -> None:
        """Take out the rows in which anything is selected."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        if not rows and self.view.currentIndex().isValid():
            rows = [self.view.currentIndex().row()]
        if rows:
            self.model.remove_lines(rows)
            place = min(rows[0], self.model.rowCount() - 1)
            self.view.setCurrentIndex(self.model.index(place, 0))


def _left_out(count: int, tr: Translator) -> str:
    return tr.plural(
        "{count} cell of what was pasted is left out: there is no column for it.",
        "{count} cells of what was pasted are left out: there is no column for them.",
        count,
    )
