# SPDX-License-Identifier: Apache-2.0
"""What was learned: believed, done, seen, and what follows from it."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class EvidenceSource(Worded):
    """Where the knowledge comes from."""

    DATA = "data", N_("Data")
    PRACTICE = "practice", N_("Practice panel")
    EVALUATION = "evaluation", N_("Evaluation")
    RESEARCH = "research", N_("Research")


@dataclass(frozen=True, slots=True)
class LearningEntry:
    """One thing learned on a mission or on one of its initiatives.

    Attributes:
        hypothesis: What we believed.
        did: What we did.
        saw: What we saw.
        so_what: What it means.
        strength: Strength of the evidence from 1 (an impression) to 5 (several sound studies), or
            None while nobody has judged it.
        decision: What was decided because of it.
    """

    id: str
    mission: str = ""
    initiative: str | None = None
    period: Period = Period("2000")
    hypothesis: Wording = Wording()
    did: Wording = Wording()
    saw: Wording = Wording()
    so_what: Wording = Wording()
    source: EvidenceSource = EvidenceSource.DATA
    strength: int | None = None
    decision: Wording = Wording()
    publication: Publication = Publication.INTERNAL
