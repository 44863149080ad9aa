# SPDX-License-Identifier: Apache-2.0
"""The mark of journalising: under which case a document lies in the authority's case system."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class JournalMark:
    """One document that was put into the case system (ESDH), with what it is found by there.

    Attributes:
        letter: Id of the letter, or None.
        decision: Id of the decision, or None.
        meeting: Id of the meeting whose minutes they are, or None.
        document: Of any other document: which kind, as `print` names it, and after "#" the id of
            what it is about; "" of a letter, a decision or a meeting.
        title: Of any other document: what it was called.
        language: Of any other document: "da" or "en".
        case_number: The case's number (sagsnummer).
        document_number: The document's number in the case system, "" where it gives none.
        filed: When it was journalised.
        filed_by: By whom.
        sha256: Hash of the file that was journalised, "" where nobody knows it.
    """

    id: str
    letter: str | None = None
    decision: str | None = None
    meeting: str | None = None
    document: str = ""
    title: str = ""
    language: str = ""
    case_number: str = ""
    document_number: str = ""
    filed: Period | None = None
    filed_by: str = ""
    sha256: str = ""
