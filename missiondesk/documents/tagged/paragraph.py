# SPDX-License-Identifier: Apache-2.0
"""Tagged text that flows over pages: paragraphs, headings with bookmarks, and table cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import cleanBlockQuotedText, paraFontSizeHeightOffset

from missiondesk.documents.escaping import Markup
from missiondesk.documents.tagged.bounded_cache import BoundedCache
from missiondesk.documents.tagged.plain_text import (
    as_markup,
    draw_plain,
    forget_lines,
    going_on,
    is_plain,
    lines_above,
    lines_set,
    may_be_plain,
    plain_lines,
)
from missiondesk.documents.tagged.structure import StructureElement

if TYPE_CHECKING:
    from missiondesk.documents.tagged.canvas import TaggedCanvas

_PARSE_RESULT = ("text", "frags", "style", "bulletText", "debug")
_WRAP_RESULT = ("blPara", "frags", "width", "height", "_wrapWidths", "_width_max")
_parsed: BoundedCache[dict[str, Any]] = BoundedCache(1024)
_wrapped: BoundedCache[tuple[tuple[float, float], dict[str, Any]]] = BoundedCache(1024)


def forget_layouts() -> None:
    """Drop the remembered layouts and with them the texts in them."""
    forget_lines()
    _parsed.clear()
    _wrapped.clear()


class SharedElement:
    """The element of a paragraph, shared by the pieces it is split into over pages."""

    __slots__ = ("element",)

    def __init__(self) -> None:
        self.element: StructureElement | None = None


class _Spaced(Paragraph):
    """What the filling of pages asks of each paragraph, without ReportLab's looking around."""

    def getKeepWithNext(self) -> int:
        """Whether no end of a page parts it from what follows."""
        own: int | None = self.__dict__.get("keepWithNext")
        return self.style.keepWithNext if own is None else own

    def getSpaceBefore(self) -> float:
        """Points above: the paragraph's own, or its style's."""
        own: float | None = self.__dict__.get("spaceBefore")
        return self.style.spaceBefore if own is None else own

    def getSpaceAfter(self) -> float:
        """Points below: the paragraph's own, or its style's."""
        own: float | None = self.__dict__.get("spaceAfter")
        return self.style.spaceAfter if own is None else own

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803
        """Draw with the lower left corner at x, y."""
        if type(self).draw is not TaggedParagraph.draw or not is_plain(self):
            super().drawOn(canvas, x, y, _sW)
            return
        drawn = lines_set(self.blPara, self.style, canvas, x, y)
        canvas.put(None if canvas.in_artifact else self._element(canvas), drawn)


class TaggedParagraph(_Spaced):
    """A paragraph that is an element of the structure tree.

    Parsing and wrapping are remembered for the same text, style and width, which letters to many
    ministers share.

    Args:
        text: What it says, from `escaping`; a plain str is refused.
        style: How it looks; styles are told apart by identity, so make each once.
        role: Standard structure type: "P", "H1" … "H6", "Caption", "Note", "BlockQuote".
        language: BCP 47 tag, where the text is not in the document's language.

    Raises:
        TypeError: ``text`` has not gone through `escaping`.
    """

    frags: Any
    caseSensitive = 1
    encoding = "utf8"
    _role = "P"
    _language = ""
    _laid: tuple[float, tuple[float, float]] | None = None  # for this width, to this size

    def __init__(
        self,
        text: Markup | None,
        style: ParagraphStyle,
        *,
        role: str = "P",
        language: str = "",
        **piece: Any,
    ) -> None:
        # ReportLab makes the pieces of a split paragraph without text, from ``frags``.
        if not piece.get("frags") and not isinstance(text, Markup):
            raise TypeError("text for a paragraph goes through escaping.escape")
        self._key = None if text is None else (text, style)
        if role != self._role:
            self._role = role
        if language:
            self._language = language
        self._shared = SharedElement()
        if piece or style.__dict__.get("bulletText"):
            super().__init__(text, style, **piece)
        else:  # all that ReportLab does besides is noted on the class
            self._setup(text, style, None, None, cleanBlockQuotedText)

    def _setup(self, text: Any, style: Any, bullet: Any, frags: Any, cleaner: Any) -> None:
        if self._key and not bullet and may_be_plain(text):
            # Not parsed unless it turns out to need more than plain lines.
            self.text, self.frags, self.style = text, None, style
            self.bulletText, self.debug = None, 0
            return
        self._parse(text, style, bullet, frags, cleaner)

    def _parse(self, text: Any, style: Any, bullet: Any, frags: Any, cleaner: Any) -> None:
        remembered = _parsed.get(self._key) if self._key else None
        if remembered is not None:
            self.__dict__.update(remembered)
            return
        super()._setup(text, style, bullet, frags, cleaner)
        if self._key:
            self._have_lone_link_told()
            _parsed.put(self._key, {name: self.__dict__[name] for name in _PARSE_RESULT})

    def _have_lone_link_told(self) -> None:
        # A paragraph of a single fragment is drawn by a shorter way that does not tell where its
        # links are; a fragment with this attribute does not take it.
        if len(self.frags) == 1 and getattr(self.frags[0], "link", None):
            self.frags[0].backColor = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay out for ``width`` points; returns the width and height needed."""
        size: tuple[float, float]
        if self._key is None:
            size = super().wrap(width, height)
            return size
        if self._laid is not None and self._laid[0] == width:
            return self._laid[1]
        size = self._wrapped(width, height)
        self._laid = width, size
        return size

    def _wrapped(self, width: float, height: float) -> tuple[float, float]:
        assert self._key is not None
        text, style = self._key
        lines = plain_lines(text, style, width)
        if lines is not None:
            self.blPara = lines
            self.width, self.height = width, len(lines.lines) * style.leading
            return self.width, self.height
        key = (text, style, round(width, 3))
        remembered = _wrapped.get(key)
        if remembered is not None:
            self.__dict__.update(remembered[1])
            return remembered[0]
        # Laying out replaces the fragments by words for one width: begin anew.
        self._parse(text, style, None, None, cleanBlockQuotedText)
        size: tuple[float, float] = super().wrap(width, height)
        result = {name: self.__dict__[name] for name in _WRAP_RESULT if name in self.__dict__}
        _wrapped.put(key, (size, result))
        return size

    def split(self, width: float, height: float) -> list[TaggedParagraph]:
        """The pieces before and after the end of a page; none when nothing fits."""
        pieces = self._split_plain(width, height)
        if pieces is None:
            pieces = self._split_anew(width, height)
        above, below = (self.__dict__.get(name) for name in ("spaceBefore", "spaceAfter"))
        if above is not None and pieces:
            pieces[0].spaceBefore = above
        for piece in pieces:
            if below is not None:
                piece.spaceAfter = below
            piece._shared = self._shared
            piece._role = self._role
            piece._language = self._language
        return pieces

    def _split_plain(self, width: float, height: float) -> list[TaggedParagraph] | None:
        """The pieces of text without markup, as ReportLab would cut it; None for all other."""
        laid = plain_lines(*self._key, width) if self._key else None
        if laid is None or "<" in self.text:
            return None
        lines = [" ".join(words) for _, words in laid.lines]
        style = self.style
        here = lines_above(len(lines), height, style)
        if here == len(lines):
            return [self]
        if not here:
            return []
        kind = type(self)
        return [
            kind(as_markup(" ".join(lines[:here])), style),
            kind(as_markup(" ".join(lines[here:])), going_on(style)),
        ]

    def _split_anew(self, width: float, height: float) -> list[TaggedParagraph]:
        whole = self
        if self._key is not None:
            # Splitting changes the words, which others with the same text share: have own ones.
            text, style = self._key
            whole = object.__new__(type(self))
            whole.__dict__.update(self.__dict__)
            whole._key = whole._laid = None
            whole._parse(text, style, None, None, cleanBlockQuotedText)
            whole._have_lone_link_told()
            whole.__dict__.pop("blPara", None)
        pieces: list[TaggedParagraph] = Paragraph.split(whole, width, height)
        return [self if piece is whole else piece for piece in pieces]

    def draw(self) -> None:
        """Draw as the content of its element."""
        canvas = self.canv
        if canvas.in_artifact:
            self.draw_text()
            return
        with canvas.drawing(self._element(canvas)):
            self.draw_text()

    def _element(self, canvas: TaggedCanvas) -> StructureElement:
        if self._shared.element is None:
            self._shared.element = self.new_element(canvas.parent)
        return self._shared.element

    def draw_text(self) -> None:
        """Draw the lines, without marking them."""
        if is_plain(self):
            draw_plain(self, self.canv, 0, 0)
        else:
            super().draw()

    def new_element(self, parent: StructureElement) -> StructureElement:
        """The element that the paragraph is, below ``parent``."""
        return StructureElement(self._role, parent, language=self._language)

    def first_baseline(self) -> float:
        """Height of the first line's baseline above the paragraph's lower edge, once laid out."""
        first = self.blPara if self.blPara.kind == 0 else self.blPara.lines[0]
        above = first.fontSize if paraFontSizeHeightOffset else first.ascent
        return float(self.height) - float(above)


class CellParagraph(TaggedParagraph):
    """The text of a table cell: content of the cell itself, without an element of its own."""

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803
        """Draw with the lower left corner at x, y; plain text needs no coordinates of its own."""
        if is_plain(self):
            draw_plain(self, canvas, x, y)
        else:
            super().drawOn(canvas, x, y, _sW)

    def draw(self) -> None:
        """Draw as content of what is being drawn."""
        self.draw_text()


class Heading(TaggedParagraph):
    """A heading with its bookmark in the reader's outline.

    Args:
        text: What it says, from `escaping`.
        level: 1 to 6; no level may be skipped on the way down.
        style: How it looks.
        bookmark: Plain text for the outline; nothing for no entry.
        language: BCP 47 tag, where the text is not in the document's language.
    """

    _level = 1
    _bookmark = ""

    def __init__(
        self,
        text: Markup | None,
        style: ParagraphStyle,
        *,
        level: int = 1,
        bookmark: str = "",
        language: str = "",
        **piece: Any,
    ) -> None:
        super().__init__(text, style, role=f"H{level}", language=language, **piece)
        self._level = level
        self._bookmark = bookmark

    def split(self, width: float, height: float) -> list[TaggedParagraph]:
        """The pieces, of which the first keeps the bookmark."""
        pieces = super().split(width, height)
        if pieces and isinstance(pieces[0], Heading):
            pieces[0]._bookmark, pieces[0]._level = self._bookmark, self._level
        return pieces

    def draw(self) -> None:
        """Draw, and set the bookmark at the heading's upper edge."""
        if self._bookmark and not self.canv.in_artifact:
            self.canv.bookmark(self._bookmark, self._level, self.height)
        super().draw()
