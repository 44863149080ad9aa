# SPDX-License-Identifier: Apache-2.0
"""Composes the pack of a stocktake from the data that the meeting is to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from missiondesk.domain.message import N_
from missiondesk.domain.milestone import Milestone, MilestoneStatus
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import add_days
from missiondesk.domain.report_content import ReportHead, Rows
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake, StocktakeState
from missiondesk.domain.stocktake_content import MissionStocktake, StocktakeContent
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.document_heads import document_head
from missiondesk.services.mission_plots import in_order
from missiondesk.services.report_facts import (
    MissionFacts,
    dated,
    method_note,
    said,
)
from missiondesk.services.report_rows import (
    commitment_rows,
    contribution_rows,
    learning_rows,
    milestone_rows,
)
from missiondesk.services.standing_words import standing_sentences

LOOK_BACK_DAYS = 92  # when there was no stocktake before
LOOK_AHEAD_DAYS = 183


def stocktake_pack(seen: Situation, stocktake: Stocktake, tr: Translator) -> StocktakeContent:
    """The pack in one language.

    Args:
        seen: The data that the stocktake shows; see `Stocktakes.seen`.
    """
    return _Pack(with_cutoff(seen, stocktake), stocktake, tr).content()


def with_cutoff(seen: Situation, stocktake: Stocktake) -> Situation:
    """``seen`` with the cut-off as the date of its data, which stands on every page."""
    records = {kind: seen.all(kind) for kind in seen.kinds}
    secretariat = replace(seen.secretariat, data_date=stocktake.data_cutoff)
    return Situation({**records, Secretariat: (secretariat,)}, seen.today)


def missions_of(seen: Situation, stocktake: Stocktake) -> list[Mission]:
    """The missions that the stocktake is about: its own, or all the government answers for."""
    if stocktake.mission is None:
        return list(in_order(seen))
    found = seen.get(Mission, stocktake.mission)
    return [found] if found else []


class _Pack:
    """One pack on its way."""

    def __init__(self, now: Situation, stocktake: Stocktake, tr: Translator) -> None:
        self._now = now
        self._stocktake = stocktake
        self._tr = tr
        self._facts = [MissionFacts(now, one, tr) for one in missions_of(now, stocktake)]

    def content(self) -> StocktakeContent:
        tr, lang, asked = self._tr, self._tr.lang, self._stocktake
        single = asked.mission is not None
        last = self._last(asked.mission)
        return StocktakeContent(
            head=self._head(),
            finding=self._finding(),
            missions=tuple(map(self._mission, self._facts)),
            overview=Rows() if single else self._overview(),
            caption=self._caption(),
            issues=lines(asked.issues, lang),
            decisions_asked=lines(asked.decisions_asked, lang),
            decisions_taken=lines(asked.decisions_taken, lang),
            last_decisions=lines(last.decisions_taken, lang) if last else (),
            last_held=tr.period(last.held) if last else "",
            method=method_note(self._facts, tr),
        )

    def _head(self) -> ReportHead:
        tr, asked = self._tr, self._stocktake
        about = tr.say(N_("all missions"))
        if asked.mission is not None:
            about = self._facts[0].name if self._facts else ""
        parts = (
            tr.say(N_("held {date}"), date=tr.when(asked.held))
            if asked.state is StocktakeState.HELD
            else tr.say(N_("to be held {date}"), date=tr.when(asked.held)),
            tr.say(N_("figures until {date}"), date=asked.data_cutoff),
            tr.show(asked.state),
        )
        title = tr.say(N_("Stocktake {number}: {about}"), number=str(asked.number), about=about)
        code = self._facts[0].mission.code if asked.mission is not None and self._facts else ""
        head = document_head(
            self._now,
            tr,
            title,
            tuple(dict.fromkeys(parts)),
            draft=not asked.state.fixed,
            code=f"{code}-{asked.number}".strip("-"),
        )
        # What it shows was read by its own cut-off, which the whole workspace may have passed.
        return replace(head, data_date=tr.period(asked.data_cutoff))

    def _finding(self) -> str:
        if self._stocktake.mission is not None:
            return self._facts[0].finding if self._facts else ""
        ratings = [one.judged.rating for one in self._facts]
        said = " ".join(standing_sentences(ratings, self._tr))
        return said or self._tr.say(N_("There is no agreed mission yet."))

    def _caption(self) -> str:
        """Date and method for charts of several missions; their sources stand at the end."""
        if not self._facts:
            return ""
        tr = self._tr
        sources = tr.say(N_("Sources: see “Method and sources”."))
        data = tr.say(N_("Data as of {date}."), date=self._stocktake.data_cutoff)
        return f"{sources} {data}"

    def _last(self, mission: str | None) -> Stocktake | None:
        """The stocktake before this one, of the same mission or of all."""
        asked = self._stocktake
        found = [
            one
            for one in self._now.stocktakes_of(mission or "")
            if one.id != asked.id and (one.held.last, one.number) < (asked.held.last, asked.number)
        ]
        return found[-1] if found else None

    def _since(self, last: Stocktake | None) -> date:
        if last is not None:
            return last.held.last
        return add_days(self._stocktake.held.last, -LOOK_BACK_DAYS)

    def _overview(self) -> Rows:
        tr = self._tr
        rows = tuple(map(self._overview_row, self._facts))
        head = (
            tr.say(N_("Mission")),
            tr.say(N_("Responsible")),
            tr.say(N_("Latest figure")),
            tr.say(N_("Target")),
            tr.say(N_("Development")),
            tr.say(N_("Delivery confidence")),
        )
        return Rows(
            tr.say(N_("The missions")),
            head,
            rows,
            empty=tr.say(N_("There is no agreed mission yet.")),
        )

    def _overview_row(self, facts: MissionFacts) -> tuple[str, ...]:
        tr, metric, latest = self._tr, facts.metric, facts.latest
        standing = facts.standing()
        seen = target = ""
        if metric is not None:
            seen = dated(
                metric_words.latest(metric, latest, tr), said(latest.period if latest else None, tr)
            )
            target = dated(metric_words.target(metric, tr), said(metric.target_period, tr))
        confidence = standing.confidence.text if standing.confidence else "–"
        return (
            facts.name,
            facts.responsible,
            seen or "–",
            target or "–",
            standing.rating.text,
            confidence,
        )

    def _mission(self, facts: MissionFacts) -> MissionStocktake:
        tr = self._tr
        own = self._last(facts.mission.id)
        last = own if self._stocktake.mission is not None else self._newest(own)
        since = self._since(last)
        return MissionStocktake(
            key=facts.mission.id,
            name=facts.name,
            sentence=facts.mission.sentence.in_language(tr.lang),
            finding=facts.finding,
            standing=facts.standing(),
            chart=facts.chart_words(),
            judgements=self._noted(N_("Source: the secretariat's assessments.")),
            estimates=self._noted(
                N_("Source: the latest figure, and the initiatives' own estimates.")
            ),
            milestones=milestone_rows(facts, lambda one: self._due(one, since)),
            commitments=commitment_rows(facts),
            contributions=contribution_rows(facts),
            learning=learning_rows(facts, lambda one: one.period.last > since),
            last_decisions=lines(own.decisions_taken, tr.lang) if own else (),
            last_held=tr.period(own.held) if own else "",
        )

    def _noted(self, source: str) -> str:
        """A source of the secretariat's own, with the date of the data."""
        data = self._tr.say(N_("Data as of {date}."), date=self._stocktake.data_cutoff)
        return f"{self._tr.say(source)} {data}"

    def _newest(self, own: Stocktake | None) -> Stocktake | None:
        """Of the mission's own last stocktake and the last of all missions the later one."""
        found = [one for one in (own, self._last(None)) if one is not None]
        return max(found, key=lambda one: one.held.last, default=None)

    def _due(self, milestone: Milestone, since: date) -> bool:
        """Late, due in the coming half-year, or met since last time."""
        if milestone.due is None:
            return milestone.status is not MilestoneStatus.MET
        until = add_days(self._stocktake.held.last, LOOK_AHEAD_DAYS)
        if milestone.status is MilestoneStatus.MET:
            return since <= milestone.due.last <= until
        return milestone.due.first <= until


def lines(text: Wording, language: str) -> tuple[str, ...]:
    """A line each, as issues and decisions are typed."""
    found = text.in_language(language).splitlines()
    return tuple(line.strip() for line in found if line.strip())
