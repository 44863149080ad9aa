# SPDX-License-Identifier: Apache-2.0
"""Makes the letter's paragraphs, headings and lists out of plain text in the letter's language."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable

from missiondesk.documents.escaping import Markup, MissingGlyphs, escape, one_line
from missiondesk.documents.fonts import FACE_OF
from missiondesk.documents.letter.run_in import RunInParagraph
from missiondesk.documents.letter.spacing import Spacing
from missiondesk.documents.tagged.lists import bullet_list
from missiondesk.documents.tagged.paragraph import Heading, TaggedParagraph
from missiondesk.language.spoken import foreign_tag
from missiondesk.language.translator import Translator

# Room that a heading asks for below itself, so that it never ends a page.
ROOM_FOR_TEXT = 48.0
# A heading within its line stands closer to what is above than one on a line of its own.
_RUN_IN_SHARE = 0.72
_LONGEST_RUN_IN = 40  # characters; a longer heading has a line of its own


class Writer:
    """Text to flowables, in one language and one spacing, noting what no font can draw.

    Args:
        tr: The letter's language.
        spacing: How widely it is set.
        missing: Is told of characters that no font can draw.
        markups: What other writers of the same letter, told the same ``missing``, have escaped.
    """

    def __init__(
        self,
        tr: Translator,
        spacing: Spacing,
        missing: MissingGlyphs,
        markups: dict[tuple[str, str], Markup] | None = None,
    ) -> None:
        self.markups = {} if markups is None else markups
        self.cuts = 0  # tables cut by the end of a page, counted as they are set
        self.tr = tr
        self.spacing = spacing
        self.missing = missing

    def markup(self, text: str, style: ParagraphStyle) -> Markup:
        """``text`` for a paragraph in ``style``."""
        key = (text, style.fontName)
        known = self.markups.get(key)
        if known is None:
            known = escape(text, self.missing, FACE_OF[style.fontName])
            self.markups[key] = known
        return known

    def paragraph(
        self, text: str, style: ParagraphStyle | None = None, role: str = "P"
    ) -> TaggedParagraph:
        """A paragraph, in the letter's running text unless a style is given; one in another
        language than the document's says so.
        """
        style = style or self.spacing.body
        return TaggedParagraph(
            self.markup(text, style), style, role=role, language=foreign_tag(text, self.tr.lang)
        )

    def heading(
        self, text: str, style: ParagraphStyle | None = None, level: int = 2
    ) -> list[Flowable]:
        """A heading with its bookmark, or nothing for no text."""
        if not one_line(text):
            return []
        style = style or self.spacing.heading
        return [Heading(self.markup(text, style), style, level=level, bookmark=text)]

    def bullets(self, items: Sequence[str]) -> list[Flowable]:
        """A list of points."""
        style = self.spacing.item
        tags = [foreign_tag(item, self.tr.lang) for item in items]
        return [*bullet_list([self.markup(item, style) for item in items], style, tags)]

    def section(
        self, heading: str, content: Sequence[Flowable], room: float = ROOM_FOR_TEXT
    ) -> list[Flowable]:
        """A heading with what stands below, begun on a new page rather than left without it.

        Args:
            heading: The heading, or "" for none.
            content: What stands below; nothing makes nothing of the whole.
            room: Points that have to be free below the heading.
        """
        if not content:
            return []
        return [CondPageBreak(room), *self.apart([*self.heading(heading), *content])]

    def apart(self, content: Sequence[Flowable], share: float = 1.0) -> list[Flowable]:
        """``content`` with a block's space above it, except at the top of a page."""
        for first in content[:1]:
            first.spaceBefore = self.spacing.gap * share
        return [*content]

    def run_in(
        self, heading: str, text: str, style: ParagraphStyle | None = None
    ) -> list[Flowable]:
        """A paragraph whose heading stands at the beginning of its first line."""
        style = style or self.spacing.body
        if not one_line(heading):
            return self.apart([self.paragraph(text, style)], _RUN_IN_SHARE)
        if len(one_line(heading)) > _LONGEST_RUN_IN:
            return self.section(heading, [self.paragraph(text, style)])
        markup = self.markup(text, style)
        paragraph = RunInParagraph.headed(heading, markup, style, self.missing)
        return self.apart([paragraph], _RUN_IN_SHARE)
