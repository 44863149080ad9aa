# SPDX-License-Identifier: Apache-2.0
"""Tables that are read as tables: header cells with their scope, heads repeated only to the eye.

ReportLab's own table takes time by the square of its rows; this one lays out page by page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self, TypeAlias

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.documents import style as look
from missiondesk.documents.escaping import Markup, one_line
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.cell import CellContent, PlainCell, text_cell
from missiondesk.documents.tagged.plain_text import filling, stroking
from missiondesk.documents.tagged.structure import StructureElement, header_scope, table_summary
from missiondesk.domain.late_dataclass import dataclass

Cell: TypeAlias = Markup | Flowable | Sequence[Flowable]
Row: TypeAlias = Sequence[Cell]

_ABOVE, _BELOW = 3.0, 3.4  # space in a cell above and below its text, in points
_GAP = 8.0  # between two columns
_INTO = 4.0  # points of that gap that the ground of a cell takes at its left
_LIGHTEST, _DARKEST = 0.10, 0.34  # shares of colour in a ground; ink on it stays readable
_REPORTLABS_OWN = ("canv", "_frame", "_postponed")  # what it notes on a flowable as it is set
_ALL = 1e9  # higher than any table
_BREAKABLE = 240.0  # a row taller than this may be cut by the end of a page


@dataclass(slots=True)
class _PlacedRow:
    """A row laid out: its cells, its height with the padding, and how warm each cell is."""

    cells: list[CellContent | PlainCell]
    height: float
    heat: Sequence[float] = ()


class TaggedTable(Flowable):
    """A table: 0.8 pt under the head, hairlines between rows, no vertical rules.

    The time is linear in the rows, and a row taller than a page goes on on the next. A table
    without rows draws nothing: say in words that there is nothing.

    Args:
        head: The column heads.
        rows: The rows below; every row as long as ``head``. A cell is text from `escaping`, a
            flowable (such as a `CellParagraph` in a style of its own) or several.
        widths: Column widths in points, the gap to the next column included.
        summary: A sentence on what the table shows.
        cell_styles: Style of each column's text; `style.CELL` when not given.
        head_styles: Style of each column's head; `style.CELL_HEAD` when not given.
        row_headers: How many columns from the left head their row.
        total: The last row sums up: a rule stands above it.
        heat: For each row the ground of each cell, from −1 (bad) over 0 (none) to 1 (good).
        after: Space below in points.

    Raises:
        ValueError: A row is not as long as the head, or there is no column.
    """

    def __init__(
        self,
        head: Row,
        rows: Sequence[Row],
        widths: Sequence[float],
        summary: str,
        *,
        cell_styles: Sequence[ParagraphStyle] | None = None,
        head_styles: Sequence[ParagraphStyle] | None = None,
        row_headers: int = 0,
        total: bool = False,
        heat: Sequence[Sequence[float]] = (),
        after: float = 6,
    ) -> None:
        super().__init__()
        columns = len(widths)
        if not columns or any(len(row) != columns for row in (head, *rows)):
            raise ValueError(f"every row of this table has {columns} cells")
        self._widths = list(widths)
        self._styles = list(cell_styles or [look.CELL] * columns)
        self._rows = rows
        self._next = 0  # first row that is not laid out
        self._head = self._place(head, list(head_styles or [look.CELL_HEAD] * columns))
        self._placed: list[_PlacedRow] = []
        self._elements = _TableElements(one_line(summary), row_headers)
        self._total, self._heat = total, heat
        self.width = sum(self._widths)
        self.spaceAfter = after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Width and height; of a table higher than ``height`` only that it is."""
        if not self._placed and self._next == len(self._rows):
            self.height = 0.0
            return 0, 0
        self.height = self._head.height + sum(row.height for row in self._placed)
        while self._next < len(self._rows) and self.height <= height:
            row = self._place(self._rows[self._next], self._styles)
            row.heat = self._heat[self._next] if self._heat else ()
            self._next += 1
            self._placed.append(row)
            self.height += row.height
        return self.width, self.height

    def lay_out(self) -> None:
        """Lay out all rows at once, for a table that is tried out before it is set."""
        self.wrap(self.width, _ALL)

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit into ``height`` points and the table of the rest."""
        self.wrap(width, height)
        room = height - self._head.height
        fitting = 0
        while fitting < len(self._placed) and self._placed[fitting].height <= room:
            room -= self._placed[fitting].height
            fitting += 1
        here, later = self._placed[:fitting], self._placed[fitting:]
        at_top = bool(getattr(getattr(self, "_frame", None), "_atTop", False))
        if later and (later[0].height > _BREAKABLE or (at_top and not here)):
            cut = self._cut(later[0], room)
            if cut is not None:
                here.append(cut[0])
                later[0] = cut[1]
        if not here:
            return []
        if not later and self._next == len(self._rows):
            return [self]
        first, rest = self._piece(here), self._piece(later)
        first._next = len(self._rows)  # it has all the rows it will have
        first._total = False
        return [first, rest]

    def draw(self) -> None:
        """Draw head and rows from the top."""
        if not self._placed:
            return
        canvas: TaggedCanvas = self.canv
        artifact = canvas.in_artifact
        if not artifact:
            self._elements.place(canvas)
        top = self.height
        self._draw_row(canvas, self._head, top, None if artifact else self._elements.head_row())
        top -= self._head.height
        self._rule(canvas, top, look.RULE_HEAD, look.INK)
        for index, row in enumerate(self._placed, start=1):
            if self._total and index == len(self._placed):
                self._rule(canvas, top, look.RULE_HEAD, look.INK)
            self._draw_row(canvas, row, top, None if artifact else self._elements.body_row())
            top -= row.height
            self._rule(canvas, top, look.RULE_ROW, look.LINE)

    def _draw_row(
        self, canvas: TaggedCanvas, row: _PlacedRow, top: float, element: StructureElement | None
    ) -> None:
        self._warm(canvas, row, top)
        left = 0.0
        for column, (cell, width) in enumerate(zip(row.cells, self._widths, strict=True)):
            said = None if element is None else self._elements.cell(element, column)
            # Heads stand on their rule, rows hang from theirs.
            drop = row.height - _BELOW - cell.height if row is self._head else _ABOVE
            if isinstance(cell, PlainCell):
                canvas.put(said, cell.drawn(canvas, left, top - drop))
            else:
                canvas.begin(said)
                cell.draw(canvas, left, top - drop)
                canvas.end()
            left += width

    def _warm(self, canvas: TaggedCanvas, row: _PlacedRow, top: float) -> None:
        """The grounds of the cells, from a little left of their text to the gap at its right."""
        left = 0.0
        for heat, width in zip(row.heat, self._widths, strict=False):
            if heat:
                box = f"{left - _INTO:.4f} {top - row.height:.4f} {width - _INTO:.4f}"
                canvas.put(None, f"q {filling(warmth(heat))} {box} {row.height:.4f} re f Q")
            left += width

    def _rule(self, canvas: TaggedCanvas, y: float, weight: float, colour: Any) -> None:
        drawn = f"q {stroking(colour)} {weight:g} w 0 {y:.4f} m {self.width:.4f} {y:.4f} l S Q"
        canvas.put(None, drawn)

    def _place(self, row: Row, styles: Sequence[ParagraphStyle]) -> _PlacedRow:
        last = len(self._widths) - 1
        cells = [
            _laid_out(cell, style, width - (_GAP if column < last else 0))
            for column, (cell, style, width) in enumerate(
                zip(row, styles, self._widths, strict=True)
            )
        ]
        return _PlacedRow(cells, _ABOVE + _BELOW + max(cell.height for cell in cells))

    def _cut(self, row: _PlacedRow, room: float) -> tuple[_PlacedRow, _PlacedRow] | None:
        """``row`` as the part that fits into ``room`` and the rest; None when nothing does."""
        inner = room - _ABOVE - _BELOW
        pairs = [cell.cut(inner) for cell in row.cells]
        if all(first.height == 0 for first, _ in pairs):
            return None
        parts = [list(cells) for cells in zip(*pairs, strict=True)]
        first, rest = (
            _PlacedRow(cells, _ABOVE + _BELOW + max(cell.height for cell in cells), row.heat)
            for cells in parts
        )
        return first, rest

    def _piece(self, placed: list[_PlacedRow]) -> Self:
        piece = object.__new__(type(self))
        piece.__dict__.update(self.__dict__)
        for name in _REPORTLABS_OWN:
            piece.__dict__.pop(name, None)
        piece._placed = placed
        return piece


def _laid_out(cell: Cell, style: ParagraphStyle, width: float) -> CellContent | PlainCell:
    if isinstance(cell, Markup):
        return text_cell(cell, style, width)
    return CellContent([cell] if isinstance(cell, Flowable) else list(cell), width)


def warmth(heat: float) -> Color:
    """The ground of a cell: the stronger, the further ``heat`` is from 0."""
    full = look.GOOD if heat > 0 else look.BAD
    share = _LIGHTEST + (_DARKEST - _LIGHTEST) * min(abs(heat), 1.0)
    return Color(*(1 - share * (1 - part) for part in (full.red, full.green, full.blue)))


class _TableElements:
    """The elements of one table, over all the pages it takes."""

    def __init__(self, summary: str, row_headers: int) -> None:
        self._attributes = table_summary(summary) if summary else b""
        self._row_headers = row_headers
        self._head: StructureElement | None = None
        self._body: StructureElement | None = None
        self._head_row: StructureElement | None = None

    def place(self, canvas: TaggedCanvas) -> None:
        """Make the table an element of what ``canvas`` is drawing, the first time."""
        if self._head is None:
            table = StructureElement("Table", canvas.parent, attributes=self._attributes)
            self._head = StructureElement("THead", table)
            self._body = StructureElement("TBody", table)

    def head_row(self) -> StructureElement | None:
        """The row of heads the first time it is drawn; None when it is only repeated."""
        if self._head_row is not None:
            return None
        self._head_row = StructureElement("TR", self._head)
        return self._head_row

    def body_row(self) -> StructureElement:
        """A new row."""
        return StructureElement("TR", self._body)

    def cell(self, row: StructureElement, column: int) -> StructureElement:
        """A new cell of ``row``."""
        if row is self._head_row:
            return StructureElement("TH", row, attributes=header_scope("Column"))
        if column < self._row_headers:
            return StructureElement("TH", row, attributes=header_scope("Row"))
        return StructureElement("TD", row)
