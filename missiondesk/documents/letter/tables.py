# SPDX-License-Identifier: Apache-2.0
"""The letter's tables: commitments, who shares them, the first 100 days and the milestones."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face, text_width
from missiondesk.documents.letter.columns import HIGHEST_COLUMNS, Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.table import TaggedTable
from missiondesk.domain.letter_content import CommitmentRow, TimelineRow

_GUTTER = 18.0
_CELL_GAP = 8.5  # between two columns, as the table has it
_LARGEST_SHARE = 0.4  # of a table's width that a single word may claim
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
) -> LetterTable:
    """A table of plain text; columns in ``numbers`` are set to the right."""
    cells: list[ParagraphStyle] = []
    heads: list[ParagraphStyle] = []
    for column in range(len(widths)):
        number = column in numbers
        cells.append(look.CELL_NUMBER if number else look.CELL)
        heads.append(look.CELL_HEAD_NUMBER if number else look.CELL_HEAD)
    marked = [
        [writer.markup(text, style) for text, style in zip(row, cells, strict=True)] for row in rows
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
    )
    made.writer = writer
    return made


def fitted(
    head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], width: float
) -> tuple[list[str], list[list[str]], list[float]]:
    """The table without columns that say nothing in any row, its widths shared out to ``width``.

    No column is narrower than its longest word while the others have room to give: Danish
    compounds are long and are not hyphenated.
    """
    kept = [column for column in range(len(head)) if any(row[column].strip() for row in rows)]
    kept = kept or list(range(len(head)))
    heads = [head[column] for column in kept]
    cells = [[row[column] for column in kept] for row in rows]
    total = sum(shares[column] for column in kept) or 1.0
    wanted = [shares[column] * width / total for column in kept]
    longest = [
        min(_longest_word([heads[at], *(row[at] for row in cells)]), width * _LARGEST_SHARE)
        for at in range(len(kept))
    ]
    return heads, cells, _shared_out(wanted, longest)


def _longest_word(texts: Sequence[str]) -> float:
    words = {word for text in texts for word in text.split(" ")}
    widest = max((text_width(word, Face.SEMIBOLD, look.DETAIL_SIZE) for word in words), default=0)
    return widest + _CELL_GAP


def _shared_out(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """``wanted`` with the columns below their least taking from those above theirs."""
    lacking = sum(max(0.0, low - want) for want, low in zip(wanted, least, strict=True))
    spare = sum(max(0.0, want - low) for want, low in zip(wanted, least, strict=True))
    if not lacking:
        return list(wanted)
    given = min(1.0, spare / lacking)
    taken = min(1.0, lacking / spare) if spare else 0.0
    return [
        want + (low - want) * (given if low > want else taken)
        for want, low in zip(wanted, least, strict=True)
    ]


def commitments(rows: Sequence[CommitmentRow], writer: Writer) -> list[Flowable]:
    """The numbered commitments with measure, date and who shares them."""
    if not rows:
        return []
    tr = writer.tr
    head = (tr.say("No."), tr.say("Commitment"), tr.say("Measure"), tr.say("Due"), tr.say("With"))
    cells = [(row.number, row.text, row.measure, row.due, row.shared) for row in rows]
    kept = fitted(head, cells, (22, 192, 98, 84, 98), TEXT_WIDTH)
    summary = tr.say("Commitments with measure, date and who shares them")
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
        (row.due, row.title, row.owner if wide else "", row.status if wide else "") for row in rows
    ]
    shares = (90, 220, 110, 70) if wide else (86, 140, 0, 0)
    return [table(writer, *fitted(head, cells, shares, width), title, row_headers=1)]
