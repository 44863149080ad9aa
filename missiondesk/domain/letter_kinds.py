# SPDX-License-Identifier: Apache-2.0
"""What tells the kinds of letters apart: the part common to the government, and blocks left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from missiondesk.domain.letter import BlockKind, Letter, LetterKind
from missiondesk.domain.situation import Situation

_B: Final = BlockKind

# How the whole government works together stands in the block of principles.
WAY_OF_WORKING: Final = _B.PRINCIPLES
# The blocks that are common to all letters of the government unless a letter says it in its own
# words.
COMMON: Final = (_B.FOLLOW_UP, WAY_OF_WORKING, _B.ADJUSTMENT)
# Those that a letter of the kind says in its own words from the beginning: the common text on
# follow-up names one minister's meeting, the letter to all points to each one's own.
OWN_WORDS: Final[Mapping[LetterKind, frozenset[BlockKind]]] = {
    LetterKind.CABINET: frozenset({_B.FOLLOW_UP}),
}

# Blocks that a new letter of the kind does not show; they may be shown by hand.
LEFT_OUT: Final[Mapping[LetterKind, frozenset[BlockKind]]] = {
    LetterKind.SHARED: frozenset({_B.PORTFOLIO, _B.COALITION, _B.RESOURCES, _B.SKILLS}),
    LetterKind.CABINET: frozenset(
        {
            _B.GOAL, _B.ACCOUNTABLE, _B.SHARED, _B.TIMELINE, _B.PORTFOLIO, _B.COALITION,
            _B.RESOURCES, _B.SKILLS, _B.ANNEXES,
        }
    ),
    LetterKind.RECALL: frozenset(
        {
            _B.MISSION, _B.GOAL, _B.ACCOUNTABLE, _B.SHARED, _B.TIMELINE, _B.PORTFOLIO,
            _B.COALITION, _B.RESOURCES, _B.SKILLS, _B.FOLLOW_UP, _B.PRINCIPLES, _B.ADJUSTMENT,
            _B.ANNEXES,
        }
    ),
}  # fmt: skip


def kind_behind(situation: Situation, letter: Letter) -> LetterKind:
    """The kind of the letter that a revision revises, through all revisions before it."""
    seen = {letter.id}
    found = letter
    while found.kind is LetterKind.REVISION:
        former = situation.get(Letter, found.supersedes)
        if former is None or former.id in seen:
            return LetterKind.CABINET if letter.mission is None else LetterKind.MISSION
        seen.add(former.id)
        found = former
    return found.kind
