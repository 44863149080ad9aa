# SPDX-License-Identifier: Apache-2.0
"""Tables of reports: no date is parted in vain, and two stand beside each other only with room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.documents.letter.widths import fitted, least_width
from missiondesk.documents.report.writer import _fitted, _whole, fits
from missiondesk.domain.report_content import Rows

HALF = 227.0  # points, a column of two


def rows_of(head: tuple[str, ...], *cells: tuple[str, ...]) -> Rows:
    return Rows(title="Tabel", head=head, rows=cells)


def test_a_day_stays_with_its_month_and_a_quarter_with_its_number() -> None:
    assert _whole("Leverer, 15. september 2026") == "Leverer, 15.\u00a0september 2026"
    assert _whole("591 husstande (4. kvartal 2024)") == "591 husstande (4.\u00a0kvartal 2024)"
    assert _whole("Delivered, 15 September 2026") == "Delivered, 15\u00a0September 2026"
    assert _whole("I alt 12 initiativer over 3 år") == "I alt 12 initiativer over 3 år"


def test_no_single_letter_ends_a_line_of_a_head() -> None:
    heads, _cells, _widths = _fitted(rows_of(("Mission", "I gang"), ("M1", "3")), HALF)
    assert heads == ["Mission", "I\u00a0gang"]


def test_a_table_whose_dates_would_be_broken_does_not_stand_beside_another() -> None:
    """“oktober 2026” was printed as “oktober 202” above “6”."""
    wide = rows_of(
        ("Mission", "Dato", "Fremdrift", "Leveringssikkerhed"),
        ("M1 Flere unge i job eller uddannelse", "oktober 2026", "Begrænset fremdrift", "Mulig"),
    )
    assert not fits(wide, HALF) and fits(wide, 2 * HALF)
    assert fits(rows_of(("Periode", "Målt, %", "Status"), ("2016", "7,1", "endelig")), HALF)


@given(
    st.lists(st.tuples(st.text("abc dæ", max_size=30), st.text("12. ", max_size=12)), min_size=1)
)
def test_what_fits_has_room_for_its_longest_words(cells: list[tuple[str, str]]) -> None:
    head = ("Navn", "Tal")
    least = least_width(head, cells)
    _heads, _cells, widths = fitted(head, cells, (1.0, 1.0), least * 2.6)
    assert sum(widths) >= least
