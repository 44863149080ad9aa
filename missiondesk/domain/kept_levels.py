# SPDX-License-Identifier: Apache-2.0
"""Rating of levels to be kept: one level within its criterion for change, or a band."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from missiondesk.domain.growth import Series, growth_ratio
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.rating import Judgement, Rating

HOLD: Final = "hold 1"
BAND: Final = "band 1"


def level_to_hold(metric: OutcomeMetric) -> Decimal | None:
    """The target's level, or the baseline when no other level is set."""
    level = metric.target_level
    return metric.baseline_value if level is None else level


def judge_hold(metric: OutcomeMetric, latest: Observation) -> Judgement:
    """Rate a level to be kept, "hold 1": kept within the criterion for change, else moving away.

    The criterion is the Scottish one: a difference of at most the metric's dead-band is none.
    """
    level, slack = level_to_hold(metric), metric.dead_band
    inputs = f"y={latest.value} ({latest.period}); level={level}; dead-band={slack}"
    if level is None:
        return _cannot(message(N_("There is no level to be kept.")), HOLD, latest)
    if latest.value == level or (slack is not None and abs(latest.value - level) <= slack):
        said = message(N_("The level is kept."))
        return Judgement(Rating.ACHIEVED, None, 5.0, said, HOLD, inputs, latest)
    if slack is None:
        text = N_("A level to be kept needs a criterion for change: how much still counts as kept?")
        return _cannot(message(text), HOLD, latest)
    said = message(N_("The figure is further from the level than its criterion for change."))
    return Judgement(Rating.DETERIORATION, None, -5.0, said, HOLD, inputs, latest)


def band_of(metric: OutcomeMetric) -> tuple[Decimal, Decimal] | None:
    """Lower and upper end of the band, or None when one is missing."""
    if metric.band_low is None or metric.band_high is None:
        return None
    return metric.band_low, metric.band_high


def judge_band(metric: OutcomeMetric, latest: Observation) -> Judgement:
    """Rate a band to stay within, "band 1": inside is reached; outside, the pace back to it.

    Outside, the goldilocks transformation of Open SDG (``50 + |y - 50|``) is generalised: with
    the band's middle m each value becomes ``m + |y - m|``, to be brought down to the upper end;
    the growth ratio then compares the paces. A band below zero is mirrored first, so that the
    sign does not matter; one about zero has no growth and is not rated. What was inside and is
    outside now moves away.
    """
    band = band_of(metric)
    if band is None:
        return _cannot(message(N_("The band has no two ends.")), BAND, latest)
    low, high = band
    inputs = f"y={latest.value} ({latest.period}); band={low} to {high}"
    if low <= latest.value <= high:
        said = message(N_("The figure is within the band."))
        return Judgement(Rating.ACHIEVED, None, 5.0, said, BAND, inputs, latest)
    base, start, end = metric.baseline_value, metric.baseline_period, metric.target_period
    if base is None or start is None:
        return _cannot(message(N_("There is no baseline.")), BAND, latest)
    inputs = f"y0={base} ({start}); {inputs}; T={end}"
    if low <= base <= high:
        said = message(N_("The figure has left the band."))
        return Judgement(Rating.DETERIORATION, None, -5.0, said, BAND, inputs, latest)
    if end is None:
        return _cannot(message(N_("There is no target with a date.")), BAND, latest)
    if low + high == 0:
        text = N_("The growth method is not defined for a band about zero.")
        return _cannot(message(text), BAND, latest)
    try:
        result = growth_ratio(
            Series(
                baseline=_folded(base, low, high),
                baseline_time=start.decimal_year,
                latest=_folded(latest.value, low, high),
                latest_time=latest.period.decimal_year,
                up=False,
                target=_folded(high, low, high),
                target_time=end.decimal_year,
            )
        )
    except ValueError:
        text = N_("The growth between baseline, latest figure and target is not defined.")
        return _cannot(message(text), BAND, latest)
    return Judgement(result.rating, result.value, result.score, None, BAND, inputs, latest)


def _folded(value: Decimal, low: Decimal, high: Decimal) -> float:
    middle = (low + high) / 2
    return float(abs(middle) + abs(value - middle))


def _cannot(reason: Message, method: str, latest: Observation) -> Judgement:
    return Judgement(Rating.CANNOT_RATE, None, None, reason, method, "", latest)
