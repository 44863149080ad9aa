# SPDX-License-Identifier: Apache-2.0
"""The forecast of a metric in words and as a table: probability, intervals, its own record."""

from __future__ import annotations

from missiondesk.domain.forecast import Forecast, forecast
from missiondesk.domain.message import N_, Message
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services.forecast_words import chance, record
from missiondesk.services.report_facts import MissionFacts


def forecast_rows(facts: MissionFacts) -> Rows:
    """What the figures promise if they go on as until now, or why that cannot be said."""
    metric, tr = facts.metric, facts.tr
    if metric is None or metric.target_shape is TargetShape.BINARY:
        return Rows()
    title = tr.say(N_("What the figures promise"))
    ahead = forecast(metric, facts.seen)
    if isinstance(ahead, Message):
        return Rows(title, empty=tr.say(N_("No forecast: {reason}"), reason=ahead))
    rows = tuple(
        (
            tr.period(one.period),
            tr.number(one.middle, metric.decimals),
            _between(one.low80, one.high80, metric, tr),
            _between(one.low95, one.high95, metric, tr),
        )
        for one in ahead.points
    )
    unit = metric.unit.in_language(tr.lang)
    head = (
        tr.say(N_("Period")),
        tr.say(N_("Expected, {unit}"), unit=unit) if unit else tr.say(N_("Expected")),
        tr.say(N_("4 of 5 lie between")),
        tr.say(N_("19 of 20 lie between")),
    )
    return Rows(
        title,
        head,
        rows,
        frozenset({1, 2, 3}),
        lead=_lead(ahead, tr),
        note=_note(ahead, metric, tr),
    )


def _lead(ahead: Forecast, tr: Translator) -> str:
    if ahead.probability is None:
        return tr.tell(ahead.reason) if ahead.reason is not None else ""
    return tr.say(
        N_("Chance that the target is met if the figures go on as until now: {chance}."),
        chance=chance(ahead.probability, tr),
    )


def _note(ahead: Forecast, metric: OutcomeMetric, tr: Translator) -> str:
    """The method, the metric's own record, and a caution where it looks far ahead."""
    parts = [
        tr.say(
            N_(
                "Method {method}, from {figures} figures: the mean step of the past, damped, with "
                "intervals from how much the figures have moved."
            ),
            method=ahead.method,
            figures=ahead.figures,
        )
    ]
    if ahead.record is None:
        parts.append(tr.say(N_("There are too few figures for a record of its own.")))
    else:
        said = record(metric, ahead.record, tr)
        parts.append(tr.say(N_("Its own record: {record}."), record=said))
    if ahead.beyond_tested:
        parts.append(
            tr.say(N_("It looks further ahead than the method was tested: read it with care."))
        )
    return " ".join(parts)


def _between(low: float, high: float, metric: OutcomeMetric, tr: Translator) -> str:
    ends = (tr.number(end, metric.decimals) for end in (low, high))
    return " – ".join(ends)
