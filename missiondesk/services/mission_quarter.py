# SPDX-License-Identifier: Apache-2.0
"""What one mission did in a quarter, is doing and has before it, for the public report."""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.initiative import Stage
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.period import Period
from missiondesk.domain.publication_calendar import next_publication
from missiondesk.domain.quarterly_content import MissionReport
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.initiatives import by_code
from missiondesk.services.report_facts import MissionFacts
from missiondesk.services.status_marks import rating_mark

MOST_COMING = 4
MOST_DOING = 5
MOST_LEARNED = 2
_KEPT = (CommitmentStatus.MET, CommitmentStatus.MET_MODIFIED)
# Those nearest to everyday use first.
_UNDER_WAY = (Stage.SCALE, Stage.PILOT, Stage.EMBED)


def quarter_of(facts: MissionFacts, quarter: Period) -> MissionReport:
    """The mission's page in the report on ``quarter``."""
    tr = facts.tr
    return MissionReport(
        key=facts.mission.id,
        name=facts.name,
        sentence=facts.mission.sentence.in_language(tr.lang),
        narrative=facts.mission.narrative.in_language(tr.lang),
        rating=rating_mark(facts.judged.rating, tr),
        finding=facts.finding,
        explanation=metric_words.rating_sentence(facts.judged, tr),
        responsible=facts.responsible,
        chart=facts.chart_words(),
        done=tuple(_done(facts, quarter)),
        doing=tuple(_doing(facts)),
        coming=tuple(_coming(facts, quarter)),
        learning=tuple(learned_text(one, tr) for one in _learning(facts, quarter)),
    )


def milestones_met(facts: MissionFacts, quarter: Period) -> tuple[str, ...]:
    """Titles of the milestones that were due in the quarter and met."""
    return tuple(
        one.title.in_language(facts.tr.lang)
        for one in facts.now.milestones_of(facts.mission.id)
        if one.status is MilestoneStatus.MET and within(quarter, one.due)
    )


def milestones_ahead(facts: MissionFacts, quarter: Period) -> list[tuple[Period, Milestone]]:
    """Milestones after the quarter that are neither met nor missed, earliest first."""
    over = (MilestoneStatus.MET, MilestoneStatus.MISSED)
    return [
        (one.due, one)
        for one in facts.now.milestones_of(facts.mission.id)
        if one.due is not None and one.status not in over and one.due.last > quarter.last
    ]


def within(quarter: Period, period: Period | None) -> bool:
    """Whether a period is known and ends in the quarter."""
    return period is not None and quarter.first <= period.last <= quarter.last


def _done(facts: MissionFacts, quarter: Period) -> Iterator[str]:
    """Milestones met, commitments kept, initiatives moved to another stage, new figures."""
    tr = facts.tr
    yield from milestones_met(facts, quarter)
    for promise in facts.now.commitments_of(facts.mission.id):
        if promise.status in _KEPT and within(quarter, promise.status_date):
            yield promise.text.in_language(tr.lang)
    for one in by_code(facts.now.initiatives_of(facts.mission.id)):
        if within(quarter, one.stage_since) and one.stage is not Stage.IDEA:
            yield tr.say(
                N_("{title}: now {stage}"), title=one.title, stage=_small(tr.show(one.stage))
            )
    for seen in facts.seen:
        if within(quarter, seen.published) and facts.metric is not None:
            yield tr.say(
                N_("New figure: {value} in {period}"),
                value=metric_words.figure(facts.metric, seen.value, tr),
                period=seen.period,
            )


def _doing(facts: MissionFacts) -> list[str]:
    """Initiatives under way with their stage."""
    tr, known = facts.tr, by_code(facts.now.initiatives_of(facts.mission.id))
    found = [one for stage in _UNDER_WAY for one in known if one.stage is stage]
    shown = [
        tr.say(N_("{title} ({stage})"), title=one.title, stage=_small(tr.show(one.stage)))
        for one in found[:MOST_DOING]
    ]
    left = len(found) - MOST_DOING
    if left > 0:
        shown.append(tr.plural("and {count} more", "and {count} more", left))
    return shown


def _coming(facts: MissionFacts, quarter: Period) -> list[str]:
    """Milestones and figures to come, with their dates."""
    tr = facts.tr
    found = [
        (due.last, tr.say(N_("{date}: {title}"), date=due, title=one.title))
        for due, one in milestones_ahead(facts, quarter)[:MOST_COMING]
    ]
    when = None if facts.metric is None else next_publication(facts.metric, facts.latest)
    if when is not None and when > quarter.last:
        month = Period.of(when, "month")
        found.append((when, tr.say(N_("{date}: next figure"), date=month)))
    return [text for _, text in sorted(found, key=lambda row: row[0])]


def _learning(facts: MissionFacts, quarter: Period) -> list[LearningEntry]:
    """The newest that was learned up to the quarter's end, newest first."""
    found = [
        one for one in facts.now.learning_of(facts.mission.id) if one.period.first <= quarter.last
    ]
    return found[::-1][:MOST_LEARNED]


def learned_text(entry: LearningEntry, tr: Translator) -> str:
    """Did, saw, so what and decision as one paragraph."""
    parts = [text.in_language(tr.lang) for text in (entry.did, entry.saw, entry.so_what)]
    decision = entry.decision.in_language(tr.lang)
    if decision:
        parts.append(tr.say(N_("Decision: {text}"), text=decision))
    return tr.say(
        N_("{text} ({source}, {period})"),
        text=" ".join(part for part in parts if part.strip()),
        source=_small(tr.show(entry.source)),
        period=entry.period,
    )


def _small(word: str) -> str:
    """A word of the domain as it stands inside a sentence."""
    return word[:1].lower() + word[1:]
