# SPDX-License-Identifier: Apache-2.0
"""What the portfolio review, the gate memo and the closing note say."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, NO_ROWS, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class MissionGap:
    """Whether a mission's initiatives close the way to its target (P5).

    Attributes:
        key: By which its chart is found.
        contributions: What each initiative is expected to add, and the gap in a sentence.
        caption: Source and date under the chart.
    """

    key: str
    name: str
    contributions: Rows
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioReviewContent:
    """The whole portfolio, or that of one mission.

    Attributes:
        finding: What stands out, in a sentence or two.
        attention: What wants a decision: overdue gates, zombies, orphans, missions without any.
        balance: Number and money by stage, by instrument and by ministry (P6).
        warnings: What is out of balance, a sentence each (P6).
        gates: Decisions by date, the overdue first.
        money: Frames by stage and year.
        sources: Money by source and year with its permanent effect.
        spent: Frames beside what was spent.
        map: Which initiative serves which mission.
        initiatives: All of them by stage.
        closed: Those closed within twelve months.
        gaps: The way to each mission's target.
    """

    head: ReportHead
    finding: str
    attention: Rows
    warnings: tuple[str, ...] = ()
    gates: Rows = NO_ROWS
    balance: tuple[Rows, ...] = ()
    money: Rows = NO_ROWS
    sources: Rows = NO_ROWS
    spent: Rows = NO_ROWS
    map: Rows = NO_ROWS
    initiatives: tuple[Rows, ...] = ()
    closed: Rows = NO_ROWS
    gaps: tuple[MissionGap, ...] = ()
    method: MethodNote = NO_METHOD


@dataclass(frozen=True, slots=True)
class Choice:
    """One recommendation to tick, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Part:
    """A headed text of a memo or note.

    Attributes:
        text: What is recorded, or "".
        empty: What is said instead, and then written by hand.
        lines: Ruled lines to write on while nothing is recorded.
    """

    title: str
    text: str = ""
    empty: str = ""
    lines: int = 0


NO_PART: Final = Part("")


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs: office, and who holds it, "" to be filled in by hand."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class GateMemoContent:
    """What is to be decided of one initiative.

    Attributes:
        finding: Which decision is due, and by when.
        asked: The decision asked for, who takes it, and what blocks it, a sentence each.
        lights: Cost, schedule, benefits and the whole, with what they are computed from.
        criteria: What was asked for, what was seen, and whether it is met.
        skills: Critical skills and whether they are covered.
        facts: Mission, stage, office, delivery body, contribution and its range, money.
        parts: Hypothesis, riskiest assumption, criteria to scale and to stop.
        learning: Evidence and learning.
        milestones: What it reached and what comes.
        choices: Recommendations to tick.
        signing: Who decides.
    """

    head: ReportHead
    finding: str
    facts: Rows
    parts: tuple[Part, ...]
    asked: tuple[str, ...] = ()
    lights: Rows = NO_ROWS
    criteria: Rows = NO_ROWS
    skills: Rows = NO_ROWS
    learning: Rows = NO_ROWS
    milestones: Rows = NO_ROWS
    choices: tuple[Choice, ...] = ()
    conditions: Part = NO_PART
    signing: tuple[Signing, ...] = ()
    method: MethodNote = NO_METHOD


@dataclass(frozen=True, slots=True)
class ClosingNoteContent:
    """What remains of an initiative or a mission that is over (P8).

    Attributes:
        finding: When it was closed, and what it was.
        parts: Reason and learning; what nobody recorded is left to the hand.
        learning: What was learned, as recorded.
        freed: Money by year and work years that closing frees.
        gates: Gates that were held, with conditions and reasons.
        after: What happens to staff, users and money.
    """

    head: ReportHead
    finding: str
    facts: Rows
    parts: tuple[Part, ...]
    learning: Rows = NO_ROWS
    freed: Rows = NO_ROWS
    gates: Rows = NO_ROWS
    after: tuple[Part, ...] = ()
    signing: tuple[Signing, ...] = ()
    method: MethodNote = NO_METHOD
