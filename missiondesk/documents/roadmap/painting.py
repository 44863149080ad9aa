# SPDX-License-Identifier: Apache-2.0
"""How the chart's rows put text on the canvas and say which cell of the table it belongs to."""

from __future__ import annotations

from functools import lru_cache

from reportlab.lib.colors import Color

from missiondesk.documents import style as look
from missiondesk.documents.escaping import draw_runs, runs_width
from missiondesk.documents.roadmap.bars import fill_box
from missiondesk.documents.roadmap.wrapping import WrappedText
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement, header_scope

TEXT = look.DETAIL_SIZE
SMALL = look.SMALLEST
LEADING = 10.6
_ROW_SCOPE = header_scope("Row")
# A status is said by its symbol and word; the colour only repeats it. The same symbol says one
# thing of a mission's progress and another of a milestone.
_PROGRESS_COLOURS = {
    "✓": look.GOOD,
    "►": look.GOOD,
    "●": look.WAIT,
    "■": look.BAD,
    "▼": look.BAD,
}
_MILESTONE_COLOURS = {"✓": look.GOOD, "▲": look.WAIT, "→": look.WAIT, "✕": look.BAD}


class RowCells:
    """Opens one cell of a table row after the other; of none when drawing for the eye only."""

    def __init__(self, canvas: TaggedCanvas, body: StructureElement | None) -> None:
        self._canvas = canvas
        self._row = None if body is None else StructureElement("TR", body)

    def head(self) -> CellOpen:
        """The cell that names the row."""
        return CellOpen(self._canvas, "TH", self._row)

    def cell(self) -> CellOpen:
        """The next cell."""
        return CellOpen(self._canvas, "TD", self._row)


class CellOpen:
    """A cell that what is drawn within ``with`` belongs to."""

    __slots__ = ("_canvas", "_role", "_row")

    def __init__(self, canvas: TaggedCanvas, role: str, row: StructureElement | None) -> None:
        self._canvas = canvas
        self._role = role
        self._row = row

    def __enter__(self) -> None:
        if self._row is None:
            self._canvas.begin_artifact()
        else:
            attributes = _ROW_SCOPE if self._role == "TH" else b""
            self._canvas.begin(StructureElement(self._role, self._row, attributes=attributes))

    def __exit__(self, *_: object) -> None:
        self._canvas.end()


def progress_colour(symbol: str) -> Color:
    """Colour of how a mission stands."""
    return _PROGRESS_COLOURS.get(symbol, look.UNKNOWN)


def milestone_colour(symbol: str) -> Color:
    """Colour of how a milestone stands."""
    return _MILESTONE_COLOURS.get(symbol, look.UNKNOWN)


def paint(
    canvas: TaggedCanvas,
    x: float,
    baseline: float,
    text: WrappedText,
    size: float,
    leading: float = LEADING,
    colour: Color = look.INK,
    to_left: bool = False,
) -> None:
    """Draw the lines of ``text`` from ``x``, or ending there, the first on ``baseline``."""
    if not text.lines:
        return
    canvas.addLiteral(_fill(colour))
    for line in text.lines:
        start = x - runs_width(line, size) if to_left else x
        draw_runs(canvas, start, baseline, line, size)
        baseline -= leading


def clear(canvas: TaggedCanvas, left: float, right: float, bottom: float, height: float) -> None:
    """Wipe the grid away where a text is going to stand."""
    fill_box(canvas, left - 1.5, bottom, right - left + 3, height, look.WHITE)


@lru_cache(maxsize=64)
def _fill(colour: Color) -> str:
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f} rg"
