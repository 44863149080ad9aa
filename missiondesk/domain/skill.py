# SPDX-License-Identifier: Apache-2.0
"""Skills: what missions ask for, what units and roles can do, and how a gap is closed."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording

HIGHEST_LEVEL = 4


class SkillCategory(Worded):
    """Groups of the shipped list; skills from elsewhere stand under "other"."""

    MEASURING = "measuring", N_("Measuring and learning")
    STEERING = "steering", N_("Steering a portfolio")
    CREATING = "creating", N_("Creating solutions")
    REGULATING = "regulating", N_("Law and money")
    CONNECTING = "connecting", N_("Working with others")
    OTHER = "other", N_("Other skills")


class Criticality(Worded):
    """How much hangs on a requirement."""

    CRITICAL = "critical", N_("Critical")
    IMPORTANT = "important", N_("Important")
    USEFUL = "useful", N_("Useful")


class SourcingKind(Worded):
    """By what means a gap is closed."""

    TRAIN = "train", N_("Train")
    HIRE = "hire", N_("Hire")
    SECOND = "second", N_("Second")
    BORROW = "borrow", N_("Borrow across ministries")
    CONSULT = "consult", N_("Consultants")
    UNIVERSITY = "university", N_("University")
    PANEL = "panel", N_("Expert panel")
    FOUNDATION = "foundation", N_("Foundation-funded")

    @property
    def external(self) -> bool:
        """Whether the skill leaves again with those who brought it."""
        return self.value in ("consult", "university", "panel", "foundation")


class SourcingState(Worded):
    """How far a sourcing action has come."""

    PLANNED = "planned", N_("Planned")
    AGREED = "agreed", N_("Agreed")
    RUNNING = "running", N_("Under way")
    DONE = "done", N_("In place")
    DROPPED = "dropped", N_("Given up")


class ConflictStatement(Worded):
    """What an expert has said of conflicts of interest (K7)."""

    MISSING = "missing", N_("No statement yet")
    NONE = "none", N_("Declared: none")
    DECLARED = "declared", N_("Declared: has interests")


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill, of the shipped list, of ESCO or of the office's own.

    Attributes:
        code: Short code, "K01".
        framework: List it comes from, "missiondesk" or "ESCO".
        uri: Its address in that list, which also tells two of the same name apart.
        broader: Address of the skill above it, or "".
    """

    id: str
    code: str = ""
    label: Wording = Wording()
    category: SkillCategory = SkillCategory.OTHER
    description: Wording = Wording()
    framework: str = ""
    uri: str = ""
    broader: str = ""


@dataclass(frozen=True, slots=True)
class SkillRequirement:
    """What a mission, initiative or body needs of a skill; exactly one of the three is set.

    Attributes:
        level: 0 none, 1 aware, 2 practises with help, 3 practises alone, 4 teaches others.
        fte: Work years (årsværk) at that level.
        needed_from: From when, with `needed_to`; None is open.
    """

    id: str
    skill: str = ""
    mission: str | None = None
    initiative: str | None = None
    body: str | None = None
    role: str = ""
    level: int = 3
    fte: Decimal = Decimal(1)
    needed_from: Period | None = None
    needed_to: Period | None = None
    criticality: Criticality = Criticality.IMPORTANT
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class Capability:
    """What a unit or role can do; units and roles are assessed, never named staff.

    Attributes:
        ministry: Id of the ministry the unit belongs to, or None.
        unit: The unit or role, "Analysekontoret".
        fte: Work years that are free for missions.
        headcount: How many people hold the skill; None while unknown (K3).
        assessed: When it was assessed; older than twelve months it is said to be old.
    """

    id: str
    skill: str = ""
    ministry: str | None = None
    unit: str = ""
    level: int = 0
    fte: Decimal = Decimal(0)
    headcount: int | None = None
    assessed: Period | None = None
    assessor: str = ""


@dataclass(frozen=True, slots=True)
class SourcingAction:
    """How a gap is closed: a course, a post, a loan, a contract.

    Attributes:
        requirement: Id of the requirement it serves, or None when it serves the skill at large.
        cost: Øre in all, or None while unknown.
        transfer: How the knowledge stays in the house afterwards (K4); "" is no plan.
        expert: Id of the outside expert it brings in.
        actor: Id of the actor that pays or lends.
    """

    id: str
    skill: str = ""
    requirement: str | None = None
    kind: SourcingKind = SourcingKind.TRAIN
    provider: str = ""
    level: int = 3
    fte: Decimal = Decimal(1)
    headcount: int | None = None
    cost: int | None = None
    start: Period | None = None
    end: Period | None = None
    state: SourcingState = SourcingState.PLANNED
    transfer: str = ""
    expert: str | None = None
    actor: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Expert:
    """An external person or organisation that helps; no more is kept than a contract needs.

    Attributes:
        field: What the expert knows.
        conflict: What was declared on conflicts of interest, with `conflict_date`.
        conflict_text: Which interests, in the expert's own words.
    """

    id: str
    name: str = ""
    affiliation: str = ""
    field: str = ""
    skill: str | None = None
    mission: str | None = None
    conflict: ConflictStatement = ConflictStatement.MISSING
    conflict_text: str = ""
    conflict_date: Period | None = None
    contract_from: Period | None = None
    contract_to: Period | None = None
