# SPDX-License-Identifier: Apache-2.0
"""Money of an initiative by year as a small sheet: its frame, what was spent, what it freed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.initiative import Money
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.millions import in_hundredths, in_millions
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.sheet import Sheet, SheetColumn, SheetRow
from missiondesk.ui.widgets.sheet_columns import number_column

_YEARS = range(1900, 2200)


class FrameSheet(QWidget):
    """Years with amounts.

    Args:
        commit: Gets all amounts; may raise `Refused`.
        name: The field of the initiative.
        title: What stands above it; the budget frame unless given.
        writes: ``commit`` writes a record, so what it refuses is said to be missing there.
    """

    def __init__(
        self,
        tr: Translator,
        commit: Callable[[tuple[Money, ...]], object],
        name: str = "frame",
        title: str = "",
        writes: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tr = tr
        self._commit_to = commit
        say = tr.say
        spoken = say("{title} by year", title=title) if title else say("Budget frame by year")
        millions = say("DKK million")
        columns = (
            SheetColumn("year", say("Year"), _year, str, required=True, width=90),
            number_column(
                "amount", millions, tr, lambda: millions, required=True, width=120, stretch=1
            ),
        )
        self.sheet = Sheet(
            columns, tr, name=f"{name}Sheet", title=spoken, commit=self._commit, field=name
        )
        self.sheet.writes = writes
        self.total = text_label("", "detail")
        self.total.setObjectName(f"{name}Total")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(text_label(title or say("Budget frame"), "label"))
        layout.addWidget(self.sheet)
        layout.addWidget(self.total)

    def show_frame(self, frame: tuple[Money, ...], owner: str = "") -> None:
        """Show the frame of a record; edits that could not be taken wait for theirs.

        Args:
            owner: Id of the record.
        """
        self.sheet.turn_to(owner)
        self.sheet.show_rows(_rows(frame))
        self.sheet.view.stand_open(min(max(len(frame) + 1, 3), 7))
        total = sum(one.oere for one in frame)
        said = self._tr.say("{amount} in all", amount=self._tr.money(total)) if frame else ""
        self.total.setText(said)
        self.total.setVisible(bool(said))

    def _commit(self, rows: tuple[SheetRow, ...]) -> None:
        found = [
            Money(row.values["year"], in_hundredths(row.values["amount"], "frame")) for row in rows
        ]
        self._commit_to(tuple(sorted(found, key=lambda one: one.year)))


def _rows(frame: tuple[Money, ...]) -> list[SheetRow]:
    """A row is known by its year: what waits for it finds it also when others came before it."""
    years: Counter[int] = Counter()
    rows = []
    for one in frame:
        years[one.year] += 1
        values = {"year": one.year, "amount": in_millions(one.oere)}
        rows.append(SheetRow(f"{one.year}.{years[one.year]}", values))
    return rows


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) not in _YEARS:
        raise Refused(N_("“{text}” is not a year."), field="frame", text=text)
    return int(text)
