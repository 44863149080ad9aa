# SPDX-License-Identifier: Apache-2.0
"""The letters of a mission, to go on to the page where they are edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import Letter
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.labels import mark
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.table import Column, ReadTable


class LettersTab(QWidget):
    """One row a letter.

    Args:
        draft: Writes a letter for the mission and goes there.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        draft: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._navigate = navigate
        self.table = self._make_table(draft)
        self.open_button = push_button(
            tr.say("Open letter"), "openLetter", self._open_chosen, "plain", "arrow-right"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(row(self.open_button, None))
        layout.addWidget(self.table, 1)

    def _make_table(self, draft: Callable[[], object]) -> ReadTable[Letter]:
        tr = self._tr
        columns: list[Column[Letter]] = [
            Column(tr.say("No."), lambda it: it.number or "–"),
            Column(
                tr.say("Letter"),
                lambda it: tr.say(it.kind.word),
                detail=lambda it: tr.say("version {version}", version=it.version),
                strong=True,
                width=170,
                folds=3,
            ),
            Column(tr.say("Addressee"), self._addressee, stretch=1, width=150),
            Column(
                tr.say("Language"),
                lambda it: tr.say("Danish") if it.language == "da" else tr.say("English"),
                folds=1,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.state, tr).text,
                colour=lambda it: mark(it.state, tr).colour,
                folds=4,
            ),
            Column(
                tr.say("Follow-up"),
                lambda it: tr.period(it.follow_up) if it.follow_up else "–",
                folds=2,
            ),
        ]
        empty = EmptyState(
            tr.say("A letter asks the accountable minister to answer for the mission."),
            tr.say("Write mission letter"),
            draft,
        )
        table = ReadTable(
            columns,
            lambda it: it.id,
            name="missionLetters",
            title=tr.say("Letters of the mission"),
            sort_text=tr.sort_key,
            empty=empty,
        )
        table.opened.connect(lambda key: self._navigate(PageName.LETTERS, key))
        return table

    def _addressee(self, it: Letter) -> str:
        office = self._desk.organisation.office(it.addressee_office or "")
        return office.title.in_language(self._tr.lang) if office else "–"

    def show_detail(self, detail: MissionDetail) -> None:
        """Show the letters of a mission."""
        self.table.show_rows(detail.letters)
        self.open_button.setEnabled(bool(detail.letters))

    def focus_field(self, _name: str) -> bool:
        """Nothing is edited here."""
        return False

    def _open_chosen(self) -> None:
        rows = self.table.rows()
        key = self.table.selected() or (rows[0].id if rows else "")
        if key:
            self._navigate(PageName.LETTERS, key)
