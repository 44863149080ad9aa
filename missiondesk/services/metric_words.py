# SPDX-License-Identifier: Apache-2.0
"""The key metric's figures in words of a document's language: baseline, target, rating, method."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.progress import (
    ACCELERATE_FROM,
    METHOD,
    ON_TRACK_FROM,
    Judgement,
    Rating,
)
from missiondesk.domain.trajectory import next_publication
from missiondesk.language import Translator

_DONE = N_("done")
_NOT_DONE = N_("not done")


def figure(metric: OutcomeMetric, value: Decimal | float, tr: Translator) -> str:
    """A value of the metric with its unit; a goal that is done or not done has words instead."""
    if metric.target_shape is TargetShape.BINARY:
        return tr.say(_DONE if value >= 1 else _NOT_DONE)
    return tr.quantity(value, metric.unit.in_language(tr.lang), metric.decimals)


def baseline(metric: OutcomeMetric, tr: Translator) -> str:
    """The baseline with its unit, or ""."""
    return "" if metric.baseline_value is None else figure(metric, metric.baseline_value, tr)


def target(metric: OutcomeMetric, tr: Translator) -> str:
    """The target as it was stated: a level, a change from the baseline or a total; or ""."""
    value = metric.target_value
    if value is None:
        return ""
    if metric.target_shape is TargetShape.LEVEL:
        return figure(metric, value, tr)
    if metric.target_shape is TargetShape.BINARY:
        return tr.say(N_("that it is done"))
    if metric.target_shape is TargetShape.CUMULATIVE:
        return _total(metric, value, tr)
    size = abs(value)
    if metric.target_shape is TargetShape.RELATIVE:
        amount = tr.percent(size)
    else:
        amount = tr.quantity(size, metric.unit.in_language(tr.lang), metric.decimals)
    if value < 0:
        return tr.say(N_("{amount} below the baseline"), amount=amount)
    return tr.say(N_("{amount} above the baseline"), amount=amount)


def _total(metric: OutcomeMetric, value: Decimal, tr: Translator) -> str:
    amount = tr.quantity(value, metric.unit.in_language(tr.lang), metric.decimals)
    if metric.cumulative_from is None or metric.target_period is None:
        return tr.say(N_("{amount} in all"), amount=amount)
    return tr.say(
        N_("{amount} in all from {first} to {last}"),
        amount=amount,
        first=metric.cumulative_from,
        last=metric.target_period,
    )


def target_level(metric: OutcomeMetric, tr: Translator) -> str:
    """The level that a change from the baseline leads to, or "" when the target is a level."""
    level = metric.target_level
    if level is None or metric.target_shape in (TargetShape.LEVEL, TargetShape.BINARY):
        return ""
    return figure(metric, level, tr)


def latest(metric: OutcomeMetric, seen: Observation | None, tr: Translator) -> str:
    """The newest figure with its unit, or ""."""
    return "" if seen is None else figure(metric, seen.value, tr)


def next_figure(metric: OutcomeMetric, seen: Observation | None, tr: Translator) -> str:
    """The month in which the next figure should be published, or ""."""
    due = next_publication(metric, seen)
    return "" if due is None else tr.period(Period.of(due, "month"))


def source(metric: OutcomeMetric, tr: Translator) -> str:
    """Source, publisher and table, apart by commas; the publisher once."""
    parts = (
        metric.source.in_language(tr.lang),
        metric.publisher.in_language(tr.lang),
        metric.table_id,
    )
    kept: list[str] = []
    for part in (text.strip() for text in parts):
        if part and not any(part in other for other in kept):
            kept.append(part)
    return ", ".join(kept)


def method(judgement: Judgement, tr: Translator) -> str:
    """The method that rates, with its version and thresholds, as a note."""
    name, _, version = judgement.method.partition(" ")
    if name != METHOD:
        return judgement.method
    return tr.say(
        N_(
            "Rated by the growth ratio of Eurostat's type, version {version}: observed against "
            "required yearly growth since the baseline. On track from {on_track}, must accelerate "
            "from {accelerate}, below that limited; below zero moving away."
        ),
        version=version,
        on_track=tr.percent(round(ON_TRACK_FROM * 100)),
        accelerate=tr.percent(round(ACCELERATE_FROM * 100)),
    )


_SENTENCES = {
    Rating.ACHIEVED: N_("The target is reached."),
    Rating.ON_TRACK: N_("The pace is enough to reach the target in time."),
    Rating.ACCELERATE: N_("The direction is right, but the pace must rise to reach the target."),
    Rating.LIMITED: N_("The direction is right, but the pace is far too slow for the target."),
    Rating.DETERIORATION: N_("The key metric is moving away from the target."),
}


def rating_sentence(judgement: Judgement, tr: Translator) -> str:
    """What the rating means, with the pace in per cent of what is needed."""
    if judgement.rating is Rating.CANNOT_RATE:
        return tr.tell(judgement.reason) if judgement.reason else ""
    sentence = tr.say(_SENTENCES[judgement.rating])
    if judgement.ratio is None or judgement.ratio < 0 or judgement.rating is Rating.ACHIEVED:
        return sentence
    share = tr.percent(round(judgement.ratio * 100))
    pace = tr.say(N_("The pace so far is {share} of what is needed."), share=share)
    return f"{sentence} {pace}"
