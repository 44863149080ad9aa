# SPDX-License-Identifier: Apache-2.0
"""A dated status of a mission: the computed rating kept with its inputs, and people's own
confidence beside it.
"""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period


class Confidence(Worded):
    """Delivery confidence, a human judgement in five steps (New Zealand's words)."""

    ON_TRACK = "on_track", N_("Highly likely")
    PROBABLE = "probable", N_("Probable")
    FEASIBLE = "feasible", N_("Feasible")
    AT_RISK = "at_risk", N_("Doubtful")
    UNACHIEVABLE = "unachievable", N_("Unachievable")

    @property
    def step(self) -> int:
        """5 for the best, 1 for the worst."""
        return 5 - list(Confidence).index(self)

    @property
    def symbol(self) -> str:
        """Sign that stands before the word: a family of its own, filled by the step."""
        return "✗◔◑◕◉"[self.step - 1]


@dataclass(frozen=True, slots=True)
class StatusAssessment:
    """What was judged of a mission at one time; never changed afterwards, only followed by the
    next.

    Attributes:
        rating: Value of `missiondesk.domain.progress.Rating` as computed at that time.
        ratio: The computed ratio as text with all digits, "" when there was none.
        method: Method and version that computed it, "growth-ratio 1".
        inputs: The figures that went in, as text.
        confidence: The human judgement, or None when nobody gave one.
        narrative: Why, at most 1,000 characters.
        next_step: What is done about it next.
    """

    id: str
    mission: str = ""
    period: Period = Period("2000")
    rating: str = ""
    ratio: str = ""
    method: str = ""
    inputs: str = ""
    confidence: Confidence | None = None
    narrative: str = ""
    assessor: str = ""
    next_step: str = ""
