# SPDX-License-Identifier: Apache-2.0
"""What a mission letter says, block by block, ready to be laid out: plain values in the letter's
language.
"""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import BlockKind


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Heading and text of a block as printed; ``paragraphs`` come before ``bullets``."""

    kind: BlockKind
    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One numbered commitment: ``due`` is a date or cadence in words, ``shared`` names the
    co-leads.
    """

    number: str
    text: str
    measure: str = ""
    due: str = ""
    shared: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class MissionLine:
    """A mission in a letter about all of them: its metric, target and accountable minister."""

    code: str
    title: str
    metric: str = ""
    target: str = ""
    minister: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A milestone: ``first_100_days`` puts it into the list of its own."""

    due: str
    title: str
    kind: str = ""
    owner: str = ""
    status: str = ""
    first_100_days: bool = False


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative with its stage in words and the next decision's date."""

    code: str
    title: str
    stage: str
    owner: str = ""
    period: str = ""
    gate: str = ""
    contribution: str = ""


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """Frame by year in DKK million as formatted text: a row an initiative, then the total.

    Attributes:
        rounded: Whether a figure lost digits, so that sums may differ.
    """

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    total: tuple[str, ...]
    unit: str
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class GovernanceTables:
    """Who governs the mission.

    Attributes:
        bodies: Name with kind, chair, how often it meets, what it decides, to whom it reports.
        answers: Item, who answers for it (A), who carries it out (R).
        way: How an issue that is not settled moves up, in a sentence or two.
    """

    bodies: tuple[tuple[str, ...], ...]
    answers: tuple[tuple[str, str, str], ...] = ()
    way: str = ""


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """The key metric's figures as printed beside the chart and in the metric sheet (label,
    value).
    """

    facts: tuple[tuple[str, str], ...]
    rating_symbol: str
    rating_word: str
    rating_sentence: str
    method: str
    source: str
    data_date: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name may be empty when the office is not filled."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class LetterContent:
    """The whole letter.

    Attributes:
        language: "da" or "en".
        title: Document title, never empty.
        created: Date of the letter, ISO text; it stamps the file, so equal input gives equal bytes.
        meta: Rows (label, value) of case details.
        mark: Watermark in the letter's language ("UDKAST", "EKSEMPEL"), or "".
        blocks: Shown blocks in printing order; those bound to data carry only their lead-in text.
        elsewhere: Commitments of other missions that the addressee leads or shares, "M2.4".
        coalition: Actor, commitment, quantity with time, state, next check; where listed.
        skills: Skill, who needs it, level, work years, when, weight; where listed.
        missions: All live missions, in a letter that is about no single one.
        attachment: The metric's data as JSON bytes, or b"".
        classification: Handling mark at the foot of every page, "" for what may be published.
    """

    language: str
    title: str
    number: str
    created: str
    sender: str
    sender_lines: tuple[str, ...]
    contact: str
    window_left_mm: int
    window_top_mm: int
    meta: tuple[tuple[str, str], ...]
    handling: str
    mark: str
    addressee: tuple[str, ...]
    subject: str
    salutation: str
    mission_code: str
    mission_title: str
    mission_sentence: str
    blocks: tuple[TextBlock, ...] = ()
    goal: GoalFacts | None = None
    commitments: tuple[CommitmentRow, ...] = ()
    shared: tuple[tuple[str, str], ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    initiatives: tuple[InitiativeRow, ...] = ()
    actors: tuple[str, ...] = ()
    budget: BudgetTable | None = None
    place_and_date: str = ""
    signatories: tuple[Signatory, ...] = ()
    copies: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    attachment_name: str = ""
    attachment: bytes = b""
    elsewhere: tuple[CommitmentRow, ...] = ()
    missions: tuple[MissionLine, ...] = ()
    coalition: tuple[tuple[str, ...], ...] = ()
    skills: tuple[tuple[str, ...], ...] = ()
    governance: GovernanceTables | None = None
    classification: str = ""

    def block(self, kind: BlockKind) -> TextBlock | None:
        """The shown block of this kind, or None when it is left out."""
        return next((block for block in self.blocks if block.kind is kind), None)
