# SPDX-License-Identifier: Apache-2.0
"""The roadmap's papers and where things stand on them, in points."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from reportlab.lib.pagesizes import A2, landscape
from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents import style as look
from missiondesk.documents.tagged.flow import TextArea
from missiondesk.domain.late_dataclass import dataclass


class Paper(StrEnum):
    """Paper of a roadmap, always landscape."""

    A3 = "A3"
    A4 = "A4"
    A2 = "A2"


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures of one paper.

    Attributes:
        page_size: Width and height of the page.
        margin: Space left and right of everything.
        head: Space above the text area, with the running head in it.
        foot: Space below the text area, with the page number in it.
        title: Width of the column with initiatives' titles.
        owner: Width of the column with who is responsible.
        period: Width of the column with the period in words.
        bar: Height of a bar.
        title_style: Style of the document's title.
        enlargement: How many times as large all of it is drawn on the paper.
        dense: A milestone's words stand on one line where they can, and rows close together.
    """

    page_size: tuple[float, float]
    margin: float
    head: float
    foot: float
    title: float
    owner: float
    period: float
    bar: float
    title_style: ParagraphStyle
    enlargement: float = 1.0
    dense: bool = False

    @property
    def width(self) -> float:
        """Width between the margins."""
        return self.page_size[0] - 2 * self.margin

    @property
    def owner_left(self) -> float:
        """Left edge of the owners."""
        return self.title

    @property
    def period_left(self) -> float:
        """Left edge of the periods."""
        return self.title + self.owner

    @property
    def time_left(self) -> float:
        """Left edge of the time axis."""
        return self.title + self.owner + self.period

    @property
    def time_width(self) -> float:
        """Length of the time axis."""
        return self.width - self.time_left

    @property
    def area(self) -> TextArea:
        """Where text goes."""
        height = self.page_size[1] - self.head - self.foot
        return TextArea(self.margin, self.foot, self.width, height)


GAP = 8.0  # between two columns
A2_LANDSCAPE: tuple[float, float] = landscape(A2)

LAYOUTS = {
    Paper.A3: Layout(
        page_size=look.A3_LANDSCAPE,
        margin=40,
        head=46,
        foot=38,
        title=254,
        owner=146,
        period=112,
        bar=12,
        title_style=look.TITLE_A3,
    ),
    Paper.A4: Layout(
        page_size=look.A4_LANDSCAPE,
        margin=32,
        head=40,
        foot=34,
        title=170,
        owner=112,
        period=96,
        bar=11,
        title_style=look.TITLE,
    ),
}


def enlarged(times: float) -> Layout:
    """The sheet of A2 on which the A3 sheet's measures are drawn ``times`` as large."""
    a3 = LAYOUTS[Paper.A3]
    width, height = A2_LANDSCAPE[0] / times, A2_LANDSCAPE[1] / times
    wider = width / a3.page_size[0]
    return replace(
        a3,
        page_size=(width, height),
        title=a3.title * wider,
        owner=a3.owner * wider,
        bar=11,
        enlargement=times,
        dense=True,
    )


LAYOUTS[Paper.A2] = enlarged(A2_LANDSCAPE[0] / look.A3_LANDSCAPE[0])
