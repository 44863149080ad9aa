# SPDX-License-Identifier: Apache-2.0
"""Signs and tones of states as reports print them; the word always stands beside the sign."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.rating import Rating
from missiondesk.domain.report_content import StatusMark
from missiondesk.language import Translator
from missiondesk.services.mission_plots import confidence_status, rating_status

_MILESTONES: Final = {
    MilestoneStatus.PLANNED: "◇",
    MilestoneStatus.AT_RISK: "▲",
    MilestoneStatus.MET: "✓",
    MilestoneStatus.MISSED: "■",
    MilestoneStatus.MOVED: "→",
}
_COMMITMENTS: Final = {
    CommitmentStatus.OPEN: "○",
    CommitmentStatus.IN_PROGRESS: "◑",
    CommitmentStatus.MET: "✓",
    CommitmentStatus.MET_MODIFIED: "✓",
    CommitmentStatus.NOT_PURSUED: "✗",
}


def rating_mark(rating: Rating, tr: Translator) -> StatusMark:
    """The computed rating."""
    shown = rating_status(rating, tr)
    return StatusMark(shown.symbol, shown.word, shown.tone)


def confidence_mark(confidence: Confidence, tr: Translator) -> StatusMark:
    """People's confidence in the delivery."""
    shown = confidence_status(confidence, tr)
    return StatusMark(shown.symbol, shown.word, shown.tone)


def milestone_mark(status: MilestoneStatus, tr: Translator) -> StatusMark:
    """How a milestone stands."""
    return StatusMark(_MILESTONES[status], tr.show(status), "ink")


def commitment_mark(status: CommitmentStatus, tr: Translator) -> StatusMark:
    """How a commitment stands."""
    return StatusMark(_COMMITMENTS[status], tr.show(status), "ink")
