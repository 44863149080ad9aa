# SPDX-License-Identifier: Apache-2.0
"""The figures of a report as rows of a table: period, what happens, before, after, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language import Translator
from missiondesk.services.figure_plan import FigureRow
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.table import Column, ReadTable

_CHANGE = 4  # place of the column


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One figure with what its cells need.

    Attributes:
        key: Its place in the report.
        digits: Decimals of the report's longest figure, so that all stand in line.
    """

    key: str
    row: FigureRow
    digits: int


def shown_figures(rows: Sequence[FigureRow], *, changes_only: bool) -> list[ShownFigure]:
    """The rows to show; with ``changes_only`` what is written and what hinders."""
    values = [value for row in rows for value in (row.before, row.value) if value is not None]
    digits = max((_digits(value) for value in values), default=0)
    return [
        ShownFigure(str(place), row, digits)
        for place, row in enumerate(rows)
        if not changes_only or row.status.writes or row.status.hinders
    ]


def _digits(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def remarked(rows: Iterable[FigureRow]) -> int:
    """How many figures that would be written have a remark that ought to be read first."""
    return sum(bool(row.status.writes and row.details) for row in rows)


def figure_table(name: str, title: str, nothing: str, tr: Translator) -> ReadTable[ShownFigure]:
    """An empty table of figures, as high as its rows."""
    return ReadTable(
        _columns(tr),
        key=lambda it: it.key,
        name=name,
        title=title,
        sort_text=tr.sort_key,
        empty=EmptyState(nothing),
        growing=True,
    )


def show_figures(
    table: ReadTable[ShownFigure], rows: Sequence[FigureRow], *, changes_only: bool
) -> None:
    """Show the rows; the column of changes only while there is one."""
    table.show_column(_CHANGE, any(_difference(row) is not None for row in rows))
    table.show_rows(shown_figures(rows, changes_only=changes_only))


def _columns(tr: Translator) -> list[Column[ShownFigure]]:
    say = tr.say
    return [
        Column(
            say("Period"),
            lambda it: it.row.label if it.row.period is None else tr.period(it.row.period),
            sort=lambda it: it.row.period.first if it.row.period else None,
        ),
        Column(
            say("What happens"),
            lambda it: mark(it.row.status, tr).text,
            strong=True,
            colour=lambda it: mark(it.row.status, tr).colour,
        ),
        Column(
            say("Before"),
            lambda it: _number(it.row.before, it.digits, tr),
            right=True,
            colour=lambda _it: "quiet",
            sort=lambda it: it.row.before,
        ),
        Column(
            say("In the file"),
            lambda it: _number(it.row.value, it.digits, tr),
            right=True,
            sort=lambda it: it.row.value,
        ),
        Column(
            say("Change"),
            lambda it: _change(it, tr),
            right=True,
            sort=lambda it: _difference(it.row),
        ),
        Column(
            say("Remarks"),
            lambda it: _remarks(it.row, tr),
            stretch=2,
            width=110,
            wrap=True,
            lines=5,
        ),
        Column(
            say("Where"),
            lambda it: tr.tell(it.row.place),
            stretch=1,
            width=185,
            wrap=True,
            colour=lambda _it: "quiet",
            sort=lambda it: int(it.key),
        ),
    ]


def _number(value: Decimal | None, digits: int, tr: Translator) -> str:
    return "–" if value is None else tr.number(value, digits)


def _difference(row: FigureRow) -> Decimal | None:
    if row.before is None or row.value is None or row.before == row.value:
        return None
    return row.value - row.before


def _change(it: ShownFigure, tr: Translator) -> str:
    change = _difference(it.row)
    return "" if change is None else tr.signed(change, it.digits)


def _remarks(row: FigureRow, tr: Translator) -> str:
    settled = [] if row.settled is None else [mark(row.settled, tr).word.lower()]
    return _sentence([*settled, *(tr.tell(one) for one in row.details)])


def _sentence(parts: Iterable[str]) -> str:
    said = "; ".join(part.rstrip(".") for part in parts)
    return said[:1].upper() + said[1:]
