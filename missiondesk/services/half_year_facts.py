# SPDX-License-Identifier: Apache-2.0
"""What one mission brought in a half-year: changes, milestones, figures, and what comes next."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.half_year_content import MissionHalfYear
from missiondesk.domain.initiative import Stage
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.period import Period
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.commitment_annex import status_words
from missiondesk.services.initiatives import by_code
from missiondesk.services.mission_quarter import learned_text, within
from missiondesk.services.report_facts import MissionFacts, said
from missiondesk.services.report_rows import office_title
from missiondesk.services.status_marks import milestone_mark

_SETTLED = (CommitmentStatus.MET, CommitmentStatus.MET_MODIFIED, CommitmentStatus.NOT_PURSUED)
_OVER = (MilestoneStatus.MET, MilestoneStatus.MISSED)


def following(period: Period) -> Period:
    """The half-year after."""
    return Period.of(period.last + timedelta(days=1), "half_year")


def half_year_of(
    facts: MissionFacts, period: Period, then: Situation | None = None
) -> MissionHalfYear:
    """The mission's part of the report on ``period``.

    Args:
        then: The situation as the half-year began, or None where the trail does not go so far.
    """
    tr = facts.tr
    return MissionHalfYear(
        key=facts.mission.id,
        name=facts.name,
        sentence=facts.mission.sentence.in_language(tr.lang),
        finding=facts.finding,
        standing=facts.standing(),
        responsible=facts.responsible,
        chart=facts.chart_words(),
        commitments=_commitments(facts, then),
        changes=_changes(facts, period, then),
        milestones=_milestones(facts, period),
        figures=_figures(facts, period),
        learning=tuple(
            learned_text(one, tr)
            for one in facts.now.learning_of(facts.mission.id)
            if within(period, one.period)
        ),
        asked=_asked(facts, period),
    )


def counts_of(made: tuple[Commitment, ...], today: date) -> list[int]:
    """Commitments by status, then those overdue, then all."""
    by_status = Counter(one.status for one in made)
    late = sum(is_late(one, today) for one in made)
    return [*(by_status[status] for status in CommitmentStatus), late, len(made)]


def is_late(one: Commitment, today: date) -> bool:
    """Whether it should be settled by now and is not."""
    return one.status not in _SETTLED and one.due is not None and one.due.last < today


def outcome(one: Milestone, period: Period) -> bool:
    """Whether something became of the milestone in the half-year: it was due or moved out of it."""
    return within(period, one.due) or (
        one.original_due is not None
        and one.original_due != one.due
        and within(period, one.original_due)
    )


def _counted(made: tuple[Commitment, ...], tr: Translator) -> str:
    """How many there are, and how many of each status."""
    if not made:
        return tr.say(N_("No commitment was made."))
    by_status = Counter(one.status for one in made)
    parts = [
        tr.say(N_("{status}: {count}"), status=status, count=by_status[status])
        for status in CommitmentStatus
        if by_status[status]
    ]
    whole = tr.plural("{count} commitment", "{count} commitments", len(made))
    return tr.say(N_("{whole}. {parts}."), whole=whole, parts="; ".join(parts))


def _commitments(facts: MissionFacts, then: Situation | None) -> str:
    """How many there are of each status, now and as the half-year began."""
    tr, mission = facts.tr, facts.mission.id
    counted = _counted(facts.now.commitments_of(mission), tr)
    if then is None:
        return counted
    before = tr.say(
        N_("As the half-year began: {counted}"), counted=_counted(then.commitments_of(mission), tr)
    )
    return f"{counted} {before}"


def _changed(one: Commitment, then: Situation | None) -> CommitmentStatus | None:
    """The status before, where the trail tells that it changed."""
    before = then.get(Commitment, one.id) if then is not None else None
    return before.status if before is not None and before.status is not one.status else None


def _status_and_before(one: Commitment, before: CommitmentStatus | None, tr: Translator) -> str:
    status = status_words(one, tr)
    if before is None:
        return status
    return f"{status}\n{tr.say(N_('before: {former}'), former=before)}"


def _changes(facts: MissionFacts, period: Period, then: Situation | None) -> Rows:
    tr = facts.tr
    rows = tuple(
        (
            str(one.number),
            one.text.in_language(tr.lang),
            office_title(facts, one.lead_office),
            _status_and_before(one, _changed(one, then), tr),
            one.reason if one.status is CommitmentStatus.NOT_PURSUED else one.evidence,
        )
        for one in facts.now.commitments_of(facts.mission.id)
        if within(period, one.status_date)
        or (one.status_date is None and _changed(one, then) is not None)
    )
    head = (
        tr.say(N_("No.")),
        tr.say(N_("Commitment")),
        tr.say(N_("Lead")),
        tr.say(N_("Status")),
        tr.say(N_("What shows it")),
    )
    return Rows(
        tr.say(N_("Commitments that changed")), head, rows,
        empty=tr.say(N_("No commitment changed its status in the half-year.")),
    )  # fmt: skip


def _milestones(facts: MissionFacts, period: Period) -> Rows:
    tr = facts.tr
    rows = []
    for one in facts.now.milestones_of(facts.mission.id):
        if not outcome(one, period):
            continue
        first = one.original_due or one.due
        rows.append((said(first, tr), one.title.in_language(tr.lang), _became(facts, one, period)))
    head = (tr.say(N_("First due")), tr.say(N_("Milestone")), tr.say(N_("What became of it")))
    return Rows(
        tr.say(N_("Milestones met, missed and moved")), head, tuple(rows),
        empty=tr.say(N_("No milestone was due in the half-year.")),
    )  # fmt: skip


def _became(facts: MissionFacts, one: Milestone, period: Period) -> str:
    tr = facts.tr
    mark = milestone_mark(one.status, tr).text
    moved = one.original_due is not None and one.original_due != one.due
    if one.status in _OVER or not one.due:
        return mark
    if moved:
        text = N_("{status}, now due {date}")
        shown = milestone_mark(MilestoneStatus.MOVED, tr).text
        return tr.say(text, status=shown, date=one.due)
    late = one.due.last < facts.now.today
    return tr.say(N_("{status}, overdue"), status=mark) if late else mark


def _figures(facts: MissionFacts, period: Period) -> Rows:
    """Figures of the key metric and of its indicators that were published in the half-year."""
    tr, now = facts.tr, facts.now
    metrics = [*now.key_metrics(facts.mission.id), *now.indicators_of(facts.mission.id)]
    rows = tuple(
        (
            metric.name.in_language(tr.lang),
            tr.period(seen.period),
            metric_words.figure(metric, seen.value, tr),
            said(seen.published, tr),
            tr.show(seen.status),
        )
        for metric in metrics
        for seen in now.observations_of(metric.id)
        if within(period, seen.published)
    )
    head = (
        tr.say(N_("Metric")),
        tr.say(N_("Period")),
        tr.say(N_("Figure")),
        tr.say(N_("Published")),
        tr.say(N_("Status")),
    )
    return Rows(
        tr.say(N_("Figures published")), head, rows, frozenset({2}),
        empty=tr.say(N_("No figure was published in the half-year.")),
    )  # fmt: skip


def _asked(facts: MissionFacts, period: Period) -> Rows:
    """What is due until the end of the half-year to come and not settled, the earliest first."""
    tr, until = facts.tr, following(period).last
    found = [
        (due, (said(due, tr), what, kind, who))
        for due, what, kind, who in _due(facts)
        if due is not None and due.last <= until
    ]
    found.sort(key=lambda row: row[0].last)
    rows = tuple(
        (
            tr.say(N_("{date}, overdue"), date=words[0])
            if due.last < facts.now.today
            else words[0],
            *words[1:],
        )
        for due, words in found
    )
    head = (
        tr.say(N_("Due")),
        tr.say(N_("What")),
        tr.say(N_("Kind")),
        tr.say(N_("Responsible")),
    )
    return Rows(
        tr.say(N_("Asked in the next half-year")), head, rows,
        empty=tr.say(N_("Nothing is due in the next half-year.")),
    )  # fmt: skip


def _due(facts: MissionFacts) -> list[tuple[Period | None, str, str, str]]:
    tr, now, mission = facts.tr, facts.now, facts.mission.id
    found: list[tuple[Period | None, str, str, str]] = [
        (one.due, one.title.in_language(tr.lang), tr.say(N_("Milestone")),
         office_title(facts, one.office))
        for one in now.milestones_of(mission)
        if one.status not in _OVER
    ]  # fmt: skip
    found += [
        (one.due, one.text.in_language(tr.lang), tr.say(N_("Commitment")),
         office_title(facts, one.lead_office))
        for one in now.commitments_of(mission)
        if one.status not in _SETTLED
    ]  # fmt: skip
    found += [
        (one.gate_due, f"{one.code} {one.title.in_language(tr.lang)}".strip(),
         tr.say(N_("Decision on an initiative")), office_title(facts, one.office))
        for one in by_code(now.initiatives_of(mission))
        if one.stage is not Stage.CLOSED
    ]  # fmt: skip
    return found
