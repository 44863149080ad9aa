# SPDX-License-Identifier: Apache-2.0
"""The chart of a mission: calm with every kind of data, and the same wherever it is drawn."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from missiondesk.charts import trajectory_labels as labelling
from missiondesk.charts import trajectory_lines
from missiondesk.charts.lettering import ASCENT, DESCENT, Face, printable, text_width, wrapped
from missiondesk.charts.palette import ChartPalette
from missiondesk.charts.placement import Box, Segments
from missiondesk.charts.plots import PlotMark, TrajectoryPlot
from missiondesk.charts.trajectory import trajectory_figure
from missiondesk.charts.trajectory_layout import has_values, only_finite
from missiondesk.language.translator import translator
from tests.charts.plots_of import FORECASTS, KINDS, a_plot, plots, yearly

SIZES = ((468.0, 200.0), (330.0, 190.0), (640.0, 300.0))
DA, EN = translator("da"), translator("en")
_DATA_LABELS = (
    "target", "latest", "baseline", "path", "empty",
    "middle", "80", "95", "naive", "break", "intermediate",
)  # fmt: skip
ALL = {**KINDS, **FORECASTS}


def _texts(figure: Figure) -> list[Text]:
    return [text for text in figure.findobj(Text) if text.get_text() and text.get_visible()]


def _boxes(figure: Figure) -> list[tuple[str, Box]]:
    renderer = FigureCanvasAgg(figure).get_renderer()
    assert isinstance(renderer, RendererAgg)
    return [(text.get_text(), _ink(text, renderer)) for text in _texts(figure)]


def _ink(text: Text, renderer: RendererAgg) -> Box:
    """Drawn width, and the height from descender to ascender (the font's own line box is more)."""
    x, y = text.get_position()
    size = text.get_fontsize()
    width = text.get_window_extent(renderer).width
    return Box(x, y - DESCENT * size, x + width, y + ASCENT * size)


def _assert_calm(plot: TrajectoryPlot, size: tuple[float, float]) -> None:
    plot = only_finite(plot)
    figure = trajectory_figure(plot, size, EN)
    boxes = _boxes(figure)
    page = Box(-1.5, -1.5, size[0] + 1.5, size[1] + 1.5)
    for text, box in boxes:
        assert box.within(page), (text, box)
    for (one, first), (other, second) in itertools.combinations(boxes, 2):
        assert not first.grown(-0.8).overlaps(second.grown(-0.8)), (one, other)
    if not has_values(plot):
        return
    made, labels = labelling.label_trajectory(plot, size, EN)
    scene = trajectory_lines.scene_of(plot, made)
    for label in labels:
        assert label.placed.key in _DATA_LABELS
        assert not scene.segments.touch(label.placed.box, 0.5), label.text
        assert not any(label.placed.box.overlaps(mark) for mark in scene.marks), label.text
        width = text_width(label.text, label.face, label.size)
        assert label.placed.box.x1 - label.placed.box.x0 == pytest.approx(width)
    for one, other in itertools.permutations(labels, 2):
        if one.placed.leader is not None:
            x0, y0, x1, y1 = one.placed.leader
            assert not Segments([(((x0, y0), (x1, y1)), 0.2)]).touch(other.placed.box, 0.0)


@pytest.mark.parametrize(
    "size", [SIZES[1], *(pytest.param(size, marks=pytest.mark.long) for size in SIZES[::2])]
)
@pytest.mark.parametrize("kind", ALL)
def test_no_text_touches_a_line_a_mark_or_another_text(
    kind: str, size: tuple[float, float]
) -> None:
    _assert_calm(ALL[kind], size)


@pytest.mark.long
@pytest.mark.timeout(1800)
@settings(max_examples=500)
@given(plots(), st.sampled_from(SIZES))
def test_no_text_touches_anything_in_many_more(
    plot: TrajectoryPlot, size: tuple[float, float]
) -> None:
    _assert_calm(plot, size)


@settings(max_examples=25)
@given(plots())
def test_no_text_touches_anything_whatever_the_data(plot: TrajectoryPlot) -> None:
    _assert_calm(plot, SIZES[0])


@pytest.mark.parametrize("size", [pytest.param(SIZES[0], marks=pytest.mark.long), SIZES[1]])
@pytest.mark.parametrize("kind", [kind for kind in ALL if kind != "nothing"])
def test_every_label_that_matters_finds_room(kind: str, size: tuple[float, float]) -> None:
    plot = ALL[kind]
    keys = {label.placed.key for label in labelling.label_trajectory(plot, size, DA)[1]}
    wanted = {"target"} if plot.target or plot.band else set()
    if plot.fan:
        wanted |= {"middle", "80", "95"}
    if plot.naive is not None:
        wanted.add("naive")
    if plot.breaks:
        wanted.add("break")
    if plot.points and (plot.baseline is None or len(plot.points) > 1):
        wanted.add("latest")
    if plot.baseline:
        wanted.add("baseline")
    assert wanted <= keys


def test_labels_stand_in_the_figure_s_language() -> None:
    said = {text.get_text() for text in _texts(trajectory_figure(a_plot(), SIZES[0], EN))}
    assert {"Target 3.5", "Baseline 7.1", "6.6 in 2022", "Target path", "status"} <= said


def test_an_empty_plot_says_so() -> None:
    said = [text.get_text() for text in _texts(trajectory_figure(KINDS["nothing"], SIZES[0], EN))]
    assert "There are no figures yet." in said
    assert KINDS["nothing"].title in said


def test_values_that_are_no_numbers_are_left_out() -> None:
    plot = a_plot(yearly(2016, [7.1, float("nan"), float("inf"), 6.6]), today=float("nan"))
    assert [point.y for point in only_finite(plot).points] == [7.1, 6.6]
    FigureCanvasAgg(trajectory_figure(plot, SIZES[0], EN)).draw()


def test_unsettled_figures_are_hollow_and_dashed() -> None:
    figure = trajectory_figure(KINDS["preliminary"], SIZES[0], EN)
    lines = [line for line in figure.findobj(Line2D) if isinstance(line, Line2D)]
    marks = [line for line in lines if line.get_marker() == "o"]
    assert [line.get_markerfacecolor() for line in marks] == [
        "#12436D", "#12436D", "#FFFFFF", "#FFFFFF",
    ]  # fmt: skip
    observed = [line for line in lines if line.get_linewidth() == trajectory_lines.OBSERVED_WIDTH]
    assert [line.is_dashed() for line in observed] == [False, True]


def test_large_values_are_counted_in_words() -> None:
    said = {text.get_text() for text in _texts(trajectory_figure(KINDS["billions"], SIZES[0], EN))}
    assert "Target 30.0 bn" in said


def test_a_share_never_gets_an_axis_above_one_hundred() -> None:
    figure = trajectory_figure(KINDS["full share"], SIZES[0], EN)
    said = [text.get_text() for text in _texts(figure)]
    assert "100.0" in said
    assert "102.5" not in said


def test_hostile_text_is_drawn_as_it_is_without_a_warning() -> None:
    plot = a_plot()
    hostile = TrajectoryPlot(
        r"$\frac{1}{0}$ <b>& \alpha" + " 漢字 \U0001f600 שלום \x00\u202e",
        "x" * 400,
        "$_%",
        1,
        plot.points,
        plot.baseline,
        PlotMark(2030.0, 3.5, "$2030$"),
        plot.path,
        2026.0,
        "Donaudampfschifffahrtsgesellschaft " * 20,
    )
    figure = trajectory_figure(hostile, SIZES[1], DA)
    FigureCanvasAgg(figure).draw()
    assert any(text.get_text().startswith(r"$\frac{1}{0}$ <b>& \alpha") for text in _texts(figure))


def test_nothing_in_the_figure_depends_on_pyplot_or_a_layout_engine() -> None:
    figure = trajectory_figure(a_plot(), SIZES[0], DA)
    assert len(figure.axes) == 1
    assert not any(text.get_parse_math() for text in _texts(figure))
    engine = figure.get_layout_engine()
    assert engine is None or not engine.adjust_compatible


def test_the_axes_take_data_for_who_points_at_the_chart() -> None:
    plot = a_plot()
    figure = trajectory_figure(plot, SIZES[0], DA)
    made, _ = labelling.label_trajectory(plot, SIZES[0], DA)
    figure.canvas.draw() if hasattr(figure.canvas, "draw") else None
    x, y = figure.axes[0].transData.transform((2022.0, 6.6))
    assert (x, y) == pytest.approx(made.scale.place(2022.0, 6.6), abs=0.01)


def test_the_screen_may_bring_its_colours_and_text_size() -> None:
    dark = ChartPalette(ground="#101418", ink="#FFFFFF")
    figure = trajectory_figure(a_plot(), SIZES[2], DA, palette=dark, text_scale=1.3)
    assert figure.get_facecolor()[:3] == pytest.approx((16 / 255, 20 / 255, 24 / 255), abs=0.01)
    title = next(text for text in _texts(figure) if text.get_text() == a_plot().title)
    assert title.get_fontsize() == pytest.approx(13.0)


def test_text_is_measured_as_it_is_drawn() -> None:
    figure = trajectory_figure(a_plot(), SIZES[0], DA)
    title = a_plot().title
    drawn = next(box for text, box in _boxes(figure) if text == title)
    assert drawn.x1 - drawn.x0 == pytest.approx(text_width(title, Face.SEMIBOLD, 10), rel=0.05)


def test_long_text_is_broken_and_then_cut() -> None:
    lines = wrapped("en to tre fire fem seks syv otte ni ti", Face.REGULAR, 10, 60, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(text_width(line, Face.REGULAR, 10) <= 60 for line in lines)
    assert wrapped("  ", Face.REGULAR, 10, 60, 2) == ()
    assert printable("å\u0301\x07 漢") == "ǻ □"


def test_a_change_on_the_day_of_the_status_stands_beside_its_line() -> None:
    plot = a_plot(yearly(2018, [6.9, 6.8, 6.6]))
    change = PlotMark(2026.46, 0.0, "a")
    for today, apart in ((2026.47, 3.0), (2026.45, -3.0)):
        near = replace(plot, breaks=(change,), today=today)
        made, _labels = labelling.label_trajectory(near, (260.0, 120.0), translator("da"))
        ((line, _top),) = trajectory_lines.break_lines(near, made)
        assert made.scale.place(today, 0.0)[0] - line[0] == pytest.approx(apart)
    far = replace(plot, breaks=(change,), today=2020.0)
    made, _labels = labelling.label_trajectory(far, (260.0, 120.0), translator("da"))
    ((line, _top),) = trajectory_lines.break_lines(far, made)
    assert line[0] == pytest.approx(made.scale.place(2026.46, 0.0)[0])
