# SPDX-License-Identifier: Apache-2.0
"""Lets columns of a read table give way: what they say then goes into another cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QTableView

from missiondesk.ui import theme
from missiondesk.ui.widgets.table_fit import fit_columns, fit_rows, least_widths, shown_columns
from missiondesk.ui.widgets.table_model import Column, TableModel

_LINES = 8  # at most of what is told of the columns that gave way
_NOTHING = ("", "–")


class Folding:
    """Hides as many of the columns that may fold as there is no room for.

    What they say stands, each with its head, below the text of the first column that stretches,
    where the eye and a screen reader find it; sorted is by the columns that are seen.

    Attributes:
        columns: All columns as they were given.
    """

    def __init__(self, view: QTableView, model: TableModel[Any]) -> None:
        self._view, self._model = view, model
        self._fitted: tuple[object, ...] = ()
        self.columns = model.columns
        order = sorted(range(len(self.columns)), key=lambda it: (self.columns[it].folds, -it))
        # Never the first: it has the mark of the keyboard.
        folding = [place for place in order if place and self.columns[place].folds]
        homes = [place for place in order if self.columns[place].stretch and place not in folding]
        self._home, self._places = min(homes, default=0), folding if homes else []

    def fit(self) -> None:
        """Fold what has no room, then give columns and rows what they need, if anything changed."""
        if self._measures() == self._fitted:
            return  # a growing table is resized by its own measures too
        least: dict[int, int] = {}
        for count in range(len(self._places) + 1):
            self._fold(self._places[:count])
            least = least_widths(self._view, self._model)
            if sum(least.values()) <= self._view.viewport().width():
                break
        fit_columns(self._view, self._model, least)
        fit_rows(self._view, self._model)
        self._fitted = self._measures()

    def _measures(self) -> tuple[object, ...]:
        """What the widths follow."""
        view, rows = self._view, self._model.rows
        return view.viewport().width(), theme.points(1), shown_columns(view), rows

    def _fold(self, folded: Sequence[int]) -> None:
        for place in self._places:
            self._view.setColumnHidden(place, place in folded)
        columns = list(self.columns)
        if folded:
            home = columns[self._home]
            told = [columns[place] for place in sorted(folded) if columns[place].paint is None]
            columns[self._home] = replace(home, detail=_with(home, told), detail_lines=_LINES)
        self._model.columns = tuple(columns)


def _with(home: Column[Any], folded: Sequence[Column[Any]]) -> Callable[[Any], str]:
    def detail(row: Any) -> str:
        own = home.detail(row) if home.detail is not None else ""
        return " · ".join(part for part in (own, *(_told(one, row) for one in folded)) if part)

    return detail


def _told(column: Column[Any], row: Any) -> str:
    parts = column.text(row), column.detail(row) if column.detail is not None else ""
    text = ", ".join(part for part in parts if part not in _NOTHING)
    return f"{column.title}: {text}" if text and column.title else text
