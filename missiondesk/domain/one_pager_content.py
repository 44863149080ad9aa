# SPDX-License-Identifier: Apache-2.0
"""What a mission's one page says; paper shortens it where it must, and says that it did."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import (
    NO_METHOD,
    NO_WORDS,
    ChartWords,
    MethodNote,
    ReportHead,
    Standing,
)


@dataclass(frozen=True, slots=True)
class StageLine:
    """The initiatives of one stage: its word with their number, and their names."""

    stage: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnePagerContent:
    """One mission on one page.

    Attributes:
        narrative: Why, for whom, by what way.
        finding: How the key metric stands, one sentence.
        milestones: The next ones, date first, as "date: title (status)".
        no_milestones: What is said when there is none.
        who: Label and value: accountable, co-leads, target group, actors.
        initiatives: By stage, in the order of the stages; closed ones last.
        no_initiatives: What is said when there is none.
        money: Year and amount, the total last when there are several.
        no_money: What is said when no frame is known.
        next_update: When the next figure and the next follow-up come.
        pointer: Where the whole text is found, said where it has been shortened.
    """

    head: ReportHead
    sentence: str
    narrative: str
    finding: str
    standing: Standing
    chart: ChartWords = NO_WORDS
    milestones: tuple[str, ...] = ()
    no_milestones: str = ""
    who: tuple[tuple[str, str], ...] = ()
    initiatives: tuple[StageLine, ...] = ()
    no_initiatives: str = ""
    money: tuple[tuple[str, str], ...] = ()
    no_money: str = ""
    next_update: str = ""
    pointer: str = ""
    method: MethodNote = NO_METHOD
