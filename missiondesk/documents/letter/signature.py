# SPDX-License-Identifier: Apache-2.0
"""The end of the letter: place and date, room to sign, names and titles, all on one page."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether

from missiondesk.documents.escaping import one_line
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.spacing import SIGNATORY, SMALL_QUIET
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.style import LINE
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import LetterContent, Signatory

_GAP = 18.0
_LONGEST = 240  # characters of a name or a title
_WIDEST = 190.0  # a line to sign on is never longer


class SigningLine(Flowable):
    """White to sign in, with a thin line below."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.spaceAfter = 3.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line, which is no part of the text."""
        canvas = self.canv
        with canvas.drawing_artifact():
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.6)
            canvas.line(0, 0, self.width, 0)


class SignatureBlock:
    """Closing words, place and date and one to three signatures beside each other.

    Args:
        content: The letter.
        writer: Writes what all spacings have alike.
    """

    def __init__(self, content: LetterContent, writer: Writer) -> None:
        self._parts: list[Flowable] = []
        self._rows: list[list[list[Flowable]]] = []
        block = content.block(BlockKind.SIGNATURE)
        if block is None:
            return
        self._parts += writer.heading(block.heading)
        self._parts += [writer.paragraph(text) for text in block.paragraphs]
        self._parts += writer.bullets(block.bullets)
        if content.place_and_date:
            self._parts.append(writer.paragraph(content.place_and_date))
        signed = [_names(one, writer) for one in content.signatories]
        self._rows = [signed[at : at + 3] for at in range(0, len(signed), 3)]

    def set(self, writer: Writer) -> list[Flowable]:
        """The block in the writer's spacing, on one page."""
        rows = [_row(row, writer.spacing.signing) for row in self._rows]
        parts = [*self._parts, *rows]
        return [KeepTogether(writer.apart(parts))] if parts else []


def _row(signed: list[list[Flowable]], height: float) -> Columns:
    """Up to three signatures; two and one keep the width of a third or a half."""
    shares = max(2, len(signed))
    width = (TEXT_WIDTH - _GAP * (shares - 1)) / shares
    line = min(width, _WIDEST)
    columns = [(width, [SigningLine(line, height), *names]) for names in signed]
    return Columns(columns, _GAP, after=6)


def _short(text: str, writer: Writer) -> str:
    """A name or title that leaves the signatures on one page whatever has been typed."""
    text = one_line(text)
    if len(text) <= _LONGEST:
        return text
    writer.missing.report_cut(text)
    return f"{text[:_LONGEST].rstrip()}…"


def _names(one: Signatory, writer: Writer) -> list[Flowable]:
    """What stands below the line."""
    parts: list[Flowable] = []
    if one.name:
        parts.append(writer.paragraph(_short(one.name, writer), SIGNATORY))
    if one.title:
        parts.append(writer.paragraph(_short(one.title, writer), SMALL_QUIET))
    return parts
