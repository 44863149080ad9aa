# SPDX-License-Identifier: Apache-2.0
"""The mission's one sentence, bold, with a bar beside it that the eye finds at once."""

from __future__ import annotations

from missiondesk.documents.style import ACCENT
from missiondesk.documents.tagged.paragraph import TaggedParagraph

_BAR = 2.6
_APART = 8.0  # the text stays on the letter's axis, the bar stands in the margin


class MissionSentence(TaggedParagraph):
    """A paragraph with an accent bar in the margin."""

    def draw(self) -> None:
        """Draw the bar, then the text."""
        canvas = self.canv
        with canvas.drawing_artifact():
            canvas.setFillColor(ACCENT)
            canvas.rect(-_APART - _BAR, 0.5, _BAR, self.height - 1, stroke=0, fill=1)
        super().draw()
