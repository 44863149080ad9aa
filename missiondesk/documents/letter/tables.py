# SPDX-License-Identifier: Apache-2.0
"""The letter's tables: commitments, who shares them, the first 100 days and the milestones."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.documents import style as look
from missiondesk.documents.escaping import Markup
from missiondesk.documents.letter.columns import HIGHEST_COLUMNS, Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.widths import fitted
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.paragraph import TaggedParagraph
from missiondesk.documents.tagged.table import TaggedTable
from missiondesk.domain.letter_content import CommitmentRow, MissionLine, TimelineRow
from missiondesk.language.spoken import foreign_tag

_GUTTER = 18.0
_LONGEST_DATE = 18  # characters
# Longer tables are laid out page by page.
_MOST_LAID_OUT = 60
# Longer lists are set under each other over the whole width, where they may go over a page.
_BESIDE_AT_MOST = 9


class LetterTable(TaggedTable):
    """A table that leaves no single row of several alone before or after the end of a page."""

    writer: Writer

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit, two at least, and the table of the rest, two at least."""
        pieces = super().split(width, height)
        if len(pieces) < 2:
            return pieces
        self.writer.cuts += 1
        here, later = (len(piece._placed) for piece in pieces)
        whole = pieces[1]._next == len(pieces[1]._rows)
        if later == 1 and whole and here > 2:
            return super().split(width, pieces[0].wrap(width, height)[1] - 1)
        at_top = bool(getattr(getattr(self, "_frame", None), "_atTop", False))
        return [] if here == 1 and not at_top else pieces


def table(
    writer: Writer,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    summary: str,
    *,
    numbers: frozenset[int] = frozenset(),
    row_headers: int = 0,
    total: bool = False,
    heat: Sequence[Sequence[float]] = (),
) -> LetterTable:
    """A table of plain text; columns in ``numbers`` are set to the right, ``heat`` as in `Rows`."""
    cells: list[ParagraphStyle] = []
    heads: list[ParagraphStyle] = []
    for column in range(len(widths)):
        number = column in numbers
        cells.append(look.CELL_NUMBER if number else look.CELL)
        heads.append(look.CELL_HEAD_NUMBER if number else look.CELL_HEAD)
    marked = [
        [_cell(text, style, writer) for text, style in zip(row, cells, strict=True)] for row in rows
    ]
    made = LetterTable(
        [writer.markup(text, style) for text, style in zip(head, heads, strict=True)],
        marked,
        widths,
        summary,
        cell_styles=cells,
        head_styles=heads,
        row_headers=row_headers,
        total=total,
        heat=heat,
        after=4.5,
    )
    made.writer = writer
    return made


def _cell(text: str, style: ParagraphStyle, writer: Writer) -> Markup | list[Flowable]:
    """The text of a cell; where a line of it is in another language, each line says its own."""
    lines = text.split("\n")
    tags = [foreign_tag(line, writer.tr.lang) for line in lines]
    if not any(tags):
        return writer.markup(text, style)
    return [
        TaggedParagraph(writer.markup(line, style), style, language=tag)
        for line, tag in zip(lines, tags, strict=True)
    ]


def _laid_out(table: LetterTable) -> LetterTable:
    """``table``, laid out once for all the spacings in which it is tried."""
    if len(table._rows) <= _MOST_LAID_OUT:
        table.lay_out()
    return table


def commitments(rows: Sequence[CommitmentRow], writer: Writer) -> list[Flowable]:
    """The numbered commitments with measure, date and who shares them."""
    if not rows:
        return []
    tr = writer.tr
    head = (tr.say("No."), tr.say("Commitment"), tr.say("Measure"), tr.say("Due"), tr.say("With"))
    cells = [(row.number, row.text, row.measure, _whole(row.due), row.shared) for row in rows]
    kept = fitted(head, cells, (22, 192, 98, 84, 98), TEXT_WIDTH)
    summary = tr.say("Commitments with measure, date and who shares them")
    return [_laid_out(table(writer, *kept, summary, row_headers=1))]


def _whole(date: str) -> str:
    """A date that is not broken over lines, unless it is a sentence."""
    return date.replace(" ", "\u00a0") if len(date) <= _LONGEST_DATE else date


def missions(rows: Sequence[MissionLine], writer: Writer) -> list[Flowable]:
    """All missions, each with its metric, target and accountable minister."""
    if not rows:
        return []
    tr = writer.tr
    head = (
        tr.say("No."),
        tr.say("Mission"),
        tr.say("Key metric"),
        tr.say("Target"),
        tr.say("Minister"),
    )
    cells = [(row.code, row.title, row.metric, row.target, row.minister) for row in rows]
    kept = fitted(head, cells, (26, 128, 138, 94, 108), TEXT_WIDTH)
    summary = tr.say("The missions with key metric, target and accountable minister")
    return [table(writer, *kept, summary, row_headers=1)]


def sharing(rows: Sequence[tuple[str, str]], writer: Writer) -> list[Flowable]:
    """Who shares the mission, and in which commitments, as points."""
    said = [
        writer.tr.say("{office}: {part}", office=office, part=part) if part else office
        for office, part in rows
    ]
    return writer.bullets(said)


def timeline(rows: Sequence[TimelineRow], writer: Writer) -> list[Flowable]:
    """The first 100 days and the milestones after them, beside each other when both are short."""
    tr = writer.tr
    first = [row for row in rows if row.first_100_days]
    later = [row for row in rows if not row.first_100_days]
    if first and later and max(len(first), len(later)) <= _BESIDE_AT_MOST:
        width = (TEXT_WIDTH - _GUTTER) / 2
        columns = [
            (width, _milestones(tr.say("The first 100 days"), first, width, writer)),
            (width, _milestones(tr.say("Milestones"), later, width, writer)),
        ]
        beside = Columns(columns, _GUTTER, after=4)
        if beside.height <= HIGHEST_COLUMNS:
            return [beside]
    parts: list[Flowable] = []
    if first:
        parts += _milestones(tr.say("The first 100 days"), first, TEXT_WIDTH, writer)
    if later:
        parts += _milestones(tr.say("Milestones"), later, TEXT_WIDTH, writer)
    return parts


def _milestones(
    title: str, rows: Sequence[TimelineRow], width: float, writer: Writer
) -> list[Flowable]:
    """Rows under ``title``, which heads their column; owner and status where there is width."""
    tr = writer.tr
    wide = width > TEXT_WIDTH * 0.75
    head = (tr.say("Date"), title, tr.say("Responsible"), tr.say("Status"))
    cells = [
        (_whole(row.due), row.title, row.owner if wide else "", row.status if wide else "")
        for row in rows
    ]
    shares = (90, 220, 110, 70) if wide else (86, 140, 0, 0)
    kept = fitted(head, cells, shares, width)
    return [_laid_out(table(writer, *kept, title, row_headers=1))]
