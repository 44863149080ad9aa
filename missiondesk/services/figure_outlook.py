# SPDX-License-Identifier: Apache-2.0
"""How a metric would stand once figures are imported: the series, and its rating then and now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.metric import Observation
from missiondesk.domain.progress import judge
from missiondesk.domain.rating import Rating

if TYPE_CHECKING:
    from missiondesk.domain.situation import Situation
    from missiondesk.services.figures import FigureReport


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the import would make of a metric.

    Attributes:
        series: All observations as they would be, oldest first.
        before: Rating with the figures of now.
        after: Rating with those of the report.
    """

    series: tuple[Observation, ...]
    before: Rating
    after: Rating


def outlook(report: FigureReport, situation: Situation, today: date) -> Outlook:
    """Judge the metric of the report with its figures; nothing is written."""
    seen = situation.observations_of(report.metric.id)
    by_period = {one.period: one for one in (*seen, *report.planned.observations)}
    series = tuple(sorted(by_period.values(), key=lambda one: (one.period.last, one.period.first)))
    return Outlook(
        series,
        judge(report.metric, seen, today).rating,
        judge(report.metric, series, today).rating,
    )
