# SPDX-License-Identifier: Apache-2.0
"""The half-yearly report-back to a letter, once it has been read in."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class LetterReply:
    """What an addressee reported back; the commitments themselves hold what changed by it.

    Attributes:
        period: The half-year it is about, "2026-H2".
        received: The day on which it was read in.
        sender: Who filled it in, an office rather than a person.
        summary: What hinders and what is asked for, in the addressee's words.
        file_name: Name of the file it was read from, without its folder.
    """

    id: str
    letter: str = ""
    period: Period = Period("2026-H2")
    received: Period | None = None
    sender: str = ""
    summary: str = ""
    file_name: str = ""
