# SPDX-License-Identifier: Apache-2.0
"""Values that cannot stand in a letter: beyond the metric's natural limit, or dates in disorder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind, LetterBlock
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.letter_problems import LetterProblem

# The figures that the block of the goal prints beside its words.
_IN_GOAL: Final = (
    "metric.baseline",
    "metric.baseline_period",
    "metric.target",
    "metric.target_period",
    "metric.latest",
    "metric.latest_period",
)


def out_of_range(
    facts: LetterFacts, used: Mapping[BlockKind, tuple[str, ...]]
) -> Iterator[LetterProblem]:
    """Each value out of range once a block in which it is printed.

    What is out of range:
        a figure of the key metric beyond its natural limit (`OutcomeMetric.limit`), below zero for
        a share in per cent, or below zero by a target stated as a change;
        a baseline or latest figure whose period begins after the letter's date;
        a target whose date is over by the letter's date, or not after the baseline's;
        a first follow-up before the letter's date;
        a budget frame that is nothing or less.

    Args:
        used: The placeholders in each shown block.
    """
    for kind, names in used.items():
        printed = (*names, *(_IN_GOAL if kind is BlockKind.GOAL else ()))
        for name in dict.fromkeys(printed):
            said = _said(facts, name)
            if said is not None:
                yield LetterProblem(Severity.ERROR, said, kind, _FIELDS.get(name, name))


def spent(facts: LetterFacts, blocks: Iterable[LetterBlock]) -> Iterator[LetterProblem]:
    """Told, for it may be meant: the money is of years before the letter, so the block of
    resources is left out.
    """
    years = [money.year for one in facts.live for money in one.frame]
    if not years or facts.frames:
        return
    for block in blocks:
        if block.kind is BlockKind.RESOURCES and block.shown:
            said = message(
                N_("The budget frame ends in {year}, before the letter."), year=str(max(years))
            )
            yield LetterProblem(Severity.WARNING, said, block.kind, "resources.years")


def _said(facts: LetterFacts, name: str) -> Message | None:
    check = _CHECKS.get(name)
    return check(facts) if check is not None and facts.values.get(name) else None


def _beyond(metric: OutcomeMetric, value: Decimal | None) -> Message | None:
    limit = metric.limit
    if value is None or limit is None or metric.target_shape is TargetShape.BINARY:
        return None
    beyond = (limit > 0 and value > limit) or (limit < 0 and value < limit)
    if beyond:
        return message(
            N_("{value} is beyond the scale of the key metric, which ends at {limit}."),
            value=value,
            limit=limit,
        )
    if limit == 100 and value < 0:
        return message(
            N_("{value} is below zero, where the key metric's scale begins."), value=value
        )
    return None


def _baseline(facts: LetterFacts) -> Message | None:
    return _beyond(facts.metric, facts.metric.baseline_value) if facts.metric else None


def _baseline_period(facts: LetterFacts) -> Message | None:
    period = facts.metric.baseline_period if facts.metric else None
    if period is None or period.first <= facts.on:
        return None
    return message(N_("The baseline is of {date}, after the letter."), date=period)


def _latest_period(facts: LetterFacts) -> Message | None:
    period = facts.latest.period if facts.latest else None
    if period is None or period.first <= facts.on:
        return None
    return message(N_("The latest figure is of {date}, after the letter."), date=period)


def _latest(facts: LetterFacts) -> Message | None:
    return _beyond(facts.metric, facts.latest.value) if facts.metric and facts.latest else None


def _target(facts: LetterFacts) -> Message | None:
    metric = facts.metric
    if metric is None:
        return None
    level, start = metric.target_level, metric.baseline_value
    stated = metric.target_shape in (TargetShape.RELATIVE, TargetShape.ABSOLUTE)
    if stated and level is not None and start is not None and level < 0 <= start:
        return message(N_("The target would lead to {value}, below zero."), value=level)
    return _beyond(metric, level)


def _target_period(facts: LetterFacts) -> Message | None:
    metric = facts.metric
    if metric is None or metric.target_period is None:
        return None
    end, start = metric.target_period, metric.baseline_period
    if end.last < facts.on:
        return message(N_("The target's date, {date}, is before the letter."), date=end)
    if start is not None and end.last <= start.last:
        return message(
            N_("The target's date, {date}, is not after the baseline's, {start}."),
            date=end,
            start=start,
        )
    return None


def _follow_up(facts: LetterFacts) -> Message | None:
    first = facts.letter.follow_up
    if first is None or first.last >= facts.on:
        return None
    return message(N_("The first follow-up, {date}, is before the letter."), date=first)


def _frame(facts: LetterFacts) -> Message | None:
    total = sum(money.oere for _, frame in facts.frames for money in frame)
    return message(N_("The budget frame is not more than nothing.")) if total <= 0 else None


_CHECKS: Final[Mapping[str, Callable[[LetterFacts], Message | None]]] = {
    "metric.baseline": _baseline,
    "metric.baseline_period": _baseline_period,
    "metric.latest": _latest,
    "metric.latest_period": _latest_period,
    "metric.target": _target,
    "metric.target_period": _target_period,
    "letter.follow_up": _follow_up,
    "resources.total": _frame,
}
# The letter's own fields are mended in its form.
_FIELDS: Final = {"letter.follow_up": "follow_up"}
