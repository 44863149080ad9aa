# SPDX-License-Identifier: Apache-2.0
"""Sets the story of a report on its pages and returns the tagged PDF."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable

from missiondesk.documents.escaping import MissingGlyphs, one_line
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.report.furniture import Furniture
from missiondesk.documents.report.page import AREA
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.documents.style import A4_PORTRAIT
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.flow import flow
from missiondesk.documents.tagged.metadata import Attachment, DocumentInfo
from missiondesk.domain.report_content import AttachedFile, ReportHead
from missiondesk.language.translator import translator

Story = Callable[[ReportWriter], list[Flowable]]


def print_report(
    head: ReportHead, attachments: Sequence[AttachedFile], story: Story, section_level: int = 2
) -> PrintedDocument:
    """The report whose flowables ``story`` makes; the same content makes the same bytes.

    Raises:
        ValueError: The title is empty or ``created`` is no date.
    """
    tr, missing = translator(head.language), MissingGlyphs()
    info = DocumentInfo(
        head.title,
        tr.tag,
        datetime.date.fromisoformat(head.created),
        author=head.sender,
        subject=head.subtitle,
    )
    canvas = TaggedCanvas(
        info,
        A4_PORTRAIT,
        attachments=[_attached(one) for one in attachments],
        watermark=head.mark,
        missing=missing,
    )
    writer = ReportWriter(tr, missing, section_level)
    furniture = Furniture(head, tr)
    parts = [*writer.title(head.title, head.subtitle), *story(writer)]
    data = flow(canvas, parts, furniture.later, AREA, furnish_first=furniture.first)
    return PrintedDocument(data, head.title, canvas.pages, missing.characters, missing.cut_texts)


def _attached(file: AttachedFile) -> Attachment:
    name = one_line(file.name) or "data"
    return Attachment(name, file.media_type, file.data, file.description, "Data")
