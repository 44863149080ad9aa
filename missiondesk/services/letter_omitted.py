# SPDX-License-Identifier: Apache-2.0
"""Blocks that a letter is to show and that come out empty: which, and why they are not printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.message import N_, Message
from missiondesk.services import letter_tables
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.letter_problems import LetterProblem

_NO_TEXT: Final = N_("This block is not printed: it has no text.")
# What a block of rows is without, and the field at which that is mended.
_NO_ROWS: Final = {
    BlockKind.GOAL: (N_("This block is not printed: the letter is about no single mission."), ""),
    BlockKind.SHARED: (
        N_("This block is not printed: no other minister shares the mission."),
        "shared.titles",
    ),
    BlockKind.PORTFOLIO: (
        N_("This block is not printed: the mission has no initiatives."),
        "initiatives.count",
    ),
    BlockKind.COALITION: (
        N_("This block is not printed: no kinds of actors are chosen for the mission."),
        "actor_types",
    ),
    BlockKind.RESOURCES: (
        N_("This block is not printed: no initiative has a budget frame."),
        "resources.total",
    ),
    BlockKind.COPIES: (N_("This block is not printed: nobody is to get a copy."), "copies"),
    BlockKind.ANNEXES: (N_("This block is not printed: the letter has no annexes."), "annexes"),
}
# Blocks that say something without words of their own.
_NEVER_EMPTY: Final = frozenset(
    {
        BlockKind.LETTERHEAD,
        BlockKind.META,
        BlockKind.HANDLING,
        BlockKind.ADDRESSEE,
        BlockKind.SUBJECT,
        BlockKind.GOAL,
        BlockKind.ACCOUNTABLE,
        BlockKind.SHARED,
        BlockKind.SIGNATURE,
    }
)


def idle(facts: LetterFacts, kind: BlockKind) -> bool:
    """Whether a block that only leads in to rows is left out, for the data has none for it."""
    match kind:
        case BlockKind.SHARED:
            return not letter_tables.shared(facts)
        case BlockKind.PORTFOLIO:
            return not letter_tables.initiatives(facts)
        case BlockKind.GOAL:
            return facts.metric is None and facts.letter.mission is None
        case BlockKind.COALITION:
            return not facts.mission.actor_types
        case BlockKind.RESOURCES:
            return letter_tables.budget(facts) is None
        case _:
            return False


def unprinted(facts: LetterFacts, content: LetterContent) -> Iterator[LetterProblem]:
    """Every block that is ticked and of which nothing stands in the letter.

    It may be meant, so it is told and hinders nothing. A letter that is signed is as it is.
    """
    if facts.letter.state.final:
        return
    for block in facts.blocks:
        if not block.shown:
            continue
        if idle(facts, block.kind) or _nothing_listed(block.kind, content):
            if block.kind is BlockKind.RESOURCES and any(one.frame for one in facts.live):
                continue  # its money is of years that are over, which is told by itself
            sentence, field = _NO_ROWS[block.kind]
            yield LetterProblem(Severity.NOTE, Message(sentence), block.kind, field)
        elif _without_words(block.kind, content):
            yield LetterProblem(Severity.NOTE, Message(_NO_TEXT), block.kind, "")


def _nothing_listed(kind: BlockKind, content: LetterContent) -> bool:
    return (kind is BlockKind.COPIES and not content.copies) or (
        kind is BlockKind.ANNEXES and not content.annexes
    )


def _without_words(kind: BlockKind, content: LetterContent) -> bool:
    if kind in _NEVER_EMPTY or kind in (BlockKind.COPIES, BlockKind.ANNEXES):
        return False
    if kind is BlockKind.SALUTATION:
        return not content.salutation
    text = content.block(kind)
    if text is not None and (text.paragraphs or text.bullets):
        return False
    annexed = bool(content.annexes)
    match kind:
        case BlockKind.MISSION:
            return not content.missions and not content.mission_sentence
        case BlockKind.TIMELINE:
            return not content.timeline
        case BlockKind.COALITION:
            return not content.actors
        case BlockKind.PORTFOLIO:
            return not annexed  # it names the annex that holds its rows
        case BlockKind.RESOURCES:
            return not annexed
        case BlockKind.FOLLOW_UP:
            return content.governance is None
        case _:
            return True
