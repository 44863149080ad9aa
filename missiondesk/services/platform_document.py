# SPDX-License-Identifier: Apache-2.0
"""Composes the printed platform and its table from platform to letters."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.platform_content import ChapterContent, CoverageContent, PlatformContent
from missiondesk.domain.platform_coverage import Coverage, coverage, numbered
from missiondesk.domain.report_content import NO_ROWS, MethodNote, ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.document_heads import document_head
from missiondesk.services.platform_money import money_by_year
from missiondesk.services.report_facts import (
    MissionFacts,
    dated,
    method_note,
    said,
)


def platform_content(now: Situation, tr: Translator, public: bool = False) -> PlatformContent:
    """The platform in one language.

    Args:
        now: The situation; for a public platform the published one. Whether goals became letters
            is the government's own business: in public it is left out.
    """
    return _Platform(now, tr, public).content()


def coverage_content(now: Situation, tr: Translator) -> CoverageContent:
    """The table from platform to letters, which is internal."""
    return _Platform(now, tr, False).coverage_alone()


def coverage_finding(rows: tuple[Coverage, ...], tr: Translator) -> str:
    """How many goals reached a letter in force, with nothing missing on the way; a sentence."""
    if not rows:
        return tr.say(N_("The platform has no goals yet."))
    whole = sum(not row.fallen for row in rows)
    return tr.plural(
        "{whole} of {count} goal has come all the way from platform to letter",
        "{whole} of {count} goals have come all the way from platform to letter",
        len(rows),
        whole=whole,
    )


def platform_title(now: Situation, tr: Translator) -> str:
    """The platform's own title, else what it is."""
    return now.secretariat.platform_title.in_language(tr.lang).strip() or tr.say(
        N_("Government platform")
    )


def letter_words(row: Coverage, tr: Translator) -> str:
    """Number and state of the letter, "" without one."""
    if row.letter is None:
        return ""
    return ", ".join(filter(None, (row.letter.number, tr.show(row.letter.state))))


class _Platform:
    """One platform on its way to paper."""

    def __init__(self, now: Situation, tr: Translator, public: bool) -> None:
        self._now = now
        self._tr = tr
        self._public = public

    def content(self) -> PlatformContent:
        tr, kept = self._tr, self._now.secretariat
        rows = coverage(self._now)
        agreed = tr.say(N_("agreed {date}"), date=kept.platform_date) if kept.platform_date else ""
        return PlatformContent(
            head=self._head(platform_title(self._now, tr), agreed),
            parties=self._behind(kept.platform_parties),
            summary=self._summary(rows),
            chapters=tuple(map(self._chapter, self._now.chapters)),
            money=money_by_year(self._now, tr),
            coverage=NO_ROWS if self._public else self._table(rows),
            fallen=() if self._public else self._fallen(rows),
            method=self._method(),
        )

    def coverage_alone(self) -> CoverageContent:
        tr, rows = self._tr, coverage(self._now)
        title = tr.say(N_("From platform to letters"))
        return CoverageContent(
            head=self._head(title, platform_title(self._now, tr)),
            finding=f"{coverage_finding(rows, tr).rstrip('.')}.",
            coverage=self._table(rows),
            fallen=self._fallen(rows),
            method=self._method(),
        )

    def _head(self, title: str, about: str) -> ReportHead:
        draft = self._now.secretariat.platform_date is None
        return document_head(self._now, self._tr, title, (about,), public=self._public, draft=draft)

    def _behind(self, parties: str) -> str:
        parties = parties.strip().rstrip(".")
        return self._tr.say(N_("Agreed by {parties}."), parties=parties) if parties else ""

    def _summary(self, rows: tuple[Coverage, ...]) -> str:
        tr = self._tr
        if not self._now.chapters:
            return tr.say(N_("The platform has no chapters yet."))
        missions = len({row.mission.id for row in rows if row.mission})
        return tr.say(
            N_("The platform has {chapters} with {goals}, which {missions} serve."),
            chapters=tr.plural("{count} chapter", "{count} chapters", len(self._now.chapters)),
            goals=tr.plural("{count} goal", "{count} goals", len(rows)),
            missions=tr.plural("{count} mission", "{count} missions", missions),
        )

    # -- chapters ------------------------------------------------------------------------
    def _chapter(self, chapter: PlatformChapter) -> ChapterContent:
        tr, goals = self._tr, self._now.goals_of(chapter.id)
        narrative = chapter.narrative.in_language(tr.lang)
        return ChapterContent(
            title=f"{chapter.number} {chapter.title.in_language(tr.lang)}".strip(),
            narrative=tuple(part for part in narrative.split("\n\n") if part.strip()),
            goals=Rows(
                head=tuple(map(tr.say, (N_("No."), N_("Goal"), N_("Responsible"), N_("Due"),
                                        N_("Agreed by")))),
                rows=tuple(self._goal(chapter, goal) for goal in goals),
                empty=tr.say(N_("The chapter has no goals yet.")),
                lead="",
            ),
            missions=self._missions(goals),
        )  # fmt: skip

    def _goal(self, chapter: PlatformChapter, goal: PlatformGoal) -> tuple[str, ...]:
        tr = self._tr
        return (
            numbered(chapter, goal),
            goal.text.in_language(tr.lang),
            self._office(goal.office),
            said(goal.due, tr),
            goal.agreed_by,
        )

    def _office(self, key: str | None) -> str:
        found = self._now.get(Office, key)
        return found.title.in_language(self._tr.lang) if found else ""

    def _missions(self, goals: tuple[PlatformGoal, ...]) -> Rows:
        """The missions that serve the chapter, each once."""
        tr, now = self._tr, self._now
        keys = dict.fromkeys(goal.mission for goal in goals if goal.mission)
        found = [one for one in (now.get(Mission, key) for key in keys) if one is not None]
        if not found:
            return NO_ROWS
        return Rows(
            title=tr.say(N_("Missions that serve the chapter")),
            head=tuple(map(tr.say, (N_("Mission"), N_("Key metric"), N_("Latest figure"),
                                    N_("Target"), N_("Responsible")))),
            rows=tuple(self._mission(MissionFacts(now, one, tr)) for one in found),
        )  # fmt: skip

    def _mission(self, facts: MissionFacts) -> tuple[str, ...]:
        tr, metric, latest = self._tr, facts.metric, facts.latest
        if metric is None:
            none = tr.say(N_("no key metric yet"))
            return (facts.name, none, "", "", facts.responsible)
        return (
            facts.name,
            metric.name.in_language(tr.lang),
            dated(metric_words.latest(metric, latest, tr), said(latest and latest.period, tr)),
            dated(metric_words.target(metric, tr), said(metric.target_period, tr)),
            facts.responsible,
        )

    # -- from platform to letters --------------------------------------------------------
    def _table(self, rows: tuple[Coverage, ...]) -> Rows:
        tr = self._tr
        return Rows(
            title=tr.say(N_("From platform to letters")),
            head=tuple(map(tr.say, (N_("Goal"), N_("Mission"), N_("Metric ready?"), N_("Letter"),
                                    N_("Commitments")))),
            rows=tuple(map(self._row, rows)),
            empty=tr.say(N_("The platform has no goals yet.")),
        )  # fmt: skip

    def _row(self, row: Coverage) -> tuple[str, ...]:
        tr = self._tr
        goal = f"{row.number} {row.goal.text.in_language(tr.lang)}"
        if row.mission is None:
            return (goal, tr.say(N_("■ none")), "–", "–", "–")
        ready = tr.say(N_("✓ yes"))
        if row.unready:
            ready = "▲ " + ", ".join(map(tr.tell, row.unready))
        letter = letter_words(row, tr) or tr.say(N_("■ none"))
        promised = tr.number(len(row.commitments)) if row.commitments else tr.say(N_("■ none"))
        return (goal, MissionFacts(self._now, row.mission, tr).name, ready, letter, promised)

    def _fallen(self, rows: tuple[Coverage, ...]) -> tuple[str, ...]:
        tr = self._tr
        return tuple(
            tr.say(
                N_("{number} {goal}: {why}"),
                number=row.number,
                goal=row.goal.text.in_language(tr.lang).rstrip("."),
                why=" ".join(map(tr.tell, row.fallen)),
            )
            for row in rows
            if row.fallen
        )

    def _method(self) -> MethodNote:
        """How the table is made, and the sources of the missions' figures."""
        tr = self._tr
        served = {goal.mission for goal in self._now.all(PlatformGoal)}
        facts = [MissionFacts(self._now, one, tr) for one in self._now.missions if one.id in served]
        sources = method_note(facts, tr).sources
        if self._public:
            return MethodNote((), sources)
        ready = tr.say(
            N_(
                "A goal has come all the way when a mission serves it, the mission has key metric, "
                "baseline, dated target and an accountable minister, its letter is in force, and "
                "something is promised under it (N8)."
            )
        )
        return MethodNote((ready,), sources)
