# SPDX-License-Identifier: Apache-2.0
"""What the document on a reallocation of portfolios says: who takes over, and what that touches."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, NO_ROWS, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class ReshuffleContent:
    """A reallocation before it is carried out, or right after.

    Attributes:
        finding: How much moves, when, and what waits, in a sentence or two.
        moves: Who hands over to whom.
        letters: Letters in force, with why they are touched.
        touched: Every record, in its place.
    """

    head: ReportHead
    finding: str
    moves: Rows = NO_ROWS
    counts: Rows = NO_ROWS
    letters: Rows = NO_ROWS
    touched: Rows = NO_ROWS
    method: MethodNote = NO_METHOD
