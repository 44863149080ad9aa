# SPDX-License-Identifier: Apache-2.0
"""Compares a series of a published table with a metric's observations, figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from missiondesk.domain import identity
from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Observation, ObservationStatus, OutcomeMetric
from missiondesk.domain.period import Period
from missiondesk.services.list_states import FigureStatus

if TYPE_CHECKING:
    from missiondesk.exchange.statistics.table import SeriesPoint

# A figure this many times the one before it, or its inverse, smells of another unit.
SUSPICIOUS: Final = 10


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of the report.

    Attributes:
        label: What the file calls the period.
        period: The period, None when it cannot be read.
        before: The value that the metric has now, or None.
        value: The value of the file in the metric's unit, or None.
        settled: How final the figure will be, None when nothing is written.
        place: Where it stands in the file.
        details: What else there is to know of it.
    """

    label: str
    period: Period | None
    status: FigureStatus
    before: Decimal | None
    value: Decimal | None
    settled: ObservationStatus | None
    place: Message
    details: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedFigures:
    """Rows of the report, in order of time, and the observations to be written for them."""

    rows: tuple[FigureRow, ...]
    observations: tuple[Observation, ...]

    def count(self, status: FigureStatus) -> int:
        """How many figures have this status."""
        return sum(row.status is status for row in self.rows)

    @property
    def hindrance(self) -> FigureRow | None:
        """The first figure for which nothing can be imported, or None."""
        return next((row for row in self.rows if row.status.hinders), None)


# Flags as Eurostat's and Statistics Denmark's tables use them; every other flag changes nothing.
_FLAGS: Final[Mapping[str, ObservationStatus]] = {
    "p": ObservationStatus.PRELIMINARY,
    "*": ObservationStatus.PRELIMINARY,
    "e": ObservationStatus.ESTIMATE,
    "f": ObservationStatus.ESTIMATE,
    "s": ObservationStatus.ESTIMATE,
    "r": ObservationStatus.REVISED,
}
_BREAKS: Final = ("b", "d")


def plan_figures(
    metric: OutcomeMetric,
    seen: Iterable[Observation],
    points: Iterable[SeriesPoint],
    feed: FigureFeed,
    published: Period | None,
) -> PlannedFigures:
    """What importing the series into the metric would do; nothing is written.

    Args:
        metric: The metric that is fed.
        seen: Its observations as they are.
        points: The series of the file.
        feed: Factor, first period and source of the figures.
        published: When the edition came out, for figures that are new or revised in it; None for
            the first edition, which says nothing of when its older figures came out.
    """
    known = {one.period: one for one in seen}
    rows: list[FigureRow] = []
    made: list[Observation] = []
    last: Decimal | None = None
    taken: set[Period] = set()
    for point in points:
        if _too_early(point, feed.since):
            continue
        if point.period is not None and point.period in taken:
            rows.append(_twice(point))
            continue
        if point.period is not None:
            taken.add(point.period)
        planner = _Planner(metric, feed, published, last)
        row, observation = planner.plan(point, known)
        rows.append(row)
        if observation is not None:
            made.append(observation)
        last = row.value if row.value is not None else last
    return PlannedFigures(tuple(rows), tuple(made))


def _twice(point: SeriesPoint) -> FigureRow:
    """A second figure for a period: nobody can say which of the two holds."""
    row = FigureRow(
        point.label, point.period, FigureStatus.UNREADABLE, None, point.value, None, point.place
    )
    return _stopped(row, FigureStatus.UNREADABLE, N_("The period stands twice."))


def _too_early(point: SeriesPoint, since: Period | None) -> bool:
    return since is not None and point.period is not None and point.period.last < since.first


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans one figure."""

    metric: OutcomeMetric
    feed: FigureFeed
    published: Period | None
    last: Decimal | None

    def plan(
        self, point: SeriesPoint, known: Mapping[Period, Observation]
    ) -> tuple[FigureRow, Observation | None]:
        before = known.get(point.period) if point.period is not None else None
        value = None if point.value is None else _plain(point.value * self.feed.factor)
        row = FigureRow(
            point.label,
            point.period,
            FigureStatus.UNCHANGED,
            before.value if before else None,
            value,
            None,
            point.place,
        )
        if point.period is None:
            return _stopped(row, FigureStatus.UNREADABLE, N_("The period cannot be read.")), None
        if value is None:
            return self._without_figure(row, point), None
        if not self._in_range(value):
            said = N_("The scale ends at {limit}.")
            return _stopped(row, FigureStatus.OUT_OF_RANGE, said, limit=self.metric.limit), None
        return self._written(row, point, point.period, value, before)

    def _in_range(self, value: Decimal) -> bool:
        limit = self.metric.limit
        if limit is None or limit == 0:
            return True
        return value <= limit if limit > 0 else value >= limit

    def _without_figure(self, row: FigureRow, point: SeriesPoint) -> FigureRow:
        details = [message(N_("the file has “{code}”"), code=point.missing or " ")]
        if row.before is not None:
            details.append(message(N_("the figure that the metric has is kept")))
        return replace(row, status=FigureStatus.NO_FIGURE, details=tuple(details))

    def _written(
        self,
        row: FigureRow,
        point: SeriesPoint,
        period: Period,
        value: Decimal,
        before: Observation | None,
    ) -> tuple[FigureRow, Observation | None]:
        status = _settled(point.status)
        details = list(self._remarks(point, value))
        reference = " · ".join(
            part for part in (self.feed.format, self.feed.table, self.feed.file_name) if part
        )
        if before is None:
            made = Observation(
                identity.new_id(),
                metric=self.metric.id,
                period=period,
                value=value,
                status=status,
                published=self.published,
                source_reference=reference,
                note=_flag_note(point.status),
            )
            new = replace(row, status=FigureStatus.NEW, settled=status, details=tuple(details))
            return new, made
        if before.value == value:
            return self._same_value(row, before, status, tuple(details))
        changed = ObservationStatus.REVISED if before.status.settled else status
        made = replace(
            before,
            value=value,
            status=changed,
            published=self.published or before.published,
            source_reference=reference,
            former_value=before.value,
            reason=self.feed.edition,
        )
        revised = replace(row, status=FigureStatus.REVISED, settled=changed, details=tuple(details))
        return revised, made

    def _same_value(
        self,
        row: FigureRow,
        before: Observation,
        status: ObservationStatus,
        details: tuple[Message, ...],
    ) -> tuple[FigureRow, Observation | None]:
        """A figure ripens (preliminary becomes final); a settled one never becomes raw again."""
        if before.status.settled or before.status is status:
            return replace(row, details=details), None
        ripened = replace(row, status=FigureStatus.RIPENED, settled=status, details=details)
        return ripened, replace(before, status=status)

    def _remarks(self, point: SeriesPoint, value: Decimal) -> Iterable[Message]:
        if any(flag in _BREAKS for flag in point.status.split()):
            yield message(N_("break in the series"))
        previous = self.last
        if previous and value and not 1 / SUSPICIOUS < abs(value / previous) < SUSPICIOUS:
            yield message(
                N_("far from the figure before it ({before}); is the unit right?"),
                before=previous,
            )


def _stopped(row: FigureRow, status: FigureStatus, msgid: str, **values: object) -> FigureRow:
    return replace(row, status=status, details=(message(msgid, **values),))


def _settled(flags: str) -> ObservationStatus:
    """The rawest of the statuses that the flags name; final without any."""
    found = [_FLAGS[flag] for flag in flags.split() if flag in _FLAGS]
    order = list(ObservationStatus)
    return min(found, key=order.index, default=ObservationStatus.FINAL)


def _flag_note(flags: str) -> str:
    kept = [flag for flag in flags.split() if flag not in _FLAGS and flag != "-"]
    return " ".join(kept)


def _plain(value: Decimal) -> Decimal:
    """Without an exponent and without zeros that the factor brought in."""
    sign, digits, exponent = value.as_tuple()
    if isinstance(exponent, int) and exponent > 0:
        return Decimal((sign, digits + (0,) * exponent, 0))
    return value
