# SPDX-License-Identifier: Apache-2.0
"""The form on which one party answers the numbered questions, out and back."""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.domain.comment_sheet import seal_of_sheet
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.position import PartyStance
from missiondesk.domain.reply_content import FilledCell

LEAST_WEIGHT, MOST_WEIGHT = 1, 5  # how much an answer may matter


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question on the form, with what the party has answered before.

    Attributes:
        key: Id of the question.
        number: As printed.
    """

    key: str
    number: str
    text: str
    stance: PartyStance = PartyStance.UNKNOWN
    intensity: int | None = None
    red_line: bool = False
    answer: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """The whole form.

    Attributes:
        talks_round: Id of the round.
        party: Id of the party that answers.
        created: ISO date that stamps the file.
        about: The round's name.
        addressee: The party's name.
        due: Until when it is to be back, in words, or "".
        mark: Watermark in words ("EKSEMPEL"), or "".
        classification: Handling mark, or "".
    """

    talks_round: str
    party: str
    language: str
    title: str
    created: str
    authority: str
    about: str
    addressee: str
    due: str = ""
    mark: str = ""
    classification: str = ""
    rows: tuple[QuestionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """One row that came back; nothing of it is believed yet.

    Attributes:
        number: The cell with the question's number, by which people find the row.
        text: The question's words as they were sent out.
    """

    key: str
    number: FilledCell
    text: FilledCell
    stance: FilledCell
    weight: FilledCell
    red_line: FilledCell
    answer: FilledCell
    wish: FilledCell

    @property
    def asked(self) -> tuple[FilledCell, ...]:
        """The cells that the party fills in."""
        return (self.stance, self.weight, self.red_line, self.answer, self.wish)


@dataclass(frozen=True, slots=True)
class FilledQuestions:
    """A form that came back, as it was read."""

    file_name: str
    sheet: str
    talks_round: str
    party: str
    language: str
    rows: tuple[FilledQuestion, ...]


def seal_of_questions(
    talks_round: str, party: str, language: str, rows: Iterable[tuple[str, str]]
) -> str:
    """What shows that no row was moved, and neither ids nor words of a question were changed."""
    return seal_of_sheet(talks_round, party, language, (f"{key} {text}" for key, text in rows))
