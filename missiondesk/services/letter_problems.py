# SPDX-License-Identifier: Apache-2.0
"""What keeps a letter from being more than a draft, with the block and field where it is mended."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from missiondesk.domain.finding import Severity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import BlockKind, Letter, LetterKind
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.placeholders import Filled
from missiondesk.domain.readiness.owned import bearable_load
from missiondesk.domain.situation import Situation
from missiondesk.services.placeholder_words import GAPS


@dataclass(frozen=True, slots=True)
class LetterProblem:
    """One gap or fault.

    Attributes:
        block: The block in which it is seen, or None when it is the letter's own field.
        field: Field of the letter, or the placeholder's name, at which it is mended.
    """

    severity: Severity
    message: Message
    block: BlockKind | None = None
    field: str = ""

    @property
    def hinders(self) -> bool:
        """True when nothing but a draft may go out with it."""
        return self.severity is Severity.ERROR


def in_texts(filled: Iterable[tuple[BlockKind, Filled]]) -> Iterator[LetterProblem]:
    """Placeholders that are unknown or have no value, each once a block."""
    for kind, text in filled:
        for name in dict.fromkeys(text.unknown):
            said = message(N_("“{name}” is not a known placeholder."), name=name)
            yield LetterProblem(Severity.ERROR, said, kind, name)
        for name in dict.fromkeys(text.empty):
            said = message(N_("There is nothing to put in for “{what}”."), what=Message(GAPS[name]))
            yield LetterProblem(Severity.ERROR, said, kind, name)


def in_length(filled: Iterable[tuple[BlockKind, Filled]]) -> Iterator[LetterProblem]:
    """Sentences that nobody follows to their end (A11Y-09); an abbreviation's dot ends one too, so
    that some are not told.
    """
    for kind, text in filled:
        for sentence in _SENTENCE_END.split(text.text):
            words = sentence.split()
            if len(words) > LONGEST_SENTENCE:
                said = message(
                    N_("{count} words in a sentence; at most {most} can be followed: “{begin} …”"),
                    count=len(words),
                    most=LONGEST_SENTENCE,
                    begin=" ".join(words[:6]),
                )
                yield LetterProblem(Severity.NOTE, said, kind)


def in_dates(letter: Letter, empty: Container[str]) -> Iterator[LetterProblem]:
    """Every letter but a recall says when it is followed up (L9); told once.

    Args:
        empty: The placeholders that are missed already.
    """
    if letter.kind is LetterKind.RECALL or letter.follow_up is not None:
        return
    if "letter.follow_up" not in empty:
        said = message(N_("The letter has no date of follow-up."))
        yield LetterProblem(Severity.ERROR, said, BlockKind.FOLLOW_UP, "follow_up")


def in_course(situation: Situation, letter: Letter) -> Iterator[LetterProblem]:
    """What is replaced or recalled was in force until this letter was drafted."""
    if letter.kind not in (LetterKind.REVISION, LetterKind.RECALL) or letter.state.final:
        return
    former = situation.get(Letter, letter.supersedes)
    if former is None:
        said = message(N_("It is not known which letter it replaces or recalls."))
        yield LetterProblem(Severity.ERROR, said, BlockKind.CONTEXT, "supersedes")
    elif not former.state.in_force:
        said = message(
            N_("Letter {number} is not in force any more: {state}."),
            number=former.number or "–",
            state=former.state,
        )
        yield LetterProblem(Severity.ERROR, said, BlockKind.CONTEXT, "supersedes")


def in_persons(situation: Situation, letter: Letter) -> Iterator[LetterProblem]:
    """A letter needs an addressee in office and one to three signatories in office."""
    if letter.addressee_office is None and letter.co_addressees:
        pass  # it goes to several offices and to none above the others
    elif letter.addressee_office is None:
        said = message(N_("The letter has no addressee."))
        yield LetterProblem(Severity.ERROR, said, BlockKind.ADDRESSEE, "addressee_office")
    elif letter.addressee_person is None:
        said = message(N_("Nobody holds the addressee's office."))
        yield LetterProblem(Severity.WARNING, said, BlockKind.ADDRESSEE, "addressee_person")
    if not letter.sender_offices:
        said = message(N_("Nobody signs the letter."))
        yield LetterProblem(Severity.ERROR, said, BlockKind.SIGNATURE, "sender_offices")
    if len(letter.sender_offices) > MOST_SIGNATORIES:
        said = message(N_("At most {most} may sign a letter."), most=MOST_SIGNATORIES)
        yield LetterProblem(Severity.ERROR, said, BlockKind.SIGNATURE, "sender_offices")
    on = letter.date.last if letter.date else situation.today
    if any(situation.holder(office, on) is None for office in letter.sender_offices):
        said = message(N_("Nobody holds the office that signs the letter."))
        yield LetterProblem(Severity.ERROR, said, BlockKind.SIGNATURE, "sender_offices")


def in_load(situation: Situation, letter: Letter) -> Iterator[LetterProblem]:
    """L5: what the addressee carries over all missions is told beside the commitments."""
    for finding in bearable_load(situation):
        if finding.key == letter.addressee_office and letter.kind is not LetterKind.RECALL:
            yield LetterProblem(finding.severity, finding.message, BlockKind.ACCOUNTABLE)


MOST_SIGNATORIES = 3
LONGEST_SENTENCE = 30  # words; a mission's own sentence is kept to 25 (A5)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
