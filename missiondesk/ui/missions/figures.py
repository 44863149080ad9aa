# SPDX-License-Identifier: Apache-2.0
"""The facts beside the chart: baseline, latest, target, the pace needed from now, source."""

from __future__ import annotations

from datetime import date

from missiondesk.domain import trajectory
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.missions import MissionDetail


def facts(detail: MissionDetail, today: date, tr: Translator) -> list[tuple[str, str]]:
    """Names and values, what is unknown said as such; empty without a key metric."""
    metric = detail.metric
    if metric is None:
        return []
    found = [
        (tr.say("Baseline"), _baseline(metric, tr)),
        (tr.say("Latest"), _latest(detail, metric, tr)),
        (tr.say("Target"), _target(metric, tr)),
        (tr.say("Needed after the latest figure"), _needed(detail, metric, tr)),
        (tr.say("Next figure"), _next(detail, metric, today, tr)),
        (tr.say("Source"), metric_words.source(metric, tr)),
    ]
    return [(name, value or tr.say("not known")) for name, value in found]


def _baseline(metric: OutcomeMetric, tr: Translator) -> str:
    value = metric_words.baseline(metric, tr)
    if not value or metric.baseline_period is None:
        return value
    return tr.say("{value} ({period})", value=value, period=metric.baseline_period)


def _latest(detail: MissionDetail, metric: OutcomeMetric, tr: Translator) -> str:
    if not detail.observations:
        return tr.say("no figure yet")
    seen = detail.observations[-1]
    return tr.say(
        "{value} ({period}, {status})",
        value=metric_words.latest(metric, seen, tr),
        period=seen.period,
        status=tr.say(seen.status.word).lower(),
    )


def _target(metric: OutcomeMetric, tr: Translator) -> str:
    value = metric_words.target(metric, tr)
    if not value:
        return ""
    parts = [value]
    level = metric_words.target_level(metric, tr)
    if level:
        parts.append(tr.say("that is {level}", level=level))
    said = ", ".join(parts)
    if metric.target_period is not None:
        said = tr.say("{target} in {period}", target=said, period=metric.target_period)
    if metric.direction is not None and metric.target_shape is not TargetShape.BINARY:
        said = f"{said}, {tr.say(metric.direction.word).lower()}"
    return said


def _needed(detail: MissionDetail, metric: OutcomeMetric, tr: Translator) -> str:
    """Change a year that would still reach the target, beside that of the last years."""
    if not detail.observations:
        return ""
    needed = metric_words.needed(metric, detail.observations[-1], tr)
    line = trajectory.trend(detail.observations)
    if not needed or line is None:
        return needed
    return tr.say(
        "{needed}. In the last years: {trend}",
        needed=needed,
        trend=metric_words.change(metric, line[1], tr),
    )


def _next(detail: MissionDetail, metric: OutcomeMetric, today: date, tr: Translator) -> str:
    seen = detail.observations[-1] if detail.observations else None
    if metric_words.is_overdue(metric, seen, today):
        return metric_words.awaited_figure(metric, seen, today, tr)
    month = metric_words.next_figure(metric, seen, tr)
    return tr.say("expected in {month}", month=month) if month else ""
