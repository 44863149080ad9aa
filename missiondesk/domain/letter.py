# SPDX-License-Identifier: Apache-2.0
"""The mission letter and its blocks; what it says is bound to data, what it words is kept here."""

from __future__ import annotations

from missiondesk.domain.commitment import Cadence
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period


class LetterKind(Worded):
    """Kind of a letter."""

    MISSION = "mission", N_("Mission letter")
    SHARED = "shared", N_("Shared letter")
    CABINET = "cabinet", N_("Cabinet-wide letter")
    REVISION = "revision", N_("Revised letter")
    RECALL = "recall", N_("Recall")


class LetterState(Worded):
    """Where a letter stands between draft and archive."""

    DRAFT = "draft", N_("Draft")
    CHECKED = "checked", N_("Checked")
    CLEARED = "cleared", N_("Cleared")
    SIGNED = "signed", N_("Signed")
    ISSUED = "issued", N_("Issued")
    ACKNOWLEDGED = "acknowledged", N_("Acknowledged")
    SUPERSEDED = "superseded", N_("Superseded")
    RECALLED = "recalled", N_("Recalled")

    @property
    def final(self) -> bool:
        """Signed or later: its text is never edited again (L7)."""
        return self not in (LetterState.DRAFT, LetterState.CHECKED, LetterState.CLEARED)

    @property
    def in_force(self) -> bool:
        """Signed and neither superseded nor recalled."""
        return self in (LetterState.SIGNED, LetterState.ISSUED, LetterState.ACKNOWLEDGED)


class Classification(Worded):
    """Handling mark; the desk carries marks up to TIL TJENESTEBRUG and no higher."""

    PUBLISHABLE = "publishable", N_("May be published")
    INTERNAL = "internal", N_("Internal working document")
    RESTRICTED = "restricted", N_("FOR OFFICIAL USE ONLY")


NOT_THE_PLACE = N_(
    "Printed on every page. What is classified FORTROLIGT or higher does not belong here: this "
    "desk is not approved for it."
)


class BlockKind(Worded):
    """The 22 blocks of a mission letter, in the order in which they are printed."""

    LETTERHEAD = "letterhead", N_("Letterhead")
    META = "meta", N_("Case details")
    HANDLING = "handling", N_("Handling")
    ADDRESSEE = "addressee", N_("Addressee")
    SUBJECT = "subject", N_("Subject")
    SALUTATION = "salutation", N_("Salutation")
    CONTEXT = "context", N_("Context")
    MISSION = "mission", N_("The mission")
    GOAL = "goal", N_("The goal")
    ACCOUNTABLE = "accountable", N_("What you are accountable for")
    SHARED = "shared", N_("What you share")
    TIMELINE = "timeline", N_("Timeline")
    PORTFOLIO = "portfolio", N_("Initiatives")
    COALITION = "coalition", N_("Coalition of actors")
    RESOURCES = "resources", N_("Resources")
    SKILLS = "skills", N_("Skills")
    FOLLOW_UP = "follow_up", N_("Follow-up")
    PRINCIPLES = "principles", N_("Principles")
    ADJUSTMENT = "adjustment", N_("Adjustment")
    SIGNATURE = "signature", N_("Signature")
    COPIES = "copies", N_("Copies to")
    ANNEXES = "annexes", N_("Annexes")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to the holder of an office.

    Attributes:
        number: Given when it is numbered, "2026-001"; "" before.
        language: "da" or "en", the letter's own.
        addressee_person: Who held the addressee's office when the letter was written (L6).
        sender_offices: Ids of the one to three offices that sign.
        copies: Lines of "copy to".
        annexes: Extra annexes beside those that the data makes.
        follow_up: Date of the first follow-up (L9), then every `follow_up_cadence`.
        supersedes: Id of the letter that this one replaces or recalls.
        co_addressees: Ids of further offices that it goes to: a cabinet-wide letter's.
        kept_pdf: SHA-256 of the issued PDF as it is kept in the workspace, "" before issuing.
        kept_content: SHA-256 of what the issued letter says, kept as JSON.
        made_with: Programs and their versions that made the issued PDF.
    """

    id: str
    mission: str | None = None
    kind: LetterKind = LetterKind.MISSION
    number: str = ""
    version: int = 1
    state: LetterState = LetterState.DRAFT
    state_date: Period | None = None
    language: str = "da"
    date: Period | None = None
    place: str = "København"
    addressee_office: str | None = None
    addressee_person: str | None = None
    sender_offices: tuple[str, ...] = ()
    unit: str = ""
    case_officer: str = ""
    case_number: str = ""
    document_number: str = ""
    classification: Classification = Classification.INTERNAL
    copies: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    follow_up: Period | None = None
    follow_up_cadence: Cadence | None = Cadence.QUARTERLY
    supersedes: str | None = None
    co_addressees: tuple[str, ...] = ()
    kept_pdf: str = ""
    kept_content: str = ""
    made_with: str = ""


@dataclass(frozen=True, slots=True)
class LetterBlock:
    """One block of a letter: its heading and text in the letter's language, with closed
    placeholders.

    Attributes:
        kind: Which of the 22 blocks.
        heading: Heading as printed; "" prints none.
        text: Paragraphs apart by an empty line; lines that begin with "- " are a list.
        shown: False leaves the block out of the letter.
        common: Heading and text are those of the part common to the whole government.
    """

    id: str
    letter: str = ""
    kind: BlockKind = BlockKind.CONTEXT
    position: int = 0
    heading: str = ""
    text: str = ""
    shown: bool = True
    common: bool = False


@dataclass(frozen=True, slots=True)
class CommonBlock:
    """One block of the part that is common to the letters of the whole government.

    Attributes:
        language: "da" or "en"; there is one text for each kind of block and language.
        heading: As a letter block's.
        text: As a letter block's, with the same placeholders.
    """

    id: str
    language: str = "da"
    kind: BlockKind = BlockKind.PRINCIPLES
    position: int = 0
    heading: str = ""
    text: str = ""
