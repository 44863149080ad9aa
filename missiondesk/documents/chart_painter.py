# SPDX-License-Identifier: Apache-2.0
"""Paints a chart's strokes as vectors straight onto the page, in the document's own fonts.

Many times faster than the way over a matplotlib figure (`figure_renderer`); a test compares what
both put on paper.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from missiondesk.charts.sketch import Area, Marks, Sketch, Stroke, Words
from missiondesk.documents.escaping import draw_runs, runs
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.canvas import TaggedCanvas

_MITER, _ROUND = 0, 1
_BUTT = 0
# A circle of four cubic curves: control points at this share of the radius (4/3 · (√2 − 1)).
_CIRCLE = 0.5522847498
_HALF_DIAGONAL = 0.5**0.5  # of a diamond, in its side


def paint_chart(sketch: Sketch, canvas: TaggedCanvas) -> None:
    """Paint ``sketch`` with its lower left corner at the origin of ``canvas``, in points.

    The chart's own ground is left out: the page is its ground, and a watermark shows through.
    """
    painter = _Painter(canvas)
    canvas.saveState()
    for one in sketch.drawn:
        painter.paint(one)
    canvas.restoreState()


class _Painter:
    """Writes operators, and the state of drawing only where it changes."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._code: list[str] = canvas._code
        self._state: dict[str, Any] = {}
        self._ways: dict[type, Callable[[Any], None]] = {
            Stroke: self._stroke,
            Marks: self._marks,
            Area: self._area,
            Words: self._words,
        }

    def paint(self, one: Stroke | Marks | Area | Words) -> None:
        self._ways[type(one)](one)

    def _stroke(self, one: Stroke) -> None:
        cap = _ROUND if one.round_cap else _BUTT
        self._pen(one.colour, one.width, cap, _ROUND, one.dashes)
        self._code.append(f"{_line(one.places)} S")

    def _marks(self, one: Marks) -> None:
        self._pen(one.edge, one.width, _BUTT, _ROUND if one.shape == "o" else _MITER)
        self._fill(one.fill)
        draw = _SHAPES[one.shape]
        half = one.size / 2
        self._code += [f"{draw(x, y, half)} h B" for x, y in one.places]

    def _area(self, one: Area) -> None:
        self._fill(one.fill)
        if one.edge:
            self._pen(one.edge, one.width, _BUTT, _MITER)
        self._code.append(f"{_line(one.places)} h {'B' if one.edge else 'f'}")

    def _words(self, one: Words) -> None:
        self._fill(one.colour)
        canvas = self._canvas
        line = runs(one.text, canvas.missing, Face[one.face.name])
        draw_runs(canvas, *one.at, line, one.size)

    def _fill(self, colour: str) -> None:
        if self._changed("fill", colour):
            self._code.append(f"{_channels(colour)} rg")

    def _pen(
        self, colour: str, width: float, cap: int, join: int, dashes: tuple[float, ...] = ()
    ) -> None:
        if self._changed("stroke", colour):
            self._code.append(f"{_channels(colour)} RG")
        if self._changed("pen", (width, cap, join, dashes)):
            lengths = " ".join(f"{length:.3f}" for length in dashes)
            self._code.append(f"{width:.3f} w {cap} J {join} j [{lengths}] 0 d")

    def _changed(self, what: str, value: object) -> bool:
        if self._state.get(what) == value:
            return False
        self._state[what] = value
        return True


@lru_cache(maxsize=256)
def _channels(colour: str) -> str:
    """A colour ``#RRGGBB`` as three shares of full light."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def _line(places: tuple[tuple[float, float], ...]) -> str:
    (x, y), *others = places
    return " ".join([f"{x:.2f} {y:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in others)])


def _circle(x: float, y: float, half: float) -> str:
    bow = half * _CIRCLE
    left, right, low, high = x - half, x + half, y - half, y + half
    return (
        f"{x:.2f} {low:.2f} m"
        f" {x + bow:.3f} {low:.2f} {right:.2f} {y - bow:.3f} {right:.2f} {y:.2f} c"
        f" {right:.2f} {y + bow:.3f} {x + bow:.3f} {high:.2f} {x:.2f} {high:.2f} c"
        f" {x - bow:.3f} {high:.2f} {left:.2f} {y + bow:.3f} {left:.2f} {y:.2f} c"
        f" {left:.2f} {y - bow:.3f} {x - bow:.3f} {low:.2f} {x:.2f} {low:.2f} c"
    )


def _square(x: float, y: float, half: float) -> str:
    return _line(((x - half, y - half), (x + half, y - half), (x + half, y + half),
                  (x - half, y + half)))  # fmt: skip


def _diamond(x: float, y: float, half: float) -> str:
    reach = 2 * half * _HALF_DIAGONAL
    return _line(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)))


def _to_left(x: float, y: float, half: float) -> str:
    return _line(((x - half, y), (x + half, y - half), (x + half, y + half)))


def _to_right(x: float, y: float, half: float) -> str:
    return _line(((x + half, y), (x - half, y - half), (x - half, y + half)))


_SHAPES: dict[str, Callable[[float, float, float], str]] = {
    "o": _circle,
    "s": _square,
    "D": _diamond,
    "<": _to_left,
    ">": _to_right,
}
