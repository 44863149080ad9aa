# SPDX-License-Identifier: Apache-2.0
"""What the registers say: letters, commitments, decisions and risks as long tables."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import (
    NO_METHOD,
    NO_ROWS,
    MethodNote,
    ReportHead,
    Rows,
)


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision; what is not known is "".

    Attributes:
        date: When it was decided.
        body: Who decided.
        about: What it is about, a mission or all of them.
        text: What was decided.
        rationale: Why.
        owner: Who carries it out, and by when.
        reference: Case number or minutes.
    """

    date: str
    body: str
    about: str
    text: str
    rationale: str = ""
    owner: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class RiskLine:
    """One risk; probability and impact go from 1 to 5, None is not judged.

    Attributes:
        about: Mission or initiative.
        text: Cause, event and effect.
        response: What is done about it.
        owner: Who answers for it.
        due: When it is looked at next.
    """

    about: str
    text: str
    probability: int | None = None
    impact: int | None = None
    response: str = ""
    owner: str = ""
    due: str = ""

    @property
    def weight(self) -> int | None:
        """Probability times impact, or None while one of them is not judged."""
        if self.probability is None or self.impact is None:
            return None
        return self.probability * self.impact


@dataclass(frozen=True, slots=True)
class RegisterContent:
    """One register.

    Attributes:
        finding: How many there are and what stands out, a sentence or two.
        counts: A small table of numbers before the long one, or empty.
        rows: The register itself.
    """

    head: ReportHead
    finding: str
    rows: Rows
    counts: Rows = NO_ROWS
    method: MethodNote = NO_METHOD
