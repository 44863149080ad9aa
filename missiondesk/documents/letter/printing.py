# SPDX-License-Identifier: Apache-2.0
"""Prints a mission letter: two pages where it can be, then its annexes, as one tagged PDF."""

from __future__ import annotations

import datetime

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.escaping import MissingGlyphs, one_line
from missiondesk.documents.letter.annexes import annexes
from missiondesk.documents.letter.body import Body
from missiondesk.documents.letter.elastic import ElasticWriter
from missiondesk.documents.letter.furniture import Furniture
from missiondesk.documents.letter.geometry import FIRST_AREA, LATER_AREA
from missiondesk.documents.letter.spacing import SPACINGS, Spacing
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.style import A4_PORTRAIT
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.filling import PageFiller
from missiondesk.documents.tagged.flow import pour
from missiondesk.documents.tagged.metadata import Attachment, DocumentInfo
from missiondesk.domain.letter_content import LetterContent
from missiondesk.language.translator import Translator, translator


def print_letter(content: LetterContent, plot: TrajectoryPlot | None) -> PrintedDocument:
    """Set the letter with its annexes.

    The text is set in the widest of several spacings in which it takes as few pages as may be,
    with as few tables as may be cut by the end of a page; a usual letter takes two.

    Args:
        content: What it says, in its own language.
        plot: The key metric's chart, or None for a letter without one.

    Raises:
        ValueError: The title is empty or `created` is no date.
    """
    tr, missing = translator(content.language), MissingGlyphs()
    canvas = _canvas(content, tr, missing, letter_attachments(content))
    set_letter(canvas, content, plot)
    return PrintedDocument(
        canvas.finished(), content.title, canvas.pages, missing.characters, missing.cut_texts
    )


def set_letter(canvas: TaggedCanvas, content: LetterContent, plot: TrajectoryPlot | None) -> None:
    """Set the letter with its annexes on pages of ``canvas``; another letter may follow.

    Args:
        canvas: Of A4, at the beginning of a page.
        content: See `print_letter`.
        plot: See `print_letter`.
    """
    tr = translator(content.language)
    writer = ElasticWriter(tr, SPACINGS[0], canvas.missing)
    body = Body(content, plot, writer)
    story = [*body.story(_Trials(body, writer).chosen()), *annexes(content, plot, writer)]
    furniture = Furniture(content, tr)
    pour(
        canvas,
        story,
        furniture.later,
        LATER_AREA,
        first_area=FIRST_AREA,
        furnish_first=furniture.first,
    )


class _Trials:
    """Lays the text out in several spacings, without drawing it, to find the one to print in."""

    def __init__(self, body: Body, writer: ElasticWriter) -> None:
        self._body, self._writer = body, writer
        self._found: dict[int, tuple[int, int]] = {}

    def chosen(self) -> Spacing:
        """The widest spacing with the fewest pages, and among those with the fewest cut tables.

        Wider spacing never takes fewer pages: that saves most of the trials.
        """
        tightest = len(SPACINGS) - 1
        if self._measured(0)[0] == 1:
            fitting, fewest = 0, 1
        else:
            fewest = self._measured(tightest)[0]
            fitting = self._widest_with(fewest)
        cuts: dict[int, int] = {}
        for at in range(fitting, tightest + 1):
            pages, cut = self._measured(at)
            if pages == fewest:
                cuts.setdefault(cut, at)
            if cut == 0:
                break
        return SPACINGS[cuts[min(cuts)]]

    def _widest_with(self, fewest: int) -> int:
        """Number of the widest spacing that takes ``fewest`` pages."""
        too_wide, fitting = -1, len(SPACINGS) - 1
        if self._measured(0)[0] == fewest:
            return 0
        while fitting - too_wide > 1:
            middle = (fitting + too_wide) // 2
            if self._measured(middle)[0] > fewest:
                too_wide = middle
            else:
                fitting = middle
        return fitting

    def _measured(self, number: int) -> tuple[int, int]:
        """Pages that the text takes in a spacing, and tables cut by the ends of pages."""
        if number not in self._found:
            paper = PageFiller(LATER_AREA, FIRST_AREA)
            paper.fill(self._body.story(SPACINGS[number]))
            self._found[number] = paper.pages, self._writer.cuts
        return self._found[number]


def _canvas(
    content: LetterContent,
    tr: Translator,
    missing: MissingGlyphs,
    attachments: tuple[Attachment, ...] = (),
) -> TaggedCanvas:
    info = DocumentInfo(
        content.title,
        tr.tag,
        datetime.date.fromisoformat(content.created),
        author=content.sender,
        subject=content.subject,
    )
    return TaggedCanvas(
        info, A4_PORTRAIT, attachments=attachments, watermark=content.mark, missing=missing
    )


def letter_attachments(content: LetterContent) -> tuple[Attachment, ...]:
    """The file that the letter carries inside, if it has one."""
    if not content.attachment:
        return ()
    tr = translator(content.language)
    name = one_line(content.attachment_name) or "metric.json"
    said = tr.say("The key metric's figures for machines")
    return (Attachment(name, "application/json", content.attachment, said, "Data"),)
