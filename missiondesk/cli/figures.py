# SPDX-License-Identifier: Apache-2.0
"""The verb "figures": look into a file of statistics, see what it would change, import it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from missiondesk.cli.periods import asked_period
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.exchange.statistics.table import StatisticalTable
    from missiondesk.services.desk import Desk
    from missiondesk.services.figures import FigureFile, FigureReport

_MOST_SHOWN: Final = 12


def reports_of(desk: Desk, arguments: Namespace, tr: Translator) -> tuple[FigureReport, ...]:
    """Say what the file holds or would change, and return what can be imported.

    Raises:
        Refused: The file, the mission, the table or the selection cannot be used.
    """
    file = desk.figures.read(arguments.source)
    if arguments.mission is None:
        found = desk.figures.known(file)
        for fault in found.faults:
            print(tr.tell(fault))
        if not found.reports:
            _tell_tables(file, tr)
        reports = found.reports
    else:
        reports = (_wanted(desk, file, arguments),)
    for one in reports:
        _tell(desk, one, tr)
    return reports


def _wanted(desk: Desk, file: FigureFile, arguments: Namespace) -> FigureReport:
    mission = desk.missions.with_code(arguments.mission)
    metric = desk.metrics.of_mission(mission.id) if mission else None
    if metric is None:
        raise Refused(N_("There is no mission {code}."), code=arguments.mission)
    table = _table(file, arguments.table)
    since = asked_period(arguments.since)
    return desk.figures.report(
        file,
        table,
        metric.id,
        _selection(table, arguments.select or ()),
        _factor(arguments.factor),
        since,
    )


def _table(file: FigureFile, wanted: str | None) -> StatisticalTable:
    if wanted is None and len(file.tables) == 1:
        return file.tables[0]
    for table in file.tables:
        if wanted is not None and wanted in (table.table_id, table.title):
            return table
    known = ", ".join(one.table_id or one.title for one in file.tables)
    raise Refused(N_("Name one of the tables with --table: {tables}."), tables=known)


def _selection(table: StatisticalTable, given: Iterable[str]) -> dict[str, str]:
    """DIM=VALUE by id or label, code or label, as the file has them."""
    found: dict[str, str] = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign:
            raise Refused(N_("“{pair}” is not of the form DIMENSION=VALUE."), pair=pair)
        dimension = next((one for one in table.dimensions if name in (one.id, one.label)), None)
        if dimension is None:
            raise Refused(N_("The table has no dimension “{name}”."), name=name)
        category = next(
            (one for one in dimension.categories if value == one.code),
            next((one for one in dimension.categories if value == one.label), None),
        )
        found[dimension.id] = category.code if category else value
    return found


def _factor(text: str | None) -> Decimal:
    if text is None:
        return Decimal(1)
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise Refused(N_("“{text}” is not a number."), text=text)
    return number


# ---------------------------------------------------------------- what is said


def _tell_tables(file: FigureFile, tr: Translator) -> None:
    for table in file.tables:
        head = " · ".join(part for part in (table.table_id, table.title, table.updated) if part)
        print(f"{table.format}: {head}")
        for dimension in table.dimensions:
            shown = [
                one.code if one.code == one.label else f"{one.code} ({one.label})"
                for one in dimension.categories[:_MOST_SHOWN]
            ]
            more = len(dimension.categories) - len(shown)
            rest = tr.say(N_(" and {count} more"), count=more) if more > 0 else ""
            print(f"  {dimension.id}: {', '.join(shown)}{rest}")
        for warning in table.warnings:
            print(f"  {tr.tell(warning)}")
    print(
        tr.say(
            N_(
                "No metric is fed by it yet. Choose with --mission CODE --select DIMENSION=VALUE "
                "for each dimension but the one of time."
            )
        )
    )


def _tell(desk: Desk, report: FigureReport, tr: Translator) -> None:
    metric: OutcomeMetric = report.metric
    unit = metric.unit.in_language(tr.lang)
    print(
        tr.say(
            N_("{table} feeds {metric}, {unit}"),
            table=report.feed.table,
            metric=metric.name.in_language(tr.lang),
            unit=unit or tr.say(N_("no unit")),
        )
    )
    for row in report.planned.rows:
        before = "–" if row.before is None else tr.number(row.before)
        value = "–" if row.value is None else tr.number(row.value)
        details = "; ".join(tr.tell(one) for one in row.details)
        period = row.label if row.period is None else tr.period(row.period)
        line = f"  {period}: {tr.say(row.status.word)}: {before} → {value}"
        print(f"{line} ({details}; {tr.tell(row.place)})" if details else line)
