# SPDX-License-Identifier: Apache-2.0
"""The text object of the tagged canvas: marks links in a paragraph and ends lines with a space."""

from __future__ import annotations

from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject

from missiondesk.documents.tagged.structure import StructureElement


class TaggedText(PDFTextObject):
    """A text object in which links are elements of their own, and lines end with a space."""

    _before_last = 0  # operators written before the last text
    _last = " "  # character written last

    def _textOut(self, text: str, line_end: int = 0) -> None:
        self._before_last = len(self._code)
        self._last = (text or self._last)[-1:]
        if line_end and self._last not in " -":
            # Without it the last word of a line and the first of the next are read as one.
            text += " "
        super()._textOut(text, line_end)

    def _linkRecord(self, key: Any, what: str) -> None:
        """ReportLab says here that a link, named ``key`` in its paragraph, starts or ends."""
        canvas = self._canvas
        host = canvas.innermost
        if host is None:
            return
        if what == "end":
            self._code.append(canvas.mark_within_text(host))
            return
        known = self.__dict__.setdefault("_link_elements", {})
        if key not in known:
            known[key] = StructureElement("Link", host)
        canvas.expect_link(known[key])
        # The link's text has been written already when its start is told.
        self._code.insert(self._before_last, canvas.mark_within_text(known[key]))
