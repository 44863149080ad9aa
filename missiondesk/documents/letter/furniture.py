# SPDX-License-Identifier: Apache-2.0
"""What stands on each page besides the text: footer, header of following pages, fold mark."""

from __future__ import annotations

from missiondesk.documents import style as look
from missiondesk.documents.escaping import one_line, runs, runs_width
from missiondesk.documents.fonts import Face
from missiondesk.documents.letter import geometry as place
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter_content import LetterContent
from missiondesk.language.translator import Translator

_LONGEST = 200  # characters; no line of the page holds more


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws the furniture of one letter's pages; all of it is an artifact."""

    content: LetterContent
    tr: Translator

    def first(self, canvas: TaggedCanvas) -> None:
        """The first page: fold mark and footer."""
        canvas.setStrokeColor(look.QUIET)
        canvas.setLineWidth(0.25)
        height = place.from_top(place.FOLD)
        canvas.line(place.FOLD_MARK[0], height, place.FOLD_MARK[1], height)
        self._footer(canvas)

    def later(self, canvas: TaggedCanvas) -> None:
        """The pages after it: sender and subject above, footer below."""
        size = look.DETAIL_SIZE
        sender = fitting(self.content.sender, canvas, size, place.TEXT_WIDTH / 2 - 8)
        taken = runs_width(runs(sender, canvas.missing, Face.REGULAR), size)
        subject = fitting(self.content.subject, canvas, size, place.TEXT_WIDTH - taken - 16)
        canvas.write(place.LEFT, place.HEADER_BASELINE, sender, size=size, colour=look.QUIET)
        canvas.write(
            place.RIGHT, place.HEADER_BASELINE, subject, size=size, colour=look.QUIET, align="right"
        )
        canvas.setStrokeColor(look.LINE)
        canvas.setLineWidth(0.4)
        rule = place.HEADER_BASELINE - 6
        canvas.line(place.LEFT, rule, place.RIGHT, rule)
        self._footer(canvas)

    def _footer(self, canvas: TaggedCanvas) -> None:
        page = canvas.getPageNumber()
        size = look.SMALLEST
        mark, left = one_line(self.content.classification), place.LEFT
        if mark:
            # On every page, whichever is copied or torn off; the contact goes beside it.
            canvas.write(left, place.FOOTER_BASELINE, mark, face=Face.SEMIBOLD, size=size)
            left += runs_width(runs(mark, canvas.missing, Face.SEMIBOLD), size) + 8
        room = place.LEFT + place.TEXT_WIDTH * 0.66 - left
        contact = fitting(self.content.contact, canvas, size, room, only=True)
        canvas.write(left, place.FOOTER_BASELINE, contact, size=size, colour=look.QUIET)
        canvas.draw_when_counted(lambda form, pages: self._page_number(form, page, pages))

    def _page_number(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        said = self.tr.say("Page {page} of {pages}", page=str(page), pages=str(pages))
        text = " · ".join(part for part in (self.content.number, said) if part)
        size = look.SMALLEST
        canvas.write(
            place.RIGHT,
            place.FOOTER_BASELINE,
            fitting(text, canvas, size, place.TEXT_WIDTH * 0.32, only=True),
            size=size,
            colour=look.QUIET,
            align="right",
        )


def fitting(
    text: str, canvas: TaggedCanvas, size: float, width: float, *, only: bool = False
) -> str:
    """``text`` on one line, cut with “…” so that it is no wider than ``width`` points.

    Args:
        only: It stands nowhere else in the document, so that a cut is reported.
    """
    whole = one_line(text)
    if fits(whole, canvas, size, width):
        return whole
    text = whole[:_LONGEST]
    if only:
        canvas.missing.report_cut(whole)
    while text and runs_width(runs(f"{text}…", canvas.missing, Face.REGULAR), size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def fits(text: str, canvas: TaggedCanvas, size: float, width: float) -> bool:
    """Whether ``text`` is no wider than ``width`` points on one line."""
    if len(text) > _LONGEST:
        return False
    return runs_width(runs(one_line(text), canvas.missing, Face.REGULAR), size) <= width
