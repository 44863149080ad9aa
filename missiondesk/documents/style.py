# SPDX-License-Identifier: Apache-2.0
"""The look on paper: colours, sizes, spacing and paragraph styles, the same in every document."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm as mm

from missiondesk.documents.fonts import Face

A4_PORTRAIT: tuple[float, float] = A4
A4_LANDSCAPE: tuple[float, float] = landscape(A4)
A3_LANDSCAPE: tuple[float, float] = landscape(A3)

# Colours; contrast on white in brackets. Colour never says anything alone.
INK: Color = HexColor("#1B1F24")  # text (16.6)
QUIET: Color = HexColor("#5B6470")  # secondary text (6.0)
LINE: Color = HexColor("#C3C9D1")  # borders
HAIR: Color = HexColor("#E7EAEE")  # row lines
FRAME: Color = HexColor("#F6F7F9")  # quiet grounds
ACCENT: Color = HexColor("#12436D")  # what is observed, chosen or scaled (10.2)
ACCENT_TINT: Color = HexColor("#CFDBE6")  # its light fill
TARGET: Color = HexColor("#B4461A")  # targets and milestones alone (5.5)
TARGET_TEXT: Color = HexColor("#A23D14")  # the same as text
GOOD: Color = HexColor("#1E6B3A")
WAIT: Color = HexColor("#8A5A00")
BAD: Color = HexColor("#A8321A")
UNKNOWN: Color = QUIET
WHITE: Color = HexColor("#FFFFFF")
WATERMARK: Color = HexColor("#F2F4F7")  # under the text, which keeps a contrast above 14

# Sizes in points; nothing on paper is smaller than SMALLEST.
SMALLEST = 8.0
DETAIL_SIZE = 8.5
TEXT_SIZE = 10.0
HEADING_SIZE = 11.0
TITLE_SIZE = 14.0
TITLE_SIZE_A3 = 16.0
BASELINE = 13.6  # leading of the running text

# Rules.
RULE_HEAD = 0.8
RULE_ROW = 0.25


def paragraph_style(
    name: str,
    *,
    face: Face = Face.REGULAR,
    size: float = TEXT_SIZE,
    leading: float = BASELINE,
    colour: Color = INK,
    before: float = 0,
    after: float = 0,
    left: float = 0,
    alignment: int = TA_LEFT,
    keep_with_next: bool = False,
) -> ParagraphStyle:
    """A paragraph style of ours: ragged right, no hyphenation, no single line left behind.

    Args:
        name: For reading in a debugger only.
        face: Face of the text.
        size: Size in points, at least `SMALLEST`.
        leading: Distance of the baselines in points.
        colour: Colour of the text.
        before: Space above in points.
        after: Space below in points.
        left: Indent of the text from the left in points.
        alignment: ReportLab's ``TA_LEFT``, ``TA_RIGHT`` or ``TA_CENTER``.
        keep_with_next: Never let a page end with it.

    Raises:
        ValueError: The size is below what is readable on paper.
    """
    if size < SMALLEST:
        raise ValueError(f"{size} pt is below {SMALLEST} pt")
    return ParagraphStyle(
        name,
        fontName=face.value,
        fontSize=size,
        leading=leading,
        textColor=colour,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=left,
        alignment=alignment,
        keepWithNext=int(keep_with_next),
        # ReportLab's own default here is a font that is not embedded.
        bulletFontName=face.value,
        bulletFontSize=size,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        hyphenationLang="",
        uriWasteReduce=0,
        embeddedHyphenation=0,
        linkUnderline=1,
    )


TITLE = paragraph_style(
    "title", face=Face.BOLD, size=TITLE_SIZE, leading=18, after=4, keep_with_next=True
)
TITLE_A3 = paragraph_style(
    "title on A3", face=Face.BOLD, size=TITLE_SIZE_A3, leading=20, after=4, keep_with_next=True
)
SUBTITLE = paragraph_style("subtitle", size=TEXT_SIZE, colour=QUIET, after=6)
HEADING = paragraph_style(
    "heading", face=Face.SEMIBOLD, size=HEADING_SIZE, leading=14.6, before=9, after=3,
    keep_with_next=True,
)  # fmt: skip
BODY = paragraph_style("body", after=6)
DETAIL = paragraph_style("detail", size=DETAIL_SIZE, leading=11.2, colour=QUIET, after=4)
FOOTNOTE = paragraph_style("footnote", size=SMALLEST, leading=10.4, colour=QUIET, after=2)
CELL = paragraph_style("cell", size=DETAIL_SIZE, leading=11.2)
CELL_NUMBER = paragraph_style("number cell", size=DETAIL_SIZE, leading=11.2, alignment=TA_RIGHT)
CELL_HEAD = paragraph_style("head cell", face=Face.SEMIBOLD, size=DETAIL_SIZE, leading=11.2)
CELL_HEAD_NUMBER = paragraph_style(
    "number head cell", face=Face.SEMIBOLD, size=DETAIL_SIZE, leading=11.2, alignment=TA_RIGHT
)
