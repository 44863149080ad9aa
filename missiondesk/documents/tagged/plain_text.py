# SPDX-License-Identifier: Apache-2.0
"""Text without markup: broken into lines and drawn by a short way, to the same lines and places.

Most of a document is text in one face. ReportLab parses, breaks and draws it by ways made for any
markup, which takes several times as long; what this module does not know it leaves to ReportLab.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.rl_accel import fp_str
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import cleanBlockQuotedText, paraFontSizeHeightOffset, split
from reportlab.platypus.paraparser import ParaFrag, ParaParser

from missiondesk.documents.escaping import Markup
from missiondesk.documents.fonts import FACE_OF, encoded, word_width
from missiondesk.documents.tagged.bounded_cache import BoundedCache

_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_LINE_FEED = "<br/>"
_SOFT_HYPHEN = "\u00ad"
_laid: BoundedCache[Any] = BoundedCache(1024)


def forget_lines() -> None:
    """Drop the remembered lines and with them the texts in them."""
    _laid.clear()


def may_be_plain(text: str) -> bool:
    """Whether ``text`` has no tag but line feeds, and no place where a word may be broken."""
    return ("<" not in text or "<" not in text.replace(_LINE_FEED, "")) and (
        _SOFT_HYPHEN not in text
    )


def plain_fragment(text: Markup, style: ParagraphStyle) -> Any:
    """The only fragment of ``text`` as ReportLab's parser would make it; None when it has tags.

    Line feeds are left in it, where ReportLab makes fragments of the lines.
    """
    if not may_be_plain(text):
        return None
    lines = [cleanBlockQuotedText(line) for line in str(text).split(_LINE_FEED)]
    if not all(lines):
        return None
    said = "\n".join(lines)
    if "&" in said:
        for entity, character in _ENTITIES:
            said = said.replace(entity, character)
    fragment = object.__new__(ParaFrag)
    fragment.__dict__.update(_fragment_of(style))
    fragment.text = said
    return fragment


def as_markup(text: str) -> Markup:
    """Words of a plain fragment as the text of a paragraph of their own."""
    for entity, character in reversed(_ENTITIES):
        text = text.replace(character, entity)
    return Markup(text)


def lines_above(lines: int, height: float, style: ParagraphStyle) -> int:
    """How many of ``lines`` stand in ``height`` points above the end of a page.

    Unless the style allows it, no first line is left behind and no last line stands alone after
    it.
    """
    here = int(height / float(style.leading))
    if here < (1 if style.allowOrphans else 2):
        return 0
    if lines <= here:
        return lines
    if not style.allowWidows and lines == here + 1:
        here = here - 1 if lines > 3 or (style.allowOrphans and lines == 3) else 0
    return here


@lru_cache(maxsize=256)
def going_on(style: ParagraphStyle) -> ParagraphStyle:
    """``style`` for what is left of a paragraph; the same object for the same style."""
    if not style.firstLineIndent:
        return style
    return style.clone(f"{style.name}, going on", firstLineIndent=0)


@lru_cache(maxsize=512)
def _fragment_of(style: ParagraphStyle) -> dict[str, Any]:
    """What a fragment in ``style`` has besides its text."""
    parser = ParaParser()
    parser.caseSensitive = 1
    return dict(parser.parse("x", style)[1][0].__dict__)


def broken(fragment: Any, style: ParagraphStyle, widths: list[float]) -> Any:
    """The lines of ``fragment`` as ReportLab's paragraph keeps them.

    Args:
        fragment: See `plain_fragment`.
        style: The paragraph's.
        widths: Room in the first line and in later ones, in points.

    Returns:
        None when a word is longer than a line, or the style asks for more than plain lines.
    """
    if style.wordWrap or style.shaping or style.endDots or style.hyphenationLang:
        return None
    if style.uriWasteReduce or style.embeddedHyphenation or hasattr(fragment, "backColor"):
        return None
    face, size = FACE_OF.get(fragment.fontName), fragment.fontSize
    if face is None:
        return None
    paragraphs = fragment.text.split("\n")
    if len(paragraphs) > 1 and style.alignment != TA_LEFT:
        return None
    narrowest, (room, later) = min(widths), widths
    space = word_width(" ", face, size)
    shrink = style.spaceShrinkage * space
    lines: list[tuple[float, list[str]]] = []
    for paragraph in paragraphs:
        line: list[str] = []
        used = -space
        for word in split(paragraph):
            wide = word_width(word, face, size)
            if wide > narrowest:
                return None
            together = used + space + wide
            if together <= room + shrink * len(line) or not line:
                line.append(word)
                used = together
            else:
                lines.append((room - used, line))
                line, used, room = [word], wide, later
        if not line:
            return None
        lines.append((room - used, line))
        room = later
    return fragment.clone(kind=0, lines=lines, ascent=size, descent=0.0, fontSize=size)


def plain_lines(text: Markup, style: ParagraphStyle, width: float) -> Any:
    """The lines of ``text`` in a column of ``width`` points, for `draw_lines`; None for other text.

    They are remembered for the same text, style and width.
    """
    key = (text, style, width)
    remembered = _laid.get(key)
    if remembered is not None:
        return remembered
    fragment = plain_fragment(text, style)
    if fragment is None:
        return None
    room = width - style.leftIndent - style.rightIndent
    lines = broken(fragment, style, [room - style.firstLineIndent, room])
    if lines is None or not _are_plain(lines, style):
        return None
    _laid.put(key, lines)
    return lines


def is_plain(paragraph: Any) -> bool:
    """Whether `draw_plain` draws the laid out ``paragraph`` as ReportLab would."""
    return not paragraph.bulletText and _are_plain(paragraph.blPara, paragraph.style)


def _are_plain(lines: Any, style: ParagraphStyle) -> bool:
    return bool(
        lines.kind == 0
        and lines.lines
        and not lines.us_lines
        and not lines.link
        and style.alignment in (TA_LEFT, TA_RIGHT)
        and style.backColor is None
        and not (style.borderWidth and style.borderColor)
        and lines.fontName in FACE_OF
        and paraFontSizeHeightOffset
    )


def draw_plain(paragraph: Any, canvas: Any, x: float, y: float) -> None:
    """Draw the lines of ``paragraph``, for which `is_plain`, with its lower left corner at x, y."""
    top = y + paragraph.height
    canvas._code.append(lines_drawn(paragraph.blPara, paragraph.style, canvas, x, top))


def lines_set(lines: Any, style: ParagraphStyle, canvas: Any, x: float, y: float) -> str:
    """The operators of ReportLab's ``drawOn``, without its noting the state of drawing."""
    height = len(lines.lines) * style.leading
    return f"q 1 0 0 1 {fp_str(x, y)} cm {lines_drawn(lines, style, canvas, 0, height)} Q"


def lines_drawn(lines: Any, style: ParagraphStyle, canvas: Any, x: float, top: float) -> str:
    """The operators that draw `plain_lines` with their upper left corner at x, ``top``."""
    size, face, leading = lines.fontSize, FACE_OF[lines.fontName], style.leading
    left, base = x + style.leftIndent, top - size
    operators = [f"q {filling(lines.textColor)} BT {leading:g} TL 1 0 0 1 {left:.3f} {base:.3f} Tm"]
    document, font = canvas._doc, ""
    for number, (spare, words) in enumerate(lines.lines):
        text = " ".join(words)
        indent = 0.0 if number else style.firstLineIndent
        if style.alignment == TA_RIGHT and spare > 0:
            indent += spare
        if indent:
            operators.append(f"{indent:.3f} 0 Td")
        spaces = len(words) - 1 + text.count("\u00a0")
        squeezed = spare < -1e-8 and spaces > 0
        if squeezed:
            operators.append(f"{spare / spaces:.4f} Tw")
        if text[-1] not in " -":
            text += " "  # or the last word of a line and the first of the next are read as one
        for name, codes in encoded(text, face, document):
            if name != font:
                operators.append(f"{name} {size:g} Tf")
                font = name
            operators.append(f"({canvas._escape(codes)}) Tj")
        if squeezed:
            operators.append("0 Tw")
        if number + 1 < len(lines.lines):
            operators.append(f"{-indent:.3f} {-leading:g} Td" if indent else "T*")
    operators.append("ET Q")
    return " ".join(operators)


def stroking(colour: Color) -> str:
    """The operator that chooses ``colour`` for lines."""
    return f"{_channels(colour.red, colour.green, colour.blue)} RG"


def filling(colour: Color) -> str:
    """The operator that chooses ``colour`` for grounds and letters."""
    return f"{_channels(colour.red, colour.green, colour.blue)} rg"


@lru_cache(maxsize=256)
def _channels(red: float, green: float, blue: float) -> str:
    return f"{red:.4g} {green:.4g} {blue:.4g}"
