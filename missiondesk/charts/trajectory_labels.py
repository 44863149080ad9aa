# SPDX-License-Identifier: Apache-2.0
"""The direct labels of the trajectory chart: what they say and where they find room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from missiondesk.charts import trajectory_texts as texts_of
from missiondesk.charts.lettering import ASCENT, DESCENT, Face, text_width
from missiondesk.charts.placement import Box, Placed, Points, Wish
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.spots import Spot, along, around, everywhere
from missiondesk.charts.trajectory_layout import Frame, break_signs, frame
from missiondesk.charts.trajectory_lines import (
    INTERMEDIATE_SIZE,
    TARGET_SIZE,
    band_box,
    break_lines,
    fan_lines,
    naive_line,
    path_line,
    path_value,
    scene_of,
)
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.translator import Translator

# White above the data, tried one after the other until the labels that matter have a place.
_HEADROOMS = (0.0, 0.12, 0.25, 0.45, 0.8)
_SHARES = (0.55, 0.62, 0.48, 0.7, 0.4, 0.78, 0.32, 0.86, 0.24, 0.14)
# Points between the axes and the column of labels at their right.
_COLUMN_GAP = 3.0
# These may be left out without more white being tried.
_SPARE = ("path", "intermediate")


@dataclass(frozen=True, slots=True)
class Label:
    """A direct label with its place."""

    text: str
    face: Face
    size: float
    tone: str
    placed: Placed

    @property
    def baseline(self) -> tuple[float, float]:
        """Where the text begins, in points."""
        return self.placed.box.x0, self.placed.box.y0 + self.size * DESCENT


@dataclass(frozen=True, slots=True)
class _Text:
    """A label wanted: what it says, and the places it belongs to (one, or along a line).

    ``short`` is said instead where there is no room close by for the whole.
    """

    key: str
    text: str
    face: Face
    tone: str
    anchors: Points
    gap: float = 0.0
    prefer: float = 0.0
    way: str = "around"
    short: str = ""


def label_trajectory(
    plot: TrajectoryPlot, size: tuple[float, float], tr: Translator, factor: float = 1.0
) -> tuple[Frame, tuple[Label, ...]]:
    """Frame and labels; white is added above the data until every label that matters fits.

    A label that finds no room at all is left out: the table beside the chart has its value.
    """
    best: tuple[Frame, tuple[Label, ...], int] | None = None
    for headroom in _HEADROOMS:
        made = frame(plot, size, tr, factor, headroom)
        texts = _texts(plot, made, tr)
        labels = _place(plot, made, texts)
        missing = sum(text.key not in _SPARE for text in texts) - sum(
            label.placed.key not in _SPARE for label in labels
        )
        if best is None or missing < best[2]:
            best = (made, labels, missing)
        if missing == 0:
            break
    assert best is not None
    return best[0], best[1]


def _texts(plot: TrajectoryPlot, made: Frame, tr: Translator) -> list[_Text]:
    """The labels wanted, the most important first."""
    return [
        *_target(plot, made, tr),
        *_latest(plot, made, tr),
        *_middle(plot, made, tr),
        *_baseline(plot, made, tr),
        *_breaks(plot, made),
        *_intervals(plot, made, tr),
        *_empty(plot, made, tr),
        *_intermediate(plot, made, tr),
        *_path(plot, made, tr),
    ]


def _target(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    target, band = plot.target, band_box(plot, made)
    if band is not None:
        spot = (band.x1, (band.y0 + band.y1) / 2)
        text = texts_of.band_text(plot, tr)
        yield _Text("target", text, Face.BOLD, "target", (spot,), _COLUMN_GAP, way="column")
    elif target is not None:
        spot = made.scale.place(target.x, target.y)
        gap, text = TARGET_SIZE / 2 + 3.5, texts_of.target_text(plot, tr)
        way = "column" if plot.fan else "around"
        yield _Text("target", text, Face.BOLD, "target", (spot,), gap, way=way)


def _latest(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    latest = plot.latest
    if latest is not None and not _same(plot):
        spot = made.scale.place(latest.x, latest.y)
        prefer = _open_side(plot, plot.higher_is_better is not False)
        text = texts_of.latest_text(plot, tr)
        yield _Text("latest", text, Face.BOLD, "observed", (spot,), 6.2, prefer)


def _middle(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    if plot.fan:
        spot = fan_lines(plot, made)[2][-1]
        text = texts_of.middle_text(plot, tr)
        yield _Text("middle", text, Face.BOLD, "observed", (spot,), 6.2, way="column")


def _baseline(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    baseline = plot.baseline
    if baseline is not None:
        spot = made.scale.place(baseline.x, baseline.y)
        prefer = 60.0 if plot.higher_is_better is False else -60.0
        text, value = texts_of.baseline_text(plot, tr), texts_of.value_text(baseline.y, plot, tr)
        yield _Text("baseline", text, Face.REGULAR, "quiet", (spot,), 5.5, prefer, "close", value)


def _breaks(plot: TrajectoryPlot, made: Frame) -> Iterator[_Text]:
    signs = break_signs(plot, made.size[0], made.type)
    for sign, line in zip(signs, break_lines(plot, made), strict=True):
        if line and sign:
            yield _Text("break", sign, Face.REGULAR, "quiet", line, 3.0, way="upright")


def _intervals(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    """The two intervals and the last value carried on, at the forecast's end."""
    if not plot.fan:
        return
    low95, low80, _, high80, high95 = (line[-1] for line in fan_lines(plot, made))
    text = texts_of.interval_text(plot, 80, tr)
    yield _Text("80", text, Face.REGULAR, "quiet", (low80, high80), 6.2, way="column")
    outer = (_between(low95, low80), _between(high80, high95))
    text = texts_of.interval_text(plot, 95, tr)
    yield _Text("95", text, Face.REGULAR, "quiet", outer, 6.2, way="column")
    naive = naive_line(plot, made)
    if naive:
        text = texts_of.naive_text(plot, tr)
        yield _Text("naive", text, Face.REGULAR, "quiet", naive[-1:], 6.2, way="column")


def _between(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _empty(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    if not plot.points:
        centre = ((made.scale.box.x0 + made.scale.box.x1) / 2, made.scale.box.y1)
        text = tr.say("There are no figures yet.")
        yield _Text("empty", text, Face.REGULAR, "quiet", (centre,), way="anywhere")


def _intermediate(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    """The first says what they are, the others only their value."""
    for number, mark in enumerate(plot.intermediate):
        spot = made.scale.place(mark.x, mark.y)
        value = texts_of.value_text(mark.y, plot, tr)
        text = value if number else tr.say("Interim target {value}", value=value)
        prefer = 90.0 if plot.higher_is_better is not False else -90.0
        gap = INTERMEDIATE_SIZE / 2 + 3.0
        yield _Text("intermediate", text, Face.REGULAR, "target", (spot,), gap, prefer, "near")


def _path(plot: TrajectoryPlot, made: Frame, tr: Translator) -> Iterator[_Text]:
    if len(plot.path) > 1:
        line = path_line(plot, made)
        yield _Text("path", tr.say("Target path"), Face.REGULAR, "target", line, 2.5, way="along")


def _same(plot: TrajectoryPlot) -> bool:
    """True when the latest figure is the baseline itself, which then carries the one label."""
    latest, baseline = plot.latest, plot.baseline
    if latest is None or baseline is None:
        return False
    return (latest.x, latest.y) == (baseline.x, baseline.y)


def _open_side(plot: TrajectoryPlot, up: bool) -> float:
    """Direction away from the target path at the latest figure."""
    latest = plot.latest
    expected = None if latest is None else path_value(plot, latest.x)
    if latest is None or expected is None or expected == latest.y:
        return -90.0 if up else 90.0
    return 90.0 if latest.y > expected else -90.0


def _place(plot: TrajectoryPlot, made: Frame, texts: list[_Text]) -> tuple[Label, ...]:
    scene = scene_of(plot, made)
    size = made.type.text
    labels = []
    for text in texts:
        for tried in _ways(text):
            placed = scene.settle(_wish(tried, size, made, scene.arena[0]))
            if placed is not None:
                labels.append(Label(tried.text, tried.face, size, tried.tone, placed))
                break
    return tuple(labels)


def _ways(text: _Text) -> tuple[_Text, ...]:
    """Whole and close by, short and close by, whole and anywhere."""
    if not text.short:
        return (text,)
    return (text, replace(text, text=text.short), replace(text, way="around"))


def _wish(text: _Text, size: float, made: Frame, arena: Box) -> Wish:
    width = text_width(text.text, text.face, size)
    height = size * (ASCENT + DESCENT)
    if text.way == "along":
        spots = along(text.anchors, width, height, text.gap, _SHARES)
        return Wish(text.key, width, height, spots)
    if text.way == "upright":
        return Wish(text.key, width, height, _beside_upright(text, width, height))
    first = text.anchors[0]
    if text.way == "anywhere":
        return Wish(text.key, width, height, (), lambda: everywhere(arena, first, width, height))
    if text.way == "close":
        close = around(first, width, height, text.gap, text.prefer, 5)
        return Wish(text.key, width, height, close)
    near = around(first, width, height, text.gap, text.prefer)
    if text.way == "near":
        return Wish(text.key, width, height, near)
    if text.way == "column":
        return Wish(
            text.key, width, height, _column(text, made, height),
            lambda: (*near, *everywhere(arena, first, width, height)),
        )  # fmt: skip
    return Wish(text.key, width, height, near, lambda: everywhere(arena, first, width, height))


def _column(text: _Text, made: Frame, height: float) -> tuple[Spot, ...]:
    """Places in one column at the right of the axes, level with the anchor or a little off."""
    column = made.scale.box.x1 + _COLUMN_GAP
    return tuple(
        Spot(max(column, x + text.gap), y + sign * step - height / 2, (x, y), step * 0.1)
        for x, y in text.anchors
        for step in range(61)
        for sign in ((1, -1) if step else (1,))
    )


def _beside_upright(text: _Text, width: float, height: float) -> tuple[Spot, ...]:
    """Places to the right and left of an upright line, from its top down."""
    (x, low), (_, high) = text.anchors
    return tuple(
        Spot(left, y, (x, y + height / 2), number * 0.2 + side * 0.3)
        for number, y in enumerate(_down(high - height - 0.5, low + 2.0))
        for side, left in enumerate((x + text.gap, x - text.gap - width))
    )


def _down(first: float, last: float, step: float = 2.0) -> Iterator[float]:
    while first >= last:
        yield first
        first -= step
