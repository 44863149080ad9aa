# SPDX-License-Identifier: Apache-2.0
"""The direct labels of the trajectory chart: what they say and where they find room."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from missiondesk.charts.lettering import ASCENT, DESCENT, Face, text_width
from missiondesk.charts.placement import (
    Box,
    Placed,
    Points,
    Scene,
    Segments,
    Wish,
    along,
    around,
    everywhere,
)
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.trajectory_layout import (
    Frame,
    baseline_text,
    frame,
    latest_text,
    target_text,
)
from missiondesk.language.translator import Translator

OBSERVED_WIDTH, PATH_WIDTH, TODAY_WIDTH = 1.8, 1.3, 0.7
POINT_SIZE, LATEST_SIZE, TARGET_SIZE, BASELINE_SIZE = 4.0, 5.6, 8.4, 4.4
# White above the data, tried one after the other until the labels that matter have a place.
_HEADROOMS = (0.0, 0.12, 0.25, 0.45, 0.8)
_SHARES = (0.55, 0.62, 0.48, 0.7, 0.4, 0.78, 0.32, 0.86, 0.24, 0.14)


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
    key: str
    text: str
    face: Face
    tone: str
    anchor: tuple[float, float] | None
    gap: float
    prefer: float


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
        missing = sum(text.anchor is not None for text in texts) - sum(
            label.placed.key != "path" for label in labels
        )
        if best is None or missing < best[2]:
            best = (made, labels, missing)
        if missing == 0:
            break
    assert best is not None
    return best[0], best[1]


def _texts(plot: TrajectoryPlot, made: Frame, tr: Translator) -> list[_Text]:
    """The labels wanted, the most important first."""
    texts: list[_Text] = []
    place = made.scale.place
    up = plot.higher_is_better is not False
    latest, baseline, target = plot.latest, plot.baseline, plot.target
    if target is not None:
        spot = place(target.x, target.y)
        gap = TARGET_SIZE / 2 + 3.5
        texts.append(_Text("target", target_text(plot, tr), Face.BOLD, "target", spot, gap, 0.0))
    if latest is not None and not _same(plot):
        spot = place(latest.x, latest.y)
        prefer = _open_side(plot, up)
        texts.append(
            _Text("latest", latest_text(plot, tr), Face.BOLD, "observed", spot, 6.2, prefer)
        )
    if baseline is not None:
        spot = place(baseline.x, baseline.y)
        prefer = -60.0 if up else 60.0
        texts.append(
            _Text("baseline", baseline_text(plot, tr), Face.REGULAR, "quiet", spot, 5.5, prefer)
        )
    if not plot.points:
        centre = ((made.scale.box.x0 + made.scale.box.x1) / 2, made.scale.box.y1)
        text = tr.say("There are no figures yet.")
        texts.append(_Text("empty", text, Face.REGULAR, "quiet", centre, -1.0, 0.0))
    if len(plot.path) > 1:
        texts.append(_Text("path", tr.say("Target path"), Face.REGULAR, "target", None, 2.5, 0.0))
    return texts


def _same(plot: TrajectoryPlot) -> bool:
    """True when the latest figure is the baseline itself, which then carries the one label."""
    latest, baseline = plot.latest, plot.baseline
    return (
        latest is not None
        and baseline is not None
        and (latest.x, latest.y)
        == (
            baseline.x,
            baseline.y,
        )
    )


def _open_side(plot: TrajectoryPlot, up: bool) -> float:
    """Direction away from the target path at the latest figure."""
    latest = plot.latest
    expected = None if latest is None else path_value(plot, latest.x)
    if latest is None or expected is None or expected == latest.y:
        return -90.0 if up else 90.0
    return 90.0 if latest.y > expected else -90.0


def path_value(plot: TrajectoryPlot, x: float) -> float | None:
    """The target path's value at ``x``, straight between its places; None outside it."""
    path = sorted(plot.path)
    for (x0, y0), (x1, y1) in itertools.pairwise(path):
        if x0 <= x <= x1:
            return y1 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None


def observed_line(plot: TrajectoryPlot, made: Frame) -> Points:
    """The observed figures in points."""
    return tuple(made.scale.place(point.x, point.y) for point in plot.in_time)


def path_line(plot: TrajectoryPlot, made: Frame) -> Points:
    """The target path in points."""
    return tuple(made.scale.place(x, y) for x, y in plot.path)


def scene_of(plot: TrajectoryPlot, made: Frame) -> Scene:
    """What labels have to keep clear of on this chart."""
    box = made.scale.box
    lines = [
        (observed_line(plot, made), OBSERVED_WIDTH / 2),
        (path_line(plot, made), PATH_WIDTH / 2),
    ]
    if made.today is not None:
        lines.append((((made.today, box.y0), (made.today, box.y1)), TODAY_WIDTH / 2))
    marks = [_mark(spot, POINT_SIZE) for spot in observed_line(plot, made)]
    if plot.latest is not None:
        marks[-1] = _mark(observed_line(plot, made)[-1], LATEST_SIZE)
    if plot.baseline is not None:
        marks.append(_mark(made.scale.place(plot.baseline.x, plot.baseline.y), BASELINE_SIZE))
    if plot.target is not None:
        marks.append(_mark(made.scale.place(plot.target.x, plot.target.y), TARGET_SIZE))
    margin = Box(box.x1 - 1.0, box.y0 - 4.0, made.size[0] + 0.01, box.y1 + 3.0)
    inner = Box(box.x0 + 1.0, box.y0 + 2.0, made.size[0] + 0.01, box.y1 + 1.0)
    return Scene((inner, margin), Segments(lines), tuple(marks), made.grid, box.x1)


def _mark(spot: tuple[float, float], size: float) -> Box:
    return Box(*spot, *spot).grown(size / 2)


def _place(plot: TrajectoryPlot, made: Frame, texts: list[_Text]) -> tuple[Label, ...]:
    scene = scene_of(plot, made)
    size = made.type.text
    labels = []
    for text in texts:
        placed = scene.settle(_wish(text, plot, made, size, scene.arena[0]))
        if placed is not None:
            labels.append(Label(text.text, text.face, size, text.tone, placed))
    return tuple(labels)


def _wish(text: _Text, plot: TrajectoryPlot, made: Frame, size: float, arena: Box) -> Wish:
    width = text_width(text.text, text.face, size)
    height = size * (ASCENT + DESCENT)
    if text.anchor is None:
        line = path_line(plot, made)
        return Wish(text.key, width, height, along(line, width, height, text.gap, _SHARES))
    far = everywhere(arena, text.anchor, width, height)
    if text.key == "empty":
        return Wish(text.key, width, height, (), far)
    near = around(text.anchor, width, height, text.gap, text.prefer)
    return Wish(text.key, width, height, near, far)
