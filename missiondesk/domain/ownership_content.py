# SPDX-License-Identifier: Apache-2.0
"""What the sheet on who owns what says: each minister's load, then ministers against missions."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class OwnershipContent:
    """The whole sheet.

    Attributes:
        finding: What it shows, in a sentence.
        load: A row a minister: missions and commitments counted.
        warnings: Sentences on who has too much to steer, and on missions that nobody owns.
        legend: How the cells of the matrix are read.
        matrix: Ministers against missions, as many missions a table as fit a page.
        missions: Code, title and who answers for each mission.
        method: What was counted, and from where.
    """

    head: ReportHead
    finding: str
    load: Rows
    warnings: tuple[str, ...]
    legend: str
    matrix: tuple[Rows, ...]
    missions: Rows
    method: MethodNote = NO_METHOD
