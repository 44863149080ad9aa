# SPDX-License-Identifier: Apache-2.0
"""What a stocktake pack says: the leader's page, then how each mission stands and what it needs."""

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
    Standing,
)


@dataclass(frozen=True, slots=True)
class MissionStocktake:
    """One mission in the pack.

    Attributes:
        key: By which its charts are found.
        judgements: Source and date under the strip of judgements over time.
        estimates: Source and date under the way to the target.
        learning: What was learned since the last stocktake.
        last_decisions: What was decided last time.
    """

    key: str
    name: str
    sentence: str
    finding: str
    standing: Standing
    chart: ChartWords = NO_WORDS
    judgements: str = ""
    estimates: str = ""
    milestones: Rows = NO_ROWS
    commitments: Rows = NO_ROWS
    contributions: Rows = NO_ROWS
    learning: Rows = NO_ROWS
    last_decisions: tuple[str, ...] = ()
    last_held: str = ""


@dataclass(frozen=True, slots=True)
class StocktakeContent:
    """The whole pack, for one mission or for all of them.

    Attributes:
        finding: How it stands, in a sentence.
        overview: The missions in a table; empty for a single one.
        caption: Source, date and method under the charts of all missions.
        issues: What stands in the way, three at most.
        decisions_asked: What the meeting is asked to decide.
        decisions_taken: What it decided, once it was held.
        last_decisions: What the last stocktake of all missions decided.
    """

    head: ReportHead
    finding: str
    missions: tuple[MissionStocktake, ...]
    overview: Rows = NO_ROWS
    caption: str = ""
    issues: tuple[str, ...] = ()
    decisions_asked: tuple[str, ...] = ()
    decisions_taken: tuple[str, ...] = ()
    last_decisions: tuple[str, ...] = ()
    last_held: str = ""
    method: MethodNote = NO_METHOD
    attachments: tuple[AttachedFile, ...] = ()

    @property
    def single(self) -> bool:
        """Whether the pack is about one mission."""
        return not self.overview.head
