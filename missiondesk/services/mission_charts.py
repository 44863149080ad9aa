# SPDX-License-Identifier: Apache-2.0
"""Charts of one mission as plain values: its metric with the forecast, its judgements over time,
and the way that is left with what the initiatives are expected to add.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.forecast import Forecast, forecast
from missiondesk.domain.kept_levels import band_of
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric, TargetShape, Trajectory
from missiondesk.domain.publication_calendar import Freshness, data_age
from missiondesk.domain.rating import Rating
from missiondesk.domain.report_content import StatusMark
from missiondesk.language import Translator
from missiondesk.services.metric_change_words import what_changed
from missiondesk.services.plotting import trajectory_plot
from missiondesk.services.report_facts import MissionFacts
from missiondesk.services.report_rows import live_initiatives
from missiondesk.services.status_marks import confidence_mark, rating_mark

if TYPE_CHECKING:
    from missiondesk.charts.plots import (
        FanPoint,
        PlotMark,
        PlotStatus,
        StatusCell,
        StatusHistoryPlot,
        TrajectoryPlot,
        WaterfallPlot,
    )


def metric_plot(facts: MissionFacts) -> TrajectoryPlot | None:
    """The trajectory with forecast, interim targets, breaks and band; None without one to draw."""
    metric, tr = facts.metric, facts.tr
    plot = trajectory_plot(facts.now, facts.mission.id, tr)
    if metric is None or plot is None:
        return plot
    ahead = forecast(metric, facts.seen)
    fan = isinstance(ahead, Forecast) and metric.target_shape is not TargetShape.CUMULATIVE
    age = data_age(metric, facts.latest, facts.now.today)
    return replace(
        plot,
        fan=_fan(ahead, tr) if fan and isinstance(ahead, Forecast) else (),
        naive=ahead.naive if fan and isinstance(ahead, Forecast) else None,
        breaks=_breaks(facts, metric),
        intermediate=_interim(facts, metric),
        band=_band(metric),
        stepped=metric.trajectory is Trajectory.STEPPED,
        stale=facts.latest is not None and age.freshness is Freshness.STALE,
    )


def _fan(ahead: Forecast, tr: Translator) -> tuple[FanPoint, ...]:
    from missiondesk.charts.plots import FanPoint

    return tuple(
        FanPoint(
            one.period.decimal_year, tr.period(one.period), one.middle, one.low80, one.high80,
            one.low95, one.high95,
        )
        for one in ahead.points
    )  # fmt: skip


def _breaks(facts: MissionFacts, metric: OutcomeMetric) -> tuple[PlotMark, ...]:
    from missiondesk.charts.plots import PlotMark

    tr = facts.tr
    return tuple(
        PlotMark(
            one.decided.decimal_year,
            0.0,
            tr.say(N_("Changed on {date}: {what}"), date=one.decided, what=what_changed(one, tr)),
        )
        for one in facts.now.metric_changes_of(metric.id)
    )


def _interim(facts: MissionFacts, metric: OutcomeMetric) -> tuple[PlotMark, ...]:
    from missiondesk.charts.plots import PlotMark

    return tuple(
        PlotMark(one.period.decimal_year, float(one.value), facts.tr.period(one.period))
        for one in facts.now.interim_targets_of(metric.id)
    )


def _band(metric: OutcomeMetric) -> tuple[float, float] | None:
    found = band_of(metric)
    return None if found is None else (float(found[0]), float(found[1]))


# -- judgements over time ----------------------------------------------------------------
def history_plot(facts: Sequence[MissionFacts]) -> StatusHistoryPlot | None:
    """Both scales of each mission at each date of assessment; None without an assessment."""
    from missiondesk.charts.plots import StatusHistoryPlot, StatusRow

    if not facts:
        return None
    tr = facts[0].tr
    known = [one.now.assessments_of(one.mission.id) for one in facts]
    periods = sorted({one.period for rows in known for one in rows})
    if not periods:
        return None
    rows = []
    for one, found in zip(facts, known, strict=True):
        at = {seen.period: seen for seen in found}
        cells = tuple(_cell(at[when], tr) if when in at else None for when in periods)
        rows.append(StatusRow(one.name, cells))
    return StatusHistoryPlot(
        title=tr.say(N_("Development and confidence at each assessment")),
        subtitle=tr.say(N_("Above: computed development. Below: delivery confidence.")),
        dates=tuple(tr.short_date(when.last) for when in periods),
        rows=tuple(rows),
    )


def _cell(one: StatusAssessment, tr: Translator) -> StatusCell:
    from missiondesk.charts.plots import StatusCell

    found = next((known for known in Rating if known.value == one.rating), None)
    rating = None if found is None else plot_status(rating_mark(found, tr))
    confidence = None
    if one.confidence is not None:
        confidence = plot_status(confidence_mark(one.confidence, tr))
    return StatusCell(rating, confidence)


def plot_status(mark: StatusMark) -> PlotStatus:
    """The mark as charts take it."""
    from missiondesk.charts.plots import PlotStatus

    return PlotStatus(mark.symbol, mark.word, mark.tone)


# -- the way that is left ----------------------------------------------------------------
def waterfall_plot(facts: MissionFacts) -> WaterfallPlot | None:
    """From the latest figure over the initiatives' contributions to the target; None without."""
    from missiondesk.charts.plots import Contribution, PlotMark, WaterfallPlot

    metric, tr, latest = facts.metric, facts.tr, facts.latest
    if metric is None or latest is None or metric.target_shape is TargetShape.BINARY:
        return None
    level, live = metric.target_level, live_initiatives(facts)
    if level is None or metric.target_period is None or not live:
        return None
    steps = tuple(
        Contribution(
            f"{one.code} {one.title.in_language(tr.lang)}".strip(),
            _float(one.contribution),
            _float(one.contribution_low),
            _float(one.contribution_high),
        )
        for one in live
    )
    known = [one.contribution for one in live if one.contribution is not None]
    return WaterfallPlot(
        title=_covered(level - latest.value, sum(known, Decimal(0)), tr) if known else "",
        subtitle=metric.name.in_language(tr.lang),
        unit=metric.unit.in_language(tr.lang),
        decimals=metric.decimals,
        latest=PlotMark(0.0, float(latest.value), tr.period(latest.period)),
        target=PlotMark(0.0, float(level), tr.period(metric.target_period)),
        steps=steps,
        higher_is_better=level >= latest.value,
    )


def _covered(gap: Decimal, total: Decimal, tr: Translator) -> str:
    """How much of the way the initiatives are expected to cover."""
    if not gap:
        return tr.say(N_("The latest figure is at the target"))
    share = round(100 * total / gap)
    if share >= 100:
        return tr.say(N_("The initiatives are expected to cover the whole way"))
    if share <= 0:
        return tr.say(N_("The initiatives cover nothing of the way to the target"))
    return tr.say(
        N_("The initiatives are expected to cover {share} of the way"), share=tr.percent(share)
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
