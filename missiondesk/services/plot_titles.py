# SPDX-License-Identifier: Apache-2.0
"""Titles of charts: each says the finding in one sentence."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TargetShape
from missiondesk.domain.rating import Judgement, Rating
from missiondesk.language import Translator
from missiondesk.services import metric_words

_TITLES = {
    Rating.ON_TRACK: {
        True: N_("The figure rises fast enough for the target in {year}"),
        False: N_("The figure falls fast enough for the target in {year}"),
    },
    Rating.ACCELERATE: {
        True: N_("The figure rises, but must rise faster to reach the target in {year}"),
        False: N_("The figure falls, but must fall faster to reach the target in {year}"),
    },
    Rating.LIMITED: {
        True: N_("The figure rises, but far too slowly for the target in {year}"),
        False: N_("The figure falls, but far too slowly for the target in {year}"),
    },
    Rating.DETERIORATION: {
        True: N_("The figure falls and moves away from the target in {year}"),
        False: N_("The figure rises and moves away from the target in {year}"),
    },
}
_STILL = N_("The figure stands still and misses the target in {year}")


_BAND_TITLES = {
    Rating.ON_TRACK: N_("The figure comes back to its band fast enough for {year}"),
    Rating.ACCELERATE: N_("The figure comes back to its band, but too slowly for {year}"),
    Rating.LIMITED: N_("The figure comes back to its band, but far too slowly for {year}"),
    Rating.DETERIORATION: N_("The figure moves away from its band"),
}
_TOTAL_TITLES = {
    Rating.ON_TRACK: {
        True: N_("The total follows its path to the target in {year}"),
        False: N_("The total stays within its path until {year}"),
    },
    Rating.MISSED: {
        True: N_("The total did not reach its target"),
        False: N_("The total is above what was allowed until {year}"),
    },
}
_TOTAL_BEHIND = {
    True: N_("The total is behind its path to the target in {year}"),
    False: N_("The total is above its path until {year}"),
}
_REACHED = {
    Direction.HOLD: N_("The level is kept"),
    Direction.BAND: N_("The figure is within its band"),
}


def finding(
    metric: OutcomeMetric,
    seen: tuple[Observation, ...],
    judgement: Judgement,
    tr: Translator,
) -> str:
    """One sentence on how the figure moves against its target."""
    rating = judgement.rating
    if rating is Rating.ACHIEVED:
        reached = _REACHED.get(metric.direction) if metric.direction else None
        return tr.say(reached or N_("The target is reached"))
    if rating is Rating.CANNOT_RATE:
        return _unrated(metric, seen, tr)
    year = str(metric.target_period.last.year) if metric.target_period else ""
    return tr.say(_rated(metric, judgement), year=year)


def _rated(metric: OutcomeMetric, judgement: Judgement) -> str:
    rating, up = judgement.rating, metric.direction is Direction.UP
    if metric.target_shape is TargetShape.CUMULATIVE:
        return _TOTAL_TITLES.get(rating, _TOTAL_BEHIND)[up]
    if rating is Rating.MISSED:
        return N_("The target for {year} was not reached")
    if metric.direction is Direction.HOLD:
        return N_("The figure has left the level that is to be kept")
    if metric.direction is Direction.BAND:
        return _BAND_TITLES[rating]
    if judgement.latest is not None and judgement.latest.value == metric.baseline_value:
        return _STILL
    return _TITLES[rating][up]


def _unrated(metric: OutcomeMetric, seen: tuple[Observation, ...], tr: Translator) -> str:
    if metric.target_value is None or metric.target_period is None:
        return tr.say(N_("No dated target is set yet"))
    target = metric_words.target(metric, tr)
    if metric.target_shape is TargetShape.CUMULATIVE:
        return tr.say(N_("The target is {target}"), target=target)
    if not seen:
        return tr.say(
            N_("The target for {date} is {target}; no figure has been entered"),
            date=metric.target_period,
            target=target,
        )
    return tr.say(
        N_("The target for {date} is {target}; the pace cannot be rated yet"),
        date=metric.target_period,
        target=target,
    )
