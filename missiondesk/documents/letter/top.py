# SPDX-License-Identifier: Apache-2.0
"""The upper part of the first page: letterhead, case details, handling line and window address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from missiondesk.documents.escaping import one_line
from missiondesk.documents.letter import geometry as place
from missiondesk.documents.letter.labelled import LabelledLine
from missiondesk.documents.letter.spacing import (
    ADDRESS_SIZES,
    SENDER,
    SMALL_QUIET,
    SMALL_STRONG,
)
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.style import ACCENT
from missiondesk.documents.tagged.paragraph import TaggedParagraph
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.secretariat import WINDOW_LEFT_MM, WINDOW_TOP_MM

F = TypeVar("F", bound=Flowable)

_META_WIDTH = place.RIGHT - place.META_LEFT
_VALUE_WIDTH = _META_WIDTH - place.META_LABEL_WIDTH


class LetterTop(Flowable):
    """First in the story: draws in fixed places of the first page, tagged in reading order."""

    def __init__(self, content: LetterContent, writer: Writer) -> None:
        super().__init__()
        self._content = content
        self._writer = writer
        widths = (place.META_LABEL_WIDTH, _VALUE_WIDTH)
        rows = [LabelledLine(*row, widths, writer) for row in content.meta]
        self._meta = _fitting(rows, place.META_MOST)
        for label, value in content.meta[len(self._meta) :]:
            writer.missing.report_cut(f"{label} {value}")
        self._handling = self._paragraph(content.handling)
        self._letterhead = self._make_letterhead()
        self._address = window_lines(content.addressee, writer)
        self.width = place.TEXT_WIDTH
        self.height = self._lower_edge() - place.TOP_MARGIN

    def _paragraph(self, text: str) -> TaggedParagraph | None:
        text = one_line(text)
        if len(text) > place.HANDLING_LONGEST:
            self._writer.missing.report_cut(text)
            text = f"{text[: place.HANDLING_LONGEST]}…"
        return self._writer.paragraph(text, SMALL_STRONG) if text else None

    @property
    def _handling_height(self) -> float:
        height: float = self._handling.wrap(_META_WIDTH, 1e6)[1] if self._handling else 0.0
        return height

    def _make_letterhead(self) -> list[TaggedParagraph]:
        content, writer = self._content, self._writer
        texts = [text for text in (content.sender, *content.sender_lines) if one_line(text)]
        styles = [SENDER if text is content.sender else SMALL_QUIET for text in texts]
        lines = [writer.paragraph(*line) for line in zip(texts, styles, strict=True)]
        for line in lines:
            line.wrap(place.LETTERHEAD_WIDTH, 1e6)
        # Nothing of it may be seen through the window.
        kept = _fitting(lines, self._address_top - place.LETTERHEAD_TOP - 3 * mm)
        for text in texts[len(kept) :]:
            writer.missing.report_cut(text)
        return kept

    def _lower_edge(self) -> float:
        """Distance of the subject from the page's upper edge."""
        meta = place.LETTERHEAD_TOP + sum(line.height for line in self._meta) + 4
        if self._handling is not None:
            meta += self._handling_height
        address = self._address_top + place.ADDRESS_HEIGHT
        lowest: float = max(place.SUBJECT_TOP, meta + 6 * mm, address + 7 * mm)
        return lowest

    @property
    def _address_top(self) -> float:
        return _within(self._content.window_top_mm, WINDOW_TOP_MM) * float(mm)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw in the page's own coordinates."""
        canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        canvas.saveState()
        canvas.translate(-left, -bottom)
        self._draw_letterhead()
        self._draw_meta()
        if self._address is not None:
            height = self._address.wrap(place.ADDRESS_WIDTH, 1e6)[1]
            low = place.from_top(self._address_top) - height
            left = _within(self._content.window_left_mm, WINDOW_LEFT_MM)
            self._address.drawOn(canvas, left * mm, low)
        canvas.restoreState()

    def _draw_letterhead(self) -> None:
        canvas = self.canv
        top = place.from_top(place.LETTERHEAD_TOP)
        canvas.setFillColor(ACCENT)
        canvas.rect(place.LEFT, top + 2.4 * mm, 9 * mm, 0.9 * mm, stroke=0, fill=1)
        for line in self._letterhead:
            top -= line.wrap(place.LETTERHEAD_WIDTH, 1e6)[1]
            line.drawOn(canvas, place.LEFT, top)

    def _draw_meta(self) -> None:
        canvas = self.canv
        top = place.from_top(place.LETTERHEAD_TOP)
        for line in self._meta:
            top -= line.height
            line.drawOn(canvas, place.META_LEFT, top)
        if self._handling is not None:
            top -= 4 + self._handling_height
            self._handling.drawOn(canvas, place.META_LEFT, top)


def _within(value: int, bounds: tuple[int, int]) -> int:
    """The nearest value within the bounds: a file may hold one that is off the page."""
    low, high = bounds
    return min(max(value, low), high)


def _fitting(lines: Sequence[F], room: float) -> list[F]:
    """The first of ``lines`` that together are no higher than ``room`` points."""
    kept: list[F] = []
    for line in lines:
        room -= line.height
        if room < 0:
            break
        kept.append(line)
    return kept


def window_lines(lines: tuple[str, ...], writer: Writer) -> TaggedParagraph | None:
    """The address as one paragraph of at most five lines that fits the window.

    Lines too many are joined from below; then the type gives way, down to 8 pt; what is left over
    after that is cut, for outside the window it would be lost anyway.
    """
    kept = [line for line in map(one_line, lines) if line]
    if not kept:
        return None
    while len(kept) > place.ADDRESS_LINES:
        kept[-2:] = [f"{kept[-2]}, {kept[-1]}"]
    for style in ADDRESS_SIZES:
        paragraph = writer.paragraph("\n".join(kept), style)
        if paragraph.wrap(place.ADDRESS_WIDTH, 1e6)[1] <= place.ADDRESS_HEIGHT:
            return paragraph
    writer.missing.report_cut(", ".join(kept))
    pieces = paragraph.split(place.ADDRESS_WIDTH, place.ADDRESS_HEIGHT)
    return pieces[0] if pieces else paragraph
