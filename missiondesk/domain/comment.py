# SPDX-License-Identifier: Apache-2.0
"""What somebody remarked on a record or on a paragraph of a letter, until it is settled."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period


class CommentState(Worded):
    """Whether somebody still has to do something about it."""

    OPEN = "open", N_("open")
    RESOLVED = "resolved", N_("settled")


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark.

    Attributes:
        kind: The kind of the record it is on, as in the trail.
        record: That record's id; a text of a letter is a record of its own.
        paragraph: The paragraph within a letter's text, from 1; 0 is the whole record.
        place: The paragraph's number in the letter as it was printed ("4.2"), else "".
        quoted: The words it was made on, so that it can be understood when they change.
        text: The remark.
        proposal: What should stand there instead, or "".
        author: Who made it, in their own words.
        answers: The remark that this one answers.
    """

    id: str
    kind: str = ""
    record: str = ""
    paragraph: int = 0
    place: str = ""
    quoted: str = ""
    text: str = ""
    proposal: str = ""
    author: str = ""
    made: Period | None = None
    answers: str | None = None
    state: CommentState = CommentState.OPEN
    settled_by: str = ""
    settled: Period | None = None
    outcome: str = ""
