# SPDX-License-Identifier: Apache-2.0
"""Figures from published tables: read, shown as a difference, written in one Step, remembered."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.exchange.statistics.table import StatisticalTable
from missiondesk.services.figure_plan import PlannedFigures, plan_figures
from missiondesk.services.naming import name_of
from missiondesk.services.receiving import Kind, received

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_DIGITS = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


@dataclass(frozen=True, slots=True)
class FigureFile:
    """A file of statistics as read; ``tables`` may be many."""

    name: str
    tables: tuple[StatisticalTable, ...]


@dataclass(frozen=True, slots=True)
class FigureReport:
    """What importing one series into one metric would do.

    Attributes:
        metric: The metric that is fed.
        feed: The way of the figures, as it is remembered once they are imported.
        known: Whether an edition of this table was imported before.
        planned: What happens, figure by figure.
    """

    table: StatisticalTable
    metric: OutcomeMetric
    feed: FigureFeed
    known: bool
    planned: PlannedFigures

    @property
    def writes(self) -> bool:
        """Whether applying it changes an observation."""
        return bool(self.planned.observations)


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """What a new edition brings to the metrics that earlier ones fed.

    Attributes:
        faults: Why a remembered selection does not fit this edition, a sentence each.
    """

    reports: tuple[FigureReport, ...]
    faults: tuple[Message, ...]


class Figures:
    """The verbs of the import of figures."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------
    @staticmethod
    def read(source: Path) -> FigureFile:
        """Read a file of statistics; may run on any thread.

        Raises:
            Refused: It cannot be opened or read; the sentence says where.
        """
        from missiondesk.exchange.statistics.reading import LARGEST_FILE, read_statistics

        data = received(source, LARGEST_FILE, Kind.FIGURES)
        return FigureFile(source.name, read_statistics(data, source.name))

    def feeds(self, metric: str) -> tuple[FigureFeed, ...]:
        """Tables that feed a metric."""
        return self._session.situation.feeds_of(metric)

    def known(self, file: FigureFile) -> KnownFigures:
        """Reports for every metric that an earlier edition of a table of the file feeds."""
        reports: list[FigureReport] = []
        faults: list[Message] = []
        feeds = self._session.store.all(FigureFeed)
        for table in file.tables:
            for feed in feeds:
                if feed.table != table_key(table) or feed.format != table.format:
                    continue
                try:
                    reports.append(self._report(file.name, table, feed))
                except Refused as refused:
                    faults.append(refused.message)
        return KnownFigures(tuple(reports), tuple(faults))

    def report(
        self,
        file: FigureFile,
        table: StatisticalTable,
        metric: str,
        selection: Mapping[str, str],
        factor: Decimal = Decimal(1),
        since: Period | None = None,
    ) -> FigureReport:
        """What importing the selected series into the metric would do; nothing is written.

        Args:
            selection: Category code by dimension id, for each dimension but the one of time.
            factor: What a value of the table is multiplied by to be in the metric's unit.
            since: First period that is read.

        Raises:
            Refused: The selection is not complete, or the factor is zero.
        """
        if not factor:
            raise Refused(N_("The factor cannot be zero."), field="factor")
        self._session.the(OutcomeMetric, metric)
        former = next((one for one in self.feeds(metric) if one.table == table_key(table)), None)
        feed = FigureFeed(
            former.id if former else identity.new_id(),
            metric=metric,
            format=table.format,
            table=table_key(table),
            title=table.title,
            selection=json.dumps(dict(sorted(selection.items())), ensure_ascii=False),
            factor=factor,
            since=since,
        )
        same = former is not None and former.selection == feed.selection
        return self._report(file.name, table, feed, known=same)

    def _report(
        self,
        file_name: str,
        table: StatisticalTable,
        feed: FigureFeed,
        known: bool = True,
    ) -> FigureReport:
        if table.time is None:
            raise Refused(
                N_("The table “{title}” has no dimension of time that can be read."),
                title=table.title,
            )
        selection = chosen(feed)
        edition = table.updated_of(selection)
        feed = replace(
            feed,
            title=table.title,
            file_name=file_name,
            edition=edition,
            read=day(identity.today()),
        )
        metric = self._session.the(OutcomeMetric, feed.metric)
        planned = plan_figures(
            metric,
            self._session.situation.observations_of(metric.id),
            table.series(selection),
            feed,
            edition_day(edition) if known else None,
        )
        return FigureReport(table, metric, feed, known, planned)

    # -- writing -----------------------------------------------------------------------
    def apply(self, reports: Sequence[FigureReport]) -> tuple[Observation, ...]:
        """Write all reports in one Step, compared anew with the workspace as it is.

        Returns:
            The observations that were written.

        Raises:
            Refused: A figure is unreadable or out of range; then nothing at all is written.
        """
        fresh = [
            self._report(one.feed.file_name, one.table, one.feed, one.known) for one in reports
        ]
        for one in fresh:
            _require_sound(one)
        written = tuple(seen for one in fresh for seen in one.planned.observations)
        about = ", ".join(dict.fromkeys(self._called(one.metric) for one in fresh))
        subject = fresh[0].metric.id if fresh else ""
        with self._session.write(Verb.IMPORT_FIGURES, subject, about) as unit:
            for seen in written:
                unit.save(seen)
            for one in fresh:
                unit.save(one.feed)
        return written

    def forget(self, feed: str) -> None:
        """Forget where a metric's figures come from; the figures stay.

        Raises:
            Refused: It is not there (any more).
        """
        found = self._session.the(FigureFeed, feed)
        metric = self._session.the(OutcomeMetric, found.metric)
        with self._session.write(Verb.REVISE_METRIC, metric.id, self._called(metric)) as unit:
            unit.remove(FigureFeed, feed)

    def _called(self, metric: OutcomeMetric) -> str:
        mission = self._session.store.get(Mission, metric.mission)
        return name_of(mission) if mission and metric.key else name_of(metric)


def table_key(table: StatisticalTable) -> str:
    """By what the next edition of a table is known again: its id, else its title."""
    return table.table_id or table.title


def chosen(feed: FigureFeed) -> dict[str, str]:
    """The feed's category code by dimension id.

    Raises:
        Refused: What is remembered cannot be read.
    """
    try:
        found = json.loads(feed.selection)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(N_("What was remembered of table {table} is damaged."), table=feed.table)
    return {str(name): str(code) for name, code in found.items()}


def edition_day(updated: str) -> Period | None:
    """The day that an edition says it was updated on, None when it says none that is sure.

    Read are "20260601 08:00" (PX), "2026-06-01T06:00:00Z" (JSON-stat) and other texts with the year
    first; "01/06/26" might be two days and is left unread.
    """
    found = _DIGITS.match(updated.strip())
    if found is None:
        return None
    try:
        return day(datetime(*(int(part) for part in found.groups())).date())  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None


def _require_sound(report: FigureReport) -> None:
    row = report.planned.hindrance
    if row is None:
        return
    raise Refused(
        N_("Nothing was imported: {period}, {place}: {reason}"),
        field="source",
        period=row.label,
        place=row.place,
        reason=row.details[0],
    )
