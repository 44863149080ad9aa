# SPDX-License-Identifier: Apache-2.0
"""The computed development and people's confidence side by side: how far they lie apart (D3)."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.rating import Rating

# From here on two scales that differ need a sentence (D3).
APART: Final = 2


def rating_of(assessment: StatusAssessment) -> Rating | None:
    """The rating that was computed at that time, or None where none is known."""
    return next((one for one in Rating if one.value == assessment.rating), None)


def far_apart(rating: Rating | None, confidence: Confidence | None) -> bool:
    """Whether the two lie two steps apart or more; False when one is missing.

    Both have five steps: target reached and "highly likely" 5, on track and "probable" 4, must
    accelerate and "feasible" 3, limited and "doubtful" 2, moving away and "unachievable" 1.
    """
    if rating is None or rating.step is None or confidence is None:
        return False
    return abs(rating.step - confidence.step) >= APART
