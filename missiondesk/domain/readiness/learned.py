# SPDX-License-Identifier: Apache-2.0
"""D2 to D10: figures are current, their changes decided, the status new, and something is learned.

D1 is M1. D5, D7 and D8 are kept by the way figures are drawn and ratings are made. D9 (current
data) and D10 (supporting indicators) are the field's rules without an id there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import MOST_INDICATORS
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.period import Period, add_months
from missiondesk.domain.publication_calendar import Freshness, data_age
from missiondesk.domain.readiness.subjects import finding, judged_missions
from missiondesk.domain.situation import Situation
from missiondesk.domain.two_scales import far_apart, rating_of

CADENCE_MONTHS: Final = 3


def _active(situation: Situation) -> Iterator[Mission]:
    for mission in situation.missions:
        if mission.state is MissionState.ACTIVE:
            yield mission


def decided(situation: Situation) -> Iterator[Finding]:
    """D2: every change of an agreed metric says who decided it, why, and not in the future."""
    for _, metric in judged_missions(situation):
        for change in situation.metric_changes_of(metric.id) if metric else ():
            fault = _undecided(situation, change)
            if fault is None:
                continue
            field, said = fault
            mend = message(N_("Complete the decision behind the change."))
            yield finding(situation, "D2", Severity.ERROR, change, said, mend, field)


def _undecided(situation: Situation, change: MetricChange) -> tuple[str, Message] | None:
    if not change.reason:
        text = N_("The metric was changed on {date} without a reason.")
        return "reason", message(text, date=change.decided)
    if not change.decided_by.strip():
        text = N_("It is not said who decided the change of {date}.")
        return "decided_by", message(text, date=change.decided)
    if change.decided.first > situation.today:
        text = N_("The change of the metric is decided in the future, on {date}.")
        return "decided", message(text, date=change.decided)
    return None


def two_scales(situation: Situation) -> Iterator[Finding]:
    """D3: where rating and confidence are two steps apart or more, a sentence says why."""
    for mission, _ in judged_missions(situation):
        rows = situation.assessments_of(mission.id)
        if not rows or rows[-1].narrative.strip():
            continue
        if not far_apart(rating_of(rows[-1]), rows[-1].confidence):
            continue
        said = message(
            N_("Rating “{rating}” and confidence “{confidence}” differ, and nobody says why."),
            rating=rating_of(rows[-1]),
            confidence=rows[-1].confidence,
        )
        mend = message(N_("Judge the status again and say in a sentence why the two differ."))
        yield finding(situation, "D3", Severity.WARNING, rows[-1], said, mend, "confidence")


def judged_in_time(situation: Situation) -> Iterator[Finding]:
    """D4: no active mission's status is older than three months."""
    for mission in _active(situation):
        rows = situation.assessments_of(mission.id)
        if not rows:
            if not _since(situation, mission):
                continue
            said = message(N_("Nobody has judged the mission yet."))
        elif add_months(rows[-1].period.last, CADENCE_MONTHS) < situation.today:
            said = message(
                N_("The newest status is from {date}, more than {months} months ago."),
                date=rows[-1].period,
                months=CADENCE_MONTHS,
            )
        else:
            continue
        mend = message(N_("Judge the mission's status."))
        yield finding(situation, "D4", Severity.WARNING, mission, said, mend, "confidence")


def _since(situation: Situation, mission: Mission) -> bool:
    """The mission has run for at least one cadence; True when its start is not known."""
    if mission.start is None:
        return True
    return add_months(mission.start.last, CADENCE_MONTHS) < situation.today


def learning(situation: Situation) -> Iterator[Finding]:
    """D6: an active mission learns something every quarter."""
    now = Period.of(situation.today, "quarter")
    before = Period.of(add_months(now.first, -CADENCE_MONTHS), "quarter")
    for mission in _active(situation):
        if not _since(situation, mission):
            continue
        rows = situation.learning_of(mission.id)
        if any(one.period.last >= before.first for one in rows):
            continue
        said = message(N_("Nothing learned has been noted since {quarter} began."), quarter=before)
        mend = message(N_("Note what was tried, what was seen and what follows from it."))
        yield finding(situation, "D6", Severity.NOTE, mission, said, mend, "learning")


def current_data(situation: Situation) -> Iterator[Finding]:
    """D9: the newest figure is not older than its publication calendar allows."""
    for mission in _active(situation):
        metric = situation.metric_of(mission.id)
        if metric is None:
            continue
        seen = situation.observations_of(metric.id)
        age = data_age(metric, seen[-1] if seen else None, situation.today)
        if age.freshness not in (Freshness.OVERDUE, Freshness.STALE) or age.expected is None:
            continue
        stale = age.freshness is Freshness.STALE
        said = message(
            N_("There is no current figure; one was expected in {month}.")
            if stale
            else N_("A new figure was expected in {month}."),
            month=Period.of(age.expected, "month"),
        )
        mend = message(N_("Fetch the new figure, or say when the next one comes."))
        severity = Severity.WARNING if stale else Severity.NOTE
        yield finding(situation, "D9", severity, metric, said, mend, "observations")


def few_indicators(situation: Situation) -> Iterator[Finding]:
    """D10: at most six supporting indicators, each with its type."""
    for mission, _ in judged_missions(situation):
        rows = situation.indicators_of(mission.id)
        if len(rows) > MOST_INDICATORS:
            said = message(
                N_("The mission has {count} supporting indicators; {most} is the most."),
                count=len(rows),
                most=MOST_INDICATORS,
            )
            mend = message(N_("Keep the indicators that lead to a decision."))
            yield finding(situation, "D10", Severity.WARNING, mission, said, mend, "indicators")
        for one in rows:
            if one.indicator is None:
                said = message(N_("The supporting indicator {name} has no type."), name=one.name)
                mend = message(N_("Say what it is for: impact, deployment, quality …"))
                yield finding(situation, "D10", Severity.NOTE, one, said, mend, "indicator")


RULES = (
    decided,
    two_scales,
    judged_in_time,
    learning,
    current_data,
    few_indicators,
)
