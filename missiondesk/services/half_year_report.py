# SPDX-License-Identifier: Apache-2.0
"""Composes the half-year report: of one mission to the leadership, or of all to the government."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.half_year_content import HalfYearContent
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.report_content import ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.half_year_facts import counts_of, half_year_of, outcome
from missiondesk.services.mission_plots import in_order
from missiondesk.services.past import on_the_eve
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.publication import published
from missiondesk.services.report_facts import MissionFacts, data_date, dated, method_note, said
from missiondesk.services.report_plots import report_plots
from missiondesk.services.standing_words import standing_sentences
from missiondesk.services.status_marks import rating_mark

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def half_year_job(order: Order) -> PrintJob:
    """The report of all missions, or of the one that the order names, on the order's half-year or
    the last one that is over.
    """
    now, tr = order.now, order.tr
    mission = now.get(Mission, order.subject)
    period = order.covering("half_year") or last_half_year(now)
    then = on_the_eve(order.session.store, order.session.situation, period.first)
    if then is not None and order.public:
        then = published(then)
    content = half_year_report(now, period, tr, order.public, mission, then)
    plots = report_plots(now, [mission] if mission is not None else list(in_order(now)), tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.half_year import print_half_year

        return print_half_year(content, plots)

    code = mission.code if mission is not None else ""
    name = order.named(tr.say_in("file name", "half-year-report"), code, str(period))
    return PrintJob(name, content.head.title, make)


def last_half_year(now: Situation) -> Period:
    """The last half-year that is over on the situation's day."""
    this = Period.of(now.today, "half_year")
    return Period.of(this.first - timedelta(days=1), "half_year")


def half_year_report(
    now: Situation,
    period: Period,
    tr: Translator,
    public: bool,
    mission: Mission | None = None,
    then: Situation | None = None,
) -> HalfYearContent:
    """The report in one language.

    Args:
        now: The situation; for a public report the published one.
        period: The half-year that is reported on.
        mission: The only mission, or None for all that the government answers for.
        then: The situation as the half-year began, or None where the trail does not go so far;
            for a public report its published part.
    """
    return _Report(now, period, tr, public, mission, then).content()


class _Report:
    """One report on its way."""

    def __init__(
        self,
        now: Situation,
        period: Period,
        tr: Translator,
        public: bool,
        mission: Mission | None,
        then: Situation | None,
    ) -> None:
        self._now = now
        self._then = then
        self._period = period
        self._tr = tr
        self._public = public
        self._mission = mission
        missions = in_order(now) if mission is None else (mission,)
        self._facts = [MissionFacts(now, one, tr) for one in missions]

    def content(self) -> HalfYearContent:
        tr, several = self._tr, self._mission is None
        return HalfYearContent(
            head=self._head(),
            opening=tuple(filter(None, (self._standing(), self._brought()))),
            missions=tuple(half_year_of(facts, self._period, self._then) for facts in self._facts),
            overview=self._overview() if several else Rows(),
            commitments=self._commitments() if several else Rows(),
            caption=tr.say(
                N_("Sources: see “Method and sources”. Data as of {date}."),
                date=data_date(self._now, tr),
            ),
            method=method_note(self._facts, tr),
        )

    def _head(self) -> ReportHead:
        tr, now = self._tr, self._now
        if self._mission is None:
            title = tr.say(N_("Half-year report on the missions: {period}"), period=self._period)
            about = tr.say(N_("to the government"))
        else:
            title = tr.say(
                N_("Half-year report, {period}: {name}"),
                period=self._period,
                name=self._facts[0].name,
            )
            from_whom = self._facts[0].responsible
            to = now.secretariat.sender.in_language(tr.lang)
            about = tr.say(N_("from {office} to {reader}"), office=from_whom, reader=to)
            about = about if from_whom and to else ""
        going_on = self._period.last >= now.today
        still = tr.say(N_("the half-year is not over")) if going_on else ""
        return document_head(
            now, tr, title, (still, about), public=self._public,
            draft=going_on,
            code=self._mission.code if self._mission else "",
        )  # fmt: skip

    # -- the opening -------------------------------------------------------------------
    def _standing(self) -> str:
        tr = self._tr
        if self._mission is not None:
            return ""
        ratings = [one.judged.rating for one in self._facts]
        return " ".join(standing_sentences(ratings, tr)) or tr.say(
            N_("There is no agreed mission yet.")
        )

    def _brought(self) -> str:
        """Milestones met, missed and moved, and commitments that changed, in a sentence."""
        tr = self._tr
        became = [
            one
            for facts in self._facts
            for one in self._now.milestones_of(facts.mission.id)
            if outcome(one, self._period)
        ]
        met = sum(one.status is MilestoneStatus.MET for one in became)
        moved = sum(
            one.status is not MilestoneStatus.MET
            and one.original_due is not None
            and one.original_due != one.due
            for one in became
        )
        changed = sum(
            one.status_date is not None
            and self._period.first <= one.status_date.last <= self._period.last
            for facts in self._facts
            for one in self._now.commitments_of(facts.mission.id)
        )
        milestones = tr.plural(
            "In {period}: {count} milestone, of which {met} met, {moved} moved and {left} not "
            "met.",
            "In {period}: {count} milestones, of which {met} met, {moved} moved and {left} not "
            "met.",
            len(became), period=self._period, met=met, moved=moved,
            left=len(became) - met - moved,
        )  # fmt: skip
        commitments = tr.plural(
            "{count} commitment changed its status.",
            "{count} commitments changed their status.",
            changed,
        )
        none = tr.say(N_("In {period} no milestone was due."), period=self._period)
        return f"{milestones if became else none} {commitments}"

    # -- all together ------------------------------------------------------------------
    def _overview(self) -> Rows:
        tr = self._tr
        head = (
            tr.say(N_("Mission")),
            tr.say(N_("Responsible")),
            tr.say(N_("Latest figure")),
            tr.say(N_("Target")),
            tr.say(N_("Development as the half-year began")),
            tr.say(N_("Development")),
            tr.say(N_("Delivery confidence")),
        )
        rows = tuple(map(self._overview_row, self._facts))
        return Rows(
            tr.say(N_("The missions")), head, rows,
            empty=tr.say(N_("There is no agreed mission yet.")),
        )  # fmt: skip

    def _overview_row(self, facts: MissionFacts) -> tuple[str, ...]:
        tr, metric, latest, standing = self._tr, facts.metric, facts.latest, facts.standing()
        seen = target = ""
        if metric is not None:
            seen = dated(
                metric_words.latest(metric, latest, tr), said(latest.period if latest else None, tr)
            )
            target = dated(metric_words.target(metric, tr), said(metric.target_period, tr))
        confidence = standing.confidence.text if standing.confidence else ""
        return (
            facts.name,
            facts.responsible,
            seen or "–",
            target or "–",
            self._rating_then(facts.mission),
            standing.rating.text,
            confidence or ("" if self._public else "–"),
        )

    def _rating_then(self, mission: Mission) -> str:
        """The rating as the half-year began; "" leaves the column out."""
        then = self._then
        if then is None:
            return ""
        if then.get(Mission, mission.id) is None:
            return "–"
        return rating_mark(then.judgement_of(mission.id).rating, self._tr).text

    def _commitments(self) -> Rows:
        tr = self._tr
        counts = [
            counts_of(self._now.commitments_of(one.mission.id), self._now.today)
            for one in self._facts
        ]
        rows = [
            (one.name, *map(tr.number, row)) for one, row in zip(self._facts, counts, strict=True)
        ]
        total = len(rows) > 1
        if total:
            sums = [sum(column) for column in zip(*counts, strict=True)]
            rows.append((tr.say(N_("In all")), *map(tr.number, sums)))
        head = (
            tr.say(N_("Mission")),
            *(tr.show(status) for status in CommitmentStatus),
            tr.say(N_("Overdue")),
            tr.say(N_("In all")),
        )
        return Rows(
            tr.say(N_("Commitments by status")), head, tuple(rows),
            frozenset(range(1, len(head))), total=total,
        )  # fmt: skip
