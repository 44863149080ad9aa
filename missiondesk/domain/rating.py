# SPDX-License-Identifier: Apache-2.0
"""The rating of a metric: its classes, and the judgement that keeps what it was made of."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded
from missiondesk.domain.metric import Observation


class Rating(Worded):
    """How the key metric develops, computed and never set by hand (D7)."""

    ACHIEVED = "achieved", N_("Target reached")
    ON_TRACK = "on_track", N_("On track")
    ACCELERATE = "accelerate", N_("Must accelerate")
    LIMITED = "limited", N_("Limited")
    DETERIORATION = "deterioration", N_("Moving away")
    MISSED = "missed", N_("Target missed")
    CANNOT_RATE = "cannot_rate", N_("Cannot be rated")

    @property
    def symbol(self) -> str:
        """Sign that stands before the word, so that colour is never alone (D8)."""
        return _SYMBOLS[self.value]

    @property
    def step(self) -> int | None:
        """5 for the best to 1 for the worst, on the scale of human confidence (D3)."""
        return _STEPS.get(self.value)

    @property
    def level(self) -> int | None:
        """4 to 1: the classes that methods have in common; reached and on track are one."""
        step = self.step
        return None if step is None else min(step, 4)


_SYMBOLS = {
    "achieved": "✓",
    "on_track": "►",
    "accelerate": "●",
    "limited": "■",
    "deterioration": "▼",
    "missed": "✕",
    "cannot_rate": "○",
}
_STEPS = {
    "achieved": 5,
    "on_track": 4,
    "accelerate": 3,
    "limited": 2,
    "deterioration": 1,
    "missed": 1,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The official rating of a metric with all that it was made of.

    Attributes:
        ratio: R, 1.0 is exactly the required pace; None when it could not be rated.
        reason: Why it cannot be rated, or what the rating rests on where no pace is compared.
        method: Method and version as printed, "growth-ratio 1".
        inputs: The figures that went in, as text.
        latest: The observation it rests on, or None.
        second: What another method says of a metric that this one cannot rate, or None.
    """

    rating: Rating
    ratio: float | None
    score: float | None
    reason: Message | None
    method: str
    inputs: str
    latest: Observation | None
    second: Message | None = None
