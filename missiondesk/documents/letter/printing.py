# SPDX-License-Identifier: Apache-2.0
"""Prints a mission letter: two pages where it can be, then its annexes, as one tagged PDF."""

from __future__ import annotations

import datetime

from reportlab.platypus import Flowable

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.escaping import MissingGlyphs, one_line
from missiondesk.documents.letter.annexes import annexes
from missiondesk.documents.letter.body import Body
from missiondesk.documents.letter.furniture import Furniture
from missiondesk.documents.letter.geometry import FIRST_AREA, LATER_AREA
from missiondesk.documents.letter.spacing import SPACINGS, Spacing
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.style import A4_PORTRAIT
from missiondesk.documents.tagged.canvas import TaggedCanvas
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
    return PrintedDocument(canvas.finished(), content.title, canvas.pages, missing.characters)


def set_letter(canvas: TaggedCanvas, content: LetterContent, plot: TrajectoryPlot | None) -> None:
    """Set the letter with its annexes on pages of ``canvas``; another letter may follow.

    Args:
        canvas: Of A4, at the beginning of a page.
        content: See `print_letter`.
        plot: See `print_letter`.
    """
    tr = translator(content.language)
    writer = Writer(tr, _chosen(content, plot), canvas.missing)
    story = [*Body(content, plot, writer).story(), *annexes(content, plot, writer)]
    _flow(canvas, story, Furniture(content, tr))


def _chosen(content: LetterContent, plot: TrajectoryPlot | None) -> Spacing:
    """The widest spacing with the fewest pages, and among those with the fewest cut tables."""
    widest, *between, tightest = SPACINGS
    fewest, cuts = _measured(content, plot, tightest)
    best = {(fewest, cuts): tightest}
    if _measured(content, plot, widest) == (fewest, 0):
        return widest
    for spacing in (*reversed(between), widest):
        pages, cuts = _measured(content, plot, spacing)
        if pages > fewest:
            break
        best[pages, cuts] = spacing
    return best[min(best)]


class _TextSet(Exception):
    """The text is set as far as the annexes; carries the number of its pages."""

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages


class _EndOfText(Flowable):
    """Stands after the text of a trial and ends it."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        raise _TextSet(self.canv.getPageNumber())


def _measured(
    content: LetterContent, plot: TrajectoryPlot | None, spacing: Spacing
) -> tuple[int, int]:
    """Pages that the text takes and tables cut by their ends, found by a trial.

    A trial sets the text without its chart, annexes and fonts.
    """
    tr, missing = translator(content.language), MissingGlyphs()
    writer = Writer(tr, spacing, missing, trial=True)
    story = [*Body(content, plot, writer).story(), _EndOfText()]
    try:
        _flow(_canvas(content, tr, missing), story, Furniture(content, tr))
    except _TextSet as done:
        return done.pages, writer.cuts
    raise AssertionError("the end of the text was not reached")


def _flow(canvas: TaggedCanvas, story: list[Flowable], furniture: Furniture) -> None:
    pour(
        canvas,
        story,
        furniture.later,
        LATER_AREA,
        first_area=FIRST_AREA,
        furnish_first=furniture.first,
    )


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
