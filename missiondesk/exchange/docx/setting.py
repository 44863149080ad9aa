# SPDX-License-Identifier: Apache-2.0
"""Sets headings, paragraphs, lists, tables and pictures into a Word file, all text made safe."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

from missiondesk.exchange.docx.elements import border_above, element
from missiondesk.exchange.docx.styles import LINE
from missiondesk.language.clean_text import clean_text, one_line

if TYPE_CHECKING:
    from docx.document import Document

    from missiondesk.exchange.docx.styles import Styles


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


class Setter:
    """Writes into the body of one document.

    Args:
        document: The document.
        styles: Its styles.
        width: Width of the text in points.
    """

    def __init__(self, document: Document, styles: Styles, width: float) -> None:
        self._document = document
        self.styles = styles
        self._width = width

    def heading(self, text: str, level: int = 2, *, new_page: bool = False) -> None:
        """A heading of level 1 to 3; none for no text."""
        if one_line(text):
            made = self.paragraph(one_line(text), self.styles[f"Heading {level}"])
            made.paragraph_format.page_break_before = new_page or None

    def paragraph(self, text: str, style: Any = None) -> Any:
        """A paragraph, in the running text's style unless one is given."""
        return self._document.add_paragraph(clean_text(text), style or self.styles["Normal"])

    def paragraphs(self, texts: Sequence[str], style: Any = None) -> list[Any]:
        """Those of the texts that say something."""
        return [self.paragraph(text, style) for text in texts if one_line(text)]

    def points(self, items: Sequence[str], style: str = "List Bullet") -> None:
        """A list of Word's own."""
        self.paragraphs(items, self.styles[style])

    def facts(self, rows: Sequence[tuple[str, str]], style: Any) -> list[Any]:
        """A label and its value a line, the value after a tab."""
        made = []
        for label, value in rows:
            line = self.paragraph("", style)
            line.add_run(f"{one_line(label)}\t{one_line(value)}")
            made.append(line)
        return made

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], shape: TableShape) -> None:
        """A table whose first row is repeated on each page; columns without any text are left out.

        Nothing for no rows.
        """
        kept = [at for at in range(len(head)) if any(one_line(row[at]) for row in rows)]
        if not kept:
            return
        made = self._document.add_table(0, len(kept))
        made.style, made.autofit = self.styles.table, False
        made.alignment = WD_TABLE_ALIGNMENT.LEFT
        whole = sum(shape.shares[at] for at in kept)
        widths = [Pt(self._width * shape.shares[at] / whole) for at in kept]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for place, row in enumerate((head, *rows)):
            cells = [row[at] for at in kept]
            self._row(made, cells, widths, [at in shape.numbers for at in kept], head=not place)
        self._tell(made, shape)
        self._gap()

    def _row(
        self,
        table: Any,
        texts: Sequence[str],
        widths: Sequence[Any],
        numbers: Sequence[bool],
        *,
        head: bool,
    ) -> None:
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(element("w:cantSplit"))
        if head:
            properties.append(element("w:tblHeader"))
        for cell, text, width, number in zip(row.cells, texts, widths, numbers, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.style = self.styles.number if number else self.styles.cell
            paragraph.paragraph_format.keep_with_next = head or None
            paragraph.add_run(clean_text(text))

    def _tell(self, table: Any, shape: TableShape) -> None:
        """Say what the table is and which of its rows and columns are headers."""
        properties = table._tbl.tblPr
        for old in properties.findall(qn("w:tblLook")):
            properties.remove(old)
        look = {
            "firstRow": 1,
            "lastRow": int(shape.total),
            "firstColumn": int(shape.row_headers),
            "lastColumn": 0,
            "noHBand": 1,
            "noVBand": 1,
        }
        value = 0x0600 + 0x20 + 0x40 * shape.total + 0x80 * shape.row_headers
        properties.append(element("w:tblLook", val=f"{value:04X}", **look))
        properties.append(element("w:tblCaption", val=one_line(shape.summary)))

    def _gap(self) -> None:
        """Space below a table, which has none of its own."""
        after = self.paragraph("", self.styles.cell)
        after.paragraph_format.line_spacing = Pt(6)

    def picture(self, png: bytes, size: tuple[float, float], name: str, alt: str) -> None:
        """A picture in its own paragraph, kept with what is below it.

        Args:
            png: The file.
            size: Width and height in points.
            name: What it is, in a word.
            alt: What it shows, for those who hear it.
        """
        paragraph = self.paragraph("")
        paragraph.paragraph_format.keep_with_next = True
        width, height = (Pt(length) for length in size)
        placed = paragraph.add_run().add_picture(io.BytesIO(png), width, height)
        for side in ("distT", "distB", "distL", "distR"):
            placed._inline.set(side, "0")
        told = placed._inline.docPr
        told.set("name", one_line(name))
        told.set("descr", one_line(alt))
        # The library calls the picture by the name of a file.
        placed._inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", one_line(name))

    def signatures(self, names: Sequence[tuple[str, str]], room: float, summary: str) -> None:
        """Name and title beside each other under white to sign in, ``room`` points high."""
        made = self._document.add_table(1, max(2, len(names)))
        made.autofit = False
        properties = made.rows[0]._tr.get_or_add_trPr()
        properties.append(element("w:cantSplit"))
        for cell, (name, title) in zip(made.rows[0].cells, names, strict=False):
            white = cell.paragraphs[0]
            white.style = self.styles.signing
            white.paragraph_format.space_before = Pt(room)
            white.paragraph_format.right_indent = Pt(12)
            white.add_run(one_line(name)).bold = True
            border_above(white._p.get_or_add_pPr(), LINE)
            cell.add_paragraph(one_line(title), self.styles.signing)
        properties = made._tbl.tblPr
        for old in properties.findall(qn("w:tblLook")):
            properties.remove(old)
        properties.append(element("w:tblCaption", val=one_line(summary)))
        self._gap()
