# SPDX-License-Identifier: Apache-2.0
"""How equipped the missions are: what is found, in sentences, rows and pictures; nothing writes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from missiondesk.domain.message import N_
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Capability
from missiondesk.language import Translator, translator
from missiondesk.services.skills_rows import (
    HeatMap,
    NeedRow,
    heat_map,
    is_old,
    need_rows,
    quarter_sums,
    shares_of,
    uncovered,
)

if TYPE_CHECKING:
    from missiondesk.charts.supply_plot import SupplyPlot
    from missiondesk.services.session import Session

T = TypeVar("T")


class SkillsOverview:
    """Reads the workspace as it is, each thing once a Step."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: tuple[Situation, dict[str, object]] | None = None

    def needs(self) -> tuple[NeedRow, ...]:
        """All requirements, the uncovered critical ones first."""
        return self._once("needs", need_rows)

    def uncovered(self) -> frozenset[str]:
        """Ids of the skills of which a critical need is not covered in the two years ahead."""
        return self._once("uncovered", uncovered)

    def heat(self) -> HeatMap:
        """Skills over units."""
        return self._once("heat", heat_map)

    def plot(self, language: str, mission: str | None = None) -> SupplyPlot:
        """Need against have by quarter."""
        return supply_plot(self._session.situation, translator(language), mission)

    def headline(self, tr: Translator) -> tuple[str, str]:
        """What was found, and the counts beside it."""
        now = self._session.situation
        return skills_finding(self.needs(), tr), self._counts(now, tr)

    def _counts(self, now: Situation, tr: Translator) -> str:
        live = sum(one.live for one in self.needs())
        units = now.all(Capability)
        old = sum(is_old(now, one) for one in units)
        parts = [
            tr.plural("{count} need", "{count} needs", live),
            tr.plural("{count} assessment of a unit", "{count} assessments of units", len(units)),
        ]
        if old:
            parts.append(
                tr.plural(
                    "{count} of them is more than a year old",
                    "{count} of them are more than a year old",
                    old,
                )
            )
        return " · ".join(parts) if live or units else ""

    def _once(self, name: str, make: Callable[[Situation], T]) -> T:
        now = self._session.situation
        if self._kept is None or self._kept[0] is not now:
            self._kept = (now, {})
        kept = self._kept[1]
        if name not in kept:
            kept[name] = make(now)
        return kept[name]  # type: ignore[return-value]


def skills_finding(needs: tuple[NeedRow, ...], tr: Translator) -> str:
    """How many critical skills are uncovered and from when, a sentence."""
    live = [one for one in needs if one.live]
    if not live:
        return tr.say(N_("No need for skills is recorded yet"))
    critical = {one.requirement.skill for one in live if one.critical}
    open_ = [one for one in live if one.critical and one.since is not None]
    if open_:
        first = min((one.since for one in open_ if one.since), key=lambda it: it.first)
        return tr.plural(
            "{count} critical skill is uncovered from {quarter}",
            "{count} critical skills are uncovered, the first from {quarter}",
            len({one.requirement.skill for one in open_}),
            quarter=first,
        )
    short = {one.requirement.skill for one in live if one.since is not None}
    if short:
        return tr.plural(
            "{count} skill falls short, none of them critical",
            "{count} skills fall short, none of them critical",
            len(short),
        )
    if critical:
        return tr.plural(
            "The {count} critical skill is covered for two years",
            "All {count} critical skills are covered for two years",
            len(critical),
        )
    return tr.say(N_("All needs are covered for two years, none is critical"))


def supply_plot(now: Situation, tr: Translator, mission: str | None = None) -> SupplyPlot:
    """Need against have, a row a quarter; without any need it has no rows."""
    from missiondesk.charts.supply_plot import SupplyPlot, SupplyRow

    sums = quarter_sums(shares_of(now, mission))
    rows = tuple(
        SupplyRow(
            tr.period(one.quarter),
            *(float(value) for value in (one.needed, one.met, one.below, one.external)),
        )
        for one in sums
    )
    worst = max(sums, key=lambda it: it.gap, default=None)
    if worst is None:
        title = tr.say(N_("No need lies in the two years ahead"))
    elif worst.gap > 0:
        title = tr.say(
            N_("The largest gap in work years is {gap}, in {quarter}"),
            gap=plain(worst.gap),
            quarter=worst.quarter,
        )
    else:
        title = tr.say(N_("Every need of the two years ahead is covered"))
    subtitle = tr.say(N_("Work years needed, and work years there at the level needed"))
    return SupplyPlot(title, subtitle, rows)


def work_years(value: Decimal, tr: Translator) -> str:
    """An amount of work years in words."""
    n = 1 if value == 1 else 2
    return tr.plural("{fte} work year", "{fte} work years", n, fte=plain(value))


def plain(value: Decimal) -> Decimal:
    """Without zeros at its end: 0.5 for 0.50, 2 for 2.0."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
