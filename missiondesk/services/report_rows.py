# SPDX-License-Identifier: Apache-2.0
"""Tables that reports have of a mission: milestones, commitments, contributions, learning."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.organisation import Office
from missiondesk.domain.rating import Rating
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services.initiatives import by_code
from missiondesk.services.report_facts import MissionFacts, said
from missiondesk.services.status_marks import commitment_mark, milestone_mark

STRONGEST = 5


def office_title(facts: MissionFacts, office: str | None) -> str:
    """Title of an office, or ""."""
    found = facts.now.get(Office, office)
    return found.title.in_language(facts.tr.lang) if found else ""


def milestone_rows(facts: MissionFacts, wanted: Callable[[Milestone], bool]) -> Rows:
    """The milestones that are ``wanted``, by date."""
    tr = facts.tr
    rows = []
    for one in facts.now.milestones_of(facts.mission.id):
        if not wanted(one):
            continue
        status = milestone_mark(one.status, tr).text
        if one.original_due is not None and one.original_due != one.due:
            moved = tr.say(N_("first due {date}"), date=one.original_due)
            status = f"{status}, {moved}"
        rows.append(
            (
                tr.period(one.due) if one.due else tr.say(N_("no date yet")),
                one.title.in_language(tr.lang),
                tr.show(one.kind),
                office_title(facts, one.office),
                status,
            )
        )
    head = (
        tr.say(N_("Date")),
        tr.say(N_("Milestone")),
        tr.say(N_("Kind")),
        tr.say(N_("Responsible")),
        tr.say(N_("Status")),
    )
    return Rows(
        tr.say(N_("Milestones due")), head, tuple(rows), empty=tr.say(N_("No milestone is due."))
    )


def commitment_rows(facts: MissionFacts) -> Rows:
    """All commitments with lead, date, status and what shows it."""
    tr = facts.tr
    rows = []
    for one in facts.now.commitments_of(facts.mission.id):
        status = commitment_mark(one.status, tr).text
        if one.status_date is not None:
            status = f"{status} ({tr.period(one.status_date)})"
        why = one.reason if one.status is CommitmentStatus.NOT_PURSUED else one.evidence
        due = (said(one.due, tr), tr.show(one.cadence) if one.cadence else "")
        rows.append(
            (
                str(one.number),
                one.text.in_language(tr.lang),
                office_title(facts, one.lead_office),
                ", ".join(filter(None, due)),
                status,
                why,
            )
        )
    head = (
        tr.say(N_("No.")),
        tr.say(N_("Commitment")),
        tr.say(N_("Lead")),
        tr.say(N_("Due")),
        tr.say(N_("Status")),
        tr.say(N_("What shows it")),
    )
    return Rows(
        tr.say(N_("Commitments")), head, tuple(rows), empty=tr.say(N_("No commitment was made."))
    )


def live_initiatives(facts: MissionFacts) -> list[Initiative]:
    """Initiatives that are not closed, by code."""
    found = by_code(facts.now.initiatives_of(facts.mission.id))
    return [one for one in found if one.stage is not Stage.CLOSED]


def contribution_rows(facts: MissionFacts) -> Rows:
    """What each live initiative is expected to add, and whether it closes the gap (P5)."""
    tr, metric = facts.tr, facts.metric
    title = tr.say(N_("From today to the target"))
    if metric is None or metric.target_shape is TargetShape.BINARY:
        return Rows()
    rows = tuple(
        (
            f"{one.code} {one.title.in_language(tr.lang)}".strip(),
            tr.show(one.stage),
            in_unit(metric, one.contribution, tr) or tr.say(N_("not estimated")),
            _range(metric, one, tr),
            said(one.contribution_period, tr),
            said(one.gate_due, tr),
        )
        for one in live_initiatives(facts)
    )
    head = (
        tr.say(N_("Initiative")),
        tr.say(N_("Stage")),
        tr.say(N_("Contribution")),
        tr.say(N_("Range")),
        tr.say(N_("By")),
        tr.say(N_("Next decision")),
    )
    return Rows(
        title,
        head,
        rows,
        frozenset({2}),
        lead=_gap(facts, metric),
        empty=tr.say(N_("No initiative is under way.")),
    )


def _gap(facts: MissionFacts, metric: OutcomeMetric) -> str:
    """The way that is left against the sum of what is expected."""
    tr, latest, level = facts.tr, facts.latest, metric.target_level
    if latest is None:
        return tr.say(N_("The key metric has no figure yet, so the way to the target is unknown."))
    if level is None or facts.judged.rating is Rating.ACHIEVED:
        return ""
    gap = level - latest.value
    values = [one.contribution for one in live_initiatives(facts)]
    known = [value for value in values if value is not None]
    if not gap or not known:
        return ""
    total = sum(known, Decimal(0))
    said = tr.say(
        N_("The way to the target is {gap}; the initiatives are expected to give {total}."),
        gap=in_unit(metric, gap, tr),
        total=in_unit(metric, total, tr),
    )
    missing = gap - total
    if missing and (missing > 0) == (gap > 0):
        size = in_unit(metric, abs(missing), tr).removeprefix("+")
        lacks = tr.say(N_("{missing} are not covered."), missing=size)
        said = f"{said} {lacks}"
    if len(known) < len(values):
        unknown = tr.plural(
            "{count} initiative has no estimate.",
            "{count} initiatives have no estimate.",
            len(values) - len(known),
        )
        said = f"{said} {unknown}"
    return said


def in_unit(metric: OutcomeMetric, change: Decimal | None, tr: Translator) -> str:
    """A signed change in the metric's unit, of a percentage in percentage points; "" for none."""
    if change is None:
        return ""
    unit = metric.unit.in_language(tr.lang).strip()
    unit = tr.say(N_("percentage points")) if unit == "%" else unit
    return f"{_signed(metric, change, tr)}\u00a0{unit}".strip()


def _signed(metric: OutcomeMetric, change: Decimal, tr: Translator) -> str:
    """With the metric's decimals, so that changes below each other have the same, or with more."""
    given = -int(change.normalize().as_tuple().exponent)
    return tr.signed(change, max(metric.decimals, given))


def _range(metric: OutcomeMetric, one: Initiative, tr: Translator) -> str:
    if one.contribution_low is None or one.contribution_high is None:
        return ""
    low, high = sorted((one.contribution_low, one.contribution_high))
    return tr.say(
        N_("{low} to {high}"), low=_signed(metric, low, tr), high=_signed(metric, high, tr)
    )


def learning_rows(facts: MissionFacts, wanted: Callable[[LearningEntry], bool]) -> Rows:
    """What was learned, newest first: believed and did, saw, so what."""
    tr = facts.tr
    rows = []
    for one in reversed(facts.now.learning_of(facts.mission.id)):
        if not wanted(one):
            continue
        source = tr.show(one.source)
        if one.strength is not None:
            source = tr.say(
                N_("{source}, strength {strength} of {most}"),
                source=source,
                strength=one.strength,
                most=STRONGEST,
            )
        decision = one.decision.in_language(tr.lang)
        if decision:
            decision = tr.say(N_("Decision: {text}"), text=decision)
        rows.append(
            (
                _lines(tr.period(one.period), source),
                _lines(one.hypothesis.in_language(tr.lang), one.did.in_language(tr.lang)),
                one.saw.in_language(tr.lang),
                _lines(one.so_what.in_language(tr.lang), decision),
            )
        )
    head = (
        tr.say(N_("When and from what")),
        tr.say(N_("We believed and did")),
        tr.say(N_("We saw")),
        tr.say(N_("So what")),
    )
    return Rows(
        tr.say(N_("Learned since last time")),
        head,
        tuple(rows),
        empty=tr.say(N_("Nothing has been noted as learned since last time.")),
    )


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text.strip())
