# SPDX-License-Identifier: Apache-2.0
"""Bullet and numbered lists: L, LI, Lbl and LBody, with the labels in a column of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents.escaping import Markup
from missiondesk.documents.fonts import Face, text_width
from missiondesk.documents.tagged.paragraph import SharedElement, TaggedParagraph
from missiondesk.documents.tagged.structure import StructureElement, list_numbering

BULLET = "•"
_GAP = 0.6  # of the text size, between the label and the text


class ListItem(TaggedParagraph):
    """An item of a list; make them with `bullet_list` or `numbered_list`."""

    _label = ""
    _label_right = 0.0
    _numbering = "Disc"

    def __init__(
        self,
        text: Markup | None,
        style: ParagraphStyle,
        *,
        label: str = "",
        numbering: str = "Disc",
        list_element: SharedElement | None = None,
        **piece: Any,
    ) -> None:
        super().__init__(text, style, role="LBody", **piece)
        self._label = label
        self._numbering = numbering
        self._list = list_element or SharedElement()

    def split(self, width: float, height: float) -> list[TaggedParagraph]:
        """The pieces, of which the first keeps the label."""
        pieces = super().split(width, height)
        if pieces and isinstance(pieces[0], ListItem):
            first = pieces[0]
            first._label, first._numbering, first._list = self._label, self._numbering, self._list
        return pieces

    def new_element(self, parent: StructureElement) -> StructureElement:
        """The item's LBody, in a new LI of the list."""
        if self._list.element is None:
            attributes = list_numbering(self._numbering)
            self._list.element = StructureElement("L", parent, attributes=attributes)
        item = StructureElement("LI", self._list.element)
        if self._label:
            with self.canv.drawing(StructureElement("Lbl", item)):
                self._draw_label()
        return StructureElement("LBody", item, language=self._language)

    def draw(self) -> None:
        """Draw label and text."""
        if self.canv.in_artifact and self._label:
            self._draw_label()
        super().draw()

    def _draw_label(self) -> None:
        style, canvas = self.style, self.canv
        baseline = self.first_baseline() if self.blPara.lines else self.height - style.fontSize
        right = style.leftIndent - _GAP * style.fontSize
        canvas.saveState()
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        canvas.drawRightString(right, baseline, self._label)
        canvas.restoreState()


def bullet_list(
    items: Sequence[Markup], style: ParagraphStyle, languages: Sequence[str] = ()
) -> list[ListItem]:
    """A list whose order does not matter; ``style`` is that of its text, without indent.

    Args:
        languages: Each item's BCP 47 tag, "" for the document's; () when all are in that.
    """
    return _items(items, style, [BULLET] * len(items), "Disc", languages)


def numbered_list(
    items: Sequence[Markup],
    style: ParagraphStyle,
    start: int = 1,
    languages: Sequence[str] = (),
) -> list[ListItem]:
    """A list counted from ``start``: "1.", "2." …, the points under each other."""
    labels = [f"{number}." for number in range(start, start + len(items))]
    return _items(items, style, labels, "Decimal", languages)


def _items(
    items: Sequence[Markup],
    style: ParagraphStyle,
    labels: Sequence[str],
    numbering: str,
    languages: Sequence[str],
) -> list[ListItem]:
    if not items:
        return []
    face = Face(style.fontName)
    widest = max(text_width(label, face, style.fontSize) for label in labels)
    indented = _indented(style, round(style.leftIndent + widest + _GAP * style.fontSize, 2))
    shared = SharedElement()
    return [
        ListItem(
            item, indented, label=label, numbering=numbering, list_element=shared, language=tag
        )
        for item, label, tag in zip(items, labels, languages or [""] * len(items), strict=True)
    ]


@lru_cache(maxsize=128)
def _indented(style: ParagraphStyle, left: float) -> ParagraphStyle:
    """``style`` with its text at ``left`` points; the same object for the same arguments."""
    return style.clone(f"{style.name} at {left:g}", leftIndent=left)
