# SPDX-License-Identifier: Apache-2.0
"""Prints a mission letter: two pages where it can be, then its annexes, as one tagged PDF."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reportlab.platypus import Flowable

from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.documents.escaping import MissingGlyphs
from missiondesk.documents.letter.annexes import annexes
from missiondesk.documents.letter.body import Body
from missiondesk.documents.letter.furniture import Furniture
from missiondesk.documents.letter.geometry import FIRST_AREA, LATER_AREA
from missiondesk.documents.letter.spacing import SPACINGS, Spacing
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.style import A4_PORTRAIT
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.flow import flow
from missiondesk.documents.tagged.metadata import Attachment, DocumentInfo
from missiondesk.domain.letter_content import LetterContent
from missiondesk.language.translator import translator

PAGES_WANTED = 2


def print_letter(content: LetterContent, plot: TrajectoryPlot | None) -> PrintedDocument:
    """Set the letter with its annexes.

    The text is set in the widest of three spacings in which it keeps to two pages; a letter that
    is longer in any case is set in the widest.

    Args:
        content: What it says, in its own language.
        plot: The key metric's chart, or None for a letter without one.

    Raises:
        ValueError: The title is empty or `created` is no date.
    """
    made: list[_Setting] = []
    for spacing in SPACINGS:
        setting = _set(content, plot, spacing)
        if setting.text_pages <= PAGES_WANTED:
            return setting.document
        made.append(setting)
    fewest = min(setting.text_pages for setting in made)
    return next(setting.document for setting in made if setting.text_pages == fewest)


@dataclass(frozen=True, slots=True)
class _Setting:
    document: PrintedDocument
    text_pages: int


class _EndOfText(Flowable):
    """Takes no room and notes the page on which the text before the annexes ends."""

    page = 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.page = self.canv.getPageNumber()


def _set(content: LetterContent, plot: TrajectoryPlot | None, spacing: Spacing) -> _Setting:
    tr, missing, end = translator(content.language), MissingGlyphs(), _EndOfText()
    writer, furniture = Writer(tr, spacing, missing), Furniture(content, tr)
    story = [*Body(content, plot, writer).story(), end, *annexes(content, plot, writer)]
    canvas = TaggedCanvas(
        DocumentInfo(
            content.title,
            tr.tag,
            datetime.date.fromisoformat(content.created),
            author=content.sender,
            subject=content.subject,
        ),
        A4_PORTRAIT,
        attachments=_attachments(content, writer),
        watermark=content.mark,
        missing=missing,
    )
    data = flow(
        canvas,
        story,
        furniture.later,
        LATER_AREA,
        first_area=FIRST_AREA,
        furnish_first=furniture.first,
    )
    document = PrintedDocument(data, content.title, canvas.pages, missing.characters)
    return _Setting(document, end.page)


def _attachments(content: LetterContent, writer: Writer) -> tuple[Attachment, ...]:
    if not content.attachment:
        return ()
    name = content.attachment_name or "metric.json"
    said = writer.tr.say("The key metric's figures for machines")
    return (Attachment(name, "application/json", content.attachment, said, "Data"),)
