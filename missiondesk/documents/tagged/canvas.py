# SPDX-License-Identifier: Apache-2.0
"""The canvas of every document: what is drawn within an element is tagged, all else is not."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from missiondesk.documents.escaping import MissingGlyphs, draw_runs, one_line, runs, runs_width
from missiondesk.documents.fonts import Face, register_fonts
from missiondesk.documents.style import INK, TEXT_SIZE
from missiondesk.documents.tagged.marking import ContentMarker
from missiondesk.documents.tagged.metadata import (
    AllowedInfo,
    Attachment,
    DocumentInfo,
    embedded_files,
    metadata_stream,
    output_intent,
    stamp,
)
from missiondesk.documents.tagged.reportlab_fixes import apply_fixes
from missiondesk.documents.tagged.structure import (
    AnnotationPlace,
    StructureElement,
    StructureTree,
)
from missiondesk.documents.tagged.text import TaggedText
from missiondesk.documents.tagged.watermark import watermark_operators

PDF_VERSION = (1, 7)
_PRINTED = 4  # annotation flag: shown on paper, too (PDF/A-3 6.3.2)
_SHARE_LEFT = {"left": 0.0, "centre": 0.5, "right": 1.0}  # of a line's width, left of its x
_LINKS = ("https://", "mailto:")


class TaggedCanvas(Canvas):
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
        self._file = io.BytesIO()
        super().__init__(
            self._file,
            pagesize=page_size,
            pageCompression=1,
            invariant=1,
            pdfVersion=PDF_VERSION,
            initialFontName=Face.REGULAR.value,
            initialFontSize=TEXT_SIZE,
            lang=info.language,
        )
        self.info = info
        self.structure = StructureTree()
        self.missing = missing or MissingGlyphs()
        self._attachments = tuple(attachments)
        self._watermark = runs(one_line(watermark), self.missing, Face.BOLD)
        self._marker = ContentMarker()
        self._links: deque[StructureElement] = deque()
        self._when_counted: list[tuple[str, Callable[[TaggedCanvas, int], None]]] = []
        self._bookmarks = 0
        self._outline: list[int] = []  # levels of the entries that enclose the next one
        self._saved = False
        stamp(self._doc, info.moment)
        self._doc.info = AllowedInfo(info)
        _allow(self._doc.Catalog, PDFCatalog, "OutputIntents", "AF")

    # ---- what is being drawn

    @property
    def parent(self) -> StructureElement:
        """The element that a new one belongs into here."""
        return self._marker.innermost or self.structure.root

    @property
    def innermost(self) -> StructureElement | None:
        """The element being drawn; None outside any and within an artifact."""
        return self._marker.innermost

    @property
    def in_artifact(self) -> bool:
        """Whether what is drawn now is no part of the text."""
        return self._marker.in_artifact

    def begin(self, element: StructureElement) -> None:
        """Draw ``element`` from here to the matching `end`."""
        self._marker.begin(self._code, element)

    def begin_artifact(self) -> None:
        """Draw from here to the matching `end` what no one needs to be read."""
        self._marker.begin(self._code, None)

    def end(self) -> None:
        """Close what the last `begin` or `begin_artifact` opened."""
        self._marker.end(self._code)

    @contextmanager
    def drawing(self, element: StructureElement) -> Iterator[StructureElement]:
        """`begin` and `end` around a block."""
        self.begin(element)
        try:
            yield element
        finally:
            self.end()

    @contextmanager
    def drawing_artifact(self) -> Iterator[None]:
        """`begin_artifact` and `end` around a block."""
        self.begin_artifact()
        try:
            yield
        finally:
            self.end()

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> TaggedText:
        """A text object that can mark the links in it."""
        return TaggedText(self, x, y, direction)

    def mark_within_text(self, element: StructureElement) -> str:
        """Operators that go on with ``element`` in the middle of a text object."""
        return f"EMC {self._marker.start_mark(element)}"

    def expect_link(self, element: StructureElement) -> None:
        """The next link area made belongs to ``element``, after those expected before."""
        self._links.append(element)

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
        return self._file.getvalue()

    @property
    def pages(self) -> int:
        """Number of pages finished so far."""
        return len(self._doc.Pages.pages)

    # ---- hooks of ReportLab's canvas

    def showPage(self) -> None:
        """Close the page."""
        contents = self._marker.close_page(self._code)
        if self._watermark:
            self._code[0:0] = watermark_operators(self, self._watermark)
        self._doc.updateSignature("\n".join(self._code))
        super().showPage()
        self.structure.close_page(contents)
        self._links.clear()

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
        self._fill_catalogue(self._doc.Catalog)
        self._doc.SaveToFile(self._filename, self)

    def linkURL(self, url: str, rect: Any, relative: int = 0, *args: Any, **kw: Any) -> None:
        """Make ``rect`` lead to ``url``.

        Raises:
            ValueError: The address is neither https nor mailto.
        """
        if not url.lower().startswith(_LINKS):
            raise ValueError("only https and mailto may be linked to")
        entries = self._link_entries()
        super().linkURL(
            url, rect, relative, 0, None, None, "URI", Contents=PDFString(url), **entries
        )

    def linkRect(
        self, contents: str, destination: str, rect: Any = None, *args: Any, **kw: Any
    ) -> None:
        """Make ``rect`` lead to the bookmark ``destination`` of this document."""
        entries = self._link_entries()
        super().linkRect(
            contents or destination, destination, rect, relative=kw.get("relative", 1),
            **entries,
        )  # fmt: skip

    def _link_entries(self) -> dict[str, Any]:
        if self._links:
            element = self._links.popleft()
        else:
            element = StructureElement("Link", self.parent)
        place = AnnotationPlace(self._pageNumber, f"NUMBER{self._annotationCount + 1}")
        return {"F": _PRINTED, "StructParent": self.structure.own_annotation(element, place)}

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        if type(page) is PDFPage:  # a form has none of this
            _allow(page, PDFPage, "StructParents", "Tabs")
            page.StructParents = self._pageNumber - 1
            page.Tabs = PDFName("S")

    def _fill_catalogue(self, catalogue: Any) -> None:
        document = self._doc
        catalogue.StructTreeRoot = self.structure.write_into(document)
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalogue.OutputIntents = output_intent(document)
        catalogue.Metadata = metadata_stream(self.info)
        for name, value in embedded_files(document, self._attachments).items():
            setattr(catalogue, name, value)


def _allow(thing: Any, kind: Any, *names: str) -> None:
    """Let ``thing`` carry dictionary entries that ReportLab's ``kind`` does not list."""
    thing.__NoDefault__ = [*kind.__NoDefault__, *names]
    # The catalogue would make objects of their own even of the smallest entries.
    thing.__Refs__ = [
        name for name in kind.__Refs__ if name not in ("MarkInfo", "ViewerPreferences")
    ]
