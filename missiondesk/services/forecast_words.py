# SPDX-License-Identifier: Apache-2.0
"""What the forecast promises, in words and numbers, with its own record beside it."""

from __future__ import annotations

from missiondesk.domain.forecast import Forecast, TrackRecord, forecast
from missiondesk.domain.message import Message
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.language import Translator

# Nothing a few figures say is surer than this.
_SUREST = 0.99


def forecast_facts(
    metric: OutcomeMetric, observations: tuple[Observation, ...], tr: Translator
) -> list[tuple[str, str]]:
    """Names and values for a list of facts; a single one that says why there is no forecast."""
    found = forecast(metric, observations)
    if isinstance(found, Message):
        return [(tr.say("Forecast"), tr.tell(found))]
    last = found.points[-1]
    facts = [
        (
            tr.say("Chance of reaching the target"),
            chance(found.probability, tr)
            if found.probability is not None
            else tr.tell(found.reason or Message("")),
        ),
        (
            tr.say("Expected in {period}", period=last.period),
            tr.say(
                "{middle} (80 per cent: {low} to {high})",
                middle=_value(metric, last.middle, tr),
                low=_value(metric, last.low80, tr),
                high=_value(metric, last.high80, tr),
            ),
        ),
        (tr.say("If nothing changed"), _value(metric, found.naive, tr)),
    ]
    if found.record is not None:
        facts.append((tr.say("Its own record"), record(metric, found.record, tr)))
    facts.append((tr.say("Rests on"), _rests_on(found, tr)))
    return facts


def chance(probability: float, tr: Translator) -> str:
    """A probability in words and number: "about 7 in 10 (68 %)"; never surer than 99 per cent."""
    bounded = min(max(probability, 1 - _SUREST), _SUREST)
    share = tr.percent(round(bounded * 100))
    tenths = round(bounded * 10)
    if tenths == 0:
        return tr.say("very unlikely, 1 in 20 at most ({share})", share=share)
    if tenths == 10:
        return tr.say("very likely, at least 19 in 20 ({share})", share=share)
    return tr.say("about {tenths} in 10 ({share})", tenths=tenths, share=share)


def record(metric: OutcomeMetric, found: TrackRecord, tr: Translator) -> str:
    """How the last forecasts of the same series came out."""
    return tr.plural(
        "the last {count} forecast was off by {error} on average; carrying the last figure on "
        "by {naive}",
        "the last {count} forecasts were off by {error} on average; carrying the last figure on "
        "by {naive}",
        found.count,
        error=_value(metric, found.mean_error, tr),
        naive=_value(metric, found.naive_error, tr),
    )


def _rests_on(found: Forecast, tr: Translator) -> str:
    said = tr.plural(
        "{count} figure, method {method}",
        "{count} figures, method {method}",
        found.figures,
        method=found.method,
    )
    if not found.beyond_tested:
        return said
    return tr.say("{said}; it looks further ahead than it was tested", said=said)


def _value(metric: OutcomeMetric, value: float, tr: Translator) -> str:
    return tr.quantity(value, metric.unit.in_language(tr.lang), metric.decimals)
