# SPDX-License-Identifier: Apache-2.0
"""Composes the public quarterly report; it is given the published situation and nothing else."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, add_days
from missiondesk.domain.quarterly_content import QuarterlyContent
from missiondesk.domain.report_content import AttachedFile, ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.document_heads import document_head
from missiondesk.services.mission_plots import in_order
from missiondesk.services.mission_quarter import (
    milestones_ahead,
    milestones_met,
    quarter_of,
    within,
)
from missiondesk.services.report_facts import (
    MissionFacts,
    data_date,
    dated,
    method_note,
    said,
)
from missiondesk.services.standing_words import standing_sentences
from missiondesk.services.status_marks import rating_mark

MOST_NAMED = 6


def last_quarter(now: Situation) -> Period:
    """The last quarter that is over on the situation's day."""
    this = Period.of(now.today, "quarter")
    return Period.of(add_days(this.first, -1), "quarter")


def reported(public: Situation) -> list[Mission]:
    """The missions that the report is about: those the government answers for, by code."""
    return list(in_order(public))


def quarterly_report(
    public: Situation, quarter: Period, tr: Translator, files: tuple[AttachedFile, ...] = ()
) -> QuarterlyContent:
    """The report in one language.

    Args:
        public: What `published` left of the situation.
        quarter: The quarter that is reported on.
        files: The open data that go with it.
    """
    return _Report(public, quarter, tr).content(files)


class _Report:
    """One report on its way."""

    def __init__(self, now: Situation, quarter: Period, tr: Translator) -> None:
        self._now = now
        self._quarter = quarter
        self._tr = tr
        self._facts = [MissionFacts(now, one, tr) for one in reported(now)]

    def content(self, files: tuple[AttachedFile, ...]) -> QuarterlyContent:
        tr = self._tr
        return QuarterlyContent(
            head=self._head(),
            narrative=tuple(filter(None, (self._opening(), self._happened(), self._ahead()))),
            missions=tuple(quarter_of(facts, self._quarter) for facts in self._facts),
            caption=tr.say(
                N_("Sources: see “Method and sources”. Data as of {date}."),
                date=data_date(self._now, tr),
            ),
            metrics=self._metrics(),
            open_data=_open_data(files, tr),
            coming_report=self._coming_report(),
            method=method_note(self._facts, tr),
            attachments=files,
        )

    def _head(self) -> ReportHead:
        tr, now = self._tr, self._now
        title = tr.say(N_("The government's missions: {quarter}"), quarter=self._quarter)
        about = tr.say(N_("Quarterly report · data as of {date}"), date=data_date(now, tr))
        going_on = self._quarter.last >= now.today
        still = tr.say(N_("the quarter is not over")) if going_on else ""
        return document_head(now, tr, title, (still, about), public=True, code=str(self._quarter))

    # -- the opening -------------------------------------------------------------------
    def _opening(self) -> str:
        tr, count = self._tr, len(self._facts)
        if not count:
            return tr.say(N_("There is no agreed mission yet."))
        first = tr.plural(
            "The government has {count} mission with a target that can be measured.",
            "The government has {count} missions, each with a target that can be measured.",
            count,
        )
        ratings = [one.judged.rating for one in self._facts]
        return " ".join((first, *standing_sentences(ratings, tr)))

    def _happened(self) -> str:
        """What the quarter brought, as sentences."""
        tr = self._tr
        met = [
            f"{title} ({one.mission.code})"
            for one in self._facts
            for title in milestones_met(one, self._quarter)
        ]
        new = [
            f"{facts.metric.name.in_language(tr.lang)} ({facts.mission.code})"
            for facts in self._facts
            if facts.metric and any(within(self._quarter, one.published) for one in facts.seen)
        ]
        sentences = []
        if met:
            sentences.append(
                tr.say(
                    N_("In {quarter} these milestones were met: {titles}."),
                    quarter=self._quarter,
                    titles=_some(met, tr),
                )
            )
        if new:
            sentences.append(tr.say(N_("New figures came for: {names}."), names=_some(new, tr)))
        if not sentences:
            sentences.append(
                tr.say(
                    N_("In {quarter} no milestone was due and no new figure came."),
                    quarter=self._quarter,
                )
                if not self._any_due()
                else tr.say(
                    N_("In {quarter} no milestone was met and no new figure came."),
                    quarter=self._quarter,
                )
            )
        return " ".join(sentences)

    def _ahead(self) -> str:
        """What comes first, in a sentence."""
        tr = self._tr
        coming = sorted(
            (
                (due, one.title, facts.mission.code)
                for facts in self._facts
                for due, one in milestones_ahead(facts, self._quarter)
            ),
            key=lambda row: row[0].last,
        )
        if not coming:
            return ""
        due, title, code = coming[0]
        return tr.say(
            N_("The next milestone is “{title}” ({code}), due {date}."),
            title=title,
            code=code,
            date=due,
        )

    def _any_due(self) -> bool:
        return any(
            within(self._quarter, one.due)
            for facts in self._facts
            for one in self._now.milestones_of(facts.mission.id)
        )

    # -- all together ------------------------------------------------------------------
    def _metrics(self) -> Rows:
        tr = self._tr
        rows = tuple(
            (
                facts.name,
                facts.metric.name.in_language(tr.lang) if facts.metric else "–",
                *self._key_figures(facts),
                rating_mark(facts.judged.rating, tr).text,
            )
            for facts in self._facts
        )
        head = (
            tr.say(N_("Mission")),
            tr.say(N_("Key metric")),
            tr.say(N_("Baseline")),
            tr.say(N_("Latest figure")),
            tr.say(N_("Target")),
            tr.say(N_("Development")),
        )
        data = tr.say(N_("Data as of {date}."), date=data_date(self._now, tr))
        return Rows(tr.say(N_("All key metrics")), head, rows, note=data)

    def _key_figures(self, facts: MissionFacts) -> tuple[str, str, str]:
        metric, tr, latest = facts.metric, self._tr, facts.latest
        if metric is None:
            return "–", "–", "–"
        return (
            dated(metric_words.baseline(metric, tr), said(metric.baseline_period, tr)) or "–",
            dated(metric_words.latest(metric, latest, tr), said(latest.period if latest else None,
                                                               tr)) or "–",
            dated(metric_words.target(metric, tr), said(metric.target_period, tr)) or "–",
        )  # fmt: skip

    def _coming_report(self) -> str:
        tr = self._tr
        following = Period.of(add_days(self._quarter.last, 1), "quarter")
        return tr.say(
            N_("The next report is about {quarter} and comes after {date}."),
            quarter=following,
            date=following.last,
        )


def _some(names: list[str], tr: Translator) -> str:
    """The first of ``names`` as a list, the others counted."""
    left = len(names) - MOST_NAMED
    if left <= 0:
        return tr.list(names)
    return tr.list([*names[:MOST_NAMED], tr.plural("{count} other", "{count} others", left)])


def _open_data(files: tuple[AttachedFile, ...], tr: Translator) -> Rows:
    rows = tuple((one.name, one.description) for one in files)
    lead = tr.say(
        N_("The figures of this report lie beside it and inside it as files for machines.")
    )
    head = (tr.say(N_("File")), tr.say(N_("Content")))
    return Rows(tr.say(N_("Open data")), head, rows, lead=lead if rows else "")
