# SPDX-License-Identifier: Apache-2.0
"""The base of edit tables: cells that were refused wait for their record, and are in no file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from missiondesk.ui.widgets.area_around import laid_out_around
from missiondesk.ui.widgets.sheet_texts import lines_of, texts_of, typed_in
from missiondesk.ui.widgets.untaken import Untaken, note_holder

if TYPE_CHECKING:
    from missiondesk.ui.widgets.sheet_model import SheetModel, SheetRow
    from missiondesk.ui.widgets.sheet_view import SheetView


class CellKeeper(QWidget):
    """Rows of one record at a time; what was typed for others is kept until they come again.

    Attributes:
        name: The field of the record, by which a page leads here.
        writes: What is not taken is missing in a record, as with a `Field`.
    """

    name: str
    writes: bool
    model: SheetModel
    view: SheetView

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[SheetRow, ...] = ()
        self._pending = False
        self._owner = self._told = ""
        self._aside: dict[str, Untaken] = {}
        self._returning: Untaken | None = None

    def turn_to(self, owner: str) -> None:
        """From now on the rows are those of another record; edits that could not be taken yet are
        kept, and stand there again when it turns back.
        """
        if owner == self._owner:
            return
        self.settle()
        if owner == self._owner:
            return  # what was taken let the page be shown, and this with it
        if self._pending:
            self._aside[self._owner] = self._held()
        self._owner, self._pending = owner, False
        self._tell("")
        # They stand there once the rows of this record are shown: typed over these.
        self._returning = self._aside.pop(owner, None)

    def settle(self) -> None:
        """Take what is being typed for the record that is shown."""
        raise NotImplementedError

    @property
    def record(self) -> str:
        """Id of the record whose rows are shown."""
        return self._owner

    def is_being_typed(self) -> bool:
        """Whether a cell is open in which something else stands than in the record."""
        editor = QApplication.focusWidget()
        if not isinstance(editor, QLineEdit) or not self.view.viewport().isAncestorOf(editor):
            return False
        here = self.view.currentIndex()
        return here.isValid() and editor.text() != self.model.text(here.row(), here.column())

    def untaken(self) -> Sequence[Untaken]:
        """Cells that were refused, for the record that is shown and for those that were before."""
        held = [*self._aside.values(), *([self._held()] if self._pending else [])]
        return tuple(held) if self.writes else ()

    def forget(self, untaken: Untaken) -> None:
        """Let go of what waits for a record that is no more."""
        self._aside.pop(untaken.record, None)

    def type_again(self, untaken: Untaken) -> None:
        """Put back the rows with the cells that were refused."""
        self._returning = None
        self.model.show_lines(lines_of(untaken.texts, self._given, self.model))
        self._wait_for_a_hand(untaken.why)

    def focus_editor(self) -> None:
        """Put the focus on the first cell that was refused, and bring it into view."""
        faults = self.model.faults()
        if faults:
            self.view.setCurrentIndex(self.model.index(faults[0][0], faults[0][1]))
        self.view.setFocus()
        self._bring_into_view()
        # What has just come into a form is laid out later, and moves the table.
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        self.view.scrollTo(self.view.currentIndex())
        found = laid_out_around(self)
        if found is None:
            return
        area, inside = found
        area.ensureWidgetVisible(self, 20, 20)
        cell = self.view.visualRect(self.view.currentIndex()).center()
        place = self.view.viewport().mapTo(inside, cell)
        area.ensureVisible(place.x(), place.y(), 60, 60)

    def _held(self) -> Untaken:
        texts = texts_of(self.model.lines(), self._given, self.model)
        label = self.view.accessibleName()
        return Untaken(self._owner, self.name, label, texts, self._told, typed_in(texts))

    def _wait_for_a_hand(self, sentence: str) -> None:
        self._pending = True
        self._tell(sentence)
        note_holder(self)

    def _tell(self, sentence: str) -> None:
        """Show what is wrong; a subclass says where."""
        self._told = sentence
