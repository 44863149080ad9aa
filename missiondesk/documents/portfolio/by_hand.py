# SPDX-License-Identifier: Apache-2.0
"""What is filled in by hand: boxes to tick, ruled lines to write on, lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether

from missiondesk.documents import style as look
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.signature import SigningLine
from missiondesk.documents.letter.spacing import SIGNATORY, SMALL_QUIET
from missiondesk.documents.report import looks
from missiondesk.documents.report.parts import COLUMN_GUTTER, beside
from missiondesk.documents.report.writer import ReportWriter
from missiondesk.documents.tagged.paragraph import TaggedParagraph
from missiondesk.domain.portfolio_content import Choice, Part, Signing

_BOX = 9.0
_INDENT = 18.0
_LINE = 22.0  # between two ruled lines
_SIGNING = 36.0
_GAP = 18.0
_TICKED = look.paragraph_style("choice to tick", left=_INDENT, after=3)


class TickParagraph(TaggedParagraph):
    """A paragraph with an empty box before it."""

    def draw(self) -> None:
        """Draw the box, which is no part of the text, then the text."""
        canvas = self.canv
        with canvas.drawing_artifact():
            canvas.setStrokeColor(look.INK)
            canvas.setLineWidth(0.8)
            canvas.rect(0.5, self.height - _BOX - 2, _BOX, _BOX, stroke=1, fill=0)
        super().draw()


def choices(rows: Sequence[Choice], writer: ReportWriter) -> list[Flowable]:
    """The recommendations, a box before each."""
    tr = writer.tr
    return [
        TickParagraph(
            writer.markup(tr.say("{word}: {meaning}", word=one.word, meaning=one.meaning), _TICKED),
            _TICKED,
        )
        for one in rows
    ]


def ruled(lines: int, width: float = TEXT_WIDTH) -> list[Flowable]:
    """Lines to write on."""
    return [SigningLine(width, _LINE) for _ in range(lines)]


def written(part: Part, writer: ReportWriter, level: int = 2) -> list[Flowable]:
    """A headed text; what is not recorded is said, and lines are left for it."""
    if part.text.strip():
        return writer.part(part.title, writer.texts([part.text]), level=level)
    body = [
        *([writer.paragraph(part.empty, SMALL_QUIET)] if part.empty else []),
        *ruled(part.lines),
    ]
    return writer.part(part.title, body, level=level, together=True)


def columned(
    parts: Sequence[Part], writer: ReportWriter, *, in_row: int = 2, level: int = 2
) -> list[Flowable]:
    """Headed texts beside each other, ``in_row`` in a row."""
    width = (TEXT_WIDTH - COLUMN_GUTTER * (in_row - 1)) / in_row
    made: list[Flowable] = []
    for at in range(0, len(parts), in_row):
        columns = [_column(one, width, writer, level) for one in parts[at : at + in_row]]
        made += beside(columns, writer)
    return made


def _column(part: Part, width: float, writer: ReportWriter, level: int) -> list[Flowable]:
    headed = writer.heading(part.title, looks.SECTION, level=level)
    if part.text.strip():
        return [*headed, writer.paragraph(part.text, looks.BODY)]
    return [*headed, writer.paragraph(part.empty, SMALL_QUIET), *ruled(part.lines, width)]


def signatures(rows: Sequence[Signing], writer: ReportWriter) -> list[Flowable]:
    """Lines to sign on with room for the date, two in a row, kept together."""
    return [KeepTogether(writer.apart(signing_lines(rows, writer)))] if rows else []


def signing_lines(rows: Sequence[Signing], writer: ReportWriter) -> list[Flowable]:
    """`signatures`, to be kept together with what stands above them."""
    tr = writer.tr
    if not rows:
        return []
    width = (TEXT_WIDTH - _GAP) / 2
    parts: list[Flowable] = writer.heading(tr.say("Decided"), looks.SECTION, level=2)
    if len(rows) == 1:
        dated = [SigningLine(width, _SIGNING), writer.paragraph(tr.say("Date"), SMALL_QUIET)]
        parts.append(Columns([(width, _signed(rows[0], width, writer)), (width, dated)], _GAP))
    else:
        for at in range(0, len(rows), 2):
            pair = [(width, _signed(one, width, writer)) for one in rows[at : at + 2]]
            parts.append(Columns(pair, _GAP, after=4))
        parts.append(writer.paragraph(tr.say("Signature with date"), SMALL_QUIET))
    return parts


def _signed(one: Signing, width: float, writer: ReportWriter) -> list[Flowable]:
    signed: list[Flowable] = [SigningLine(width, _SIGNING)]
    signed += [writer.paragraph(one.name, SIGNATORY)] if one.name.strip() else []
    return [*signed, writer.paragraph(one.title, SMALL_QUIET)]
