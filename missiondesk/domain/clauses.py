# SPDX-License-Identifier: Apache-2.0
"""Rules of the negotiated text: brackets (N6), acceptance (N3), and how much is agreed (N4)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.platform import PlatformChapter
from missiondesk.domain.situation import Situation

_LETTERS = re.compile(r"\s*([^:\[\]]{1,60}):")
_SEPARATORS = re.compile(r"\s*(?:,|/|\+|\bog\b|\band\b|\s)\s*")
# What a person sets; all else follows from text and acceptance.
_SET_BY_HAND = (ClauseState.RESERVED, ClauseState.DELETED)


@dataclass(frozen=True, slots=True)
class Bracket:
    """One stretch in square brackets.

    Attributes:
        letters: Letters of the parties that want it, as written before the colon.
        text: What stands after them.
    """

    letters: tuple[str, ...]
    text: str


def brackets_in(text: str) -> tuple[Bracket, ...]:
    """The outermost brackets of a text; one that is not closed is left out."""
    found, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        if sign == "[":
            if depth == 0:
                start = place + 1
            depth += 1
        elif sign == "]" and depth:
            depth -= 1
            if depth == 0:
                found.append(_bracket(text[start:place]))
    return tuple(found)


def _bracket(inner: str) -> Bracket:
    match = _LETTERS.match(inner)
    if match is None:
        return Bracket((), inner.strip())
    letters = tuple(filter(None, _SEPARATORS.split(match.group(1).strip())))
    return Bracket(letters, inner[match.end() :].strip())


def bracket_faults(text: str, known: Collection[str]) -> tuple[Message, ...]:
    """What is wrong with the brackets of a text (N6).

    Args:
        known: Letters of the parties.
    """
    faults = []
    depth = 0
    for sign in text:
        if sign == "[":
            depth += 1
        elif sign == "]":
            if depth == 0:
                faults.append(message(N_("A bracket is closed that was not opened.")))
                break
            depth -= 1
    else:
        if depth:
            faults.append(message(N_("A bracket is not closed.")))
    folded = {one.casefold() for one in known}
    for one in brackets_in(text):
        if not one.letters:
            faults.append(
                message(N_("It is not said who wants “{text}”: write the letter and a colon after "
                           "the bracket."), text=one.text[:40])
            )  # fmt: skip
        faults += [
            message(N_("There is no party {letter}."), letter=letter)
            for letter in one.letters
            if letter.casefold() not in folded
        ]
    return tuple(faults)


def has_brackets(text: str) -> bool:
    """Whether anything of it is in brackets."""
    return "[" in text or "]" in text


def texts_of(clause: Clause) -> tuple[str, ...]:
    """Its texts in the languages it is written in."""
    return tuple(one for one in (clause.text.da, clause.text.en) if one.strip())


def revised(
    before: Clause | None,
    after: Clause,
    proposals: Sequence[ClauseProposal],
    table: Collection[str],
) -> Clause:
    """The clause as an edit leaves it: another text loses every acceptance (N3), and the state
    follows.

    Args:
        before: As it was, None for a new one.
        table: Ids of the parties at the table.
    """
    if before is not None and before.text != after.text:
        after = replace(after, accepted=())
        if after.state is ClauseState.AGREED:
            after = replace(after, state=ClauseState.PROPOSED)
    return replace(after, state=state_of(after, proposals, table))


def state_of(
    clause: Clause, proposals: Sequence[ClauseProposal], table: Collection[str]
) -> ClauseState:
    """Agreed only when all at the table accept this very text and nothing in it is open (N3)."""
    if clause.state in _SET_BY_HAND:
        return clause.state
    if any(map(has_brackets, texts_of(clause))):
        return ClauseState.BRACKETED
    if proposals:
        return ClauseState.ALTERNATIVE
    if table and set(table) <= set(clause.accepted):
        return ClauseState.AGREED
    return ClauseState.PROPOSED


@dataclass(frozen=True, slots=True)
class ChapterProgress:
    """How much of a chapter is agreed (N4)."""

    chapter: PlatformChapter
    agreed: int
    clauses: int

    @property
    def share(self) -> float:
        """Per cent agreed; 0 for a chapter without clauses."""
        return 100.0 * self.agreed / self.clauses if self.clauses else 0.0


def clauses_of(now: Situation, chapter: str) -> tuple[Clause, ...]:
    """Clauses of a chapter by number."""
    found = now.referring(Clause, "chapter", chapter)
    return tuple(sorted(found, key=lambda it: it.number))


def all_clauses(now: Situation) -> tuple[tuple[PlatformChapter, Clause], ...]:
    """All clauses in the order of the text."""
    return tuple(
        (chapter, clause) for chapter in now.chapters for clause in clauses_of(now, chapter.id)
    )


def progress(now: Situation) -> tuple[ChapterProgress, ...]:
    """How much is agreed, chapter by chapter (N4); deleted clauses do not count."""
    found = []
    for chapter in now.chapters:
        rows = [one for one in clauses_of(now, chapter.id) if one.state.counts]
        agreed = sum(one.state is ClauseState.AGREED for one in rows)
        found.append(ChapterProgress(chapter, agreed, len(rows)))
    return tuple(found)


def total(rows: Iterable[ChapterProgress]) -> tuple[int, int]:
    """Agreed clauses and all of them."""
    rows = tuple(rows)
    return sum(one.agreed for one in rows), sum(one.clauses for one in rows)
