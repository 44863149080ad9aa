# SPDX-License-Identifier: Apache-2.0
"""Looks at a finished figure as a reader does: is any text cut, crossed, too small or too pale."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Polygon, Rectangle
from matplotlib.text import Text

from missiondesk.charts.lettering import ASCENT, DESCENT
from missiondesk.charts.placement import Box, Segments

_LEAST_SIZE, _LEAST_CONTRAST, _LEAST_MARK_CONTRAST = 8.0, 4.5, 3.0


@dataclass(frozen=True)
class Seen:
    """A figure taken apart: texts with their ink, lines and areas with their order."""

    size: tuple[float, float]
    ground: str
    texts: tuple[tuple[Text, Box], ...]
    lines: tuple[Line2D, ...]
    areas: tuple[tuple[Patch, Box, bool], ...]


def texts_of(figure: Figure) -> list[Text]:
    """The texts that are seen."""
    return [text for text in figure.findobj(Text) if text.get_text() and text.get_visible()]


def ink(text: Text, renderer: RendererAgg) -> Box:
    """Drawn width, and the height from descender to ascender (the font's own line box is more)."""
    x, y = text.get_position()
    size = text.get_fontsize()
    width = text.get_window_extent(renderer).width
    return Box(x, y - DESCENT * size, x + width, y + ASCENT * size)


def seen(figure: Figure) -> Seen:
    """Take the figure apart."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    assert isinstance(renderer, RendererAgg)
    width, height = (float(side) * 72 for side in figure.get_size_inches())
    axes = figure.axes[0]
    lines = [one for one in axes.artists + axes.lines if isinstance(one, Line2D)]
    areas = []
    for patch in axes.patches:
        if isinstance(patch, Rectangle):
            x, y = patch.get_xy()
            box = Box(x, y, x + patch.get_width(), y + patch.get_height())
            areas.append((patch, box, True))
        elif isinstance(patch, Polygon):
            points = patch.get_xy()
            box = Box(*points.min(axis=0), *points.max(axis=0))
            areas.append((patch, box, False))
    return Seen(
        (width, height),
        to_hex(figure.get_facecolor()).upper(),
        tuple((text, ink(text, renderer)) for text in texts_of(figure)),
        tuple(lines),
        tuple(areas),
    )


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def assert_calm(figure: Figure, factor: float = 1.0) -> None:
    """Nothing cut, crossed, on top of another, smaller than 8 points or too pale."""
    looked = seen(figure)
    page = Box(-1.5, -1.5, looked.size[0] + 1.5, looked.size[1] + 1.5)
    reach = _reach(looked.lines)
    for text, box in looked.texts:
        assert box.within(page), (text.get_text(), box, looked.size)
        assert text.get_fontsize() >= _LEAST_SIZE * factor - 1e-6, text.get_text()
        _assert_legible(looked, text, box)
        _assert_uncrossed(looked, reach, text, box)
    for (one, first), (other, second) in itertools.combinations(looked.texts, 2):
        met = first.grown(-0.8).overlaps(second.grown(-0.8))
        assert not met, (one.get_text(), other.get_text(), first, second)
    for line in looked.lines:
        _assert_within(line, page)


def _assert_legible(looked: Seen, text: Text, box: Box) -> None:
    under, order = looked.ground, -1.0
    for patch, area, whole in looked.areas:
        if not box.grown(-0.8).overlaps(area) or patch.get_zorder() < order:
            continue
        if not whole:  # the forecast's areas: labels keep clear, which the lines' test shows
            continue
        inside = box.grown(-0.8).within(area)
        if to_hex(patch.get_facecolor()).upper() != looked.ground:
            assert inside or _covered(looked, text, box, patch.get_zorder()), (
                text.get_text(), "lies half on an area", box, area,
            )  # fmt: skip
        if inside:
            under, order = to_hex(patch.get_facecolor()).upper(), patch.get_zorder()
    colour = to_hex(text.get_color()).upper()
    assert contrast(colour, under) >= _LEAST_CONTRAST, (text.get_text(), colour, under)


def _covered(looked: Seen, text: Text, box: Box, order: float) -> bool:
    """Whether something between ``order`` and the text clears the ground under the text."""
    return any(
        order < patch.get_zorder() < text.get_zorder() and box.grown(-0.8).within(area)
        for patch, area, whole in looked.areas
        if whole
    )


def _reach(lines: tuple[Line2D, ...]) -> npt.NDArray[np.float64]:
    """The box of each line with its thickness and marks, to look only at what is close."""
    rows = []
    for line in lines:
        places = line.get_xydata()
        half = max(line.get_markersize(), line.get_linewidth()) / 2
        rows.append((*(places.min(axis=0) - half), *(places.max(axis=0) + half)))
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def _assert_uncrossed(looked: Seen, reach: npt.NDArray[np.float64], text: Text, box: Box) -> None:
    core = box.grown(-0.9)
    close = (reach[:, 0] < core.x1) & (core.x0 < reach[:, 2])
    close &= (reach[:, 1] < core.y1) & (core.y0 < reach[:, 3])
    for line in itertools.compress(looked.lines, close):
        if _covered(looked, text, box, line.get_zorder()):
            continue
        places = tuple((float(x), float(y)) for x, y in line.get_xydata())
        if line.get_marker() not in ("None", None, ""):
            half = line.get_markersize() / 2
            assert not any(Box(x, y, x, y).grown(half).overlaps(core) for x, y in places), (
                text.get_text(), "meets a mark", box, places,
            )  # fmt: skip
        elif len(places) > 1:
            thick = line.get_linewidth() / 2
            assert not Segments([(places, thick)]).touch(core, 0.0), (
                text.get_text(), "is crossed by a line", box, places[:3],
            )  # fmt: skip


def _assert_within(line: Line2D, page: Box) -> None:
    half = line.get_markersize() / 2 if line.get_marker() not in ("None", None, "") else 0.0
    for x, y in line.get_xydata():
        assert Box(x - half, y - half, x + half, y + half).within(page.grown(2.5)), (x, y)
