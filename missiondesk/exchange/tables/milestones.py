# SPDX-License-Identifier: Apache-2.0
"""A table of milestones row by row; what they belong to stands as it is written, to be found."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import MilestoneKind, MilestoneStatus
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables.row_reading import RowReader


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone as the file has it; what the file does not say is empty or None.

    Attributes:
        mission: Code or title of its mission as written; so ``initiative``, and ``office`` for a
            title.
    """

    line: int
    title: Wording = Wording()
    mission: str = ""
    initiative: str = ""
    due: Period | None = None
    kind: MilestoneKind | None = None
    office: str = ""
    status: MilestoneStatus | None = None
    evidence: str = ""


def read_milestone(reader: RowReader) -> MilestoneRow:
    """The row as a milestone."""
    return MilestoneRow(
        line=reader.row.line,
        title=reader.required("title", N_("The milestone has no title.")),
        mission=reader.text("mission"),
        initiative=reader.text("initiative"),
        due=reader.period("due"),
        kind=reader.choice("kind", MilestoneKind),
        office=reader.text("office"),
        status=reader.choice("status", MilestoneStatus),
        evidence=reader.text("evidence"),
    )
