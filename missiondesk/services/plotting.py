# SPDX-License-Identifier: Apache-2.0
"""The trajectory of a metric as plain values for the chart; its title says the finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import trajectory
from missiondesk.domain.forecast import Forecast, forecast
from missiondesk.domain.kept_levels import band_of, level_to_hold
from missiondesk.domain.message import N_
from missiondesk.domain.metric import (
    Direction,
    Observation,
    OutcomeMetric,
    TargetShape,
    Trajectory,
)
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.period import day
from missiondesk.domain.progress import judge
from missiondesk.domain.publication_calendar import Freshness, data_age
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.plot_titles import finding

if TYPE_CHECKING:
    from missiondesk.charts.plots import FanPoint, PlotMark, TrajectoryPlot


def trajectory_plot(situation: Situation, mission: str, tr: Translator) -> TrajectoryPlot | None:
    """The chart of a mission's key metric.

    None without a key metric, and for a goal that is done or not done: there is nothing to draw.
    """
    metric = situation.metric_of(mission)
    return None if metric is None else metric_plot(situation, metric, tr)


def metric_plot(
    situation: Situation, metric: OutcomeMetric, tr: Translator
) -> TrajectoryPlot | None:
    """The chart of any metric, supporting indicators and breakdowns too; None as above."""
    from missiondesk.charts.plots import PlotPoint, TrajectoryPlot

    if metric.target_shape is TargetShape.BINARY:
        return None
    seen = situation.observations_of(metric.id)
    points = situation.interim_targets_of(metric.id)
    promised = forecast(metric, seen)
    age = data_age(metric, seen[-1] if seen else None, situation.today)
    return TrajectoryPlot(
        title=finding(metric, seen, judge(metric, seen, situation.today), tr),
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
        path=trajectory.path(metric, points=points),
        today=day(situation.today).decimal_year,
        source=_source(metric, tr),
        higher_is_better=_higher(metric),
        fan=_fan(promised, tr) if isinstance(promised, Forecast) else (),
        naive=promised.naive if isinstance(promised, Forecast) else None,
        breaks=tuple(_break(one, tr) for one in situation.metric_changes_of(metric.id)),
        intermediate=tuple(
            _mark(one.period.decimal_year, float(one.value), tr.period(one.period))
            for one in points
        ),
        band=_band(metric),
        stepped=metric.trajectory is Trajectory.STEPPED,
        stale=age.freshness in (Freshness.OVERDUE, Freshness.STALE),
    )


def _mark(x: float, y: float, label: str) -> PlotMark:
    from missiondesk.charts.plots import PlotMark

    return PlotMark(x, y, label)


def _fan(promised: Forecast, tr: Translator) -> tuple[FanPoint, ...]:
    from missiondesk.charts.plots import FanPoint

    return tuple(
        FanPoint(
            one.period.decimal_year,
            tr.period(one.period),
            one.middle,
            one.low80,
            one.high80,
            one.low95,
            one.high95,
        )
        for one in promised.points
    )


def _break(change: MetricChange, tr: Translator) -> PlotMark:
    """Where the way of measuring changed (D2); the reason stands beside it."""
    reason = change.reason.in_language(tr.lang).strip().rstrip(".")
    text = N_("Changed on {date}: {reason}") if reason else N_("Changed on {date}")
    said = tr.say(text, date=change.decided, reason=reason)
    return _mark(change.decided.decimal_year, 0.0, said)


def with_brief_breaks(
    situation: Situation, plot: TrajectoryPlot, mission: str, tr: Translator
) -> TrajectoryPlot:
    """The chart with the days of its changes alone: a letter's chart has no room for reasons."""
    metric = situation.metric_of(mission)
    changes = situation.metric_changes_of(metric.id) if metric is not None else ()
    days = [tr.say(N_("Changed on {date}"), date=one.decided) for one in changes]
    brief = tuple(replace(mark, label=day) for mark, day in zip(plot.breaks, days, strict=True))
    return replace(plot, breaks=brief)


def _band(metric: OutcomeMetric) -> tuple[float, float] | None:
    if metric.direction is Direction.BAND:
        band = band_of(metric)
        return None if band is None else (float(band[0]), float(band[1]))
    level = level_to_hold(metric)
    if metric.direction is not Direction.HOLD or level is None or metric.dead_band is None:
        return None
    return float(level - metric.dead_band), float(level + metric.dead_band)


def _baseline(metric: OutcomeMetric, tr: Translator) -> PlotMark | None:
    if metric.baseline_value is None or metric.baseline_period is None:
        return None
    period = metric.baseline_period
    return _mark(period.decimal_year, float(metric.baseline_value), tr.period(period))


def _target(metric: OutcomeMetric, tr: Translator) -> PlotMark | None:
    level, period = trajectory.goal_level(metric), metric.target_period
    if level is None or period is None:
        return None
    return _mark(period.decimal_year, float(level), tr.period(period))


def _higher(metric: OutcomeMetric) -> bool | None:
    return {Direction.UP: True, Direction.DOWN: False}.get(metric.direction or Direction.HOLD)


def _source(metric: OutcomeMetric, tr: Translator) -> str:
    source = metric_words.source(metric, tr)
    return tr.say(N_("Source: {source}"), source=source) if source else ""


def _subtitle(metric: OutcomeMetric, seen: tuple[Observation, ...], tr: Translator) -> str:
    """Measure, the part of it, geography and years."""
    periods = [one.period for one in seen]
    if metric.baseline_period is not None:
        periods.append(metric.baseline_period)
    if metric.target_period is not None:
        periods.append(metric.target_period)
    years = [period.last.year for period in periods]
    span = ""
    if years:
        span = str(years[0]) if len(set(years)) == 1 else f"{min(years)}–{max(years)}"
    parts = (
        metric.name.in_language(tr.lang),
        metric.part_name.in_language(tr.lang),
        metric.geography.in_language(tr.lang),
        span,
    )
    return ", ".join(part for part in parts if part)
