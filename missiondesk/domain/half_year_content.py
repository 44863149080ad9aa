# SPDX-License-Identifier: Apache-2.0
"""What the half-year report says, of one mission to the leadership or of all to the government."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import (
    NO_METHOD,
    NO_ROWS,
    NO_WORDS,
    ChartWords,
    MethodNote,
    ReportHead,
    Rows,
    Standing,
)


@dataclass(frozen=True, slots=True)
class MissionHalfYear:
    """One mission in the half-year.

    Attributes:
        key: By which its chart is found.
        commitments: Numbers by status at the half-year's end.
        changes: Commitments whose status changed in the half-year.
        milestones: Those met, missed or moved in the half-year.
        figures: What was published in the half-year.
        learning: What was learned, a paragraph each.
        asked: What is due in the half-year to come.
    """

    key: str
    name: str
    sentence: str
    finding: str
    standing: Standing
    responsible: str = ""
    chart: ChartWords = NO_WORDS
    commitments: str = ""
    changes: Rows = NO_ROWS
    milestones: Rows = NO_ROWS
    figures: Rows = NO_ROWS
    learning: tuple[str, ...] = ()
    asked: Rows = NO_ROWS


@dataclass(frozen=True, slots=True)
class HalfYearContent:
    """The whole report.

    Attributes:
        opening: Paragraphs: how all stand, what the half-year brought, what comes.
        overview: The missions in a table; empty for a single one.
        commitments: Their status counted, a mission a row; empty for a single one.
        caption: Source and date under the charts of all missions.
    """

    head: ReportHead
    opening: tuple[str, ...]
    missions: tuple[MissionHalfYear, ...]
    overview: Rows = NO_ROWS
    commitments: Rows = NO_ROWS
    caption: str = ""
    method: MethodNote = NO_METHOD

    @property
    def single(self) -> bool:
        """Whether the report is about one mission."""
        return not self.overview.head
