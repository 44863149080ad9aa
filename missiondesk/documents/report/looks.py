# SPDX-License-Identifier: Apache-2.0
"""The reports' paragraph styles and spacing, taken from the letter's."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle

from missiondesk.documents import style as look
from missiondesk.documents.fonts import Face
from missiondesk.documents.letter.spacing import SPACINGS

SPACING = SPACINGS[1]
TITLE = look.paragraph_style(
    "report title", face=Face.BOLD, size=look.TITLE_SIZE, leading=18, after=2, keep_with_next=True
)
SUBTITLE = look.paragraph_style("report subtitle", size=look.TEXT_SIZE, colour=look.QUIET, after=7)
PART = look.paragraph_style(
    "part of a report", face=Face.BOLD, size=look.TITLE_SIZE, leading=18, after=3,
    keep_with_next=True,
)  # fmt: skip
SECTION = look.paragraph_style(
    "section", face=Face.SEMIBOLD, size=look.HEADING_SIZE, leading=14.6, after=2.6,
    keep_with_next=True,
)  # fmt: skip
FINDING = look.paragraph_style(
    "finding", face=Face.BOLD, size=look.HEADING_SIZE, leading=14.6, after=5
)
LEAD = look.paragraph_style("lead", after=4)
SCALE_LABEL = look.paragraph_style(
    "name of a scale", size=look.DETAIL_SIZE, leading=11.2, colour=look.QUIET, after=1
)
SCALE_NOTE = look.paragraph_style("note to a scale", size=look.DETAIL_SIZE, leading=11.2, after=2)
LABEL = look.paragraph_style(
    "label of a list", face=Face.SEMIBOLD, size=look.DETAIL_SIZE, leading=11.2, after=2,
    keep_with_next=True,
)  # fmt: skip
POINT = look.paragraph_style("point", size=look.DETAIL_SIZE, leading=11.2, after=1.6)
BODY = look.paragraph_style("text of a report", after=5)
NOTE = look.FOOTNOTE
CHANGED = look.paragraph_style("line with changes", leading=13.2, after=2.6)
LEGEND = look.paragraph_style("how to read the marks", size=look.DETAIL_SIZE, before=4, after=4)
CAPTION = look.paragraph_style(
    "caption of a chart", size=look.SMALLEST, leading=10.4, colour=look.QUIET, after=11
)


def _status(name: str, tone: object) -> ParagraphStyle:
    return look.paragraph_style(
        f"status, {name}", face=Face.SEMIBOLD, size=look.HEADING_SIZE, leading=14.6,
        colour=tone, after=1.5,
    )  # fmt: skip


# A status word has its tone; sign and word say it without (D8).
STATUS = {
    "good": _status("good", look.GOOD),
    "wait": _status("wait", look.WAIT),
    "bad": _status("bad", look.BAD),
    "unknown": _status("unknown", look.UNKNOWN),
    "ink": _status("ink", look.INK),
}
