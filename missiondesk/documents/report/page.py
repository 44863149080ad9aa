# SPDX-License-Identifier: Apache-2.0
"""Where things stand on a report's pages: A4 portrait, the letter's axis and margins."""

from __future__ import annotations

from reportlab.lib.units import mm

from missiondesk.documents.letter.geometry import (
    BOTTOM_MARGIN,
    LEFT,
    PAGE_HEIGHT,
    TEXT_WIDTH,
    from_top,
)
from missiondesk.documents.tagged.flow import TextArea

TOP = 27 * mm
AREA = TextArea(LEFT, BOTTOM_MARGIN, TEXT_WIDTH, PAGE_HEIGHT - TOP - BOTTOM_MARGIN)
HEAD_BASELINE = from_top(17 * mm)
ACCENT_BAR = (LEFT, from_top(12.5 * mm), 9 * mm, 0.9 * mm)
