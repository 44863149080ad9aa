# SPDX-License-Identifier: Apache-2.0
"""Parts that several reports have: the two scales, method and sources, the charts' figures."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from missiondesk.documents.escaping import one_line
from missiondesk.documents.letter.columns import HIGHEST_COLUMNS, Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.report import looks
from missiondesk.documents.report.writer import ReportWriter, fits
from missiondesk.documents.tagged.lists import bullet_list, numbered_list
from missiondesk.domain.report_content import MethodNote, Rows, Standing, StatusMark
from missiondesk.language.spoken import foreign_tag

COLUMN_GUTTER = 20.0
_SHORT_METHOD = 16  # lines that stand on one page
_LONGEST_NUMBER = 24  # characters, with a unit
_CURRENCY = "DKK"
_SMALL_COLUMNS, _SMALL_ROWS = 4, 12  # of a table that stands beside another


def two_scales(standing: Standing, writer: ReportWriter) -> list[Flowable]:
    """Computed development and people's confidence, apart and beside each other (D3)."""
    tr = writer.tr
    computed = _scale(tr.say("Development, computed"), standing.rating, [standing.sentence], writer)
    if standing.confidence is None:
        return computed
    notes = [standing.judged, standing.narrative]
    if one_line(standing.next_step):
        notes.append(tr.say("Next step: {step}", step=standing.next_step))
    judged = _scale(tr.say("Delivery confidence, judged"), standing.confidence, notes, writer)
    parts = beside([computed, judged], writer)
    return [*parts, *writer.texts([standing.divergence])]


def _scale(
    label: str, mark: StatusMark, notes: Sequence[str], writer: ReportWriter
) -> list[Flowable]:
    style = looks.STATUS.get(mark.tone, looks.STATUS["ink"])
    parts: list[Flowable] = [writer.paragraph(label, looks.SCALE_LABEL)]
    parts.append(writer.paragraph(mark.text, style))
    return [*parts, *(writer.paragraph(note, looks.SCALE_NOTE) for note in notes if note.strip())]


def beside(columns: Sequence[Sequence[Flowable]], writer: ReportWriter) -> list[Flowable]:
    """Columns of equal width; under each other when they would be too high for a page."""
    filled = [list(column) for column in columns if column]
    if not filled:
        return []
    width = (TEXT_WIDTH - COLUMN_GUTTER * (len(filled) - 1)) / len(filled)
    made = Columns([(width, column) for column in filled], COLUMN_GUTTER, before=4, after=6)
    if made.height > HIGHEST_COLUMNS:
        return [flowable for column in filled for flowable in column]
    return [made]


def listed(label: str, items: Sequence[str], writer: ReportWriter) -> list[Flowable]:
    """A small list under its label, for a column."""
    kept = [item for item in items if one_line(item)]
    if not kept:
        return []
    tags = [foreign_tag(item, writer.tr.lang) for item in kept]
    texts = [writer.markup(item, looks.POINT) for item in kept]
    return [writer.paragraph(label, looks.LABEL), *bullet_list(texts, looks.POINT, tags)]


def counted(items: Sequence[str], writer: ReportWriter) -> list[Flowable]:
    """Numbered points in the running text's size."""
    style = writer.spacing.item
    kept = [item for item in items if one_line(item)]
    tags = [foreign_tag(item, writer.tr.lang) for item in kept]
    return [*numbered_list([writer.markup(it, style) for it in kept], style, languages=tags)]


def method(note: MethodNote, writer: ReportWriter, level: int | None = None) -> list[Flowable]:
    """Method and sources at the end of a report."""
    parts: list[Flowable] = [
        writer.paragraph(text, looks.NOTE) for text in note.notes if one_line(text)
    ]
    sources = [text for text in note.sources if one_line(text)]
    tags = [foreign_tag(text, writer.tr.lang) for text in sources]
    parts += bullet_list([writer.markup(text, looks.NOTE) for text in sources], looks.NOTE, tags)
    short = len(parts) <= _SHORT_METHOD  # no bullet alone on the next page
    return writer.part(writer.tr.say("Method and sources"), parts, level=level, together=short)


def chart_figures(writer: ReportWriter, level: int = 2) -> list[Flowable]:
    """What every chart of the report shows, as tables: for who cannot see them, and to copy."""
    if not writer.twins:
        return []
    shown = [
        Rows(title=title, head=head, rows=rows, numbers=_numbers(rows))
        for title, head, rows in writer.twins
    ]
    if len(shown) == 1:
        alone = writer.tr.say("The chart's figures")
        return [*writer.part(alone, writer.rows(shown[0]), 84.0, level=level)]
    parts: list[Flowable] = []
    while shown:
        pair = shown[:2] if len(shown) > 1 and all(map(_is_small, shown[:2])) else shown[:1]
        shown = shown[len(pair) :]
        parts += _figures(pair, writer, level + 1)
    if parts:
        parts[0].spaceBefore = 0
    title = writer.tr.say("The charts' figures")
    return [*writer.part(title, parts, 140.0, level=level)]


def _figures(pair: Sequence[Rows], writer: ReportWriter, level: int) -> list[Flowable]:
    """One table over the whole width, or two small ones beside each other."""
    if len(pair) == 1:
        return writer.part(pair[0].title, writer.rows(pair[0]), 84.0, level=level)
    width = (TEXT_WIDTH - COLUMN_GUTTER) / 2
    columns = [
        [*writer.heading(rows.title, looks.SECTION, level=level), *writer.rows(rows, width)]
        for rows in pair
    ]
    made = Columns([(width, column) for column in columns], COLUMN_GUTTER)
    if made.height > HIGHEST_COLUMNS:
        return [part for rows in pair for part in _figures([rows], writer, level)]
    return [*writer.apart([made])]


def _is_small(rows: Rows) -> bool:
    """Whether a table finds room in half of the width."""
    small = len(rows.head) <= _SMALL_COLUMNS and len(rows.rows) <= _SMALL_ROWS
    return small and fits(rows, (TEXT_WIDTH - COLUMN_GUTTER) / 2)


def _numbers(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Columns in which every cell that says something says a number."""
    return frozenset(
        column
        for column in range(1, len(rows[0]))
        if all(_is_number(row[column]) for row in rows if row[column].strip(" –"))
        and any(row[column].strip(" –") for row in rows)
    )


def _is_number(text: str) -> bool:
    text = text.strip().removeprefix(_CURRENCY).strip()
    if ", " in text:  # several things in one cell
        return False
    words = text.split()
    if len(words) == 3 and len(words[1]) <= 3:  # a span: from this to that
        return _begins_with_digit(words[0]) and _begins_with_digit(words[2])
    return _begins_with_digit(text) and len(text) <= _LONGEST_NUMBER


def _begins_with_digit(text: str) -> bool:
    return text.lstrip("−+-")[:1].isdigit()
