# SPDX-License-Identifier: Apache-2.0
"""The lines, areas and marks of the trajectory chart in points, and what labels keep clear of."""

from __future__ import annotations

import itertools
import math

from missiondesk.charts.placement import Box, Points, Scene, Segments
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.trajectory_layout import Frame

OBSERVED_WIDTH, PATH_WIDTH, TODAY_WIDTH, MIDDLE_WIDTH = 1.8, 1.3, 0.7, 1.3
EDGE_WIDTH, NAIVE_WIDTH, BREAK_WIDTH = 0.5, 0.9, 0.9
POINT_SIZE, LATEST_SIZE, TARGET_SIZE, BASELINE_SIZE, INTERMEDIATE_SIZE = 4.0, 5.6, 8.4, 4.4, 6.4
_BESIDE = 3.0  # points between the line of a change and that of the status
_COMB = 5.0  # points between the uprights that keep labels out of the forecast's area


def path_places(plot: TrajectoryPlot) -> tuple[tuple[float, float], ...]:
    """The target path's places with the corners of its steps."""
    if not plot.stepped:
        return plot.path
    corners = [
        place
        for (_, y0), (x1, y1) in itertools.pairwise(sorted(plot.path))
        for place in ((x1, y0), (x1, y1))
    ]
    return (*sorted(plot.path)[:1], *corners)


def path_value(plot: TrajectoryPlot, x: float) -> float | None:
    """The target path's value at ``x``; None outside it.

    Straight between two places, or the last level reached when the path is stepped.
    """
    path = sorted(plot.path)
    if plot.stepped:
        reached = [y for at, y in path if at <= x]
        return reached[-1] if reached and x <= path[-1][0] else None
    for (x0, y0), (x1, y1) in itertools.pairwise(path):
        if x0 <= x <= x1:
            return y1 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None


def observed_line(plot: TrajectoryPlot, made: Frame) -> Points:
    """The observed figures in points."""
    return tuple(made.scale.place(point.x, point.y) for point in plot.in_time)


def path_line(plot: TrajectoryPlot, made: Frame) -> Points:
    """The target path in points."""
    return tuple(made.scale.place(x, y) for x, y in path_places(plot))


def fan_lines(plot: TrajectoryPlot, made: Frame) -> tuple[Points, ...]:
    """The forecast from below: 95 %, 80 %, middle, 80 %, 95 %; all begin at the latest figure."""
    if not plot.fan:
        return ()
    latest = plot.latest
    start = () if latest is None else (made.scale.place(latest.x, latest.y),)
    return tuple(
        (*start, *(made.scale.place(one.x, one.values[rank]) for one in plot.fan))
        for rank in range(5)
    )


def naive_line(plot: TrajectoryPlot, made: Frame) -> Points:
    """The last value carried on to the end of the forecast, in points."""
    if plot.naive is None or not plot.fan:
        return ()
    first = plot.fan[0].x if plot.latest is None else plot.latest.x
    return tuple(made.scale.place(x, plot.naive) for x in (first, plot.fan[-1].x))


def band_box(plot: TrajectoryPlot, made: Frame) -> Box | None:
    """The level to be kept, over the whole width of the axes."""
    if plot.band is None:
        return None
    low, high = (made.scale.place(0.0, value)[1] for value in plot.band)
    return Box(made.scale.box.x0, low, made.scale.box.x1, high)


def break_lines(plot: TrajectoryPlot, made: Frame) -> tuple[Points, ...]:
    """An upright for each change of metric, baseline, target or method within the axes; one that
    would lie on the line of the status stands just beside it.
    """
    box = made.scale.box
    today = None if plot.today is None else made.scale.place(plot.today, 0.0)[0]
    places = [made.scale.place(mark.x, 0.0)[0] for mark in plot.breaks]
    if today is not None:
        places = [
            x if abs(x - today) >= _BESIDE else today + math.copysign(_BESIDE, x - today or -1.0)
            for x in places
        ]
    return tuple(((x, box.y0), (x, box.y1)) if box.x0 <= x <= box.x1 else () for x in places)


def scene_of(plot: TrajectoryPlot, made: Frame) -> Scene:
    """What labels have to keep clear of on this chart."""
    box = made.scale.box
    lines = [
        (observed_line(plot, made), OBSERVED_WIDTH / 2),
        (path_line(plot, made), PATH_WIDTH / 2),
        (naive_line(plot, made), NAIVE_WIDTH / 2),
        *((line, BREAK_WIDTH / 2) for line in break_lines(plot, made)),
        *((line, EDGE_WIDTH / 2) for line in fan_lines(plot, made)),
        *((tooth, 0.0) for tooth in _comb(fan_lines(plot, made))),
    ]
    band = band_box(plot, made)
    if band is not None:
        lines += [(((band.x0, y), (band.x1, y)), EDGE_WIDTH / 2) for y in (band.y0, band.y1)]
    if made.today is not None:
        lines.append((((made.today, box.y0), (made.today, box.y1)), TODAY_WIDTH / 2))
    margin = Box(box.x1 - 1.0, box.y0 - 4.0, made.size[0] + 0.01, box.y1 + 3.0)
    inner = Box(box.x0 + 1.0, box.y0 + 2.0, made.size[0] + 0.01, box.y1 + 1.0)
    return Scene((inner, margin), Segments(lines), _marks(plot, made), made.grid, box.x1)


def _comb(fan: tuple[Points, ...]) -> list[Points]:
    """Uprights through the forecast's area, close enough that no text fits between two."""
    if not fan:
        return []
    low, high = fan[0], fan[-1]
    teeth: list[Points] = []
    for (a, b), (c, d) in zip(itertools.pairwise(low), itertools.pairwise(high), strict=True):
        count = max(1, int((b[0] - a[0]) / _COMB))
        for step in range(count + 1):
            share = step / count
            x = a[0] + (b[0] - a[0]) * share
            teeth.append(((x, a[1] + (b[1] - a[1]) * share), (x, c[1] + (d[1] - c[1]) * share)))
    return teeth


def _marks(plot: TrajectoryPlot, made: Frame) -> tuple[Box, ...]:
    place = made.scale.place
    marks = [_mark(spot, POINT_SIZE) for spot in observed_line(plot, made)]
    if plot.latest is not None:
        marks[-1] = _mark(observed_line(plot, made)[-1], LATEST_SIZE)
    if plot.baseline is not None:
        marks.append(_mark(place(plot.baseline.x, plot.baseline.y), BASELINE_SIZE))
    if plot.target is not None and plot.band is None:
        marks.append(_mark(place(plot.target.x, plot.target.y), TARGET_SIZE))
    marks += [_mark(place(mark.x, mark.y), INTERMEDIATE_SIZE) for mark in plot.intermediate]
    return tuple(marks)


def _mark(spot: tuple[float, float], size: float) -> Box:
    return Box(*spot, *spot).grown(size / 2)
