# SPDX-License-Identifier: Apache-2.0
"""What the public quarterly report says; it is composed from published records only."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import (
    NO_METHOD,
    NO_ROWS,
    NO_WORDS,
    AttachedFile,
    ChartWords,
    MethodNote,
    ReportHead,
    Rows,
    StatusMark,
)


@dataclass(frozen=True, slots=True)
class MissionReport:
    """One mission in the report: its goal, how it stands, and what happens.

    Attributes:
        key: By which its chart is found.
        narrative: Why, for whom, by what way: a paragraph that is no list.
        responsible: Title of the minister who answers for it.
        done: What was done in the quarter.
        doing: What is being done.
        coming: What comes next, with its date.
        learning: What was learned and is public, a paragraph each.
    """

    key: str
    name: str
    sentence: str
    rating: StatusMark
    finding: str
    narrative: str = ""
    explanation: str = ""
    responsible: str = ""
    chart: ChartWords = NO_WORDS
    done: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    learning: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuarterlyContent:
    """The whole report.

    Attributes:
        narrative: The opening, paragraphs that are no list.
        caption: Source, date and method under the charts of all missions.
        metrics: All key metrics in a table.
        open_data: What the files beside the report hold, a line each.
        coming_report: When the next figures and the next report come.
    """

    head: ReportHead
    narrative: tuple[str, ...]
    missions: tuple[MissionReport, ...]
    caption: str = ""
    metrics: Rows = NO_ROWS
    open_data: Rows = NO_ROWS
    coming_report: str = ""
    method: MethodNote = NO_METHOD
    attachments: tuple[AttachedFile, ...] = ()
