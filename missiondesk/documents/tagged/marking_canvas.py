# SPDX-License-Identifier: Apache-2.0
"""A canvas that knows which element is being drawn, and gives every link its place in the tree."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from missiondesk.documents.tagged.marking import ContentMarker
from missiondesk.documents.tagged.structure import (
    AnnotationPlace,
    StructureElement,
    StructureTree,
)
from missiondesk.documents.tagged.text import TaggedText

_PRINTED = 4  # annotation flag: shown on paper, too (PDF/A-3 6.3.2)
_STATE = itemgetter(*Canvas.STATE_ATTRIBUTES)
_LINKS = ("https://", "mailto:")


class MarkingCanvas(Canvas):
    """ReportLab's canvas with marked content; see `TaggedCanvas` for a whole document.

    Attributes:
        structure: The structure tree of what has been drawn.
    """

    _extgstate: Any  # ReportLab's extended state of drawing

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.structure = StructureTree()
        self._marker = ContentMarker()
        self._links: deque[StructureElement] = deque()

    def push_state_stack(self) -> None:
        """Remember the state of drawing, as ReportLab does, but at once."""
        self.state_stack.append(_STATE(self.__dict__))
        self._extgstate = self._extgstate.pushCopy()

    def pop_state_stack(self) -> None:
        """Go back to the state remembered last."""
        self.__dict__.update(zip(Canvas.STATE_ATTRIBUTES, self.state_stack.pop(), strict=True))

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

    def begin(self, element: StructureElement | None) -> None:
        """Draw ``element`` from here to the matching `end`, without one an artifact."""
        self._marker.begin(self._code, element)

    def begin_artifact(self) -> None:
        """Draw from here to the matching `end` what no one needs to be read."""
        self._marker.begin(self._code, None)

    def end(self) -> None:
        """Close what the last `begin` or `begin_artifact` opened."""
        self._marker.end(self._code)

    def put(self, element: StructureElement | None, drawn: str) -> None:
        """Draw by the operators ``drawn``, as ``element`` or, without one, as an artifact.

        They leave the state of drawing as it was.
        """
        self._marker.put(self._code, element, drawn)

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

    def mark_page(self) -> list[StructureElement]:
        """Close the page's marks, all else on it made an artifact; returns its elements."""
        self._links.clear()
        return self._marker.close_page(self._code)
