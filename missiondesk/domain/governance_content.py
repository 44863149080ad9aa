# SPDX-License-Identifier: Apache-2.0
"""What the sheets on how a mission is carried say: governance, skills, and its actors' promises."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.report_content import NO_METHOD, NO_ROWS, MethodNote, ReportHead, Rows


@dataclass(frozen=True, slots=True)
class GovernanceContent:
    """Governance and RACI sheet of a mission.

    Attributes:
        finding: Whether everything has exactly one who answers for it, a sentence.
        matrix: Items by ministry with the letters A, R, S and I (G1); its note tells them.
        chain: Every initiative up to the minister, without a gap or with it named (G2).
        bodies: Boards and groups with chair, members, cadence and what they decide.
        cadence: How often what is looked at, and when next.
        gaps: What is not settled, a sentence each.
    """

    head: ReportHead
    finding: str
    matrix: Rows = NO_ROWS
    chain: Rows = NO_ROWS
    bodies: Rows = NO_ROWS
    cadence: Rows = NO_ROWS
    gaps: tuple[str, ...] = ()
    method: MethodNote = NO_METHOD


@dataclass(frozen=True, slots=True)
class SkillsContent:
    """Skills and sourcing plan of a mission.

    Attributes:
        finding: How many skills are critical and uncovered, a sentence.
        needed: What the mission needs: skill, level, work years, when, how critical.
        held: Skills by unit with their level, beside what is asked for.
        sourcing: How what is missing is found: train, hire, second, borrow, buy.
        experts: External people by their field, with their statement on conflicts of interest.
        pointed: Skills that the portfolio's own means point to, derived.
    """

    head: ReportHead
    finding: str
    needed: Rows = NO_ROWS
    held: Rows = NO_ROWS
    sourcing: Rows = NO_ROWS
    experts: Rows = NO_ROWS
    pointed: Rows = NO_ROWS
    gaps: tuple[str, ...] = ()
    method: MethodNote = NO_METHOD


@dataclass(frozen=True, slots=True)
class ActorsContent:
    """The actors' commitments to a mission, as a contract that both sides sign.

    Attributes:
        sentence: The mission in one sentence.
        narrative: Why it takes more than the state.
        promised: What each actor commits to: kind, quantity, time, condition, state.
        in_return: What the government commits to under the mission.
        needed: What the mission needs and how much of it is promised; not in public.
        parties: Kinds of actors and whether they take part.
        terms: How it is followed up and left, a point each.
        signatories: Who signs, a line each; empty lines for what is not settled.
    """

    head: ReportHead
    finding: str
    sentence: str = ""
    narrative: str = ""
    promised: Rows = NO_ROWS
    in_return: Rows = NO_ROWS
    needed: Rows = NO_ROWS
    parties: Rows = NO_ROWS
    terms: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    method: MethodNote = NO_METHOD
