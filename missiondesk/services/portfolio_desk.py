# SPDX-License-Identifier: Apache-2.0
"""What the portfolio's views and its money show, as of now; nothing here writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from missiondesk.domain.budget import excesses
from missiondesk.domain.contribution import Contributions, Cover, contributions, riskiest
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.portfolio_sides import Side
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, translator
from missiondesk.services import portfolio_views as views
from missiondesk.services.initiatives import by_code
from missiondesk.services.mission_plots import in_order
from missiondesk.services.portfolio_money import (
    MoneyRow,
    frame_and_spent,
    frames_by_initiative,
    lines_by_initiative,
    lines_of,
    money_by_source,
)

if TYPE_CHECKING:
    from missiondesk.charts.portfolio_plots import BarsPlot, BubblePlot
    from missiondesk.services.session import Session

_MOST_NAMED: Final = 12  # initiatives named in a heading; the table tells of all


class PortfolioViews:
    """Pictures and tables over all initiatives."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: tuple[Situation, dict[tuple[str, str], tuple[MoneyRow, ...]]] | None = None

    def bubbles(self, language: str, mission: str = "") -> BubblePlot:
        """Impact over feasibility; ``mission`` narrows it down."""
        return views.bubble_plot(self._session.situation, translator(language), mission)

    def balance(self, side: Side, language: str) -> BarsPlot:
        """Money and number by one side."""
        return views.balance_plot(self._session.situation, side, translator(language))

    def funnel(self, language: str) -> BarsPlot:
        """Initiatives by stage."""
        return views.funnel_plot(self._session.situation, translator(language))

    def mission_map(self) -> views.MissionMap:
        """Which initiative serves which mission."""
        return views.mission_map(self._session.situation)

    # -- contribution ----------------------------------------------------------------------
    def contributions(self, mission: str) -> Contributions:
        """What the mission's live initiatives are expected to add (P5)."""
        return contributions(self._session.situation, mission)

    def riskiest(self, mission: str) -> Initiative | None:
        """The initiative of the mission on whose assumption most hangs."""
        return riskiest(self._session.situation, mission)

    def uncovered(self) -> tuple[Mission, ...]:
        """The missions that the government answers for and whose gap is not covered (P5)."""
        now = self._session.situation
        return tuple(
            one
            for one in in_order(now)
            if contributions(now, one.id).cover in (Cover.GAP, Cover.ONLY_AT_BEST)
        )

    def headline(self, tr: Translator) -> tuple[str, str]:
        """Whether the portfolio reaches the targets, and how it is judged."""
        now = self._session.situation
        live = views.live_initiatives(now)
        if not live:
            return tr.say(N_("There is no live initiative yet")), ""
        short = self.uncovered()
        detail = tr.plural("{count} live initiative.", "{count} live initiatives.", len(live))
        if not short:
            return tr.say(N_("The initiatives cover the way to every target")), detail
        names = tr.list([one.code or one.title.in_language(tr.lang) for one in short])
        said = tr.plural(
            "{count} mission is not carried to its target by its initiatives: {names}",
            "{count} missions are not carried to their targets by their initiatives: {names}",
            len(short),
            names=names,
        )
        return said, detail

    # -- money -------------------------------------------------------------------------------
    def frames_each(self, tr: Translator) -> tuple[MoneyRow, ...]:
        """The frame of every live initiative by year."""
        now = self._session.situation
        return self._once(
            ("frames", tr.lang), lambda: frames_by_initiative(views.live_initiatives(now), tr)
        )

    def lines_each(self, tr: Translator) -> tuple[MoneyRow, ...]:
        """Budget lines of every live initiative by year."""
        now = self._session.situation
        return self._once(
            ("lines", tr.lang), lambda: lines_by_initiative(now, views.live_initiatives(now), tr)
        )

    def _once(
        self, name: tuple[str, str], make: Callable[[], tuple[MoneyRow, ...]]
    ) -> tuple[MoneyRow, ...]:
        """The rows as they were made of the situation of now: table and heading ask for them."""
        now = self._session.situation
        if self._kept is None or self._kept[0] is not now:
            self._kept = (now, {})
        rows = self._kept[1]
        if name not in rows:
            rows[name] = make()
        return rows[name]

    def sources(self, tr: Translator) -> tuple[MoneyRow, ...]:
        """Money of the live initiatives by source."""
        now = self._session.situation
        return money_by_source(now, views.live_initiatives(now), tr)

    def frames(self, tr: Translator) -> tuple[MoneyRow, ...]:
        """Frames beside what was spent, over all initiatives."""
        return frame_and_spent(by_code(self._session.situation.initiatives), tr)

    def money_headline(self, tr: Translator) -> tuple[str, str]:
        """What frames and lines come to, each by itself, and whether lines exceed frames (P10)."""
        now = self._session.situation
        frames, lines = self.frames_each(tr), self.lines_each(tr)
        framed, lined = (tr.money(sum(it.whole for it in rows)) for rows in (frames, lines))
        if not frames and not lines:
            return tr.say(N_("No money has been entered for the live initiatives")), ""
        lined_ones = [now.get(Initiative, row.key) for row in lines]
        over = [one for one in lined_ones if one and excesses(one, lines_of(now, (one,)))]
        if not lines:
            return tr.say(N_("The live initiatives have frames of {money}"), money=framed), ""
        if not frames:
            return tr.say(N_("The live initiatives have budget lines of {money}"), money=lined), ""
        said = tr.say(
            N_("The live initiatives have frames of {money} and budget lines of {lines}"),
            money=framed,
            lines=lined,
        )
        if not over:
            return said, tr.say(N_("No budget line exceeds its frame."))
        named = [one.code for one in over[:_MOST_NAMED]]
        if len(over) > len(named):
            left = len(over) - len(named)
            named.append(tr.plural("{count} more", "{count} more", left))
        codes = tr.list(named)
        return said, tr.say(N_("Budget lines exceed the frame: {codes}."), codes=codes)
