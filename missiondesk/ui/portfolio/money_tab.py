# SPDX-License-Identifier: Apache-2.0
"""The portfolio's money by initiative and year, by source, and frames beside what was spent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.budget import exact_decimals
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.portfolio_money import MoneyRow, by_year_sum
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_box
from missiondesk.ui.widgets.looks import row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

_BY_INITIATIVE, _LINES, _BY_SOURCE, _FRAMES = "initiative", "lines", "source", "frames"


class MoneyTab(QWidget):
    """One table at a time; its last row adds up, to the last digit."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._navigate = desk, tr, navigate
        self._heads: tuple[object, ...] = ()
        sides = (
            (_BY_INITIATIVE, tr.say("Frames by initiative")),
            (_LINES, tr.say("Budget lines by initiative")),
            (_BY_SOURCE, tr.say("Budget lines by source")),
            (_FRAMES, tr.say("Frames and spent")),
        )
        self.side = filter_box(
            "moneySide", tr.say("Money by"), self.refresh, most=320, options=sides
        )
        self.note = text_label("", "detail", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(row(self.side, None))
        self._layout.addWidget(self.note)
        self.table = self._made((), False, 1)
        self._layout.addWidget(self.table, 1)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the amounts again; other years make other columns."""
        tr, key = self._tr, self.side.currentData()
        rows = list(self._rows(key))
        amounts = [oere for one in rows for oere in (*one.years.values(), one.permanent or 0)]
        decimals = exact_decimals(amounts)
        years = tuple(sorted({year for one in rows for year in one.years}))
        lasting = any(one.permanent for one in rows)
        if len(rows) > 1 and key != _FRAMES:
            sums = by_year_sum(rows)
            permanent = sum(one.permanent or 0 for one in rows)
            rows.append(MoneyRow(tr.say("In all"), sums, permanent if lasting else None, "total"))
        heads = (years, lasting, decimals)
        if heads != self._heads:
            self._heads = heads
            former, self.table = self.table, self._made(years, lasting, decimals)
            self._layout.replaceWidget(former, self.table)
            former.hide()
            former.deleteLater()
        self.table.show_rows(rows)
        self.note.setText(
            tr.say("Millions of kroner, exact to the last digit. Frames and budget lines are added "
                   "up each by itself, never together.")
        )  # fmt: skip
        self.note.setVisible(bool(rows))

    def _rows(self, key: str) -> Sequence[MoneyRow]:
        portfolio = self._desk.portfolio
        reads = {
            _BY_INITIATIVE: portfolio.frames_each,
            _LINES: portfolio.lines_each,
            _BY_SOURCE: portfolio.sources,
            _FRAMES: portfolio.frames,
        }
        return reads[key](self._tr)

    def headline(self) -> tuple[str, str]:
        """How much money there is, and what exceeds its frame."""
        return self._desk.portfolio.money_headline(self._tr)

    def choose(self, key: str, field: str) -> bool:
        """Open the initiative of a budget line, where it is mended."""
        line = self._desk.budget_lines.get(key)
        if line is None:
            return False
        self.side.setCurrentIndex(self.side.findData(_LINES))
        return self.table.select(line.initiative)

    def paper(self) -> PrintJob | None:
        """The portfolio review holds these tables."""
        return self._desk.printing.prepare("portfolio-review", self._tr.lang)

    # -- the table -----------------------------------------------------------------------
    def _made(self, years: Sequence[int], lasting: bool, decimals: int) -> ReadTable[MoneyRow]:
        tr = self._tr

        def amount(oere: int | None) -> str:
            return "–" if oere is None else tr.millions(oere, decimals)

        columns: list[Column[MoneyRow]] = [
            Column(tr.say("What"), lambda it: it.name, stretch=1, width=240, wrap=True, strong=True)
        ]
        columns += [_year_column(year, amount) for year in years]
        columns.append(
            Column(tr.say("In all"), lambda it: amount(it.whole), right=True,
                   sort=lambda it: it.whole, strong=True)
        )  # fmt: skip
        if lasting:
            columns.append(
                Column(tr.say("Permanent"), lambda it: amount(it.permanent), right=True,
                       sort=lambda it: it.permanent)
            )  # fmt: skip
        made: ReadTable[MoneyRow] = ReadTable(
            columns,
            lambda it: it.key or it.name,
            name="moneyTable",
            title=tr.say("The portfolio's money"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                tr.say("Frames and budget lines of the initiatives stand here, year by year."),
                tr.say("Go to the initiatives"),
                lambda: self._navigate(PageName.INITIATIVES, None),
            ),
        )
        made.opened.connect(self._open)
        return made

    def _open(self, key: str) -> None:
        if self._desk.initiatives.get(key) is not None:
            self._navigate(PageName.INITIATIVES, key)


def _year_column(year: int, amount: Callable[[int | None], str]) -> Column[MoneyRow]:
    return Column(
        str(year),
        lambda it: amount(it.years.get(year)),
        right=True,
        sort=lambda it: it.years.get(year),
    )
