# SPDX-License-Identifier: Apache-2.0
"""The key metric's figures in words of a document's language: baseline, target, rating, method."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from missiondesk.domain.goals import BINARY, TOTAL
from missiondesk.domain.growth import ACCELERATE_FROM, METHOD, ON_TRACK_FROM
from missiondesk.domain.kept_levels import BAND, HOLD
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.publication_calendar import Freshness, data_age, next_publication
from missiondesk.domain.rating import Judgement, Rating
from missiondesk.domain.trajectory import is_met, required_pace
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
        return tr.say(N_("full completion"))
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
    if metric.cumulative_from is None:
        return tr.say(N_("{amount} in all"), amount=amount)
    # Its last year is said by whoever says the target's date.
    return tr.say(
        N_("{amount} in all, counted from {first}"), amount=amount, first=metric.cumulative_from
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


def awaited_figure(
    metric: OutcomeMetric, seen: Observation | None, on: date, tr: Translator
) -> str:
    """The same as read on a day: a figure that should have been there by then is overdue."""
    month = next_figure(metric, seen, tr)
    return tr.say(N_("was due in {month}"), month=month) if is_overdue(metric, seen, on) else month


def is_overdue(metric: OutcomeMetric, seen: Observation | None, on: date) -> bool:
    """Whether a figure should have been published by a day and was not."""
    due = next_publication(metric, seen)
    return due is not None and due < on


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


_METHODS = {
    BINARY: N_(
        "Done or not done, version {version}: reached once it is done, missed once its date is "
        "past."
    ),
    TOTAL: N_(
        "Total against its straight path, version {version}: on track from {on_track}, must "
        "accelerate from {accelerate}, below that limited; missed once it cannot be kept any more."
    ),
    HOLD: N_(
        "Level to be kept, version {version}: kept while the difference is within the criterion "
        "for change."
    ),
    BAND: N_(
        "Band to stay within, version {version}: reached inside; outside, the growth ratio "
        "compares the pace back to it. On track from {on_track}, must accelerate from "
        "{accelerate}, below that limited; below zero moving away."
    ),
}
_GROWTH = N_(
    "Rated by the growth ratio of Eurostat's type, version {version}: observed against "
    "required yearly growth since the baseline. On track from {on_track}, must accelerate "
    "from {accelerate}, below that limited; below zero moving away."
)


def method(judgement: Judgement, tr: Translator) -> str:
    """The method that rates, with its version and thresholds, as a note."""
    name, _, version = judgement.method.partition(" ")
    text = _GROWTH if name == METHOD else _METHODS.get(judgement.method)
    if text is None:
        return judgement.method
    return tr.say(
        text,
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
    Rating.MISSED: N_("The target was not reached in time."),
}


def rating_sentence(judgement: Judgement, tr: Translator) -> str:
    """What the rating means, with the pace in per cent of what is needed.

    Where another method than the growth ratio rates, it says what it saw; where none rates, the
    reason and, if there is one, a second opinion.
    """
    if judgement.reason is not None:
        said = (judgement.reason, judgement.second)
        return " ".join(tr.tell(one) for one in said if one is not None)
    if judgement.rating is Rating.CANNOT_RATE:
        return ""
    sentence = tr.say(_SENTENCES[judgement.rating])
    if judgement.ratio is None or judgement.ratio < 0 or judgement.rating is Rating.ACHIEVED:
        return sentence
    share = tr.percent(round(judgement.ratio * 100))
    pace = tr.say(N_("The pace so far is {share} of what is needed."), share=share)
    return f"{sentence} {pace}"


_COARSE_FROM = 100  # a change of so many units needs no digit more


def change(metric: OutcomeMetric, value: float, tr: Translator) -> str:
    """A signed change: of shares in percentage points, of any other metric in its unit.

    Small changes have a digit more than the figures themselves.
    """
    unit = metric.unit.in_language(tr.lang).strip()
    number = tr.signed(value, metric.decimals + (abs(value) < _COARSE_FROM))
    if unit == "%":
        unit = tr.say(N_("percentage points"))
    return f"{number}\u00a0{unit}".strip()


def needed(metric: OutcomeMetric, seen: Observation | None, tr: Translator) -> str:
    """The pace that would still reach the target, in the unit and in per cent a year, and beside
    it the pace that was needed from the baseline; "" without one.
    """
    if seen is not None and is_met(metric, seen.value):
        return tr.say(N_("nothing: the target is reached"))
    pace = None if seen is None else required_pace(metric, seen)
    if pace is None:
        return ""
    return tr.say(
        N_("{now} a year (from the baseline it was {first})"),
        now=_pace(metric, pace.change, pace.growth, tr),
        first=_pace(metric, pace.change_at_first, pace.growth_at_first, tr),
    )


def _pace(metric: OutcomeMetric, size: float, growth: float | None, tr: Translator) -> str:
    said = change(metric, size, tr)
    if growth is None:
        return said
    percent = tr.say(N_("{number} per cent"), number=tr.signed(100 * growth, 1))
    return tr.say(N_("{change} or {percent}"), change=said, percent=percent)


def age(metric: OutcomeMetric, seen: Observation | None, today: date, tr: Translator) -> str:
    """How old the newest figure is and whether a newer one is overdue, in words; "" without a
    figure.
    """
    if seen is None:
        return ""
    found = data_age(metric, seen, today)
    text = tr.say(
        N_("The newest figure is for {period} and is {age} old."),
        period=seen.period,
        age=_months(found.months or 0, tr),
    )
    if found.expected is None or found.freshness is Freshness.UNKNOWN:
        return text
    month = tr.period(Period.of(found.expected, "month"))
    return f"{text} {tr.say(_EXPECTED[found.freshness], month=month)}"


_EXPECTED = {
    Freshness.CURRENT: N_("The next one is expected in {month}."),
    Freshness.OVERDUE: N_("The next one was expected in {month} and is overdue."),
    Freshness.STALE: N_("The next one was expected in {month}: there is no current figure."),
}


def _months(count: int, tr: Translator) -> str:
    if count == 0:
        return tr.say(N_("less than a month"))
    years, months = divmod(count, 12)
    parts = []
    if years:
        parts.append(tr.plural("{count} year", "{count} years", years))
    if months:
        parts.append(tr.plural("{count} month", "{count} months", months))
    return tr.list(parts)
