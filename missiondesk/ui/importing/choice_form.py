# SPDX-License-Identifier: Apache-2.0
"""The fields that lead from a table to a metric; each choice is taken at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.table import Dimension, Role, StatisticalTable
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.feed_list import fed_metrics
from missiondesk.services.figures import FigureFile
from missiondesk.ui.importing.choice import Choices, SeriesChoice, asked_of
from missiondesk.ui.widgets.facts import Facts
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.fields import NumberField, PeriodField
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.search_field import SearchField


class ChoiceForm(QWidget):
    """Table, metric, dimensions, factor, first period.

    Attributes:
        changed: Something else is chosen.
    """

    changed = Signal()

    def __init__(self, desk: Desk, tr: Translator, choices: Choices) -> None:
        super().__init__()
        self.setObjectName("choiceForm")
        self._desk, self._tr, self._choices = desk, tr, choices
        self._file: FigureFile | None = None
        self._wanted = ""
        self._table: StatisticalTable | None = None
        self._fields: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)

    @property
    def file(self) -> FigureFile | None:
        """The file that is asked about."""
        return self._file

    @property
    def table(self) -> StatisticalTable | None:
        """The table that is chosen, None while there are several and none is."""
        return self._table

    @property
    def choice(self) -> SeriesChoice:
        """What is chosen of it."""
        if self._table is None:
            return SeriesChoice()
        return self._choices.of(self._table, self._desk.situation.all(FigureFeed))

    def show_file(self, file: FigureFile, metric: str = "") -> None:
        """Ask for what is missing to feed ``metric`` ("" for any) from the file."""
        if self._file is not file:
            self._file = file
            self._table = file.tables[0] if len(file.tables) == 1 else None
        if metric and self._table is not None:
            self.choice.metric = metric
        self._wanted = metric
        self._build()

    def focus_empty(self) -> bool:
        """Put the cursor into the first choice that is not made; False when all are."""
        for field in self._fields:
            if isinstance(field, SearchField) and field.value() is None:
                field.focus_editor()
                return True
        return False

    def leave(self, metrics: Collection[str]) -> None:
        """Begin anew where the choice is one of these metrics, which are fed already."""
        if self.choice.metric in metrics:
            self.choice.metric = None
            self.choice.selection.clear()

    # -- building ------------------------------------------------------------------------
    def _build(self) -> None:
        for field in self._fields:
            self._layout.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields = []
        assert self._file is not None
        say = self._tr.say
        if len(self._file.tables) > 1:
            self._add(text_label(say("The table"), "section"))
            chosen_table = None if self._table is None else self._place_of(self._table)
            self._add_field(self._table_field(self._file), chosen_table)
        if self._table is None or self._table.time is None:
            return
        self._add(text_label(say("The series"), "section"))
        for place, dimension in enumerate(asked_of(self._table)):
            chosen = self.choice.selection.get(dimension.id)
            self._add_field(self._dimension_field(place, dimension), chosen)
        given = _given(self._table)
        if given:
            preset = Facts(say("Given by the table"), "presetFacts")
            preset.show_facts(given)
            self._add(preset)
        self._add(text_label(say("The metric"), "section"))
        self._add_field(self._metric_field(), self.choice.metric)
        self._add_field(self._factor_field(), self.choice.factor)
        self._add_field(self._since_field(), self.choice.since)

    def _place_of(self, table: StatisticalTable) -> int | None:
        tables = self._file.tables if self._file is not None else ()
        return next((place for place, one in enumerate(tables) if one is table), None)

    def _add(self, widget: QWidget) -> None:
        self._fields.append(widget)
        self._layout.addWidget(widget)

    def _add_field(self, field: Field, value: object) -> None:
        self._add(field)
        field.writes = False
        field.show_value(value)

    def _table_field(self, file: FigureFile) -> Field:
        return SearchField(
            "seriesTable",
            self._tr.say("Table"),
            self._tr,
            self._take_table,
            options=_tables(file),
            placeholder=self._tr.plural(
                "one of {count} table", "one of {count} tables", len(file.tables)
            ),
            above=True,
        )

    def _dimension_field(self, place: int, dimension: Dimension) -> Field:
        named = _values(dimension)
        return SearchField(
            f"dimension{place}",
            dimension.label,
            self._tr,
            lambda code: self._take_code(dimension.id, code),
            options=named,
            placeholder=self._tr.plural(
                "one of {count} value", "one of {count} values", len(named)
            ),
            above=True,
        )

    def _metric_field(self) -> Field:
        metrics = fed_metrics(self._desk.situation)
        named = [(one.metric.id, one.name(self._tr)) for one in metrics]
        return SearchField(
            "fedMetric",
            self._tr.say("Metric"),
            self._tr,
            self._taking("metric"),
            options=_distinct(named),
            placeholder=self._tr.say("a mission’s metric or indicator"),
            above=True,
        )

    def _factor_field(self) -> Field:
        return NumberField(
            "factor",
            self._tr.say("Factor"),
            self._tr,
            self._take_factor,
            above=True,
            hint=self._tr.say("What a figure of the table is multiplied by: 1 leaves it as it is."),
        )

    def _since_field(self) -> Field:
        return PeriodField(
            "since",
            self._tr.say("From"),
            self._tr,
            self._taking("since"),
            today=self._desk.this_day,
            above=True,
            hint=self._tr.say("Empty reads all periods of the table."),
        )

    # -- taking --------------------------------------------------------------------------
    def _taking(self, name: str) -> Callable[[Any], None]:
        def take(value: Any) -> None:
            setattr(self.choice, name, value)
            self.changed.emit()

        return take

    def _take_factor(self, value: Decimal | None) -> None:
        if not value:
            raise Refused(N_("The factor cannot be zero."), field="factor")
        self._taking("factor")(value)

    def _take_code(self, dimension: str, code: str | None) -> None:
        if code is None:
            self.choice.selection.pop(dimension, None)
        else:
            self.choice.selection[dimension] = code
        self.changed.emit()

    def _take_table(self, place: int | None) -> None:
        assert self._file is not None
        self._table = None if place is None else self._file.tables[place]
        if self._wanted and self._table is not None:
            self.choice.metric = self._wanted
        # Later: the field that was used is one of those to be made anew.
        QTimer.singleShot(0, self, self._rebuilt)

    def _rebuilt(self) -> None:
        self._build()
        self.changed.emit()
        self.focus_empty()


def _given(table: StatisticalTable) -> list[tuple[str, str]]:
    """Dimensions with one value, which need no choice."""
    return [
        (one.label, one.categories[0].label)
        for one in table.dimensions
        if one.role is not Role.TIME and len(one.categories) == 1
    ]


def _tables(file: FigureFile) -> list[tuple[Any, str]]:
    """The tables of a file by their place, with their names."""
    return _distinct(
        [
            (place, " · ".join(filter(None, (one.title, one.table_id))) or str(place + 1))
            for place, one in enumerate(file.tables)
        ]
    )


def _values(dimension: Dimension) -> list[tuple[Any, str]]:
    """The values of a dimension by their codes, with label and code."""
    return _distinct(
        [
            (one.code, one.label if one.label == one.code else f"{one.label} ({one.code})")
            for one in dimension.categories
        ]
    )


def _distinct(options: list[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Names that are told apart: of equal ones the later get a number."""
    seen: dict[str, int] = {}
    made = []
    for value, text in options:
        seen[text] = seen.get(text, 0) + 1
        made.append((value, text if seen[text] == 1 else f"{text} [{seen[text]}]"))
    return made
