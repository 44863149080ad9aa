# SPDX-License-Identifier: Apache-2.0
"""What the form for the report-back to a letter says, and what a form that came back holds."""

from __future__ import annotations

import hashlib

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Message
from missiondesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """One commitment on the form, in the letter's language.

    Attributes:
        key: Id of the commitment.
        due: A date or a cadence in words.
        lead: Title of the office that leads it.
        status: As it is when the form is made.
        evidence: As it is when the form is made.
        leads: The addressee leads it and reports its status; else only a comment is asked for.
        choices: Statuses that may be reported, the present one first.
    """

    key: str
    number: str
    text: str
    measure: str = ""
    due: str = ""
    lead: str = ""
    status: CommitmentStatus = CommitmentStatus.OPEN
    evidence: str = ""
    leads: bool = True
    choices: tuple[CommitmentStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyForm:
    """The whole form.

    Attributes:
        letter: Id of the letter.
        created: Date of the form, ISO text; it stamps the file.
        mark: "EKSEMPEL" on the forms of the sample, else "".
        facts: The key metric's figures (label, value).
    """

    letter: str
    version: int
    period: Period
    language: str
    title: str
    created: str
    number: str = ""
    authority: str = ""
    addressee: str = ""
    mission: str = ""
    mark: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    rows: tuple[ReplyRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledCell:
    """What stands in a cell, and where: the place names the sheet too when it is said."""

    text: str
    place: str
    fault: Message | None = None


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One commitment of a form that came back.

    Attributes:
        status_before: Value of the status when the form was made.
        evidence_before: Print of the evidence when the form was made; see `print_of`.
    """

    key: str
    status_before: str
    evidence_before: str
    number: FilledCell
    text: FilledCell
    status: FilledCell
    evidence: FilledCell
    comment: FilledCell


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form that came back, as it was read; nothing of it is believed yet.

    Attributes:
        period: As it stands in the file; it need not be one.
        hinders: What hinders the work, in the addressee's words.
        asks: What the addressee asks for.
    """

    file_name: str
    sheet: str
    letter: str
    version: str
    period: str
    language: str
    rows: tuple[FilledRow, ...]
    hinders: FilledCell
    asks: FilledCell


def print_of(text: str) -> str:
    """A short print of a text, by which it is known again: blanks at its ends do not count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]


def seal_of(letter: str, version: str, period: str, language: str, keys: tuple[str, ...]) -> str:
    """What tells that the hidden particulars of a form are as they were written.

    It protects from slips (a row copied from another form), not from forgery.
    """
    return print_of("|".join((letter, version, period, language, *keys)))
