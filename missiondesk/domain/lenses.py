# SPDX-License-Identifier: Apache-2.0
"""Other published ways to look at the same figures, beside the official rating, and whether they
see it differently.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

from missiondesk.domain.growth import class_of, yearly_growth
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.lens_frame import Frame, framed
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.rating import Judgement, Rating
from missiondesk.domain.weather import Weather, weather

UN_ON_TRACK, UN_FAIR = 0.95, 0.10
# Without a target, yearly growth in the good direction.
UN_GROWTH_ON_TRACK, UN_GROWTH_FAIR = 0.02, 0.005


class Lens(Worded):
    """A way to look at progress."""

    UN = "un", N_("The UN's progress chart")
    GERMAN = "german", N_("The German weather symbols")
    PACE = "pace", N_("The straight line")
    SCOTTISH = "scottish", N_("The Scottish criterion for change")
    PILOTE = "pilote", N_("The French progress rate")
    DISTANCE = "distance", N_("The distance covered")
    TIME = "time", N_("The time used")


@dataclass(frozen=True, slots=True)
class LensReading:
    """What one lens shows.

    Attributes:
        value: The lens's own figure: a ratio (UN, straight line, distance, time: 1.0 is the
            whole), the gap to the target as a share of the way left (German), per cent from 0 to
            100 (French), the change in the metric's unit (Scottish).
        raw: The French rate before it is bounded, else None.
        result: The lens's own word for it, or None.
        rating: Its class on the scale of the official rating; None where the lens has no classes.
        reason: Why it cannot be read, else None.
    """

    lens: Lens
    value: float | None = None
    raw: float | None = None
    result: Message | None = None
    rating: Rating | None = None
    reason: Message | None = None


def lenses(
    metric: OutcomeMetric,
    observations: tuple[Observation, ...],
    points: tuple[TrajectoryPoint, ...] = (),
) -> tuple[LensReading, ...]:
    """One reading of each lens, in the order of `Lens`; what cannot be read says why."""
    frame = framed(metric, observations)
    found = (
        _un(metric, frame),
        _german(metric, observations, points),
        _pace(frame),
        _scottish(metric, observations),
        _pilote(frame),
        _distance(frame),
        _time(metric, observations),
    )
    return tuple(_readable(one) for one in found)


def _readable(reading: LensReading) -> LensReading:
    """A figure that is beyond all measure is told as such instead of printed."""
    if all(it is None or math.isfinite(it) for it in (reading.value, reading.raw)):
        return reading
    return LensReading(reading.lens, reason=message(N_("The figures are too far apart.")))


def disagreement(judgement: Judgement, readings: tuple[LensReading, ...]) -> Message | None:
    """A sentence when a lens differs from the official rating by a class or more.

    Reached and on track count as one class, for most lenses do not tell them apart. What the
    official method cannot rate has its second opinion instead.
    """
    official = judgement.rating
    if official.level is None:
        return judgement.second
    others = [one for one in readings if one.rating and one.rating.level != official.level]
    if not others:
        return None
    listed = _said(others[0])
    for one in others[1:]:
        listed = message(N_("{first}; {second}"), first=listed, second=_said(one))
    text = N_("The official rating is “{official}”, but others see it differently. {readings}.")
    return message(text, official=official, readings=listed)


def _said(reading: LensReading) -> Message:
    return message(N_("{lens}: “{rating}”"), lens=reading.lens, rating=reading.rating)


def second_opinion(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> Message | None:
    """What the straight line says of a metric for which growth is not defined, or None."""
    reading = _pace(framed(metric, observations))
    if reading.rating is None or reading.value is None or not math.isfinite(reading.value):
        return None
    text = N_("By a straight line it would be “{rating}”: {share} per cent of the pace needed.")
    return message(text, rating=reading.rating, share=round(100 * reading.value))


# -- the lenses --------------------------------------------------------------------------
def _un(metric: OutcomeMetric, frame: Frame | Message) -> LensReading:
    """UN SDG Progress Chart 2023, as EUSTAT applies it: the observed growth rate carried on.

    ``ratio = (y (1 + CAGR)^(T - t) - y0) / (yT - y0)``: from 0.95 met or on track, from 0.10 fair,
    below that stagnation or regression. A value within one point of a target of 0 or 100 per cent
    counts as met. Without a target the growth rate itself: 2 and 0.5 per cent a year.
    """
    if isinstance(frame, Message):
        return LensReading(Lens.UN, reason=frame)
    undefined = message(N_("The growth method is not defined for zero and for a change of sign."))
    try:
        growth = yearly_growth(frame.y0, frame.y, frame.t - frame.t0)
    except ValueError:
        return LensReading(Lens.UN, reason=undefined)
    good = frame.sign * (-1 if frame.y0 < 0 else 1)
    if frame.target is None or frame.end is None:
        value = good * growth
        return LensReading(Lens.UN, value, rating=_un_class(value, bare=True))
    why = frame.why_no_share
    if why is not None:
        return LensReading(Lens.UN, reason=why)
    try:
        projected = frame.y * (1 + growth) ** (frame.end - frame.t)
    except (OverflowError, ZeroDivisionError):
        return LensReading(Lens.UN, reason=undefined)
    ratio = (projected - frame.y0) / (frame.target - frame.y0)
    if not math.isfinite(ratio):
        return LensReading(Lens.UN, reason=undefined)
    if frame.meets or _nearly(metric, frame):
        return LensReading(Lens.UN, ratio, result=_UN_WORDS[3], rating=Rating.ACHIEVED)
    rating = _un_class(ratio, bare=False)
    step = {Rating.ON_TRACK: 3, Rating.ACCELERATE: 2}.get(rating, 1)
    return LensReading(Lens.UN, ratio, result=_UN_WORDS[step], rating=rating)


_UN_WORDS = {
    3: message(N_("met or on track")),
    2: message(N_("fair progress, but acceleration needed")),
    1: message(N_("stagnation or regression")),
}


def _un_class(value: float, bare: bool) -> Rating:
    high, low = (UN_GROWTH_ON_TRACK, UN_GROWTH_FAIR) if bare else (UN_ON_TRACK, UN_FAIR)
    if value >= high:
        return Rating.ON_TRACK
    if value >= low:
        return Rating.ACCELERATE
    return Rating.LIMITED if value >= 0 else Rating.DETERIORATION


def _nearly(metric: OutcomeMetric, frame: Frame) -> bool:
    share = "%" in (metric.unit.da.strip(), metric.unit.en.strip())
    return share and frame.target in (0, 100) and abs(frame.y - (frame.target or 0)) <= 1


_WEATHER = {
    Weather.SUN: Rating.ON_TRACK,
    Weather.SUN_CLOUD: Rating.ACCELERATE,
    Weather.CLOUD: Rating.LIMITED,
    Weather.STORM: Rating.DETERIORATION,
}


def _german(
    metric: OutcomeMetric,
    observations: tuple[Observation, ...],
    points: tuple[TrajectoryPoint, ...],
) -> LensReading:
    """See `missiondesk.domain.weather`."""
    seen = weather(metric, observations, points)
    if isinstance(seen, Message):
        return LensReading(Lens.GERMAN, reason=seen)
    symbol, gap = seen
    return LensReading(Lens.GERMAN, gap, result=message(symbol.word), rating=_WEATHER[symbol])


def _pace(frame: Frame | Message) -> LensReading:
    """Change a year until now over the change a year that was required; classes as officially.

    ``((y - y0) / (t - t0)) / ((yT - y0) / (T - t0))``; defined for zeros and changes of sign too.
    """
    if isinstance(frame, Message):
        return LensReading(Lens.PACE, reason=frame)
    if frame.why_no_share is not None or frame.target is None or frame.end is None:
        return LensReading(Lens.PACE, reason=frame.why_no_share)
    actual = (frame.y - frame.y0) / (frame.t - frame.t0)
    required = (frame.target - frame.y0) / (frame.end - frame.t0)
    rating = Rating.ACHIEVED if frame.meets else class_of(actual / required)
    return LensReading(Lens.PACE, actual / required, rating=rating)


def _scottish(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> LensReading:
    """Scotland's National Performance Framework: the last two figures against a dead-band.

    A change of at least the metric's criterion is improving or worsening, a smaller one
    maintaining. Improving says nothing of the pace, so it has no class.
    """
    if metric.dead_band is None:
        return LensReading(
            Lens.SCOTTISH, reason=message(N_("The metric has no criterion for change."))
        )
    rows = sorted(observations, key=lambda seen: seen.period.last)
    if len(rows) < 2:
        return LensReading(Lens.SCOTTISH, reason=message(N_("There are fewer than two figures.")))
    if metric.direction not in (Direction.UP, Direction.DOWN):
        text = N_("It compares higher with lower; here a level is to be kept.")
        return LensReading(Lens.SCOTTISH, reason=message(text))
    change = rows[-1].value - rows[-2].value
    good = change if metric.direction is Direction.UP else -change
    if change == 0 or abs(change) < metric.dead_band:
        word, rating = message(N_("maintaining")), Rating.LIMITED
        return LensReading(Lens.SCOTTISH, float(change), result=word, rating=rating)
    if good > 0:
        return LensReading(Lens.SCOTTISH, float(change), result=message(N_("improving")))
    word = message(N_("worsening"))
    return LensReading(Lens.SCOTTISH, float(change), result=word, rating=Rating.DETERIORATION)


def _pilote(frame: Frame | Message) -> LensReading:
    """The French government's PILOTE: ``100 (y - y0) / (yT - y0)``, rounded, then 0 to 100.

    A baseline that had already reached the target gives 100 while it is met, else 0.
    """
    if isinstance(frame, Message) or frame.target is None:
        reason = frame if isinstance(frame, Message) else frame.why_no_share
        return LensReading(Lens.PILOTE, reason=reason)
    if frame.based_beyond:
        return LensReading(
            Lens.PILOTE,
            100.0 if frame.meets else 0.0,
            rating=Rating.ACHIEVED if frame.meets else None,
        )
    raw = 100 * (frame.y - frame.y0) / (frame.target - frame.y0)
    bounded = min(max(raw, 0.0), 100.0)
    clipped = float(Decimal(repr(bounded)).quantize(Decimal(1), ROUND_HALF_UP))
    return LensReading(Lens.PILOTE, clipped, raw, rating=Rating.ACHIEVED if frame.meets else None)


def _distance(frame: Frame | Message) -> LensReading:
    """Part of the way from baseline to target that is behind: ``(y - y0) / (yT - y0)``."""
    if isinstance(frame, Message):
        return LensReading(Lens.DISTANCE, reason=frame)
    if frame.target is None or frame.based_beyond:
        return LensReading(Lens.DISTANCE, reason=frame.why_no_share)
    return LensReading(Lens.DISTANCE, (frame.y - frame.y0) / (frame.target - frame.y0))


def _time(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> LensReading:
    """Part of the time from baseline to target date that the newest figure has used."""
    latest = max(observations, key=lambda seen: seen.period.last, default=None)
    start, end = metric.baseline_period or metric.cumulative_from, metric.target_period
    if latest is None or start is None or end is None or end.decimal_year <= start.decimal_year:
        text = N_("A figure, a baseline date and a target date are needed.")
        return LensReading(Lens.TIME, reason=message(text))
    span = end.decimal_year - start.decimal_year
    return LensReading(Lens.TIME, (latest.period.decimal_year - start.decimal_year) / span)
