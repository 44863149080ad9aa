# SPDX-License-Identifier: Apache-2.0
"""The RACI matrix of a mission, edited by single keys, with its findings beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.finding import Finding
from missiondesk.domain.raci import Cell, Party, item_field
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import raci_words as words
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.raci import CellEdit, Matrix, Row
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.governance.mission_day import MissionDay
from missiondesk.ui.governance.raci_aside import RaciAside
from missiondesk.ui.governance.tab import GovernanceTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.navigation import place_to_mend
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.told_findings import sentence_of
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text
from missiondesk.ui.widgets.finding_list import ListedFinding
from missiondesk.ui.widgets.letter_grid import Edit, GridCell, GridHead, LetterGrid
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide

# A and R may stand together in a cell; C and I stand alone.
BESIDE = {"R": "A", "A": "R", "C": "", "I": ""}


class RaciTab(GovernanceTab):
    """Items down, parties across."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        say = tr.say
        self._matrix: Matrix | None = None
        self._more: list[Party] = []
        self.choice = MissionDay(desk, tr, "raci", self._show)
        self.wanted = filter_text(
            "raciFind", say("Find an item"), say("Find an item"), self._show, least=110, most=200
        )
        self.add = filter_box(
            "raciAdd", say("Add a column"), self._add_party, most=160, keeps=False
        )
        self.grid = LetterGrid("raciGrid", say("Who is responsible"), BESIDE)
        self.grid.edited.connect(self._edited)
        self.grid.looked_at.connect(self._say_cell)
        self.cell = text_label("", "lead", wrap=True)
        self.cell.setObjectName("raciCell")
        self.trouble = text_label("", "refusal", wrap=True)
        self.trouble.setObjectName("raciTrouble")
        self.trouble.hide()
        self.aside = RaciAside(tr)
        self.files = FileOutput(desk, hub, tr)
        export = push_button(say("Export table"), "raciExport", self.export_table, "plain")
        self.empty = EmptyState(
            say("Here stands who is responsible for what, once there is a mission."),
            say("Go to the missions"),
            lambda: navigate(PageName.MISSIONS, None),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        for part in (self.wanted, self.add, export):
            self.choice.add(part)
        legend = text_label(words.legend(tr), "detail", wrap=True)
        for line in (self.choice, self.files, legend, self.empty):
            layout.addWidget(line)
        # In a low window the parts keep their heights, and all of them scroll.
        self.body = ScrollPage(margins=(0, 0, 0, 0))
        beside = SideBySide(self._main(), self.aside, least=620, width=282, top=False)
        self.body.body.addWidget(beside, 1)
        layout.addWidget(self.body, 1)

    def _main(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.cell)
        layout.addWidget(self.trouble)
        layout.addWidget(
            text_label(
                self._tr.say(
                    "Type R, A, C or I in a cell; the same letter again or Del takes it away. "
                    "Letters in brackets follow from the mission, commitment, initiative or gate "
                    "itself. What you change holds from the day above."
                ),
                "detail",
                wrap=True,
            )
        )
        return made

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read everything again; mission, day and place stay."""
        for _part in self.read_in_parts():
            pass

    def read_in_parts(self) -> Iterator[None]:
        """As `refresh`, with a pause for the events of the screen."""
        self.choice.offer()
        self._matrix = self._read()
        yield
        self._show_matrix()

    def headline(self) -> tuple[str, str]:
        """Whether each item has one who is accountable."""
        if self._matrix is None:
            return self._tr.say("There is no mission yet"), ""
        return words.matrix_finding(self._matrix, self._tr), words.matrix_counts(
            self._matrix, self._tr
        )

    def _show(self) -> None:
        self._matrix = self._read()
        self._show_matrix()

    def _read(self) -> Matrix | None:
        find, choice = self.wanted.text().strip(), self.choice
        return self._desk.raci.matrix(choice.chosen, choice.on, self._more, find)

    def _show_matrix(self) -> None:
        tr, matrix = self._tr, self._matrix
        self.empty.setVisible(matrix is None)
        for widget in (self.choice, self.body):
            widget.setVisible(matrix is not None)
        if matrix is None:
            return
        heads = [_head(row, self._desk.situation, tr) for row in matrix.rows]
        columns = [
            GridHead(words.party_head(one, tr), words.party_name(one, tr)) for one in matrix.columns
        ]
        cells = [[_cell(one, tr) for one in row.cells] for row in matrix.rows]
        self.grid.show_cells(heads, columns, cells)
        self._offer_parties(matrix)
        self._show_findings(matrix)
        current = self.grid.currentIndex()
        if current.isValid():
            self._say_cell(current.row(), current.column())
        self.said.emit()

    def _offer_parties(self, matrix: Matrix) -> None:
        tr = self._tr
        self.add.blockSignals(True)
        self.add.clear()
        self.add.addItem(tr.say("Add a column"), None)
        others = sorted(
            self._desk.raci.other_parties(matrix), key=lambda it: tr.sort_key(it.title(tr))
        )
        for one in others:
            self.add.addItem(one.title(tr), one.party)
        self.add.blockSignals(False)

    def _add_party(self) -> None:
        party = self.add.currentData()
        if party is not None:
            self._more.append(Party(*party))
            self._show()

    def _show_findings(self, matrix: Matrix) -> None:
        tr = self._tr
        shown = [
            ListedFinding(
                one.severity.value, one.rule, one.label, sentence_of(one, tr), tr.tell(one.mend),
                self._way_to(one),
            )
            for one in matrix.findings
        ]  # fmt: skip
        self.aside.show_findings(shown)
        letters = self._desk.raci.log(matrix)
        self.aside.show_letters(words.log_lines(self._desk.situation, letters, tr))

    def _way_to(self, finding: Finding) -> Callable[[], object]:
        if finding.field == "responsibilities":
            return lambda: self.show_record(finding.key)
        return lambda: self._navigate(*place_to_mend(finding))

    def _say_cell(self, row: int, column: int) -> None:
        if self._matrix is not None:
            now = self._desk.situation
            self.cell.setText(words.cell_line(now, self._matrix, row, column, self._tr))

    def export_table(self) -> None:
        """Write the matrix as it is shown to an Excel workbook."""
        matrix, say = self._matrix, self._tr.say
        if matrix is not None:
            self.files.save(
                lambda: words.matrix_file(
                    self._desk.register_files, self._desk.situation, matrix, self._tr.lang
                ),
                say("Export table"),
                (say("Excel workbooks"), "*.xlsx"),
            )

    # -- editing -------------------------------------------------------------------------
    def _edited(self, edits: list[Edit]) -> None:
        matrix = self._matrix
        if matrix is None:
            return
        wanted = [_edit_of(matrix, *one) for one in edits]
        try:
            self._desk.raci.set_letters(wanted, self.choice.on)
        except Refused as refused:
            self.trouble.setText(self._tr.tell(refused.message))
            self.trouble.show()
            return
        self.trouble.hide()

    def show_record(self, key: str, field: str = "") -> None:
        """Choose the item, or the item of the letter with this id, in its mission's matrix."""
        mission, item = self._desk.raci.place_of(key)
        self.choice.choose(mission)
        rows = [row.id for row in self._matrix.rows] if self._matrix else []
        if item in rows:
            index = self.grid.letters.index(rows.index(item), 0)
            self.grid.setCurrentIndex(index)
            self.grid.setFocus()

    def document(self) -> Callable[[], PrintJob] | None:
        """The governance and RACI sheet of the mission."""
        chosen = self.choice.chosen
        if not chosen:
            return None
        return lambda: self._desk.printing.prepare(
            "governance", self._tr.lang, subject=self.choice.chosen
        )


def _head(row: Row, now: Situation, tr: Translator) -> GridHead:
    name = words.item_name(now, row.item, tr)
    return GridHead(f"{_mark(row.findings)} {name}".strip(), name)


def _cell(cell: Cell | None, tr: Translator) -> GridCell:
    spoken = words.letters_in_words(cell, tr)
    if cell is None:
        return GridCell("", spoken)
    return GridCell(cell.text, spoken, cell.derived == frozenset(cell.parts))


def _edit_of(matrix: Matrix, row: int, column: int, text: str) -> CellEdit:
    item = matrix.rows[row]
    return CellEdit(item_field(item.item), item.id, matrix.columns[column].party, text)


def _mark(findings: tuple[Finding, ...]) -> str:
    worst = min(findings, key=lambda it: it.severity.rank, default=None)
    return worst.severity.symbol if worst is not None else ""
