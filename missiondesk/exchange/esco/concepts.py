# SPDX-License-Identifier: Apache-2.0
"""What a file of ESCO says, row by row, before anybody chooses of it."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded


class EscoKind(Worded):
    """What the rows of a file are."""

    SKILLS = "skills", N_("skills")
    GROUPS = "groups", N_("groups of skills")
    OCCUPATIONS = "occupations", N_("groups of occupations")
    RELATIONS = "relations", N_("relations between skills")

    @property
    def chosen(self) -> bool:
        """Whether its rows are skills that an office wants as they are.

        A collection is; the hierarchy and the groups of occupations are headings over thousands of
        skills and jobs, so nothing of them is taken unless it is chosen.
        """
        return self is EscoKind.SKILLS


@dataclass(frozen=True, slots=True)
class EscoConcept:
    """A skill, a group of skills or a group of occupations, in one language.

    Attributes:
        line: Line of the file on which its row ends, from 1.
        others: Its alternative names.
        broader: Addresses of what stands above it, the first one first.
        skill_type: "skill/competence", "knowledge" or "".
        reuse: "transversal", "cross-sector", "sector-specific", "occupation-specific" or "".
    """

    line: int
    uri: str
    label: str
    others: tuple[str, ...] = ()
    description: str = ""
    code: str = ""
    skill_type: str = ""
    reuse: str = ""
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EscoRelation:
    """That one skill is essential or optional to another."""

    line: int
    skill: str
    kind: str
    related: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """A row that cannot be taken, and why."""

    line: int
    label: str
    reason: Message


@dataclass(frozen=True, slots=True)
class EscoFile:
    """A file as read.

    Attributes:
        language: Two letters as its name ends, "da"; "" when it does not say.
        blank: Rows in which nothing stands.
    """

    name: str
    encoding: str
    separator: str
    kind: EscoKind
    language: str
    concepts: tuple[EscoConcept, ...] = ()
    relations: tuple[EscoRelation, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    blank: int = 0

    @property
    def rows(self) -> int:
        """Rows of the file below its headings, the blank ones too."""
        return len(self.concepts) + len(self.relations) + len(self.unusable) + self.blank
