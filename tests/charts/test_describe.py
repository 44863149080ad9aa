# SPDX-License-Identifier: Apache-2.0
"""The chart in words and as a table: complete, in the order of time, never empty."""

from __future__ import annotations

from hypothesis import given

from missiondesk.charts.describe import alt_text, table_twin
from missiondesk.charts.plots import PlotMark, TrajectoryPlot
from missiondesk.language.translator import translator
from tests.charts.plots_of import KINDS, a_plot, plots, yearly

EN = translator("en")


def test_the_description_says_where_it_starts_stands_and_ends() -> None:
    said = alt_text(a_plot(), EN)
    assert said == (
        "Line chart. Andelen falder, men for langsomt til målet i 2030. "
        "15–24-årige uden job og uddannelse, pct., Danmark, 2016–2030. "
        "The baseline is 7.1% in 2016. 7 figures from 2016 to 2022, between 6.6% and 7.1%. "
        "The latest figure is 6.6% in 2022 (final). The target path is 5.6% at that time. "
        "The target is 3.5% in 2030; lower is better."
    )


def test_the_description_of_nothing_is_a_sentence() -> None:
    assert alt_text(KINDS["nothing"], EN).endswith("There are no figures yet.")


def test_a_level_to_be_kept_has_no_better_side() -> None:
    assert alt_text(a_plot(better=None), EN).endswith("The target is 3.5% in 2030.")


@given(plots())
def test_there_is_always_a_description_and_a_row_for_each_figure(plot: TrajectoryPlot) -> None:
    assert len(alt_text(plot, EN)) > 20
    headers, rows = table_twin(plot, EN)
    assert all(len(row) == len(headers) for row in rows)
    assert len(plot.points) <= len(rows) <= len(plot.points) + 2


def test_the_table_holds_the_chart_s_figures_in_the_order_of_time() -> None:
    points = yearly(2018, [6.9, 6.8], _1="preliminary")
    headers, rows = table_twin(a_plot(tuple(reversed(points))), EN)
    assert headers == ("Period", "Observed, %", "Target path, %", "Status")
    assert rows == (
        ("2016", "7.1", "7.1", "baseline"),
        ("2018", "6.9", "6.6", "final"),
        ("2019", "6.8", "6.3", "preliminary"),
        ("2030", "–", "3.5", "target"),
    )


def test_the_table_does_without_unit_and_path() -> None:
    headers, rows = table_twin(
        a_plot(yearly(2018, [6]), None, PlotMark(2018.0, 6.0, "2018"), unit="", decimals=0), EN
    )
    assert headers[1:3] == ("Observed", "Target path")
    assert rows == (("2018", "6", "–", "final"), ("2018", "–", "6", "target"))
