# SPDX-License-Identifier: Apache-2.0
"""Rating of goals that are no level: done or not done, and a total over several years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from missiondesk.domain.growth import class_of
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Direction, Observation, OutcomeMetric
from missiondesk.domain.period import Period, add_days
from missiondesk.domain.rating import Judgement, Rating
from missiondesk.domain.trajectory import as_decimal

BINARY: Final = "binary 1"
TOTAL: Final = "cumulative-budget 1"


def judge_done(metric: OutcomeMetric, latest: Observation, today: date | None) -> Judgement:
    """Rate a goal that is done or not done: reached, missed once its date is past, else open.

    Method "binary 1"; the published methods know reached and not reached only.
    """
    wanted = Decimal(1) if metric.target_value is None else metric.target_value
    inputs = f"y={latest.value} ({latest.period}); yT={wanted} ({metric.target_period})"
    if latest.value >= wanted:
        return Judgement(Rating.ACHIEVED, None, 5.0, None, BINARY, inputs, latest)
    due = metric.target_period
    if due is not None and today is not None and due.last < today:
        said = message(N_("It was to be done in {due} and is not done."), due=due)
        return Judgement(Rating.MISSED, None, -5.0, said, BINARY, inputs, latest)
    said = message(N_("The goal is done or not done; it is not done yet."))
    return Judgement(Rating.CANNOT_RATE, None, None, said, BINARY, inputs, latest)


@dataclass(frozen=True, slots=True)
class Running:
    """A total so far.

    Attributes:
        total: Sum of the figures from the first period of the total on.
        allowed: What the straight path from zero to the whole says for the same time.
        share: Part of the time that is past, 0 to 1, counted in days.
        until: The last period counted.
    """

    total: Decimal
    allowed: Decimal
    share: Decimal
    until: Observation


def running_total(
    metric: OutcomeMetric, observations: tuple[Observation, ...]
) -> Running | Message:
    """The total so far, or the reason why there is none: its figures must lie end to end.

    Each observation is the amount of its own period; none may be missing or counted twice.
    """
    start, end, whole = metric.cumulative_from, metric.target_period, metric.target_value
    if whole is None or end is None:
        return message(N_("There is no target with a date."))
    if start is None:
        return message(N_("It is not said from which period the total counts."))
    rows = sorted(observations, key=lambda one: (one.period.first, one.period.last))
    counted = [one for one in rows if start.first <= one.period.first <= end.last]
    if not counted:
        return message(N_("There is no figure in the years of the total."))
    expected = start.first
    for one in counted:
        if one.period.first > expected:
            return message(N_("A figure is missing before {period}."), period=one.period)
        if one.period.first < expected:
            return message(N_("Two figures cover the same time: {period}."), period=one.period)
        expected = add_days(one.period.last, 1)
    if counted[-1].period.last > end.last:
        return message(N_("The last figure reaches beyond the total."))
    days = Decimal((end.last - start.first).days + 1)
    share = Decimal((counted[-1].period.last - start.first).days + 1) / days
    total = sum((one.value for one in counted), Decimal(0))
    return Running(total, whole * share, share, counted[-1])


def judge_total(metric: OutcomeMetric, observations: tuple[Observation, ...]) -> Judgement:
    """Rate a total against the straight path to it: ours, "cumulative-budget 1".

    Higher is better: ratio = total / path; reached as soon as the total is there. Lower is better
    (a budget to stay within): ratio = path / total; reached when the time is over, missed as soon
    as the whole is spent. The classes are those of the growth ratio: 0.95, 0.60, 0.
    """
    latest = max(observations, key=lambda seen: seen.period.last)
    reason: Message | None = None
    if metric.direction not in (Direction.UP, Direction.DOWN):
        reason = message(N_("It is not said whether the total is to be reached or kept within."))
    elif metric.target_value is not None and metric.target_value <= 0:
        reason = message(N_("A total of zero or less has no path to it."))
    run = running_total(metric, observations)
    if reason is None and isinstance(run, Message):
        reason = run
    if reason is not None or isinstance(run, Message):
        return Judgement(Rating.CANNOT_RATE, None, None, reason, TOTAL, "", latest)
    assert metric.target_value is not None  # running_total gives its reason otherwise
    rating, ratio = _class_of_total(metric.direction is Direction.UP, run, metric.target_value)
    return Judgement(
        rating, ratio, None, _told(metric, run), TOTAL, _inputs(metric, run), run.until
    )


def _class_of_total(up: bool, run: Running, whole: Decimal) -> tuple[Rating, float | None]:
    over = run.share >= 1
    if up:
        ratio: float | None = float(run.total / run.allowed)
        if run.total >= whole:
            return Rating.ACHIEVED, ratio
    else:
        ratio = float(run.allowed / run.total) if run.total > 0 else None
        if run.total > whole:
            return Rating.MISSED, ratio
        if over:
            return Rating.ACHIEVED, ratio
    if over:
        return Rating.MISSED, ratio
    return (Rating.ON_TRACK, None) if ratio is None else (class_of(ratio), ratio)


def _told(metric: OutcomeMetric, run: Running) -> Message:
    text = (
        N_("So far {total}; the straight path to the total says {path}.")
        if metric.direction is Direction.UP
        else N_("So far {total}; the straight path allows {path}.")
    )
    total = as_decimal(run.total, metric.decimals)
    return message(text, total=total, path=as_decimal(run.allowed, metric.decimals))


def _inputs(metric: OutcomeMetric, run: Running) -> str:
    start: Period | None = metric.cumulative_from
    return "; ".join(
        (
            f"total={run.total} ({start} to {run.until.period})",
            f"path={run.allowed.normalize():f}",
            f"yT={metric.target_value} ({metric.target_period})",
            f"d={metric.direction}",
        )
    )
