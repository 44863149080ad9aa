# SPDX-License-Identifier: Apache-2.0
"""Tables of the portfolio's money whose sums are exact: by initiative, by source, by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from missiondesk.domain.budget import by_year, exact_decimals, lines_by_year, permanent
from missiondesk.domain.budget_line import BudgetLine, BudgetState, FinanceSource
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator

MOST_YEARS = 6  # beside each other on a page; later years are summed up in one column


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Amounts of one thing.

    Attributes:
        years: Øre by year.
        permanent: Øre a year for good, or None where it does not apply.
        key: Id of the initiative, or "".
    """

    name: str
    years: dict[int, int] = field(default_factory=dict)
    permanent: int | None = None
    key: str = ""

    @property
    def whole(self) -> int:
        """Øre over all years."""
        return sum(self.years.values())


def lines_of(now: Situation, initiatives: Iterable[Initiative]) -> tuple[BudgetLine, ...]:
    """All budget lines of the initiatives."""
    return tuple(
        line for one in initiatives for line in now.referring(BudgetLine, "initiative", one.id)
    )


def frames_by_initiative(initiatives: Sequence[Initiative], tr: Translator) -> tuple[MoneyRow, ...]:
    """The frame of each initiative that has one: what documents and the board add up, too."""
    return tuple(
        MoneyRow(_named(one, tr), by_year(one.frame), None, one.id)
        for one in initiatives
        if one.frame
    )


def lines_by_initiative(
    now: Situation, initiatives: Sequence[Initiative], tr: Translator
) -> tuple[MoneyRow, ...]:
    """The budget lines of each initiative that has any."""
    found = []
    for one in initiatives:
        lines = now.referring(BudgetLine, "initiative", one.id)
        if lines:
            years = lines_by_year(lines)
            found.append(MoneyRow(_named(one, tr), years, permanent(lines) or None, one.id))
    return tuple(found)


def _named(initiative: Initiative, tr: Translator) -> str:
    return f"{initiative.code} {initiative.title.in_language(tr.lang)}".strip()


def money_by_source(
    now: Situation, initiatives: Sequence[Initiative], tr: Translator
) -> tuple[MoneyRow, ...]:
    """Lines by source and by how firm they are, in the order of the sources."""
    lines = lines_of(now, initiatives)
    found = []
    for source in FinanceSource:
        for state in BudgetState:
            mine = [one for one in lines if one.source is source and one.state is state]
            if mine:
                name = tr.say(N_("{source}, {state}"), source=source, state=tr.show(state).lower())
                found.append(MoneyRow(name, lines_by_year(mine), permanent(mine) or None))
    return tuple(found)


def frame_and_spent(initiatives: Sequence[Initiative], tr: Translator) -> tuple[MoneyRow, ...]:
    """All frames beside all that was spent."""
    frames = by_year(money for one in initiatives for money in one.frame)
    spent = by_year(money for one in initiatives for money in one.spent)
    rows = []
    if frames:
        rows.append(MoneyRow(tr.say(N_("Frames")), frames))
    if spent:
        rows.append(MoneyRow(tr.say(N_("Spent")), spent))
    return tuple(rows)


def freed(initiatives: Sequence[Initiative]) -> dict[int, int]:
    """Øre by year that closed initiatives have set free."""
    closed = [one for one in initiatives if one.stage is Stage.CLOSED]
    return by_year(money for one in closed for money in one.freed)


def money_table(
    title: str, rows: Sequence[MoneyRow], tr: Translator, *, total: bool = True, empty: str = ""
) -> Rows:
    """A table in millions of kroner with as many decimals as make every amount exact.

    Years beyond the first six are summed up in one column; "Varigt" stands last where any row
    has a permanent effect.
    """
    years = sorted({year for row in rows for year in row.years})
    shown, later = years[:MOST_YEARS], years[MOST_YEARS:]
    lasting = any(row.permanent for row in rows)
    amounts = [oere for row in rows for oere in (*row.years.values(), row.permanent or 0)]
    decimals = exact_decimals(amounts)

    def cells(years: dict[int, int], permanent: int | None) -> list[str]:
        values: list[int | None] = [years.get(year) for year in shown]
        if later:
            summed = [years[year] for year in later if year in years]
            values.append(sum(summed) if summed else None)
        values.append(sum(years.values()))
        if lasting:
            values.append(permanent)
        return ["–" if one is None else tr.millions(one, decimals) for one in values]

    made = [(row.name, *cells(row.years, row.permanent)) for row in rows]
    if total and len(made) > 1:
        sums = by_year_sum(rows)
        made.append((tr.say(N_("In all")), *cells(sums, sum(row.permanent or 0 for row in rows))))
    head = [title, *map(str, shown)]
    if later:
        head.append(tr.say(N_("from {year}"), year=str(later[0])))
    head.append(tr.say(N_("In all")))
    if lasting:
        head.append(tr.say(N_("Permanent")))
    return Rows(
        title=tr.say(N_("{title}, DKK m"), title=title),
        head=tuple(head),
        rows=tuple(made),
        numbers=frozenset(range(1, len(head))),
        note=tr.say(N_("Amounts are exact, so the sums add up.")) if made else "",
        empty=empty,
        total=total and len(made) > 1,
    )


def by_year_sum(rows: Iterable[MoneyRow]) -> dict[int, int]:
    """Øre by year over all rows."""
    found: dict[int, int] = {}
    for row in rows:
        for year, oere in row.years.items():
            found[year] = found.get(year, 0) + oere
    return found
