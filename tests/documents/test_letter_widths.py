# SPDX-License-Identifier: Apache-2.0
"""Column widths of the letter's tables: all of the width is used, no word is broken in vain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face, text_width
from missiondesk.documents.letter.widths import fitted

HEAD = ("Nr.", "Forpligtelse", "Målepunkt", "Frist")
SHARES = (1.0, 6.0, 3.0, 2.0)
WIDTH = 467.0


def test_columns_without_text_are_left_out() -> None:
    heads, cells, widths = fitted(HEAD, [("1", "Tekst", "", "2028"), ("2", "Mere", " ", "")],
                                  SHARES, WIDTH)  # fmt: skip
    assert heads == ["Nr.", "Forpligtelse", "Frist"]
    assert cells == [["1", "Tekst", "2028"], ["2", "Mere", ""]]
    assert sum(widths) == pytest.approx(WIDTH)


def test_a_table_of_nothing_keeps_its_columns() -> None:
    heads, _, widths = fitted(HEAD, [("", "", "", "")], SHARES, WIDTH)
    assert heads == list(HEAD)
    assert len(widths) == 4


def test_a_long_compound_is_not_broken() -> None:
    word = "Arbejdsmarkedsuddannelsesrådgivning"
    _, _, widths = fitted(HEAD, [("1", "Kort", word, "2028")], SHARES, WIDTH)
    assert widths[2] >= text_width(word, Face.REGULAR, look.DETAIL_SIZE) + 8


def test_width_goes_where_it_saves_lines() -> None:
    measure = "Andel med kontaktperson senest fjorten dage efter henvisning fra kommunen"
    _, _, widths = fitted(HEAD, [("1", "Kort", measure, "2028")] * 4, SHARES, WIDTH)
    assert widths[2] > widths[1]


@given(
    st.lists(
        st.tuples(*[st.text("abc dæøå", max_size=60)] * 4), min_size=1, max_size=6
    )
)  # fmt: skip
def test_the_widths_always_fill_the_table(rows: list[tuple[str, ...]]) -> None:
    heads, cells, widths = fitted(HEAD, rows, SHARES, WIDTH)
    assert sum(widths) == pytest.approx(WIDTH)
    assert all(width > 8 for width in widths)
    assert len(heads) == len(widths) == len(cells[0])


def test_lines_of_a_cell_are_not_glued_to_one_long_word() -> None:
    head = ["Date", "Decision"]
    date = "15\u00a0September\u00a02026\nKoordinationsudvalget"
    rows = [[date, "Changed how it is measured, because the agreement was extended. " * 3]]
    _, _, widths = fitted(head, rows, (200, 200), 400)
    assert widths[0] < 130 < 250 < widths[1]
