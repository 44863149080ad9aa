# SPDX-License-Identifier: Apache-2.0
"""The canvas of a file of several letters: each counts its own pages and keeps its own place."""

from __future__ import annotations

from collections.abc import Callable

from missiondesk.documents.escaping import one_line, runs
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.structure import StructureElement


class BundleCanvas(TaggedCanvas):
    """A canvas on which one document is set after the other.

    A document in it asks for page numbers as if it were alone. In the structure tree it is a part
    with its title and language, in the outline an entry with its headings beneath.
    """

    _part: StructureElement | None = None
    _before = 0  # pages before the present document
    _counts: list[int]  # pages of each document that has ended

    def begin_part(self, name: str, *, language: str = "", mark: str = "", label: str = "") -> None:
        """Begin a document on this new page.

        Args:
            name: For the outline and the tree.
            language: BCP 47 tag.
            mark: Watermark of its pages, or "".
            label: What stands before the page's number in the reader's window.
        """
        if self._part is None:
            self._counts = []
        name = one_line(name) or "–"
        differs = language if language != self.info.language else ""
        self._part = StructureElement("Part", self.structure.root, language=differs, title=name)
        self._before = self.pages
        self._watermark = runs(one_line(mark), self.missing, Face.BOLD)
        self.addPageLabel(self.pages, "ARABIC", 1, f"{one_line(label)}–" if label else None)
        self._outline = []
        super().bookmark(name, 1, self._pagesize[1])

    def end_part(self) -> None:
        """End the document, whose last page is closed."""
        self._counts.append(self.pages - self._before)
        self._watermark = ()

    def leave_blank(self, label: str) -> None:
        """A page with nothing on it, so that what follows begins on the front of a sheet.

        Args:
            label: What the reader's window calls it.
        """
        self.addPageLabel(self.pages, None, None, one_line(label))
        self.showPage()

    # ---- what a document in it asks for

    @property
    def parent(self) -> StructureElement:
        """The element that a new one belongs into here."""
        return self.innermost or self._part or self.structure.root

    def getPageNumber(self) -> int:
        """Number of the present page within its document, from 1."""
        return self.pages - self._before + 1

    def bookmark(self, title: str, level: int, above: float = 0) -> None:
        """Enter ``title`` beneath the document's own entry."""
        super().bookmark(title, level + 1, above)

    def draw_when_counted(self, draw: Callable[[TaggedCanvas, int], None]) -> None:
        """Have ``draw(canvas, pages)`` draw here once the document's pages are counted."""
        place = len(self._counts)
        super().draw_when_counted(lambda form, _: draw(form, self._counts[place]))
