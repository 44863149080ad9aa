# SPDX-License-Identifier: Apache-2.0
"""The forecast of a metric in words and as a table: probability, intervals, its own record."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.forecast import Forecast, TrackRecord, forecast
from missiondesk.domain.message import N_, Message
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services.report_facts import MissionFacts

# From this probability on, in words; the words say no more than the number.
_WORDS: Final = (
    (0.95, N_("almost certain")),
    (0.80, N_("very likely")),
    (0.60, N_("likely")),
    (0.40, N_("about as likely as not")),
    (0.20, N_("unlikely")),
    (0.05, N_("very unlikely")),
    (0.0, N_("almost impossible")),
)


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
            tr.number(round(one.middle, metric.decimals), metric.decimals),
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
        N_("If the figures go on as until now, it is {word} that the target is met: {number}."),
        word=tr.say(word_of(ahead.probability)),
        number=number_of(ahead.probability, tr),
    )


def word_of(probability: float) -> str:
    """The msgid of the word for a probability from 0 to 1."""
    return next(word for least, word in _WORDS if probability >= least)


def number_of(probability: float, tr: Translator) -> str:
    """A probability in whole per cent; what is all but certain is not said to be certain."""
    if probability < 0.01:
        return tr.say(N_("below {share}"), share=tr.percent(1))
    if probability > 0.99:
        return tr.say(N_("above {share}"), share=tr.percent(99))
    return tr.percent(round(100 * probability))


def _note(ahead: Forecast, metric: OutcomeMetric, tr: Translator) -> str:
    method = tr.say(
        N_(
            "Method {method}, from {figures} figures: the mean step of the past, damped, with "
            "intervals from how much the figures have moved."
        ),
        method=ahead.method,
        figures=ahead.figures,
    )
    parts = [method, _record(ahead.record, metric, tr)]
    if ahead.beyond_tested:
        parts.append(
            tr.say(N_("It looks further ahead than the method was tested: read it with care."))
        )
    return " ".join(parts)


def _record(record: TrackRecord | None, metric: OutcomeMetric, tr: Translator) -> str:
    """How earlier forecasts of the same figures came out."""
    if record is None:
        return tr.say(N_("There are too few figures for a record of its own."))
    unit = metric.unit.in_language(tr.lang).strip()
    unit = tr.say(N_("percentage points")) if unit == "%" else unit

    def size(value: float) -> str:
        return tr.quantity(round(value, metric.decimals + 1), unit, metric.decimals + 1)

    return tr.plural(
        "The last {count} forecast was off by {error}; carrying the figure on by {naive}. {within} "
        "lay within the range of 4 of 5.",
        "The last {count} forecasts were off by {error} on average; carrying the figure on by "
        "{naive}. {within} lay within the range of 4 of 5.",
        record.count,
        error=size(record.mean_error),
        naive=size(record.naive_error),
        within=record.within80,
    )


def _between(low: float, high: float, metric: OutcomeMetric, tr: Translator) -> str:
    ends = (tr.number(round(end, metric.decimals), metric.decimals) for end in (low, high))
    return " – ".join(ends)
