# SPDX-License-Identifier: Apache-2.0
"""What the platform's goals cost by year, and those whose money has no source (N7)."""

from __future__ import annotations

from collections import defaultdict

from missiondesk.domain.message import N_
from missiondesk.domain.platform import PlatformGoal
from missiondesk.domain.platform_coverage import numbered
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator

_YEARS_A_TABLE = 5
_SHOWN_DIGIT = 10_000_000  # øre: the last digit of an amount in millions of kroner
_Goals = list[tuple[str, PlatformGoal]]


def money_by_year(now: Situation, tr: Translator) -> tuple[Rows, ...]:
    """Tables in million DKK, as many years beside each other as a page holds."""
    goals = [
        (numbered(chapter, goal), goal)
        for chapter in now.chapters
        for goal in now.goals_of(chapter.id)
        if goal.frame
    ]
    years = sorted({money.year for _, goal in goals for money in goal.frame})
    parts = [years[at : at + _YEARS_A_TABLE] for at in range(0, len(years), _YEARS_A_TABLE)]
    last = len(parts) - 1
    return tuple(_table(goals, part, not at, at == last, tr) for at, part in enumerate(parts))


def _table(goals: _Goals, years: list[int], first: bool, last: bool, tr: Translator) -> Rows:
    totals: defaultdict[int, int] = defaultdict(int)
    rows = []
    for number, goal in goals:
        amounts = {money.year: money.oere for money in goal.frame}
        for year in years:
            totals[year] += amounts.get(year, 0)
        cells = [tr.millions(amounts[year]) if year in amounts else "–" for year in years]
        rows.append((number, goal.text.in_language(tr.lang), goal.financing, *cells))
    total = (tr.millions(totals[year]) for year in years)
    rows.append(("", tr.say(N_("In all")), "", *total))
    words = (N_("No."), N_("Goal"), N_("Financing"))
    return Rows(
        title=tr.say(N_("Money by year")) if first else "",
        lead=tr.say(N_("DKK million.")) if first else "",
        head=(*map(tr.say, words), *map(str, years)),
        rows=tuple(rows),
        numbers=frozenset(range(3, 3 + len(years))),
        note=_note(goals, tr) if last else "",
        total=True,
    )


def _note(goals: _Goals, tr: Translator) -> str:
    without = [number for number, goal in goals if not goal.financing.strip()]
    rounded = any(money.oere % _SHOWN_DIGIT for _number, goal in goals for money in goal.frame)
    note = ""
    if rounded:
        note = tr.say(N_("Amounts are rounded, so sums may differ from their parts."))
    if not without:
        return note
    unpaid = tr.say(N_("Without a stated financing: {goals}."), goals=tr.list(without))
    return f"{unpaid} {note}".strip()
