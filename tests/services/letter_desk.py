# SPDX-License-Identifier: Apache-2.0
"""What the tests of letters do again and again on the sample's desk."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.domain.letter import BlockKind, Letter, LetterBlock, LetterState
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.services.desk import Desk

WAY = (LetterState.CHECKED, LetterState.CLEARED, LetterState.SIGNED, LetterState.ISSUED)


def mission_of(desk: Desk, code: str) -> Mission:
    """The mission of this code."""
    found = desk.missions.with_code(code)
    assert found is not None
    return found


def office_of(desk: Desk, title: str) -> str:
    """Id of the office with this Danish title."""
    return next(one.id for one in desk.organisation.offices() if one.title.da == title)


def numbered(desk: Desk, number: str) -> Letter:
    """The letter with this number."""
    return next(one for one in desk.letters.all() if one.number == number)


def block_of(desk: Desk, letter: Letter, kind: BlockKind) -> LetterBlock:
    """The letter's block of this kind, with the words that it prints."""
    return next(one for one in desk.letters.blocks(letter.id) if one.kind is kind)


def followed(desk: Desk, letter: Letter, date: str = "2027-01-20") -> Letter:
    """The letter with a date of follow-up."""
    return desk.letters.revise(replace(letter, follow_up=Period(date)))


def moved(desk: Desk, letter: Letter, to: LetterState) -> Letter:
    """The letter in a later state, by all states before it."""
    for state in WAY[: WAY.index(to) + 1]:
        letter = desk.letters.advance(letter.id, state)
    return letter


def now(desk: Desk, letter: Letter) -> Letter:
    """The letter as it is now."""
    found = desk.letters.get(letter.id)
    assert found is not None
    return found
