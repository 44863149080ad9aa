# SPDX-License-Identifier: Apache-2.0
"""The canvas of every document: what is drawn within an element is tagged, all else is not."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any, Literal

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFName, PDFPage

from missiondesk.documents.escaping import MissingGlyphs, draw_runs, one_line, runs, runs_width
from missiondesk.documents.fonts import Face, register_fonts
from missiondesk.documents.stopping import stop_if_asked
from missiondesk.documents.style import INK, TEXT_SIZE
from missiondesk.documents.tagged.catalogue import allow_entries, fill_catalogue
from missiondesk.documents.tagged.marking_canvas import MarkingCanvas
from missiondesk.documents.tagged.metadata import AllowedInfo, Attachment, DocumentInfo, stamp
from missiondesk.documents.tagged.reportlab_fixes import apply_fixes
from missiondesk.documents.tagged.watermark import watermark_operators
from missiondesk.documents.tagged.writing import file_of

PDF_VERSION = (1, 7)
_SHARE_LEFT = {"left": 0.0, "centre": 0.5, "right": 1.0}  # of a line's width, left of its x


class TaggedCanvas(MarkingCanvas):
    """A ReportLab canvas with a structure tree, made for PDF/UA-1 and PDF/A-3a.

    Args:
        info: What the document says about itself.
        page_size: Width and height in points.
        attachments: Files to carry inside.
        watermark: A word set large and light beneath each page's content, or nothing.
        missing: Collects what no font can draw; its own when not given.
    """

    def __init__(
        self,
        info: DocumentInfo,
        page_size: tuple[float, float],
        *,
        attachments: Sequence[Attachment] = (),
        watermark: str = "",
        missing: MissingGlyphs | None = None,
    ) -> None:
        apply_fixes()
        register_fonts()
        self._file = b""
        super().__init__(
            io.BytesIO(),  # not written to
            pagesize=page_size,
            pageCompression=1,
            invariant=1,
            pdfVersion=PDF_VERSION,
            initialFontName=Face.REGULAR.value,
            initialFontSize=TEXT_SIZE,
            lang=info.language,
        )
        self.info = info
        self.missing = missing or MissingGlyphs()
        self._attachments = tuple(attachments)
        self._watermark = runs(one_line(watermark), self.missing, Face.BOLD)
        self._when_counted: list[tuple[str, Callable[[TaggedCanvas, int], None]]] = []
        self._bookmarks = 0
        self._outline: list[int] = []  # levels of the entries that enclose the next one
        self._saved = False
        stamp(self._doc, info.moment)
        self._doc.info = AllowedInfo(info)
        allow_entries(self._doc.Catalog, PDFCatalog, "OutputIntents", "AF")

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        face: Face = Face.REGULAR,
        size: float = TEXT_SIZE,
        colour: Color = INK,
        align: Literal["left", "right", "centre"] = "left",
    ) -> float:
        """Draw any ``text`` on one line at ``x`` on the baseline ``y``; returns its width."""
        line = runs(one_line(text), self.missing, face)
        width = runs_width(line, size)
        self.setFillColor(colour)
        draw_runs(self, x - width * _SHARE_LEFT[align], y, line, size)
        return width

    def bookmark(self, title: str, level: int, above: float = 0) -> None:
        """Enter ``title`` in the outline at ``level`` (from 1), leading ``above`` points up."""
        self._bookmarks += 1
        key = f"bookmark-{self._bookmarks}"
        self.bookmarkHorizontal(key, 0, above)
        # An entry lies one below the nearest entry of a higher heading, whatever levels there are.
        while self._outline and self._outline[-1] >= level:
            self._outline.pop()
        self.addOutlineEntry(one_line(title), key, len(self._outline))
        self._outline.append(level)

    # ---- what is known only at the end

    def draw_when_counted(self, draw: Callable[[TaggedCanvas, int], None]) -> None:
        """Have ``draw(canvas, pages)`` draw at this place of this page once the pages are counted.

        It draws in the page's own coordinates; what it draws is an artifact.
        """
        name = f"counted-{len(self._when_counted) + 1}"
        self._when_counted.append((name, draw))
        self.doForm(name)

    def finished(self) -> bytes:
        """The PDF; asking again returns the same bytes.

        Raises:
            StructureFault: A figure lacks its alternative text, or a heading skips a level.
        """
        self.save()
        return self._file

    @property
    def pages(self) -> int:
        """Number of pages finished so far."""
        return len(self._doc.Pages.pages)

    # ---- hooks of ReportLab's canvas

    def showPage(self) -> None:
        """Close the page; a person who has asked to stop is heard here.

        Raises:
            Stopped: The making was stopped; see `missiondesk.documents.stopping`.
        """
        stop_if_asked()
        contents = self.mark_page()
        if self._watermark:
            self._code[0:0] = watermark_operators(self, self._watermark)
        self._doc.updateSignature("\n".join(self._code))
        super().showPage()
        self.structure.close_page(contents)

    def save(self) -> None:
        """Finish the document; `finished` returns its bytes."""
        if self._saved:
            return  # a document template has done so already
        self._saved = True
        if len(self._code):
            self.showPage()
        self.structure.check()
        for name, draw in self._when_counted:
            self.beginForm(name)
            draw(self, self.pages)
            self.endForm()
        fill_catalogue(self._doc, self.structure, self.info, self._attachments)
        self._file = file_of(self._doc, self)
        self.structure.release()

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        if type(page) is PDFPage:  # a form has none of this
            allow_entries(page, PDFPage, "StructParents", "Tabs")
            page.StructParents = self._pageNumber - 1
            page.Tabs = PDFName("S")
