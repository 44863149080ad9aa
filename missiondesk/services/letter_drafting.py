# SPDX-License-Identifier: Apache-2.0
"""Makes the first draft of a mission's letter from the standard blocks; it writes nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from missiondesk.domain import identity
from missiondesk.domain.letter import BlockKind, Letter, LetterBlock, LetterKind
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, OfficeLevel
from missiondesk.domain.period import Period, day
from missiondesk.domain.situation import Situation
from missiondesk.language import standard_blocks

_BASE = "{{metric.baseline"
_SENTENCE = re.compile(r"(?<=[.!?]) +")
_KINDS = {kind.value: kind for kind in BlockKind}
# The capital in the letter's language; a letter may name another place.
_PLACES = {"da": "København", "en": "Copenhagen"}
FIRST_HUNDRED = timedelta(days=100)


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter with its blocks, not yet (or never) written to the workspace."""

    letter: Letter
    blocks: tuple[LetterBlock, ...]


def draft_letter(situation: Situation, mission: Mission, language: str) -> Draft:
    """The standard letter of ``mission``: to its accountable office, signed by the leading one.

    When a letter of the mission is in force, the draft is the revision that will replace it.
    """
    former = next((one for one in situation.letters_of(mission.id) if one.state.in_force), None)
    holder = situation.holder(mission.accountable_office, situation.today)
    leader = leading_office(situation)
    letter = Letter(
        identity.new_id(),
        mission=mission.id,
        kind=LetterKind.REVISION if former else LetterKind.MISSION,
        version=former.version + 1 if former else 1,
        language=language,
        place=_PLACES[language],
        addressee_office=mission.accountable_office,
        addressee_person=holder.id if holder else None,
        sender_offices=(leader.id,) if leader else (),
        classification=situation.secretariat.classification,
        copies=_copies(situation, mission, language),
        supersedes=former.id if former else None,
    )
    metric = situation.metric_of(mission.id)
    return Draft(letter, standard_letter(letter.id, language, metric))


def standard_letter(
    letter: str, language: str, metric: OutcomeMetric | None
) -> tuple[LetterBlock, ...]:
    """The standard blocks, as far as they fit the kind of goal."""
    return _without_baseline(blank_blocks(letter, language), metric)


def _without_baseline(
    blocks: tuple[LetterBlock, ...], metric: OutcomeMetric | None
) -> tuple[LetterBlock, ...]:
    """Leave out sentences on the baseline where the target has none: a total, or done or not."""
    if metric is None or metric.target_shape not in (TargetShape.BINARY, TargetShape.CUMULATIVE):
        return blocks
    return tuple(
        replace(
            block, text=" ".join(one for one in _SENTENCE.split(block.text) if _BASE not in one)
        )
        if _BASE in block.text
        else block
        for block in blocks
    )


def blank_blocks(letter: str, language: str) -> tuple[LetterBlock, ...]:
    """The 22 standard blocks for a letter, in printing order."""
    return tuple(
        LetterBlock(
            identity.new_id(),
            letter=letter,
            kind=_KINDS[block.kind],
            position=position,
            heading=block.heading,
            text=block.text,
        )
        for position, block in enumerate(standard_blocks(language))
    )


def leading_office(situation: Situation) -> Office | None:
    """The office that signs by default: the first minister's office of the workspace."""
    found = situation.all(Office)
    return next((one for one in found if one.level is OfficeLevel.MINISTER), None)


def _copies(situation: Situation, mission: Mission, language: str) -> tuple[str, ...]:
    offices = (situation.get(Office, key) for key in mission.co_offices)
    titles = [one.title.in_language(language) for one in offices if one is not None]
    return tuple(dict.fromkeys(title for title in titles if title))


def end_of_first_100_days(situation: Situation, letter: Letter) -> Period:
    """The hundredth day of the term, or of the letter when that is not known or over."""
    term, written = situation.secretariat.term_start, written_on(situation, letter)
    if term is not None and term.first + FIRST_HUNDRED >= written:
        return day(term.first + FIRST_HUNDRED)
    return day(written + FIRST_HUNDRED)


def written_on(situation: Situation, letter: Letter) -> date:
    """The letter's date, or the day of the situation while it has none."""
    return letter.date.last if letter.date else situation.today


__all__ = [
    "Draft",
    "blank_blocks",
    "draft_letter",
    "end_of_first_100_days",
    "leading_office",
    "standard_letter",
    "written_on",
]
