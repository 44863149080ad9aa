# SPDX-License-Identifier: Apache-2.0
"""What is copied from a spreadsheet comes back as the same cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.ui.widgets.clipboard import as_tsv, cells_from_text

PLAIN = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=12)


def test_excels_own_text_is_understood() -> None:
    assert cells_from_text("2016\t7,1\r\n2017\t6,9\r\n") == [["2016", "7,1"], ["2017", "6,9"]]
    assert cells_from_text('"to\nlinjer"\t"et ""citat"""\n') == [["to linjer", 'et "citat"']]
    assert cells_from_text('5" rør\t1') == [['5" rør', "1"]]
    assert cells_from_text('"uden slut\t1') == [['"uden slut', "1"]]
    assert cells_from_text("") == [[""]]


@given(st.lists(st.lists(PLAIN, min_size=2, max_size=4), min_size=1, max_size=5))
def test_our_own_text_comes_back(cells: list[list[str]]) -> None:
    rows = [[cell.replace('"', "'") for cell in row] for row in cells]
    if len(rows) > 1 and not any(rows[-1]):
        rows[-1][0] = "x"
    assert cells_from_text(as_tsv(rows)) == rows
