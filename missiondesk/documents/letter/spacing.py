# SPDX-License-Identifier: Apache-2.0
"""The letter's paragraph styles in steps of spacing, so that a usual letter keeps to two pages."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face
from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True)
class Spacing:
    """Styles and sizes that give way when a letter is a little too long; type never does.

    Attributes:
        chart: Height of the chart in points.
        gap: Space above a block in points.
        signing: Height of the space for a signature in points.
        foot_in_line: Copies and annexes in a line each instead of lists beside each other.
    """

    chart: float
    gap: float
    signing: float
    body: ParagraphStyle
    item: ParagraphStyle
    heading: ParagraphStyle
    foot_in_line: bool = False


def _spacing(
    chart: float,
    gap: float,
    signing: float,
    after: float,
    item: float,
    *,
    foot_in_line: bool = False,
) -> Spacing:
    return Spacing(
        chart,
        gap,
        signing,
        look.paragraph_style("letter text", after=after),
        look.paragraph_style("letter list", after=item),
        look.paragraph_style(
            "letter heading",
            face=Face.SEMIBOLD,
            size=look.HEADING_SIZE,
            leading=14.6,
            after=2.4,
            keep_with_next=True,
        ),
        foot_in_line,
    )


SPACINGS = (
    _spacing(chart=172, gap=14, signing=52, after=5, item=2.5),
    _spacing(chart=158, gap=12, signing=48, after=4.5, item=2),
    _spacing(chart=146, gap=10.5, signing=44, after=4, item=1.2),
    _spacing(chart=136, gap=9, signing=40, after=3.5, item=0.6),
    _spacing(chart=128, gap=8, signing=38, after=3, item=0),
    _spacing(chart=120, gap=6, signing=34, after=2, item=0, foot_in_line=True),
)

SUBJECT = look.paragraph_style(
    "letter subject", face=Face.BOLD, size=look.TITLE_SIZE, leading=18, after=7
)
MISSION = look.paragraph_style(
    "mission sentence", face=Face.BOLD, size=look.HEADING_SIZE, leading=14.6, after=4
)
SENDER = look.paragraph_style("sender", face=Face.BOLD, size=look.HEADING_SIZE, leading=13.6)
SMALL = look.paragraph_style("small", size=look.DETAIL_SIZE, leading=11.2)
SMALL_QUIET = look.paragraph_style(
    "small quiet", size=look.DETAIL_SIZE, leading=11.2, colour=look.QUIET
)
SMALL_STRONG = look.paragraph_style(
    "small strong", face=Face.SEMIBOLD, size=look.DETAIL_SIZE, leading=11.2
)
SIGNATORY = look.paragraph_style("signatory", face=Face.SEMIBOLD, leading=13.6)
ADDRESS_SIZES = (
    look.paragraph_style("address", size=10, leading=12.8),
    look.paragraph_style("address, small", size=9, leading=12.0),
    look.paragraph_style("address, smallest", size=8, leading=10.0),
)
NOTE = look.FOOTNOTE
