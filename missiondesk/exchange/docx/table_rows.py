# SPDX-License-Identifier: Apache-2.0
"""A table of a Word file, written at once: row by row through the library it takes ten times as
long.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.exchange.docx.styles import DETAIL_SIZE
from missiondesk.language.clean_text import clean_text, one_line

_WIDEST_WORD: Final = 0.4  # of a table's width, that a single word may claim
_SIGN: Final = 0.61  # of the size of type: about the width of a sign, whatever font is at hand
_CELL_GAP: Final = 8.0  # points


@dataclass(frozen=True, slots=True)
class TableShape:
    """What a table is beside its cells.

    Attributes:
        summary: What it holds, for those who hear it.
        shares: Of its width by column.
        numbers: Columns that are set to the right.
        row_headers: Whether the first column names the row.
        total: Whether the last row is a sum.
    """

    summary: str
    shares: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    row_headers: bool = True
    total: bool = False


def fitted(columns: Sequence[Sequence[str]], shares: Sequence[float], width: float) -> list[float]:
    """Widths in points that make up ``width``, as the shares ask unless that breaks a word.

    A column below the width of its longest word takes from those that have more than they need.
    """
    whole = sum(shares) or 1.0
    wanted = [share * width / whole for share in shares]
    least = [
        min(_WIDEST_WORD * width, max((_word(text) for text in texts), default=0.0))
        for texts in columns
    ]
    pairs = list(zip(wanted, least, strict=True))
    lacking = sum(max(0.0, low - want) for want, low in pairs)
    spare = sum(max(0.0, want - low) for want, low in pairs)
    if not lacking or not spare:
        return wanted
    given, taken = min(1.0, spare / lacking), min(1.0, lacking / spare)
    return [want + (low - want) * (given if low > want else taken) for want, low in pairs]


def _word(text: str) -> float:
    """About the width in points of the longest word; a space that may not break joins words."""
    longest = max(map(len, clean_text(text).replace("\n", " ").split(" ")), default=0)
    return longest * DETAIL_SIZE * _SIGN + _CELL_GAP


@dataclass(frozen=True, slots=True)
class Column:
    """Width in points and id of the style of its texts."""

    width: float
    style: str


def table_element(
    rows: Sequence[Sequence[str]], columns: Sequence[Column], shape: TableShape, style: str
) -> Any:
    """The table's element.

    Args:
        rows: The head first, which is repeated on each page.
        columns: As many as each row has cells.
        shape: What the table is.
        style: Id of the table's style.
    """
    head, *others = rows
    grid = "".join(f'<w:gridCol w:w="{_twips(one.width)}"/>' for one in columns)
    parts = [
        f"<w:tbl {nsdecls('w')}>{_properties(shape, style)}<w:tblGrid>{grid}</w:tblGrid>",
        _row(head, columns, head=True),
        *(_row(row, columns) for row in others),
        "</w:tbl>",
    ]
    return parse_xml("".join(parts))


def _properties(shape: TableShape, style: str) -> str:
    """Which rows and columns are headers, and what the table is, for those who hear it."""
    value = 0x0620 + 0x40 * shape.total + 0x80 * shape.row_headers
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/>'
        '<w:jc w:val="left"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}" w:firstRow="1" w:lastRow="{int(shape.total)}"'
        f' w:firstColumn="{int(shape.row_headers)}" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val={quoteattr(one_line(shape.summary))}/></w:tblPr>'
    )


def _row(texts: Sequence[str], columns: Sequence[Column], *, head: bool = False) -> str:
    said = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(column.width)}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{column.style}"/>{"<w:keepNext/>" if head else ""}</w:pPr>'
        f"<w:r>{_lines(text)}</w:r></w:p></w:tc>"
        for text, column in zip(texts, columns, strict=True)
    )
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{said}</w:tr>"


def _lines(text: str) -> str:
    lines = clean_text(text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)


def _twips(points: float) -> int:
    return round(points * 20)
