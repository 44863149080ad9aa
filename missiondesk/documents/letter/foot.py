# SPDX-License-Identifier: Apache-2.0
"""The letter's foot: who gets a copy, and which annexes there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable

from missiondesk.documents.escaping import Markup, one_line
from missiondesk.documents.letter.columns import HIGHEST_COLUMNS, Columns
from missiondesk.documents.letter.geometry import TEXT_WIDTH
from missiondesk.documents.letter.spacing import SMALL, SMALL_STRONG
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.lists import bullet_list, numbered_list
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import LetterContent, TextBlock
from missiondesk.domain.wording import in_sentence

_GUTTER = 18.0


def copied_to(lines: tuple[str, ...], language: str) -> list[str]:
    """Who gets a copy, for one line: ministers small after the first; names stay as they are."""
    return [
        in_sentence(line, language) if at and re.search(r"minister\b", line) else line
        for at, line in enumerate(lines)
    ]


def _numbered(titles: Sequence[str]) -> list[str]:
    return [f"{at}. {title}" for at, title in enumerate(titles, start=1)]


def _line(block: TextBlock | None, items: str, writer: Writer) -> list[Flowable]:
    if block is None:
        return []
    text = " ".join(part for part in (*block.paragraphs, items, *block.bullets) if part)
    return writer.run_in(block.heading, text, SMALL) if one_line(text) else []


class Foot:
    """Copies and annexes beside each other, or in a line each where room is short.

    Args:
        content: The letter.
        writer: Writes what all spacings have alike.
    """

    def __init__(self, content: LetterContent, writer: Writer) -> None:
        self._content, self._writer = content, writer
        self._beside: list[Flowable] | None = None

    def set(self, writer: Writer) -> list[Flowable]:
        """The foot in the writer's spacing."""
        if writer.spacing.foot_in_line:
            return self._in_line(writer)
        if self._beside is None:
            self._beside = self._in_columns()
        return self._beside

    def _in_line(self, writer: Writer) -> list[Flowable]:
        content, tr = self._content, writer.tr
        copies, annexes = content.block(BlockKind.COPIES), content.block(BlockKind.ANNEXES)
        lines = _line(copies, tr.list(copied_to(content.copies, tr.lang)), writer)
        lines += _line(annexes, ", ".join(_numbered(content.annexes)), writer)
        for line in lines[1:]:
            line.spaceBefore = 2.0
        return lines

    def _in_columns(self) -> list[Flowable]:
        content = self._content
        copies, annexes = content.block(BlockKind.COPIES), content.block(BlockKind.ANNEXES)
        listed = (
            self._listing(copies, content.copies, bullet_list),
            self._listing(annexes, content.annexes, numbered_list),
        )
        shown = [part for part in listed if part]
        if not shown:
            return []
        width = (TEXT_WIDTH - _GUTTER) / 2
        columns = Columns([(width, part) for part in shown], _GUTTER)
        if columns.height > HIGHEST_COLUMNS:
            return self._writer.apart([flowable for part in shown for flowable in part])
        return [CondPageBreak(columns.height), *self._writer.apart([columns])]

    def _listing(
        self,
        block: TextBlock | None,
        lines: tuple[str, ...],
        make: Callable[[list[Markup], ParagraphStyle], Sequence[Flowable]],
    ) -> list[Flowable]:
        if block is None:
            return []
        writer = self._writer
        texts = [writer.markup(line, SMALL) for line in (*lines, *block.bullets) if one_line(line)]
        parts: list[Flowable] = [writer.paragraph(text, SMALL) for text in block.paragraphs]
        parts += make(texts, SMALL)
        return [*writer.heading(block.heading, SMALL_STRONG), *parts] if parts else []
