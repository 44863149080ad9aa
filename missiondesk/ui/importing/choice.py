# SPDX-License-Identifier: Apache-2.0
"""What a person has chosen of a file: table, metric, a value for each dimension, factor, start."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.table import Dimension, Role, StatisticalTable
from missiondesk.services.figures import chosen, table_key


@dataclass(slots=True)
class SeriesChoice:
    """The choice as far as it is made; kept when one goes back and picks the file again."""

    metric: str | None = None
    selection: dict[str, str] = field(default_factory=dict)
    factor: Decimal | None = Decimal(1)
    since: Period | None = None

    def open_dimensions(self, table: StatisticalTable) -> tuple[Dimension, ...]:
        """Dimensions of which a value is still to be chosen."""
        return tuple(one for one in asked_of(table) if one.id not in self.selection)


class Choices:
    """The choices of this window, by table."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], SeriesChoice] = {}

    def of(self, table: StatisticalTable, feeds: tuple[FigureFeed, ...]) -> SeriesChoice:
        """The choice for a table: as it was left, else as the last import of it was."""
        key = (table.format, table_key(table))
        if key not in self._kept:
            self._kept[key] = _begun(table, feeds)
        return self._kept[key]


def asked_of(table: StatisticalTable) -> tuple[Dimension, ...]:
    """Dimensions of which one value has to be chosen."""
    return tuple(
        one for one in table.dimensions if one.role is not Role.TIME and len(one.categories) > 1
    )


def _begun(table: StatisticalTable, feeds: tuple[FigureFeed, ...]) -> SeriesChoice:
    known = [one for one in feeds if one.table == table_key(table) and one.format == table.format]
    if not known:
        return SeriesChoice()
    last = known[-1]
    try:
        remembered = chosen(last)
    except Refused:
        remembered = {}
    there = {one.id: {each.code for each in one.categories} for one in asked_of(table)}
    selection = {name: code for name, code in remembered.items() if code in there.get(name, ())}
    return SeriesChoice(last.metric, selection, last.factor, last.since)
