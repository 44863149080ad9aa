# SPDX-License-Identifier: Apache-2.0
"""The trajectory of a key metric as plain values for the chart; its title says the finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import trajectory
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape
from missiondesk.domain.period import day
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.plot_titles import finding

if TYPE_CHECKING:
    from missiondesk.charts.plots import PlotMark, TrajectoryPlot


def trajectory_plot(situation: Situation, mission: str, tr: Translator) -> TrajectoryPlot | None:
    """The chart of a mission's key metric.

    None without a key metric, and for a goal that is done or not done: there is nothing to draw.
    """
    from missiondesk.charts.plots import PlotPoint, TrajectoryPlot

    metric = situation.metric_of(mission)
    if metric is None or metric.target_shape is TargetShape.BINARY:
        return None
    seen = situation.observations_of(metric.id)
    return TrajectoryPlot(
        title=finding(metric, seen, situation.judgement_of(mission), tr),
        subtitle=_subtitle(metric, seen, tr),
        unit=metric.unit.in_language(tr.lang),
        decimals=metric.decimals,
        points=tuple(
            PlotPoint(
                one.period.decimal_year, float(one.value), tr.period(one.period), one.status.value
            )
            for one in seen
        ),
        baseline=_baseline(metric, tr),
        target=_target(metric, tr),
        path=trajectory.path(metric, points=situation.interim_targets_of(metric.id)),
        today=day(situation.today).decimal_year,
        source=_source(metric, tr),
        higher_is_better=_higher(metric),
    )


def _baseline(metric: OutcomeMetric, tr: Translator) -> PlotMark | None:
    from missiondesk.charts.plots import PlotMark

    if metric.baseline_value is None or metric.baseline_period is None:
        return None
    period = metric.baseline_period
    return PlotMark(period.decimal_year, float(metric.baseline_value), tr.period(period))


def _target(metric: OutcomeMetric, tr: Translator) -> PlotMark | None:
    from missiondesk.charts.plots import PlotMark

    level, period = metric.target_level, metric.target_period
    if level is None or period is None:
        return None
    return PlotMark(period.decimal_year, float(level), tr.period(period))


def _higher(metric: OutcomeMetric) -> bool | None:
    return {Direction.UP: True, Direction.DOWN: False}.get(metric.direction or Direction.HOLD)


def _source(metric: OutcomeMetric, tr: Translator) -> str:
    source = metric_words.source(metric, tr)
    return tr.say(N_("Source: {source}"), source=source) if source else ""


def _subtitle(metric: OutcomeMetric, seen: tuple[Observation, ...], tr: Translator) -> str:
    """Measure, geography and years."""
    periods = [one.period for one in seen]
    if metric.baseline_period is not None:
        periods.append(metric.baseline_period)
    if metric.target_period is not None:
        periods.append(metric.target_period)
    years = [period.last.year for period in periods]
    span = ""
    if years:
        span = str(years[0]) if len(set(years)) == 1 else f"{min(years)}–{max(years)}"
    parts = (metric.name.in_language(tr.lang), metric.geography.in_language(tr.lang), span)
    return ", ".join(part for part in parts if part)
