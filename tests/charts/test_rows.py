# SPDX-License-Identifier: Apache-2.0
"""Charts that are read as a table keep a figure with its unit."""

from __future__ import annotations

import pytest

from missiondesk.charts.palette import PRINT
from missiondesk.charts.rows import RowText, Surroundings, lay_rows
from missiondesk.language import translator

HALF = 227.0  # points, where two charts stand beside each other


@pytest.mark.parametrize("value", ["6.035,8 mio. kr.", "DKK 6,035.8 million"])
def test_a_figure_is_not_parted_from_its_unit_in_half_of_a_page(value: str) -> None:
    """In English the unit stood alone below the figure, and two charts went on to a next page."""
    rows = [RowText("Missionsorienteret", value=value, note="9 initiativer, 39 %", strong=True)]
    laid = lay_rows(rows, Surroundings("", "", ""), (HALF, 100.0), PRINT, translator("da"))
    assert value in [line.text for line in laid.lines]
    assert laid.area.x1 - laid.area.x0 > 0.15 * HALF
