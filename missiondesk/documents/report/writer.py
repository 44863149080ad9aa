# SPDX-License-Identifier: Apache-2.0
"""The letter's writer with what reports need besides: headings of three levels, tables that find
their own widths, and the figures of all charts for the annex.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from missiondesk.documents import style as look
from missiondesk.documents.escaping import MissingGlyphs, one_line
from missiondesk.documents.fonts import Face, text_width
from missiondesk.documents.letter.columns import Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.labelled import LabelledLine
from missiondesk.documents.letter.mission import MissionSentence
from missiondesk.documents.letter.tables import LetterTable, table
from missiondesk.documents.letter.widths import fitted, least_width
from missiondesk.documents.letter.writer import ROOM_FOR_TEXT, Writer
from missiondesk.documents.report import looks
from missiondesk.domain.report_content import Rows
from missiondesk.language.conventions import conventions
from missiondesk.language.spoken import foreign_tag
from missiondesk.language.translator import LANGUAGES, Translator

_GAP = 8.5
_PAIR_GAP = 6.0
_PAIR_GUTTER, _PAIR_LABEL, _LONGEST_PAIR = 18.0, 104.0, 42
_WIDEST_SHARE = 0.42  # of the width that a column asks for by itself
_LONGEST_MEASURED = 80  # characters; longer cells wrap anyway
_LONGEST_WHOLE = 15  # characters
# A day stays with its month, and a letter with the word behind it: "30. oktober", "I gang".
_MONTHS = (
    *(month for lang in LANGUAGES for month in conventions(lang).months),
    "kvartal",
    "halvår",
)
_DAY = re.compile(rf"(\b\d{{1,2}}\.?) (?=(?:{'|'.join(_MONTHS)})\b)")
_SINGLE_LETTER = re.compile(r"(\b\w) (?=\w)")
_SHORT_TABLE = 12  # rows
_ROOM_FOR_ROWS = 84.0
_STYLES = {2: looks.PART, 3: looks.SECTION}

Twin = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]


class ReportWriter(Writer):
    """Text to flowables in one report's language.

    Attributes:
        section_level: Level of the headings that `section` sets.
        twins: Title, head and rows of each chart drawn so far.
    """

    def __init__(self, tr: Translator, missing: MissingGlyphs, section_level: int = 2) -> None:
        super().__init__(tr, looks.SPACING, missing)
        self.section_level = section_level
        self.twins: list[Twin] = []

    def title(self, text: str, subtitle: str) -> list[Flowable]:
        """The document's title with a line under it."""
        parts = self.heading(text, looks.TITLE, level=1)
        if one_line(subtitle):
            parts.append(self.paragraph(subtitle, looks.SUBTITLE))
        return parts

    def finding(self, text: str) -> list[Flowable]:
        """The one sentence that the reader should keep, with the letter's bar beside it."""
        if not one_line(text):
            return []
        tag = foreign_tag(text, self.tr.lang)
        return [MissionSentence(self.markup(text, looks.FINDING), looks.FINDING, language=tag)]

    def texts(self, paragraphs: Sequence[str], role: str = "P") -> list[Flowable]:
        """Paragraphs of running text."""
        return [self.paragraph(text, looks.BODY, role) for text in paragraphs if one_line(text)]

    def points(self, items: Sequence[str]) -> list[Flowable]:
        """A list of points in the running text's size."""
        return self.bullets([item for item in items if one_line(item)])

    def part(
        self,
        heading: str,
        content: Sequence[Flowable],
        room: float = ROOM_FOR_TEXT,
        *,
        level: int | None = None,
        together: bool = False,
    ) -> list[Flowable]:
        """A heading with what stands below; nothing for no content.

        Args:
            room: Points that have to be free below the heading.
            level: Level of the heading, `section_level` when not given.
            together: Keep all of it on one page where it fits.
        """
        if not content:
            return []
        if isinstance(content[0], CondPageBreak):  # it would part the heading from what it heads
            room, content = max(room, content[0].height + ROOM_FOR_TEXT), content[1:]
        level = level or self.section_level
        style = looks.SECTION if level == self.section_level else _STYLES.get(level, looks.SECTION)
        headed = self.heading(heading, style, level=level)
        for one in headed:  # a long table would be taken to the next page with it
            one.keepWithNext = int(not _is_long(content[0]))
        parts = self.apart([*headed, *content])
        return [KeepTogether(parts)] if together else [CondPageBreak(room), *parts]

    def rows(
        self,
        rows: Rows,
        width: float = TEXT_WIDTH,
        *,
        row_headers: int = 1,
        like: Rows | None = None,
    ) -> list[Flowable]:
        """Lead, table and note of ``rows`` without heading; what it says when it is empty.

        Args:
            like: Columns as wide as those of this table, so that several stand as one.
        """
        parts = self.texts([rows.lead])
        if not rows.rows:
            return [*parts, *self.texts([rows.empty])]
        for lead in parts:  # no end of a page parts it from a table that fits on one
            lead.keepWithNext = int(len(rows.rows) <= _SHORT_TABLE)
        kept = _fitted(rows, width)
        if like is not None and len(widths := _fitted(like, width)[2]) == len(kept[2]):
            kept = (*kept[:2], widths)
        numbers = _numbers_kept(rows)
        summary = rows.title or rows.lead
        headers = min(row_headers, len(kept[0]))
        parts.append(
            table(
                self, *kept, summary, numbers=numbers, row_headers=headers, total=rows.total,
                heat=_heat_kept(rows),
            )
        )  # fmt: skip
        if one_line(rows.note):
            # The note of a short table does not stand alone on the next page.
            parts[-1].keepWithNext = int(len(rows.rows) <= _SHORT_TABLE)
            parts.append(self.paragraph(rows.note, looks.NOTE))
        return parts

    def pairs(self, rows: Rows) -> list[Flowable]:
        """Labels and values of ``rows`` in two columns of lines, long values over the width."""
        parts = self.texts([rows.lead])
        if not rows.rows:
            return [*parts, *self.texts([rows.empty])]
        half = (TEXT_WIDTH - _PAIR_GUTTER) / 2
        short = [row for row in rows.rows if len(row[1]) <= _LONGEST_PAIR]
        wide = [row for row in rows.rows if len(row[1]) > _LONGEST_PAIR]
        parts += [self._pair(row, TEXT_WIDTH) for row in wide]
        left = (len(short) + 1) // 2
        columns = [[self._pair(row, half) for row in part] for part in (short[:left], short[left:])]
        filled = [(half, column) for column in columns if column]
        parts += [Columns(filled, _PAIR_GUTTER)] if filled else []
        return [*parts, *([self.paragraph(rows.note, looks.NOTE)] if one_line(rows.note) else [])]

    def _pair(self, row: Sequence[str], width: float) -> Flowable:
        widths = (_PAIR_LABEL, width - _PAIR_LABEL)
        return LabelledLine(row[0], row[1], widths, self, after=2.6, gap=_PAIR_GAP)

    def pairs_of(self, rows: Rows, *, level: int | None = None) -> list[Flowable]:
        """`pairs` under their own title; nothing when they say nothing."""
        return self.part(rows.title, self.pairs(rows), _ROOM_FOR_ROWS, level=level)

    def section_of(
        self, rows: Rows, *, level: int | None = None, like: Rows | None = None
    ) -> list[Flowable]:
        """``rows`` under their own title; nothing when they say nothing."""
        return self.part(rows.title, self.rows(rows, like=like), _ROOM_FOR_ROWS, level=level)


def _is_long(content: Flowable) -> bool:
    return isinstance(content, LetterTable) and len(content._rows) > _SHORT_TABLE


def fits(rows: Rows, width: float) -> bool:
    """Whether a table finds room in ``width`` points without a word broken."""
    cells = [[_whole(cell) for cell in row] for row in _said(rows)]
    return least_width(_heads(rows), cells) <= width


def _fitted(rows: Rows, width: float) -> tuple[list[str], list[list[str]], list[float]]:
    """Heads and cells of the columns that say something, and their widths."""
    cells = [[_whole(cell) for cell in row] for row in _said(rows)]
    return fitted(_heads(rows), cells, _shares(rows, width), width)


def _heads(rows: Rows) -> list[str]:
    """The heads, in which no single letter stands alone at the end of a line ("I gang")."""
    return [_SINGLE_LETTER.sub("\\1\u00a0", head) for head in rows.head]


def _shares(rows: Rows, width: float) -> list[float]:
    """What each column asks for: its longest text, up to a share of the width."""
    wanted = []
    for column, title in enumerate(rows.head):
        texts = [title, *(row[column] for row in rows.rows)]
        lines = [line[:_LONGEST_MEASURED] for text in texts for line in text.split("\n")]
        widest = max(text_width(one_line(line), Face.SEMIBOLD, look.DETAIL_SIZE) for line in lines)
        wanted.append(min(widest + _GAP, width * _WIDEST_SHARE))
    return wanted


def _said(rows: Rows) -> list[tuple[str, ...]]:
    """The rows with a dash where a column that says something has nothing to say; a sum and a
    column that is empty throughout stay as they are.
    """
    told = [any(row[at].strip() for row in rows.rows) for at in range(len(rows.head))]
    last = len(rows.rows) - 1
    return [
        tuple(row)
        if rows.total and place == last
        else tuple(
            cell if cell.strip() or not says else "–" for cell, says in zip(row, told, strict=True)
        )
        for place, row in enumerate(rows.rows)
    ]


def _whole(cell: str) -> str:
    """A short date or figure that is not broken over lines."""
    short = len(cell) <= _LONGEST_WHOLE and any(character.isdigit() for character in cell)
    return cell.replace(" ", "\u00a0") if short else _DAY.sub("\\1\u00a0", cell)


def _kept(rows: Rows) -> list[int]:
    return [at for at in range(len(rows.head)) if any(row[at].strip() for row in rows.rows)]


def _numbers_kept(rows: Rows) -> frozenset[int]:
    """Columns of numbers, counted as they are left after the empty ones have been dropped."""
    return frozenset(new for new, old in enumerate(_kept(rows)) if old in rows.numbers)


def _heat_kept(rows: Rows) -> list[list[float]]:
    """The heat of the columns that are left."""
    return [[row[at] for at in _kept(rows)] for row in rows.heat]
