# SPDX-License-Identifier: Apache-2.0
"""Where things stand on a letter's page: A4, one left axis, a window address, one C5 fold."""

from __future__ import annotations

from reportlab.lib.units import mm

from missiondesk.documents.style import A4_PORTRAIT
from missiondesk.documents.tagged.flow import TextArea

PAGE_WIDTH, PAGE_HEIGHT = A4_PORTRAIT
LEFT = 25 * mm
RIGHT = PAGE_WIDTH - 20 * mm
TEXT_WIDTH = RIGHT - LEFT

# Everything on the first page above the subject, from the page's upper edge.
TOP_MARGIN = 12 * mm
LETTERHEAD_TOP = 15 * mm
LETTERHEAD_WIDTH = 92 * mm
SUBJECT_TOP = 78 * mm  # or lower, when what stands above needs it
META_LEFT = 127 * mm
META_LABEL_WIDTH = 22 * mm
# More than this is no case detail; the first page has to begin somewhere.
META_MOST = 90 * mm
HANDLING_LONGEST = 300  # characters

# The windows of C5, C6/5 and EC4 envelopes have y 44-74 mm and x 15-115 mm in common.
ADDRESS_WIDTH = 88 * mm
ADDRESS_LINES = 5
ADDRESS_HEIGHT = 24 * mm

FOLD = 148.5 * mm
FOLD_MARK = (5 * mm, 8 * mm)

BOTTOM_MARGIN = 18 * mm
FOOTER_BASELINE = 11 * mm
HEADER_BASELINE = PAGE_HEIGHT - 15 * mm
LATER_TOP = 24 * mm

FIRST_AREA = TextArea(LEFT, BOTTOM_MARGIN, TEXT_WIDTH, PAGE_HEIGHT - TOP_MARGIN - BOTTOM_MARGIN)
LATER_AREA = TextArea(LEFT, BOTTOM_MARGIN, TEXT_WIDTH, PAGE_HEIGHT - LATER_TOP - BOTTOM_MARGIN)


def from_top(distance: float) -> float:
    """Height above the page's lower edge of what lies ``distance`` below its upper edge."""
    return PAGE_HEIGHT - distance
