# SPDX-License-Identifier: Apache-2.0
"""What stands on every page of a roadmap besides its text: running head, marks and page number."""

from __future__ import annotations

from missiondesk.documents import style as look
from missiondesk.documents.escaping import one_line, runs_width
from missiondesk.documents.fonts import Face
from missiondesk.documents.roadmap.bars import fill_box
from missiondesk.documents.roadmap.painting import SMALL, TEXT, paint
from missiondesk.documents.roadmap.paper import GAP, Layout
from missiondesk.documents.roadmap.wrapping import wrapped
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.domain.roadmap import Roadmap
from missiondesk.language import Translator

_HEAD_ABOVE_TEXT = 10.0  # any higher, an office printer cuts the mark above it
_FOOT_BASELINE = 17.0
_ACCENT_WIDTH, _ACCENT_HEIGHT = 26.0, 2.4


class Furniture:
    """Draws head and foot; all of it is repeated matter and no part of the text."""

    def __init__(self, roadmap: Roadmap, layout: Layout, tr: Translator) -> None:
        self._roadmap = roadmap
        self._layout = layout
        self._tr = tr
        self._data_date = (
            tr.say("Data as of {date}", date=roadmap.data_date) if roadmap.data_date.strip() else ""
        )

    def draw_first(self, canvas: TaggedCanvas) -> None:
        """Head of the first page: the sender."""
        top = self._layout.page_size[1] - self._layout.head
        fill_box(
            canvas, self._layout.margin, top + _HEAD_ABOVE_TEXT + 13, _ACCENT_WIDTH, _ACCENT_HEIGHT,
            look.ACCENT,
        )  # fmt: skip
        self._head(canvas, self._roadmap.sender, self._classification)
        self._foot(canvas)

    def draw_later(self, canvas: TaggedCanvas) -> None:
        """Head of all other pages: title and date of the data."""
        rest = " · ".join(part for part in (self._data_date, self._classification) if part)
        self._head(canvas, self._roadmap.title, rest)
        self._foot(canvas)

    @property
    def _classification(self) -> str:
        return one_line(self._roadmap.classification)

    def _head(self, canvas: TaggedCanvas, left: str, right: str) -> None:
        y = self._layout.page_size[1] - self._layout.head + _HEAD_ABOVE_TEXT
        self._ends(canvas, y, left, right, Face.SEMIBOLD)

    def _foot(self, canvas: TaggedCanvas) -> None:
        parts = (one_line(self._roadmap.sender), one_line(self._roadmap.reference))
        left = " · ".join(part for part in parts if part)
        self._ends(canvas, _FOOT_BASELINE, left, "", Face.REGULAR)
        page, right = canvas.getPageNumber(), self._layout.margin + self._layout.width

        def number(form: TaggedCanvas, pages: int) -> None:
            text = self._tr.say("Page {page} of {pages}", page=page, pages=pages)
            form.write(right, _FOOT_BASELINE, text, size=SMALL, colour=look.QUIET, align="right")

        canvas.draw_when_counted(number)

    def _ends(self, canvas: TaggedCanvas, y: float, left: str, right: str, face: Face) -> None:
        """Write ``left`` and ``right`` at the two ends of a line, shortened to half of it each."""
        room = self._layout.width / 2 - GAP
        size = TEXT if face is Face.SEMIBOLD else SMALL
        first = wrapped(left, face, size, room, 1, canvas.missing)
        if not first.whole:
            canvas.missing.report_cut(left)
        colour = look.INK if face is Face.SEMIBOLD else look.QUIET
        paint(canvas, self._layout.margin, y, first, size, colour=colour)
        last = wrapped(right, Face.SEMIBOLD, size, room, 1, canvas.missing)
        width = sum(runs_width(line, size) for line in last.lines)
        x = self._layout.margin + self._layout.width - width
        paint(canvas, x, y, last, size, colour=look.QUIET)
