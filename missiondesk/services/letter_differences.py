# SPDX-License-Identifier: Apache-2.0
"""L8: where a letter that went out differs from what the data say today, fact by fact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import CommitmentRow, LetterContent, TextBlock
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.situation import Situation
from missiondesk.services.letter_composition import compose
from missiondesk.services.letter_drafting import Draft

Key = tuple[str, ...]
Facts = dict[Key, tuple[BlockKind, Message, str]]

# Their text is made of facts that are compared one by one, or says only how the letter stands.
_NOT_WORDS = (
    BlockKind.LETTERHEAD,
    BlockKind.META,
    BlockKind.HANDLING,
    BlockKind.ADDRESSEE,
    BlockKind.SUBJECT,
    BlockKind.SALUTATION,
)


@dataclass(frozen=True, slots=True)
class LetterDifference:
    """One fact that is another today.

    Attributes:
        place: Where it stands, to be said in the screen's language.
        was: As issued, in the letter's language; "" when it is new.
        now: As the data say it today; "" when it is gone.
        block: The block in which it stands.
    """

    place: Message
    was: str
    now: str
    block: BlockKind


def differences(
    now: Situation, written: Draft, issued: LetterContent
) -> tuple[LetterDifference, ...]:
    """What is different, in the order of the letter; the state, its dates and the mark are not."""
    today = compose(now, written_today(now, written))[0]
    before, after = _facts(issued), _facts(_signed_today(now, written, today))
    found = []
    for key in dict.fromkeys((*before, *after)):
        was, then = before.get(key), after.get(key)
        block, place, _ = then or was or (BlockKind.CONTEXT, Message(""), "")
        texts = (was[2] if was else "", then[2] if then else "")
        if texts[0] != texts[1]:
            found.append(LetterDifference(place, *texts, block))
    order = list(BlockKind)
    return tuple(sorted(found, key=lambda one: order.index(one.block)))


def written_today(now: Situation, written: Draft) -> Draft:
    """The letter as it would be written today: to whoever holds the office now."""
    letter = written.letter
    holder = now.holder(letter.addressee_office, now.today)
    person = holder.id if holder else letter.addressee_person
    return Draft(replace(letter, addressee_person=person), written.blocks)


def _signed_today(now: Situation, written: Draft, content: LetterContent) -> LetterContent:
    """The letter with the names of those who hold the signing offices today."""
    holders = [now.holder(office, now.today) for office in written.letter.sender_offices]
    signatories = tuple(
        replace(one, name=holder.name if holder else "")
        for one, holder in zip(content.signatories, holders, strict=True)
    )
    return replace(content, signatories=signatories)


def _facts(content: LetterContent) -> Facts:
    facts: Facts = {}
    for key, block, place, text in _told(content):
        number = 2
        while key in facts:  # two milestones of the same title
            key, number = (*key, str(number)), number + 1
        facts[key] = (block, place, text)
    return facts


def _told(content: LetterContent) -> Iterator[tuple[Key, BlockKind, Message, str]]:
    yield ("addressee",), BlockKind.ADDRESSEE, _word(BlockKind.ADDRESSEE), _lines(content.addressee)
    yield ("subject",), BlockKind.SUBJECT, _word(BlockKind.SUBJECT), content.subject
    for block in content.blocks:
        if block.kind not in _NOT_WORDS:
            yield ("words", block.kind.value), block.kind, _word(block.kind), _words(block)
    yield from _goal(content)
    for rows in (content.commitments, content.elsewhere):
        for row in rows:
            place = message(N_("Commitment {number}"), number=row.number)
            yield ("commitment", row.number), BlockKind.ACCOUNTABLE, place, _promise(row)
    for title, part in content.shared:
        yield ("shared", title), BlockKind.SHARED, _word(BlockKind.SHARED), f"{title}: {part}"
    for line in content.missions:
        text = _lines((line.metric, line.target, line.minister))
        place = message(N_("Mission {code}"), code=line.code)
        yield ("mission", line.code), BlockKind.MISSION, place, text
    yield from _plans(content)
    for one in content.signatories:
        text = _lines((one.name, one.title))
        yield ("signatory", one.title), BlockKind.SIGNATURE, _word(BlockKind.SIGNATURE), text


def _goal(content: LetterContent) -> Iterator[tuple[Key, BlockKind, Message, str]]:
    goal = content.goal
    if goal is None:
        return
    # The sheet's labels are in the letter's own language, as its words are.
    for label, value in goal.facts:
        yield ("goal", label), BlockKind.GOAL, message(N_("The goal: {fact}"), fact=label), value
    rated = f"{goal.rating_symbol} {goal.rating_word}".strip()
    yield ("rating",), BlockKind.GOAL, message(N_("Progress")), rated
    for period, value in _figures(content.attachment):
        place = message(N_("Figure for {period}"), period=period)
        yield ("figure", period), BlockKind.GOAL, place, value


def _figures(attachment: bytes) -> list[tuple[str, str]]:
    try:
        rows = json.loads(attachment)["observations"] if attachment else []
        return [(str(row["period"]), f"{row['value']} ({row['status']})") for row in rows]
    except (ValueError, KeyError, TypeError):
        return []


def _plans(content: LetterContent) -> Iterator[tuple[Key, BlockKind, Message, str]]:
    for milestone in content.timeline:
        place = message(N_("Milestone “{title}”"), title=milestone.title)
        yield ("milestone", milestone.title), BlockKind.TIMELINE, place, milestone.due
    for row in content.initiatives:
        place = message(N_("Initiative {code}"), code=row.code or row.title)
        text = _lines((row.title, row.stage, row.owner, row.period, row.gate, row.contribution))
        yield ("initiative", row.code or row.title), BlockKind.PORTFOLIO, place, text
    if content.budget is not None:
        years = content.budget.years
        for name, cells in content.budget.rows:
            text = _lines(tuple(map(": ".join, zip(years, cells, strict=True))))
            place = message(N_("Budget frame of {name}"), name=name)
            yield ("budget", name), BlockKind.RESOURCES, place, text


def _word(kind: BlockKind) -> Message:
    return Message(kind.word)


def _lines(parts: tuple[str, ...]) -> str:
    return ", ".join(part for part in parts if part)


def _words(block: TextBlock) -> str:
    points = tuple(f"- {point}" for point in block.bullets)
    return "\n".join(part for part in (block.heading, *block.paragraphs, *points) if part)


def _promise(row: CommitmentRow) -> str:
    return _lines((row.text, row.measure, row.due, row.lead, row.shared))
