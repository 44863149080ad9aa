# SPDX-License-Identifier: Apache-2.0
"""Every chart is calm: no text cut, crossed or on another, whatever the data and the size."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.charts.describe import alt_text, table_twin
from missiondesk.charts.drawing import anything_to_draw, figure_of, height_for, sketch_of
from missiondesk.charts.governance_plots import BodyBox, OrganisationPlot
from missiondesk.charts.lettering import Face, text_width
from missiondesk.charts.palette import ChartPalette
from missiondesk.charts.plots import (
    AmbitionPlot,
    AmbitionRow,
    BulletPlot,
    BulletRow,
    Contribution,
    MissionPanel,
    MultiplesPlot,
    Plot,
    PlotMark,
    PlotPoint,
    PlotStatus,
    StatusCell,
    StatusHistoryPlot,
    StatusRow,
    TrajectoryPlot,
    WaterfallPlot,
)
from missiondesk.charts.portfolio_plots import BarRow, BarsPlot, BubblePlot
from missiondesk.charts.sketch import Words
from missiondesk.language.translator import translator
from tests.charts.calm import assert_calm, texts_of
from tests.charts.gallery import DARK, PAGES
from tests.charts.pictures_of import (
    CONFIDENCES,
    PICTURES,
    RATINGS,
    a_multiples_plot,
    a_status_history,
)
from tests.charts.plots_of import FORECASTS, KINDS, a_plot, plots, values

DA, EN = translator("da"), translator("en")
# Beside facts in a letter, a letter's text, the screen.
WIDTHS = ((300.0, 1.0), (468.0, 1.0), (760.0, 1.1))
ALL = {**PICTURES, **FORECASTS, **KINDS}
_LEAST_HEIGHT = 90.0  # points; heading and source alone take half of it


def _calm(plot: Plot, width: float, scale: float = 1.0, share: float = 1.0) -> None:
    size = (width, max(height_for(plot, width, DA, scale) * share, _LEAST_HEIGHT))
    assert_calm(figure_of(plot, size, DA, text_scale=scale), scale)


@pytest.mark.parametrize("kind", ALL)
def test_a_picture_is_calm_in_a_letter(kind: str) -> None:
    _calm(ALL[kind], *WIDTHS[0])


@pytest.mark.long
@pytest.mark.parametrize(("width", "scale"), WIDTHS)
@pytest.mark.parametrize("kind", ALL)
def test_a_picture_is_calm_at_every_width(kind: str, width: float, scale: float) -> None:
    _calm(ALL[kind], width, scale)


@pytest.mark.parametrize("share", [0.45, 1.6])
@pytest.mark.parametrize("kind", PICTURES)
def test_too_little_or_much_height_leaves_out_rows_and_says_so(kind: str, share: float) -> None:
    _calm(PICTURES[kind], 468.0, share=share)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "count",
    [
        count if count in (1, 7, 24) else pytest.param(count, marks=pytest.mark.long)
        for count in range(1, 25)
    ],
)
def test_one_to_twenty_four_missions_fit_a_page(count: int, page: str) -> None:
    plot = a_multiples_plot(count)
    figure = figure_of(plot, PAGES[page], DA)
    assert_calm(figure)
    said = " ".join(text.get_text() for text in texts_of(figure))
    assert all(f"{panel.code} " in said for panel in plot.panels)
    assert "står i tabellen" not in said


def _over(first: float, last: float) -> TrajectoryPlot:
    """A trajectory from one year to another."""
    return a_plot(
        (PlotPoint(first, 9.0, str(int(first))), PlotPoint(first + 1, 8.0, str(int(first) + 1))),
        PlotMark(first, 9.0, ""),
        PlotMark(last, 4.0, ""),
    )


def test_a_short_course_is_as_wide_as_a_long_one_and_each_says_its_years() -> None:
    panels = tuple(
        MissionPanel(f"M{place}", "Et navn", plot)
        for place, plot in enumerate((_over(1990, 2040), _over(2021, 2026)), start=1)
    )
    plot = replace(a_multiples_plot(1), panels=panels)
    figure = figure_of(plot, (480.0, 200.0), DA)
    assert_calm(figure)
    across = {text.get_text(): text.get_position()[0] for text in texts_of(figure)}
    long, short = across["2040"] - across["1990"], across["2026"] - across["2021"]
    assert abs(long - short) < 1.0
    assert any("sine egne årstal" in text for text in across)

    headers, rows = table_twin(plot, DA)
    years = headers.index("Viste år")
    assert [row[years] for row in rows] == ["1990–2040", "2021–2026"]
    assert "vist for 2021–2026" in alt_text(plot, DA)


def test_the_screen_s_dark_colours_are_legible() -> None:
    for kind in ("bullet", "multiples 6", "status", "waterfall", "ambition"):
        plot = PICTURES[kind]
        size = (760.0, height_for(plot, 760.0, DA, 1.1))
        assert_calm(figure_of(plot, size, DA, palette=DARK, text_scale=1.1), 1.1)


@pytest.mark.parametrize("kind", [kind for kind in PICTURES if kind.endswith("empty")])
def test_an_empty_picture_says_so(kind: str) -> None:
    plot = PICTURES[kind]
    figure = figure_of(plot, (468.0, height_for(plot, 468.0, EN)), EN)
    said = [text.get_text() for text in texts_of(figure)]
    assert any(text.startswith("There are no ") for text in said)


def test_a_plot_says_whether_there_is_anything_to_draw() -> None:
    for kind, plot in PICTURES.items():
        assert anything_to_draw(plot) != kind.endswith("empty")
    assert not anything_to_draw(KINDS["nothing"])
    assert anything_to_draw(KINDS["only a target"])


@pytest.mark.parametrize("kind", ["bullet", "multiples 6", "status", "waterfall", "ambition"])
def test_a_caption_may_say_title_and_source_instead(kind: str) -> None:
    plot = replace(PICTURES[kind], title="", subtitle="", source="")
    assert height_for(plot, 468.0, DA) < height_for(PICTURES[kind], 468.0, DA)
    _calm(plot, 468.0)


@given(st.text(max_size=8))
def test_any_text_has_a_width(text: str) -> None:
    assert text_width(text, Face.BOLD, 9.0) >= 0.0


def test_a_code_that_no_font_has_stands_as_a_box() -> None:
    plot = PICTURES["bubbles"]
    assert isinstance(plot, BubblePlot)
    strange = replace(plot.bubbles[0], label="\U0001f469\u200d\U0001f52c\ud800")
    _calm(replace(plot, bubbles=(strange, *plot.bubbles[1:])), *WIDTHS[0])


def test_describing_needs_no_drawing_library() -> None:
    """Letters and tables that show no chart do not wait for matplotlib."""
    program = (
        "import sys; from missiondesk.charts.describe import alt_text, table_twin; "
        "from missiondesk.charts.plots import BulletPlot, TrajectoryPlot; "
        "from missiondesk.language.translator import translator; tr = translator('da'); "
        "table_twin(TrajectoryPlot('a', 'b', '%', 1), tr); alt_text(BulletPlot('a', 'b'), tr); "
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_rows_without_room_are_counted() -> None:
    plot = PICTURES["bullet"]
    figure = figure_of(plot, (468.0, 150.0), EN)
    said = " ".join(text.get_text() for text in texts_of(figure))
    shown = sum(row.label in said for row in plot.rows)  # type: ignore[union-attr]
    assert 0 < shown < 6
    assert f"{6 - shown} more are in the table." in said


def test_no_name_of_a_ministry_is_cut_on_half_a_page() -> None:
    ministries = ("Klima-, Energi- og Forsyningsministeriet", "Beskæftigelsesministeriet")
    bars = BarsPlot(
        "Rammer", "", tuple(BarRow(it, 5.0, "895,0 mio. kr.", "4 initiativer") for it in ministries)
    )
    chairs = tuple(f"Formand: Departementschef i {it}" for it in ministries)
    above = ("", "a", "b", "c")
    boxes = tuple(BodyBox(k, up, k, chairs) for k, up in zip("abcd", above, strict=True))
    for plot, width in ((bars, 234.0), (OrganisationPlot("", "", boxes), 468.0)):
        size = (width, height_for(plot, width, DA))
        said = [one.text for one in sketch_of(plot, size, DA).drawn if isinstance(one, Words)]
        assert said and not [text for text in said if "…" in text]


def test_the_newest_dates_are_kept_and_the_others_counted() -> None:
    plot = a_status_history(40)
    figure = figure_of(plot, (468.0, height_for(plot, 468.0, EN)), EN)
    said = " ".join(text.get_text() for text in texts_of(figure))
    assert "earlier dates are in the table." in said
    assert "2031" in said
    assert "2022" not in said


def test_each_status_is_said_by_sign_and_word() -> None:
    plot = a_status_history(30)
    figure = figure_of(plot, (330.0, height_for(plot, 330.0, DA)), DA)
    said = {text.get_text() for text in texts_of(figure)}
    shown = {
        state for row in plot.rows for cell in row.cells[-9:] if cell for state in (cell.rating,)
    }
    assert all(state is None or state.text in said for state in shown)


def test_the_waterfall_says_what_is_missing() -> None:
    def said(kind: str) -> list[str]:
        plot = PICTURES[kind]
        figure = figure_of(plot, (468.0, height_for(plot, 468.0, EN)), EN)
        return [text.get_text() for text in texts_of(figure)]

    assert {"Still missing", "−2.0", "not estimated", "−0.3 to −0.9"} <= set(said("waterfall"))
    assert {"More than needed", "0.5"} <= set(said("waterfall surplus"))
    assert "Nothing is missing" in said("waterfall met")
    assert {"Still missing", "+3.2"} <= set(said("waterfall up"))


def test_a_tint_is_solid_and_lies_between() -> None:
    palette = ChartPalette(ground="#000000", ink="#FFFFFF")
    assert palette.tint("ink", 0.5) == "#808080"
    assert palette.tint("ink", 0.0) == "#000000"


# -- whatever the data --------------------------------------------------------------------------

words = st.sampled_from(
    [
        "M1",
        "M2 Ensomheden halveres",
        "Donaudampfschifffahrtsgesellschaftskapitän " * 3,
        "漢字 $x$",
        "",
    ]
)
statuses = st.none() | st.sampled_from(RATINGS)
confidences = st.none() | st.sampled_from(CONFIDENCES)
sizes = st.sampled_from([0.01, 1.0, 100.0, 4e10])
maybe = st.none() | st.floats(-1e9, 1e9, allow_subnormal=False) | st.just(math.nan)


def _rows(row: st.SearchStrategy[object], most: int = 9) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(row, max_size=most).map(tuple)


units = st.sampled_from(["%", "", "personer", "mio. kr. i 2026-priser"])
bullets = st.builds(
    BulletPlot,
    st.just("Fundet"),
    st.just("Mål"),
    _rows(
        st.builds(
            BulletRow, words, units, st.integers(0, 3), maybe, maybe, maybe, maybe,
            st.sampled_from(["", "2026", "2. kvartal 2026"]), st.sampled_from(["", "2030"]),
            statuses, st.booleans(),
        )
    ),
    words,
)  # fmt: skip


@st.composite
def waterfalls(draw: st.DrawFn) -> WaterfallPlot:
    size = draw(sizes)
    value = values(size)
    return WaterfallPlot(
        "Fundet",
        draw(words),
        draw(units),
        draw(st.integers(0, 3)),
        draw(st.none() | value.map(lambda y: PlotMark(2022.0, y, "2022"))),
        draw(st.none() | value.map(lambda y: PlotMark(2030.0, y, "2030"))),
        draw(
            _rows(
                st.builds(
                    Contribution, words, st.none() | value, st.none() | value, st.none() | value
                )
            )
        ),  # type: ignore[arg-type]
        "Kilde",
        draw(st.booleans()),
    )


ambitions = st.builds(
    AmbitionPlot,
    words,
    words,
    _rows(
        st.builds(
            AmbitionRow, words, st.none() | st.floats(-3, 1e6) | st.floats(0.01, 9),
            st.sampled_from(["", "−0,4"]), st.sampled_from(["", "0,1 pct.point"]), words,
        )
    ),
    words,
)  # fmt: skip


@st.composite
def histories(draw: st.DrawFn) -> StatusHistoryPlot:
    dates = tuple(
        f"{at % 4 + 1}. kvartal {2020 + at // 4}" for at in range(draw(st.integers(0, 45)))
    )
    cells = st.none() | st.builds(StatusCell, statuses, confidences)
    rows = st.lists(
        st.builds(StatusRow, words, st.lists(cells, max_size=len(dates) + 2).map(tuple)), max_size=8
    )
    return StatusHistoryPlot("Fundet", draw(words), dates, tuple(draw(rows)), draw(words))


multiples = st.builds(
    MultiplesPlot,
    words,
    words,
    _rows(st.builds(MissionPanel, st.sampled_from(["M1", "M24"]), words, plots(), statuses), 5),
    st.none() | st.floats(2000, 2040),
    words,
)


ROWS = [bullets, waterfalls(), ambitions, histories()]


@pytest.mark.long
@pytest.mark.timeout(1800)
@settings(max_examples=200)
@pytest.mark.parametrize("made", [*ROWS, multiples])
@given(st.data(), st.sampled_from(WIDTHS), st.sampled_from([0.6, 1.0, 1.3]))
def test_every_picture_is_calm_whatever_the_data(
    made: st.SearchStrategy[Plot], data: st.DataObject, page: tuple[float, float], share: float
) -> None:
    _calm(data.draw(made), *page, share)


@settings(max_examples=10)
@pytest.mark.parametrize("made", ROWS)
@given(st.data(), st.sampled_from(WIDTHS), st.sampled_from([0.6, 1.0, 1.3]))
def test_rows_are_calm_whatever_the_data(
    made: st.SearchStrategy[Plot], data: st.DataObject, page: tuple[float, float], share: float
) -> None:
    _calm(data.draw(made), *page, share)


@settings(max_examples=5)
@given(multiples, st.sampled_from(WIDTHS), st.sampled_from([0.7, 1.0, 1.3]))
def test_small_multiples_are_calm_whatever_the_data(
    plot: MultiplesPlot, page: tuple[float, float], share: float
) -> None:
    _calm(plot, *page, share)


def test_a_status_keeps_sign_and_word_together() -> None:
    assert PlotStatus("►", "På sporet").text == "►\u00a0På sporet"
    assert PlotStatus("", "–").text == "–"
