# SPDX-License-Identifier: Apache-2.0
"""What the page of import says of counts, editions, series and units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from missiondesk.domain.period import Period
from missiondesk.exchange.statistics.table import Role, StatisticalTable
from missiondesk.language import Translator
from missiondesk.services.figure_plan import FigureRow
from missiondesk.services.figures import FigureReport, chosen, edition_day
from missiondesk.services.import_report import ImportReport, ImportRow
from missiondesk.services.list_states import FigureStatus, RowStatus

# Ways in which files and people write per cent.
_PER_CENT = frozenset(
    ("%", "pct", "pct.", "procent", "percent", "per cent", "percentage", "andel i pct.")
)


def counted_figures(rows: Iterable[FigureRow], tr: Translator) -> str:
    """How many figures are new, revised and so on: "1 new, 1 revised, 4 unchanged"."""
    say: dict[FigureStatus, Callable[[int], str]] = {
        FigureStatus.NEW: lambda n: tr.plural("{count} new", "{count} new", n),
        FigureStatus.REVISED: lambda n: tr.plural("{count} revised", "{count} revised", n),
        FigureStatus.RIPENED: lambda n: tr.plural(
            "{count} with another status only", "{count} with another status only", n
        ),
        FigureStatus.UNCHANGED: lambda n: tr.plural("{count} unchanged", "{count} unchanged", n),
        FigureStatus.NO_FIGURE: lambda n: tr.plural(
            "{count} without a figure", "{count} without a figure", n
        ),
        FigureStatus.UNREADABLE: lambda n: tr.plural("{count} unreadable", "{count} unreadable", n),
        FigureStatus.OUT_OF_RANGE: lambda n: tr.plural(
            "{count} out of range", "{count} out of range", n
        ),
    }
    statuses = [row.status for row in rows]
    return _listed((told, statuses.count(status)) for status, told in say.items())


def counted_rows(rows: Iterable[ImportRow], tr: Translator) -> str:
    """How many rows are new, changed and so on."""
    say: dict[RowStatus, Callable[[int], str]] = {
        RowStatus.NEW: lambda n: tr.plural("{count} new", "{count} new", n),
        RowStatus.CHANGED: lambda n: tr.plural("{count} changed", "{count} changed", n),
        RowStatus.UNCHANGED: lambda n: tr.plural("{count} unchanged", "{count} unchanged", n),
        RowStatus.UNREADABLE: lambda n: tr.plural("{count} unreadable", "{count} unreadable", n),
    }
    statuses = [row.status for row in rows]
    return _listed((told, statuses.count(status)) for status, told in say.items())


def _listed(counts: Iterable[tuple[Callable[[int], str], int]]) -> str:
    return ", ".join(told(count) for told, count in counts if count)


def imported_figures(reports: Sequence[FigureReport], written: int, tr: Translator) -> str:
    """What was done, once it is: "2 figures were imported: …"."""
    names = tr.list([one.metric.name.in_language(tr.lang) for one in reports])
    if not written:
        return tr.say("The edition is noted: {metrics}", metrics=names)
    return tr.plural(
        "{count} figure was imported: {metrics}",
        "{count} figures were imported: {metrics}",
        written,
        metrics=names,
    )


def imported_rows(report: ImportReport, tr: Translator) -> str:
    """The same of a table of records: "missions.csv was imported: 3 new"."""
    counted = counted_rows(report.rows, tr)
    return tr.say("{file} was imported: {counted}", file=report.source, counted=counted)


def edition(updated: str, tr: Translator) -> str:
    """The day of an edition where the file is sure of it, else what stands there."""
    day = edition_day(updated)
    return updated if day is None else tr.period(day)


def short_edition(updated: str, tr: Translator) -> str:
    """The same for a narrow column."""
    day = edition_day(updated)
    return updated if day is None else tr.short_date(day.first)


def short_day(period: Period | None, tr: Translator) -> str:
    """A day for a narrow column, "–" for none."""
    return "–" if period is None else tr.short_date(period.first)


def series_name(report: FigureReport) -> str:
    """What was chosen in each dimension that has a choice, in the file's own words."""
    picked = chosen(report.feed)
    return " · ".join(
        category.label
        for dimension in report.table.dimensions
        if dimension.role is not Role.TIME and len(dimension.categories) > 1
        for category in dimension.categories
        if category.code == picked.get(dimension.id)
    )


def table_facts(table: StatisticalTable, updated: str, tr: Translator) -> str:
    """Id, source and edition of a table: "NEET1 · Danmarks Statistik · updated 1 June 2026"."""
    told = tr.say("updated {edition}", edition=edition(updated, tr)) if updated else ""
    return " · ".join(part for part in (table.table_id, table.source, told) if part)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are written alike, per cent in any of its ways."""
    return _plain_unit(one) == _plain_unit(other)


def _plain_unit(unit: str) -> str:
    plain = " ".join(unit.casefold().split())
    return "%" if plain in _PER_CENT else plain.rstrip(".")
