# SPDX-License-Identifier: Apache-2.0
"""Money by year: sums that never round apart, lines within frames, permanent effects."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.budget import (
    Excess,
    exact_decimals,
    excesses,
    lines_by_year,
    permanent,
    spent_over_frame,
)
from missiondesk.domain.initiative import Money
from missiondesk.language.translator import translator
from missiondesk.services.portfolio_money import MoneyRow, by_year_sum, money_table
from tests.builders import an_initiative
from tests.more_builders import a_budget_line

MILLION = 100_000_000
AMOUNTS = st.integers(0, 10**14)
ROWS = st.lists(
    st.builds(
        MoneyRow,
        st.text("abc", min_size=1, max_size=5),
        st.dictionaries(st.integers(2024, 2036), AMOUNTS, max_size=8),
        st.none() | AMOUNTS,
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize(
    ("oere", "decimals"),
    [(0, 1), (MILLION, 1), (12_345_678_90, 7), (9_800_000_00, 1), (12_250_000_00, 2), (1, 8)],
)
def test_an_amount_is_written_with_as_many_decimals_as_it_has(oere: int, decimals: int) -> None:
    assert exact_decimals([oere]) == decimals


@given(rows=ROWS)
def test_the_printed_cells_of_a_table_add_up_to_the_printed_sums(rows: list[MoneyRow]) -> None:
    table = money_table("Penge", rows, translator("en"))
    cells = [[_number(cell) for cell in row[1:]] for row in table.rows]
    years = [
        place for place, head in enumerate(table.head[1:]) if head not in ("In all", "Permanent")
    ]
    whole = len(years)
    for row in cells:
        assert sum(row[place] for place in years) == row[whole]
    if table.total:
        body, last = cells[:-1], cells[-1]
        assert [sum(column) for column in zip(*body, strict=True)] == last
    assert by_year_sum(rows) == {
        year: sum(row.years.get(year, 0) for row in rows)
        for year in {year for row in rows for year in row.years}
    }


def _number(cell: str) -> Decimal:
    return Decimal(0) if cell == "–" else Decimal(cell.replace(",", ""))


def test_lines_beyond_the_frame_are_named_by_year() -> None:
    initiative = an_initiative(frame=(Money(2026, 10), Money(2027, 20)))
    lines = (
        a_budget_line(amounts=(Money(2026, 6), Money(2027, 20)), permanent=7),
        a_budget_line(amounts=(Money(2026, 5), Money(2028, 1))),
    )
    assert lines_by_year(lines) == {2026: 11, 2027: 20, 2028: 1}
    assert excesses(initiative, lines) == (Excess(2026, 11, 10), Excess(2028, 1, 0))
    assert permanent(lines) == 7
    assert excesses(an_initiative(frame=()), lines) == ()


def test_what_is_spent_beyond_the_frame_is_seen() -> None:
    spent = (Money(2026, 12), Money(2027, 3))
    initiative = an_initiative(frame=(Money(2026, 10), Money(2027, 20)), spent=spent)
    assert spent_over_frame(initiative) == {2026: 2}
    assert spent_over_frame(an_initiative(frame=(), spent=spent)) == {}
