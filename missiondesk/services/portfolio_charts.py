# SPDX-License-Identifier: Apache-2.0
"""Charts of all missions together as plain values: side by side, on their way, and how bold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.domain import trajectory
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.period import day
from missiondesk.services.mission_charts import metric_plot, plot_status
from missiondesk.services.report_facts import MissionFacts, said
from missiondesk.services.standing_words import standing_sentences
from missiondesk.services.status_marks import rating_mark

if TYPE_CHECKING:
    from missiondesk.charts.plots import AmbitionPlot, BulletPlot, BulletRow, MultiplesPlot


def multiples_plot(facts: Sequence[MissionFacts]) -> MultiplesPlot | None:
    """The trajectories of all missions that have one."""
    from missiondesk.charts.plots import MissionPanel, MultiplesPlot

    panels = []
    for one in facts:
        plot = metric_plot(one)
        if plot is not None:
            status = plot_status(rating_mark(one.judged.rating, one.tr))
            title = one.mission.title.in_language(one.tr.lang)
            panels.append(MissionPanel(one.mission.code, title, plot, status))
    if not panels:
        return None
    tr, now = facts[0].tr, facts[0].now
    return MultiplesPlot(
        title=_standing(facts),
        subtitle=tr.say(N_("Observed figures and target paths; each mission has its own scale")),
        panels=tuple(panels),
        today=day(now.today).decimal_year,
    )


def _standing(facts: Sequence[MissionFacts]) -> str:
    """The first sentence on how all stand, as a chart's title."""
    sentences = standing_sentences([one.judged.rating for one in facts], facts[0].tr)
    return sentences[0].rstrip(".") if sentences else ""


def bullet_plot(facts: Sequence[MissionFacts]) -> BulletPlot | None:
    """How far each mission has come from its baseline to its target."""
    from missiondesk.charts.plots import BulletPlot

    rows = [_bullet(one, one.metric) for one in facts if one.metric is not None]
    rows = [row for row in rows if row.baseline is not None and row.target is not None]
    if not rows:
        return None
    tr = facts[0].tr
    return BulletPlot(
        title=tr.say(N_("How far the missions have come towards their targets")),
        subtitle=tr.say(N_("Share of the way from baseline to target")),
        rows=tuple(rows),
    )


def _bullet(facts: MissionFacts, metric: OutcomeMetric) -> BulletRow:
    from missiondesk.charts.plots import BulletRow

    tr, latest = facts.tr, facts.latest
    level = None if metric.target_shape is TargetShape.BINARY else metric.target_level
    points = facts.now.interim_targets_of(metric.id)
    expected = None
    if latest is not None and level is not None:
        expected = trajectory.expected(metric, latest.period.decimal_year, points)
    return BulletRow(
        label=facts.name,
        unit=metric.unit.in_language(tr.lang),
        decimals=metric.decimals,
        baseline=None if metric.baseline_value is None else float(metric.baseline_value),
        target=None if level is None else float(level),
        actual=None if latest is None else float(latest.value),
        expected=expected,
        actual_label=said(latest.period if latest else None, tr),
        target_label=said(metric.target_period, tr),
        status=plot_status(rating_mark(facts.judged.rating, tr)),
        settled=latest is not None and latest.status.settled,
    )


def ambition_plot(facts: Sequence[MissionFacts]) -> AmbitionPlot | None:
    """Needed pace over the pace of late, mission by mission (A2)."""
    from missiondesk.charts.plots import AmbitionPlot, AmbitionRow

    rows, faster = [], 0
    for one in facts:
        metric = one.metric
        if metric is None or metric.target_shape is TargetShape.BINARY:
            continue
        ratio = trajectory.ambition_ratio(metric, one.seen)
        faster += ratio is not None and ratio > 1
        note = "" if ratio is not None else _why_no_ratio(one)
        rows.append(
            AmbitionRow(
                one.name, ratio, _said(one, one.needed_change), _said(one, one.pace_of_late), note
            )
        )
    if not rows:
        return None
    tr = facts[0].tr
    return AmbitionPlot(
        title=tr.plural(
            "{count} target asks for a faster pace than of late",
            "{count} targets ask for a faster pace than of late",
            faster,
        ),
        subtitle=tr.say(N_("Needed change a year against the change a year of late")),
        rows=tuple(rows),
    )


def _said(facts: MissionFacts, change: float | None) -> str:
    return "" if change is None else facts.changed(change)


def _why_no_ratio(facts: MissionFacts) -> str:
    tr = facts.tr
    if not facts.needed:
        return tr.say(N_("no way left that can be computed"))
    if not facts.pace:
        return tr.say(N_("too few figures for a pace"))
    return tr.say(N_("the pace of late does not lead there"))
