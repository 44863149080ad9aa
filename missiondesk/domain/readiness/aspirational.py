# SPDX-License-Identifier: Apache-2.0
"""A1 to A5: a mission is aspirational, shared, long enough and understandable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.message import N_, message
from missiondesk.domain.metric import Direction
from missiondesk.domain.period import add_months
from missiondesk.domain.progress import Rating
from missiondesk.domain.readiness.subjects import finding, judged_missions
from missiondesk.domain.situation import Situation
from missiondesk.domain.trajectory import ambition_ratio, as_decimal, projected

TERM_YEARS: Final = 4
HEROIC_FROM: Final = 3.0
LONGEST_SENTENCE: Final = 25
HARDEST_LIX: Final = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def better_than_trend(situation: Situation) -> Iterator[Finding]:
    """A1: the trend of the last five years alone would miss the target."""
    for mission, metric in judged_missions(situation):
        level = metric.target_level if metric else None
        if metric is None or level is None:
            continue
        if situation.judgement_of(mission.id).rating is Rating.ACHIEVED:
            continue
        value = projected(metric, situation.observations_of(metric.id))
        if value is None or not _meets(metric.direction, value, float(level)):
            continue
        said = message(
            N_("The trend of the last five years would reach the target by itself ({value})."),
            value=as_decimal(value, metric.decimals),
        )
        mend = message(N_("Raise the target or bring its date forward."))
        yield finding(situation, "A1", Severity.WARNING, metric, said, mend, "target_value")


def _meets(direction: Direction | None, value: float, level: float) -> bool:
    if direction is Direction.UP:
        return value >= level
    return direction is Direction.DOWN and value <= level


def not_heroic(situation: Situation) -> Iterator[Finding]:
    """A2: the required pace is a stretch, not more than three times the pace so far."""
    for mission, metric in judged_missions(situation):
        if metric is None or situation.judgement_of(mission.id).rating is Rating.ACHIEVED:
            continue
        ratio = ambition_ratio(metric, situation.observations_of(metric.id))
        if ratio is None or ratio <= HEROIC_FROM:
            continue
        said = message(
            N_("The target asks for {ratio} times the pace of the last five years."),
            ratio=as_decimal(ratio, 1),
        )
        mend = message(N_("Say what will change the pace, or set an interim target."))
        yield finding(situation, "A2", Severity.WARNING, metric, said, mend, "target_value")


def shared(situation: Situation) -> Iterator[Finding]:
    """A3: at least two ministries and one type of actor outside the state."""
    for mission, _ in judged_missions(situation):
        if len(situation.ministries_of(mission)) < 2:
            yield finding(
                situation,
                "A3",
                Severity.WARNING,
                mission,
                message(N_("Fewer than two ministries share the mission.")),
                message(N_("Name the ministers who must contribute.")),
                "co_offices",
            )
        if not mission.actor_types:
            yield finding(
                situation,
                "A3",
                Severity.WARNING,
                mission,
                message(N_("No actor outside the state takes part.")),
                message(N_("Name the kinds of actors in the coalition.")),
                "actor_types",
            )


def long_enough(situation: Situation) -> Iterator[Finding]:
    """A4: the horizon is at least one term of office."""
    for mission, metric in judged_missions(situation):
        end = mission.horizon or (metric.target_period if metric else None)
        start = mission.start or (metric.baseline_period if metric else None)
        if end is None or start is None:
            continue
        if end.last >= add_months(start.first, 12 * TERM_YEARS - 1):
            continue
        said = message(N_("The horizon {horizon} is shorter than one term of office."), horizon=end)
        mend = message(N_("Set the horizon at least {years} years ahead."), years=TERM_YEARS)
        yield finding(situation, "A4", Severity.NOTE, mission, said, mend, "horizon")


def lix(text: str) -> float:
    """LIX readability (Björnsson 1968): words a sentence plus per cent of words over six
    letters.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.!?:](?:\s|$)", text)))
    long_words = sum(1 for word in words if len(word) > 6)
    return len(words) / sentences + 100 * long_words / len(words)


def understandable(situation: Situation) -> Iterator[Finding]:
    """A5: the mission's sentence has at most 25 words and can be read."""
    for mission, _ in judged_missions(situation):
        text = mission.sentence.da or mission.sentence.en
        words = len(text.split())
        mend = message(N_("Shorten the sentence until a voter can repeat it."))
        if not text:
            said = message(N_("The mission is not yet said in one sentence."))
            mend = message(N_("Write the mission in one sentence."))
        elif words > LONGEST_SENTENCE:
            said = message(
                N_("The mission's sentence has {count} words; {most} is the most."),
                count=words,
                most=LONGEST_SENTENCE,
            )
        elif lix(text) > HARDEST_LIX:
            said = message(
                N_("The mission's sentence is hard to read (LIX {lix})."),
                lix=Decimal(round(lix(text))),
            )
        else:
            continue
        yield finding(situation, "A5", Severity.WARNING, mission, said, mend, "sentence")


RULES = (better_than_trend, not_heroic, shared, long_enough, understandable)
