# SPDX-License-Identifier: Apache-2.0
"""A letter as plain lines, part by part, as its reader meets them: to lay two beside each other."""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import (
    BudgetTable,
    GovernanceTables,
    LetterContent,
    TextBlock,
)
from missiondesk.domain.message import N_
from missiondesk.language import Translator

HEAD = "head"
_IN_HEAD = frozenset(
    {
        BlockKind.LETTERHEAD,
        BlockKind.META,
        BlockKind.HANDLING,
        BlockKind.ADDRESSEE,
        BlockKind.SUBJECT,
        BlockKind.SALUTATION,
    }
)


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part of a letter: by its key the same part is found in another letter."""

    key: str
    title: str
    lines: tuple[str, ...]


def letter_parts(content: LetterContent, tr: Translator) -> tuple[LetterPart, ...]:
    """All that the letter says, in the order of its blocks.

    Args:
        tr: The language in which the parts are named.
    """
    parts = [_head(content, tr)]
    for block in content.blocks:
        if block.kind in _IN_HEAD:
            continue
        said = (*block.paragraphs, *(f"• {point}" for point in block.bullets))
        lines = _kept((*said, *_rows(block, content, tr)))
        title = block.heading or tr.show(block.kind)
        parts.append(LetterPart(block.kind.value, title, lines))
    return tuple(part for part in parts if part.lines)


def _head(content: LetterContent, tr: Translator) -> LetterPart:
    lines = (
        content.sender,
        *content.addressee,
        *(_pair(label, value) for label, value in content.meta),
        content.handling,
        content.subject,
        content.salutation,
    )
    return LetterPart(HEAD, tr.say(N_("Address and case details")), _kept(lines))


def _rows(block: TextBlock, content: LetterContent, tr: Translator) -> Iterable[str]:
    """What stands under the block's own text."""
    match block.kind:
        case BlockKind.MISSION:
            if content.missions:
                return (
                    _row(f"{one.code} {one.title}", one.metric, one.target, one.minister)
                    for one in content.missions
                )
            return () if block.paragraphs else (content.mission_sentence,)
        case BlockKind.GOAL:
            return _goal(content)
        case BlockKind.ACCOUNTABLE:
            return _commitments(content, tr)
        case BlockKind.SHARED:
            return (_pair(title, part) for title, part in content.shared)
        case BlockKind.TIMELINE:
            return (
                _row(one.due, one.title, one.kind, one.owner, one.status)
                for one in content.timeline
            )
        case BlockKind.PORTFOLIO:
            return (
                _row(
                    f"{one.code} {one.title}".strip(), one.stage, one.owner, one.period, one.gate,
                    one.contribution,
                )
                for one in content.initiatives
            )  # fmt: skip
        case BlockKind.COALITION:
            return content.actors
        case BlockKind.RESOURCES:
            return _budget(content.budget) if content.budget else ()
        case BlockKind.FOLLOW_UP:
            return _governance(content.governance) if content.governance else ()
        case BlockKind.SIGNATURE:
            signed = (_row(one.name, one.title) for one in content.signatories)
            return (content.place_and_date, *signed)
        case BlockKind.COPIES:
            return content.copies
        case BlockKind.ANNEXES:
            return (f"{number}. {title}" for number, title in enumerate(content.annexes, start=1))
        case _:
            return ()


def _commitments(content: LetterContent, tr: Translator) -> Iterable[str]:
    for one in (*content.commitments, *content.elsewhere):
        shared = tr.say(N_("with {others}"), others=one.shared) if one.shared else ""
        lead = tr.say(N_("led by {title}"), title=one.lead) if one.lead else ""
        yield _row(f"{one.number}. {one.text}", one.measure, one.due, lead, shared)


def _goal(content: LetterContent) -> Iterable[str]:
    goal = content.goal
    if goal is None:
        return
    yield from (_pair(label, value) for label, value in goal.facts)
    yield _row(f"{goal.rating_symbol} {goal.rating_word}".strip(), goal.rating_sentence)


def _budget(budget: BudgetTable) -> Iterable[str]:
    for name, amounts in (*budget.rows, ("=", budget.total)):
        years = zip(budget.years, amounts, strict=False)
        said = ", ".join(f"{year} {amount}" for year, amount in years if amount.strip())
        yield _pair(name, f"{said} ({budget.unit})")


def _governance(told: GovernanceTables) -> Iterable[str]:
    yield from (_row(*row) for row in (*told.bodies, *told.answers))
    yield told.way


def _pair(label: str, value: str) -> str:
    return f"{label}: {value}" if label and value else label or value


def _row(*cells: str) -> str:
    return " · ".join(cell for cell in cells if cell.strip())


def _kept(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in lines if line.strip())
