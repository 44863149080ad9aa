# SPDX-License-Identifier: Apache-2.0
"""The text that is negotiated: numbered clauses under the platform's chapters, and its versions."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class ClauseState(Worded):
    """How far a clause is."""

    PROPOSED = "proposed", N_("Proposed")
    BRACKETED = "bracketed", N_("In brackets")
    ALTERNATIVE = "alternative", N_("Alternatives")
    RESERVED = "reserved", N_("Reserved")
    AGREED = "agreed", N_("Agreed")
    DELETED = "deleted", N_("Deleted")

    @property
    def symbol(self) -> str:
        """A sign beside the word."""
        return {
            "proposed": "○",
            "bracketed": "[ ]",
            "alternative": "◇",
            "reserved": "△",
            "agreed": "✓",
            "deleted": "–",
        }[self.value]

    @property
    def counts(self) -> bool:
        """Whether it is part of the text (N4)."""
        return self is not ClauseState.DELETED


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered clause of a chapter.

    Attributes:
        number: Its place in the chapter, from 1; it is printed as "2.3".
        text: Unresolved words stand in square brackets after the letters of those who want them:
            "[K, S: at least half]".
        proposer: Id of the party that brought it in, or None for the chair of the talks.
        accepted: Ids of the parties that accept this very text (N3).
        goal: Id of the platform's goal that it has become, or None.
        note: For the secretariat only.
        audience: Who may see it.
    """

    id: str
    chapter: str = ""
    number: int = 0
    text: Wording = Wording()
    state: ClauseState = ClauseState.PROPOSED
    proposer: str | None = None
    accepted: tuple[str, ...] = ()
    goal: str | None = None
    note: str = ""
    audience: Audience = Audience.PARTIES


@dataclass(frozen=True, slots=True)
class ClauseProposal:
    """Another text that a party wants instead of a clause's."""

    id: str
    clause: str = ""
    party: str = ""
    text: Wording = Wording()
    audience: Audience = Audience.PARTIES


@dataclass(frozen=True, slots=True)
class TalksDraft:
    """A version of the text that was frozen; its words are those of the Step that wrote it (N9).

    Attributes:
        number: From 1.
        date: When it was frozen.
        author: Who froze it.
    """

    id: str
    number: int = 0
    title: Wording = Wording()
    date: Period | None = None
    author: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftCopy:
    """One numbered copy of a frozen version.

    Attributes:
        recipient: Who has it.
        party: Id of the party to which the recipient belongs; the copy holds only what it may see.
    """

    id: str
    draft: str = ""
    number: int = 0
    recipient: str = ""
    party: str | None = None
    date: Period | None = None
