# SPDX-License-Identifier: Apache-2.0
"""A word across the page, draft or sample: light, beneath the text, and never read aloud."""

from __future__ import annotations

import math
from typing import Any

from missiondesk.documents.escaping import Run, draw_runs, runs_width
from missiondesk.documents.style import WATERMARK

_SHARE = 0.62  # of the page's diagonal
_LARGEST = 130.0  # points
_HALF_CAPITAL = 0.33  # of the size: lets capitals stand in the middle


def watermark_operators(canvas: Any, word: tuple[Run, ...]) -> list[str]:
    """Operators that set ``word`` along the diagonal of ``canvas``'s page, as an artifact."""
    width, height = canvas._pagesize
    size = min(_LARGEST, _SHARE * math.hypot(width, height) / max(runs_width(word, 1), 0.01))
    page_operators, canvas._code = canvas._code, []
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFillColor(WATERMARK)
    draw_runs(canvas, -runs_width(word, size) / 2, -_HALF_CAPITAL * size, word, size)
    canvas.restoreState()
    operators, canvas._code = canvas._code, page_operators
    return ["/Artifact BMC", *operators, "EMC"]
