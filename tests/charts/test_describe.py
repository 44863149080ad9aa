# SPDX-License-Identifier: Apache-2.0
"""The chart in words and as a table: complete, in the order of time, never empty."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from missiondesk.charts.describe import alt_text, table_twin
from missiondesk.charts.plots import PlotMark, TrajectoryPlot
from missiondesk.language.translator import translator
from tests.charts.pictures_of import PICTURES
from tests.charts.plots_of import FORECASTS, KINDS, a_plot, plots, yearly

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


@settings(max_examples=30)
@given(plots())
def test_there_is_always_a_description_and_a_row_for_each_figure(plot: TrajectoryPlot) -> None:
    assert len(alt_text(plot, EN)) > 20
    headers, rows = table_twin(plot, EN)
    assert all(len(row) == len(headers) for row in rows)
    marks = len(plot.intermediate) + len(plot.fan) + 2
    assert len(plot.points) <= len(rows) <= len(plot.points) + marks


def test_the_table_holds_the_chart_s_figures_in_the_order_of_time() -> None:
    points = yearly(2018, [6.9, 6.8], _1="preliminary")
    headers, rows = table_twin(a_plot(tuple(reversed(points))), EN)
    assert headers == ("Period", "Observed, %", "Path or target, %", "Status")
    assert rows == (
        ("2016", "7.1", "7.1", "baseline"),
        ("2018", "6.9", "6.6", "final"),
        ("2019", "6.8", "6.3", "preliminary"),
        ("2030", "–", "3.5", "target"),
    )


def test_a_forecast_is_said_and_stands_in_the_table() -> None:
    plot = FORECASTS["fan, naive, all"]
    said = alt_text(plot, EN)
    assert (
        "The forecast for 2030 is 6.1%; the 80% interval goes from 5.5% to 6.7%, "
        "the 95% interval from 5.2% to 7.1%. The last value carried on would be 6.6%. "
        "Ændret 20. april 2019: ny opgørelse."
    ) in said
    assert "Interim targets: 5.2% in 2025 and 4.2% in 2028." in said
    headers, rows = table_twin(plot, EN)
    assert headers[3:] == ("Status", "Expected", "80%", "95%")
    assert rows[-1] == ("2030", "–", "3.5", "forecast", "6.1", "5.5 to 6.7", "5.2 to 7.1")
    assert ("2025", "–", "5.2", "interim target", "–", "–", "–") in rows


def test_a_level_to_be_kept_and_steps_are_said() -> None:
    assert "kept between 4.0% and 5.5%" in alt_text(FORECASTS["band"], EN)
    rows = {row[0]: row for row in table_twin(FORECASTS["stepped"], EN)[1]}
    assert rows["2018"][2] == "7.1"
    assert rows["2020"][2] == "6.2"
    assert rows["2022"][3] == "final and out of date"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", PICTURES)
def test_every_picture_has_words_and_a_table(kind: str, language: str) -> None:
    plot, tr = PICTURES[kind], translator(language)
    said = alt_text(plot, tr)
    assert said.endswith(".")
    assert plot.title in said
    headers, rows = table_twin(plot, tr)
    assert all(headers)
    assert all(len(row) == len(headers) and all(row) for row in rows)
    assert bool(rows) != kind.endswith("empty")


def test_the_table_s_numbers_are_the_picture_s() -> None:
    _, rows = table_twin(PICTURES["bullet"], EN)
    assert rows[1] == (
        "M2 Ensomheden halveres", "12.4%", "13.6% (2025)", "10.9%", "6.2% (2040)", "−19%",
        "Tilbagegang",
    )  # fmt: skip
    _, rows = table_twin(PICTURES["waterfall"], EN)
    assert rows[-2:] == (("Still missing", "−2.0", "–"), ("Target (2030)", "3.5%", "–"))
    _, rows = table_twin(PICTURES["ambition"], EN)
    assert rows[3][3:] == ("2.4×", "stretch")
    assert rows[1][3:] == ("–", "Udviklingen går den forkerte vej")


def test_the_table_does_without_unit_and_path() -> None:
    headers, rows = table_twin(
        a_plot(yearly(2018, [6]), None, PlotMark(2018.0, 6.0, "2018"), unit="", decimals=0), EN
    )
    assert headers[1:3] == ("Observed", "Path or target")
    assert rows == (("2018", "6", "–", "final"), ("2018", "–", "6", "target"))
