# SPDX-License-Identifier: Apache-2.0
"""Money of the talks by year and for good (varigt) as tables as wide as a page."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.initiative import Money
from missiondesk.domain.message import N_
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator

_YEARS = 5  # in a table
Line = tuple[str, str, tuple[Money, ...], int | None]


def money_table(lines: Sequence[Line], tr: Translator) -> tuple[Rows, ...]:
    """Code, text, million kroner by year and for good; nothing when no line has an amount."""
    if not any(amounts or permanent is not None for _code, _text, amounts, permanent in lines):
        return ()
    years = sorted({one.year for line in lines for one in line[2]})
    parts = [years[at : at + _YEARS] for at in range(0, len(years), _YEARS)] or [[]]
    last = len(parts) - 1
    return tuple(_part(lines, part, at == last, tr) for at, part in enumerate(parts))


def _part(lines: Sequence[Line], years: list[int], last: bool, tr: Translator) -> Rows:
    rows = []
    for code, text, amounts, permanent in lines:
        by_year = {one.year: one.oere for one in amounts}
        cells = [tr.millions(by_year[year]) if year in by_year else "–" for year in years]
        if last:
            cells.append("–" if permanent is None else tr.millions(permanent))
        rows.append((f"{code} {text}".strip(), *cells))
    heads = [str(year) for year in years] + ([tr.say(N_("For good"))] if last else [])
    return Rows(
        lead=tr.say(N_("DKK million.")),
        head=(tr.say(N_("What")), *heads),
        rows=tuple(rows),
        numbers=frozenset(range(1, len(heads) + 1)),
        note=tr.say(N_("Amounts are rounded, so sums may differ from their parts."))
        if last
        else "",
    )
