# SPDX-License-Identifier: Apache-2.0
"""Composes the portfolio review: what wants a decision, the balance, the money, all by stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.portfolio import days_overdue, frame_of, is_zombie
from missiondesk.domain.portfolio_content import MissionGap, PortfolioReviewContent
from missiondesk.domain.portfolio_sides import Side
from missiondesk.domain.report_content import ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.initiatives import by_code
from missiondesk.services.mission_plots import in_order
from missiondesk.services.money_rows import money_by_stage
from missiondesk.services.portfolio_balance import Balance
from missiondesk.services.portfolio_money import (
    MoneyRow,
    frame_and_spent,
    money_by_source,
    money_table,
)
from missiondesk.services.portfolio_rows import closed_rows, shown_light, unanswered
from missiondesk.services.portfolio_views import (
    balance_plot,
    bubble_plot,
    funnel_plot,
    mission_map_rows,
)
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import MissionFacts, data_date, method_note, said
from missiondesk.services.report_plots import mission_plots
from missiondesk.services.report_rows import contribution_rows

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def portfolio_review_job(order: Order) -> PrintJob:
    """The review of the whole portfolio, or of the mission that the order names."""
    now, tr = order.now, order.tr
    mission = now.get(Mission, order.subject)
    content = portfolio_review(now, tr, order.public, mission)
    plots = {one.key: mission_plots(now, one.key, tr) for one in content.gaps}
    whole = (
        ()
        if mission is not None
        else (Side.STAGE, Side.RISK, Side.FACET, Side.INSTRUMENT, Side.MINISTRY)
    )
    # A side on which nothing is said has no picture: in public, what is not published.
    told = [side for side in whole if any(side.cell(now, one) for one in now.initiatives)]
    sides = tuple(balance_plot(now, side, tr) for side in told)
    bubbles = bubble_plot(now, tr, mission.id if mission is not None else "")
    funnel = funnel_plot(now, tr) if whole else None

    def make() -> PrintedDocument:
        from missiondesk.documents.mission_plots import ReportPlots
        from missiondesk.documents.portfolio import print_portfolio_review

        shown = ReportPlots(missions=plots, bubbles=bubbles, balance=sides, funnel=funnel)
        return print_portfolio_review(content, shown)

    code = mission.code if mission is not None else ""
    name = order.named(tr.say_in("file name", "portfolio-review"), code)
    return PrintJob(name, content.head.title, make)


def portfolio_review(
    now: Situation, tr: Translator, public: bool, mission: Mission | None = None
) -> PortfolioReviewContent:
    """The review in one language.

    Args:
        now: The situation; for a public review the published one.
        mission: The only mission, or None for all, orphans among them.
    """
    return _Review(now, tr, public, mission).content()


class _Review:
    """One review on its way."""

    def __init__(
        self, now: Situation, tr: Translator, public: bool, mission: Mission | None
    ) -> None:
        self._now = now
        self._tr = tr
        self._public = public
        self._mission = mission
        owned = now.initiatives if mission is None else now.initiatives_of(mission.id)
        self._all = by_code(owned)
        self._live = [one for one in self._all if one.stage is not Stage.CLOSED]
        self._facts = [
            MissionFacts(now, one, tr) for one in (in_order(now) if mission is None else [mission])
        ]

    def content(self) -> PortfolioReviewContent:
        tr = self._tr
        attention, sides = self._attention(), Balance(self._now, self._live, tr)
        return PortfolioReviewContent(
            head=self._head(),
            finding=self._finding(len(attention.rows)),
            attention=attention,
            warnings=tuple(sides.warnings(self._all)),
            gates=self._gates(),
            balance=tuple(sides.rows()),
            money=money_by_stage(self._all, tr),
            sources=_sources(self._now, self._live, tr),
            spent=money_table(tr.say(N_("Frames and spent")), self._spent(), tr, total=False),
            map=mission_map_rows(self._now, tr) if self._mission is None else Rows(),
            initiatives=tuple(self._by_stage()),
            closed=closed_rows(self._all, self._now, tr),
            gaps=tuple(map(self._gap, self._facts)),
            method=method_note(self._facts, tr),
        )

    def _head(self) -> ReportHead:
        tr = self._tr
        about = tr.say(N_("all missions"))
        if self._mission is not None:
            about = self._facts[0].name
        return document_head(
            self._now, tr, tr.say(N_("Portfolio review: {about}"), about=about),
            public=self._public, code=self._mission.code if self._mission else "",
        )  # fmt: skip

    def _finding(self, wanting: int) -> str:
        tr = self._tr
        if not self._all:
            return tr.say(N_("No initiative has been recorded."))
        first = tr.plural(
            "{count} initiative is under way", "{count} initiatives are under way", len(self._live)
        )
        money = sum(map(frame_of, self._live))
        framed = tr.say(N_("with frames of {money}"), money=tr.money(money)) if money else ""
        wants = tr.say(N_("Nothing wants a decision now."))
        if wanting:
            wants = tr.plural(
                "{count} thing wants a decision.", "{count} things want a decision.", wanting
            )
        standing = " ".join(filter(None, (first, framed))).removesuffix(".")
        return f"{standing}. {wants}"

    # -- what wants a decision ---------------------------------------------------------
    def _attention(self) -> Rows:
        tr = self._tr
        rows = [row for one in self._live for row in self._of_initiative(one)]
        for facts in self._facts:
            owned = self._now.initiatives_of(facts.mission.id)
            if all(one.stage is Stage.CLOSED for one in owned):
                said = tr.say(N_("The mission has no initiative."))
                rows.append((facts.name, said, tr.say(N_("Add the first initiative.")), "P9"))
        head = (
            tr.say(N_("What")),
            tr.say(N_("What is the matter")),
            tr.say(N_("What can be done")),
            tr.say(N_("Rule")),
        )
        return Rows(
            tr.say(N_("What wants a decision")), head, tuple(rows),
            empty=tr.say(N_("Nothing wants a decision now.")),
        )  # fmt: skip

    def _of_initiative(self, one: Initiative) -> list[tuple[str, ...]]:
        tr, today = self._tr, self._now.today
        rows: list[tuple[str, ...]] = []
        name, late = self._name(one), days_overdue(one, today)
        if late and one.gate_due is not None:
            matter = tr.plural(
                "The decision was due {date}, {count} day ago.",
                "The decision was due {date}, {count} days ago.",
                late,
                date=tr.when(one.gate_due),
            )
            rows.append((name, matter, tr.say(N_("Decide with a gate memo.")), "P2"))
        if is_zombie(one, today):
            matter = tr.say(
                N_("A pilot since {date} with no decision ahead."), date=one.stage_since
            )
            rows.append((name, matter, tr.say(N_("Scale, change or stop it.")), "P4"))
        rows += [(name, *told) for told in unanswered(one, self._now, tr)]
        if one.mission is None or self._now.get(Mission, one.mission) is None:
            matter = tr.say(N_("The initiative serves no mission."))
            rows.append((name, matter, tr.say(N_("Place it under a mission, or close it.")), "P9"))
        return rows

    # -- gates -------------------------------------------------------------------------
    def _gates(self) -> Rows:
        tr, today = self._tr, self._now.today
        dated = [(one.gate_due, one) for one in self._live if one.gate_due is not None]
        dated.sort(key=lambda row: row[0].last)
        rows = [
            (
                tr.period(due),
                self._name(one),
                tr.show(one.stage),
                tr.say(N_("overdue")) if days_overdue(one, today) else tr.say(N_("ahead")),
            )
            for due, one in dated
        ]
        rows += [
            (tr.say(N_("no date yet")), self._name(one), tr.show(one.stage), "–")
            for one in self._live
            if one.gate_due is None and one.stage is not Stage.IDEA
        ]
        head = (tr.say(N_("Date")), tr.say(N_("Initiative")), tr.say(N_("Stage")),
                tr.say(N_("Status")))  # fmt: skip
        return Rows(
            tr.say(N_("Decisions by date")), head, tuple(rows),
            empty=tr.say(N_("No decision is planned.")),
        )  # fmt: skip

    def _spent(self) -> tuple[MoneyRow, ...]:
        """Frames beside what was spent, once anything was."""
        if not any(one.spent for one in self._all):
            return ()
        return frame_and_spent(self._all, self._tr)

    # -- all of them -------------------------------------------------------------------
    def _by_stage(self) -> list[Rows]:
        tr = self._tr
        head = (
            tr.say(N_("Initiative")),
            tr.say(N_("Mission")),
            tr.say(N_("Responsible")),
            tr.say(N_("Since")),
            tr.say_in("traffic light", "Light"),
            tr.say(N_("Next decision")),
            tr.say(N_("Frame, DKK m")),
        )
        tables = []
        for stage in Stage:
            found = [one for one in self._live if one.stage is stage]
            rows = tuple(self._row(one) for one in found)
            title = tr.say(N_("{stage} ({count})"), stage=stage, count=len(found))
            if rows:
                tables.append(Rows(title, head, rows, frozenset({6})))
        return tables

    def _row(self, one: Initiative) -> tuple[str, ...]:
        tr = self._tr
        mission = self._now.get(Mission, one.mission)
        office = self._now.get(Office, one.office)
        money = frame_of(one)
        return (
            self._name(one),
            mission.code if mission else "–",
            office.title.in_language(tr.lang) if office else "",
            said(one.stage_since, tr),
            "" if self._public else shown_light(one, self._now, tr),
            said(one.gate_due, tr) or "–",
            tr.millions(money) if money else "–",
        )

    def _gap(self, facts: MissionFacts) -> MissionGap:
        tr = self._tr
        source = tr.say(N_("Source: the latest figure, and the initiatives' own estimates."))
        data = tr.say(N_("Data as of {date}."), date=data_date(self._now, tr))
        rows = contribution_rows(facts)
        if rows.lead and facts.mission.code:
            # It may stand on the page after the heading and the chart.
            said = tr.say(N_("{name}: {what}"), name=facts.mission.code, what=rows.lead)
            rows = replace(rows, lead=said)
        return MissionGap(facts.mission.id, facts.name, rows, f"{source} {data}")

    def _name(self, one: Initiative) -> str:
        return f"{one.code} {one.title.in_language(self._tr.lang)}".strip()


def _sources(now: Situation, live: Sequence[Initiative], tr: Translator) -> Rows:
    """Money by source; where not every frame has its sources it says so."""
    rows = money_by_source(now, live, tr)
    made = money_table(tr.say(N_("Money by source")), rows, tr)
    framed = [one for one in live if one.frame]
    told = sum(bool(now.referring(BudgetLine, "initiative", one.id)) for one in framed)
    if not made.rows or told == len(framed):
        return made
    apart = tr.say(
        N_("Sources are recorded for {count} of {all} initiatives with a frame, so the sum is "
           "not that of the frames."),
        count=told, all=len(framed),
    )  # fmt: skip
    return replace(made, note=f"{made.note} {apart}")
