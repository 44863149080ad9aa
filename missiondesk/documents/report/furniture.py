# SPDX-License-Identifier: Apache-2.0
"""What stands on every page of a report: sender or title above; date, mark and number below."""

from __future__ import annotations

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face
from missiondesk.documents.letter import geometry as place
from missiondesk.documents.letter.furniture import fits, fitting
from missiondesk.documents.report.page import ACCENT_BAR, HEAD_BASELINE
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import ReportHead
from missiondesk.language.translator import Translator

_GAP = 16.0
_FOOT = 0.84  # of the width of the text; the page's number stands beside it


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws head and foot of one report's pages; all of it is an artifact."""

    head: ReportHead
    tr: Translator

    def first(self, canvas: TaggedCanvas) -> None:
        """The first page: the sender with its bar."""
        canvas.setFillColor(look.ACCENT)
        canvas.rect(*ACCENT_BAR, stroke=0, fill=1)
        size, half = look.HEADING_SIZE, place.TEXT_WIDTH / 2 - _GAP
        sender = fitting(self.head.sender, canvas, size, half, only=True)
        canvas.write(place.LEFT, HEAD_BASELINE, sender, face=Face.BOLD, size=size)
        self._at_right(canvas, HEAD_BASELINE, self.head.classification, half, Face.SEMIBOLD)
        self._foot(canvas)

    def later(self, canvas: TaggedCanvas) -> None:
        """The pages after it: sender and title."""
        size, half = look.DETAIL_SIZE, place.TEXT_WIDTH / 2 - _GAP
        sender = fitting(self.head.sender, canvas, size, half)
        canvas.write(place.LEFT, HEAD_BASELINE, sender, size=size, colour=look.QUIET)
        self._at_right(canvas, HEAD_BASELINE, self.head.title, half + _GAP, Face.REGULAR)
        canvas.setStrokeColor(look.LINE)
        canvas.setLineWidth(0.4)
        canvas.line(place.LEFT, HEAD_BASELINE - 6, place.RIGHT, HEAD_BASELINE - 6)
        self._foot(canvas)

    def _foot(self, canvas: TaggedCanvas) -> None:
        """Date of the data and handling mark stand on every page; so does the page's number."""
        head, tr, size = self.head, self.tr, look.SMALLEST
        data = tr.say("Data as of {date}", date=head.data_date) if head.data_date else ""
        parts = [part for part in (data, head.classification, head.reference) if part]
        width = place.TEXT_WIDTH * _FOOT
        whole = " · ".join([*parts, head.contact] if head.contact else parts)
        # The contact gives way: what the page is, and of when, matters more.
        said = whole if fits(whole, canvas, size, width) else " · ".join(parts)
        text = fitting(said or whole, canvas, size, width, only=True)
        canvas.write(place.LEFT, place.FOOTER_BASELINE, text, size=size, colour=look.QUIET)
        page = canvas.getPageNumber()

        def number(form: TaggedCanvas, pages: int) -> None:
            said = tr.say("Page {page} of {pages}", page=str(page), pages=str(pages))
            form.write(
                place.RIGHT, place.FOOTER_BASELINE, said, size=size, colour=look.QUIET,
                align="right",
            )  # fmt: skip

        canvas.draw_when_counted(number)

    def _at_right(
        self, canvas: TaggedCanvas, baseline: float, text: str, width: float, face: Face
    ) -> None:
        size = look.DETAIL_SIZE
        shown = fitting(text, canvas, size, width - 8)
        colour = look.INK if face is Face.SEMIBOLD else look.QUIET
        canvas.write(
            place.RIGHT, baseline, shown, face=face, size=size, colour=colour, align="right"
        )
