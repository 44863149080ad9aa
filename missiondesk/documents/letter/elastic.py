# SPDX-License-Identifier: Apache-2.0
"""A letter written once and set in several spacings, of which the widest that fits is printed."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from missiondesk.documents.escaping import MissingGlyphs
from missiondesk.documents.letter.spacing import Spacing
from missiondesk.documents.letter.writer import Writer
from missiondesk.documents.tagged.paragraph import TaggedParagraph
from missiondesk.language.translator import Translator


class ElasticWriter(Writer):
    """A writer whose paragraphs, points and blocks take the spaces of another spacing later.

    Spacings differ in white alone, never in type: no line is broken anew.
    """

    def __init__(self, tr: Translator, spacing: Spacing, missing: MissingGlyphs) -> None:
        super().__init__(tr, spacing, missing)
        self._texts: list[Flowable] = []
        self._points: list[Flowable] = []
        self._blocks: list[tuple[Flowable, float]] = []

    def respace(self, spacing: Spacing) -> None:
        """Give all that was written, and what will be, the spaces of ``spacing``."""
        self.spacing = spacing
        self.cuts = 0
        for text in self._texts:
            text.spaceAfter = spacing.body.spaceAfter
        for point in self._points:
            point.spaceAfter = spacing.item.spaceAfter
        for block, share in self._blocks:
            block.spaceBefore = spacing.gap * share

    def rigid(self) -> Writer:
        """A writer in the present spacing, for what has to be made anew for each."""
        return Writer(self.tr, self.spacing, self.missing, self.markups)

    def paragraph(
        self, text: str, style: ParagraphStyle | None = None, role: str = "P"
    ) -> TaggedParagraph:
        """See `Writer.paragraph`."""
        made = super().paragraph(text, style, role)
        if style is None:
            self._texts.append(made)
        return made

    def run_in(
        self, heading: str, text: str, style: ParagraphStyle | None = None
    ) -> list[Flowable]:
        """See `Writer.run_in`."""
        parts = super().run_in(heading, text, style)
        if style is None:
            self._texts.append(parts[-1])
        return parts

    def bullets(self, items: Sequence[str]) -> list[Flowable]:
        """See `Writer.bullets`."""
        points = super().bullets(items)
        self._points += points
        return points

    def apart(self, content: Sequence[Flowable], share: float = 1.0) -> list[Flowable]:
        """See `Writer.apart`."""
        parts = super().apart(content, share)
        self._blocks += [(first, share) for first in parts[:1]]
        return parts
