# SPDX-License-Identifier: Apache-2.0
"""The chart of skills needed and there, in words and as a table."""

from __future__ import annotations

from missiondesk.charts.describe_missions import told
from missiondesk.charts.describe_trajectory import Table
from missiondesk.charts.supply import have_text, missing, missing_text, only_finite, short
from missiondesk.charts.supply_plot import SupplyPlot
from missiondesk.language.translator import Translator


def supply_words(plot: SupplyPlot, tr: Translator) -> str:
    """A sentence a quarter."""
    plot = only_finite(plot)
    said = []
    for row in plot.rows:
        parts = [have_text(row, tr), missing_text(row, tr).removeprefix("■").strip()]
        said.append(f"{row.label}: {', '.join(part for part in parts if part)}")
    said = said or [tr.say("There are no needs in these quarters.")]
    return told(tr.say("Bar chart, one bar a quarter."), plot.title, plot.subtitle, said, tr)


def supply_table(plot: SupplyPlot, tr: Translator) -> Table:
    """One row a quarter."""
    plot = only_finite(plot)
    headers = (
        tr.say("Quarter"),
        tr.say("Needed, work years"),
        tr.say("There at the level needed"),
        tr.say("There below the level"),
        tr.say("Not there at any level"),
        tr.say("Of it from outside"),
    )
    return headers, tuple(
        (
            row.label,
            *(
                tr.number(short(value))
                for value in (row.needed, row.met, row.below, missing(row), row.external)
            ),
        )
        for row in plot.rows
    )
