# SPDX-License-Identifier: Apache-2.0
"""Sets headings, paragraphs, lists, tables and pictures into a Word file, all text made safe."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.shared import Pt

from missiondesk.exchange.docx.elements import border_above, element
from missiondesk.exchange.docx.styles import LINE
from missiondesk.exchange.docx.table_rows import Column, TableShape, fitted, table_element
from missiondesk.language.clean_text import clean_text, one_line

if TYPE_CHECKING:
    from docx.document import Document

    from missiondesk.exchange.docx.styles import Styles


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
        made = self._document.add_paragraph(clean_text(text))
        # Not by the paragraph itself, which looks through all styles each time.
        made._p.style = (style or self.styles["Normal"]).style_id
        return made

    def paragraphs(self, texts: Sequence[str], style: Any = None) -> list[Any]:
        """Those of the texts that say something."""
        return [self.paragraph(text, style) for text in texts if one_line(text)]

    def points(self, items: Sequence[str], style: str = "List Bullet") -> list[Any]:
        """A list of Word's own."""
        return self.paragraphs(items, self.styles[style])

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
        texts = [[row[at] for row in (head, *rows)] for at in kept]
        widths = fitted(texts, [shape.shares[at] for at in kept], self._width)
        cell, number = self.styles.cell.style_id, self.styles.number.style_id
        columns = [
            Column(width, number if at in shape.numbers else cell)
            for at, width in zip(kept, widths, strict=True)
        ]
        self._document.element.body._insert_tbl(
            table_element(
                [[row[at] for at in kept] for row in (head, *rows)],
                columns,
                shape,
                self.styles.table.style_id,
            )
        )
        self._gap()

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
