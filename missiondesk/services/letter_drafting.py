# SPDX-License-Identifier: Apache-2.0
"""Makes the first draft of a letter of any kind from the standard blocks; it writes nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from missiondesk.domain import identity
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import BlockKind, Letter, LetterBlock, LetterKind, LetterState
from missiondesk.domain.letter_kinds import COMMON, LEFT_OUT, OWN_WORDS, kind_behind
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, OfficeLevel
from missiondesk.domain.period import Period, add_days, day
from missiondesk.domain.situation import Situation
from missiondesk.language import revision_opening, standard_blocks

_BASE = "{{metric.baseline"
_FORMER = "{{former.number}}"
_REASON = "{{recall.reason}}"
_SENTENCE = re.compile(r"(?<=[.!?]) +")
_KINDS = {kind.value: kind for kind in BlockKind}
# The capital in the letter's language; a letter may name another place.
_PLACES = {"da": "København", "en": "Copenhagen"}
FIRST_HUNDRED = 100  # days


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter with its blocks, not yet (or never) written to the workspace."""

    letter: Letter
    blocks: tuple[LetterBlock, ...]


def draft_letter(
    situation: Situation,
    mission: Mission | None,
    language: str,
    kind: LetterKind | None = None,
    addressee: str | None = None,
) -> Draft:
    """The standard letter of its kind, signed by the leading office.

    A mission letter goes to the accountable office, a shared one to ``addressee``, one without a
    mission to all ministers in office. When the letter that it would repeat is in force, the draft
    is the revision that will replace that one; a letter in another language is no such letter, for
    a translation replaces nothing.
    """
    kind = kind or (LetterKind.CABINET if mission is None else LetterKind.MISSION)
    office = addressee or (mission.accountable_office if mission else None)
    former = letter_in_force(situation, mission, kind, office, language)
    holder = situation.holder(office, situation.today)
    leader = leading_office(situation)
    senders = (leader.id,) if leader else ()
    letter = Letter(
        identity.new_id(),
        mission=mission.id if mission else None,
        kind=LetterKind.REVISION if former else kind,
        version=former.version + 1 if former else 1,
        language=language,
        place=_PLACES[language],
        addressee_office=office,
        addressee_person=holder.id if holder else None,
        sender_offices=senders,
        classification=situation.secretariat.classification,
        copies=_copies(situation, mission, language, office) if mission else (),
        supersedes=former.id if former else None,
        co_addressees=ministers(situation, senders) if mission is None else (),
    )
    metric = situation.metric_of(letter.mission) if letter.mission else None
    blocks = with_common(standard_letter(letter.id, language, metric, kind), kind)
    return Draft(letter, opened(blocks, language) if former else blocks)


def letter_in_force(
    situation: Situation,
    mission: Mission | None,
    kind: LetterKind,
    office: str | None,
    language: str,
) -> Letter | None:
    """The letter in force that one of this kind to this office would repeat, or None."""
    for letter in situation.letters_of(mission.id if mission else ""):
        behind = kind_behind(situation, letter)
        if not letter.state.in_force or behind is LetterKind.RECALL:
            continue
        if letter.language != language:
            continue
        if kind is LetterKind.SHARED or behind is LetterKind.SHARED:
            main = mission is not None and letter.addressee_office == mission.accountable_office
            repeats = letter.addressee_office == office or (kind is LetterKind.MISSION and main)
        else:
            repeats = True
        if repeats:
            return letter
    return None


def ministers(situation: Situation, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Ids of the ministers' offices that somebody holds today, without those who sign."""
    return tuple(
        one.id
        for one in situation.all(Office)
        if one.level is OfficeLevel.MINISTER
        and one.id not in but
        and situation.office_in_force(one.id, situation.today) is not None
        and situation.holder(one.id, situation.today) is not None
    )


def draft_revision(situation: Situation, former: Letter) -> Draft:
    """The revision of a letter in its own words, to whoever holds the office now."""
    letter = _following(situation, former, LetterKind.REVISION)
    blocks = tuple(
        replace(block, id=identity.new_id(), letter=letter.id)
        for block in situation.blocks_of(former.id)
    )
    return Draft(letter, opened(blocks, letter.language))


def draft_recall(situation: Situation, former: Letter, why: str) -> Draft:
    """The short letter that recalls another; without ``why`` the gap stays open in its text."""
    letter = replace(
        _following(situation, former, LetterKind.RECALL),
        version=1,
        follow_up=None,
        follow_up_cadence=None,
        annexes=(),
    )
    blocks = standard_letter(letter.id, letter.language, None, LetterKind.RECALL)
    given = " ".join(why.split())
    if given:
        blocks = tuple(replace(one, text=one.text.replace(_REASON, given)) for one in blocks)
    return Draft(letter, blocks)


def _following(situation: Situation, former: Letter, kind: LetterKind) -> Letter:
    """A draft in the place of a former letter: addressed anew, not yet numbered or dated."""
    holder = situation.holder(former.addressee_office, situation.today)
    over = former.follow_up is not None and former.follow_up.last < situation.today
    wide = former.addressee_office is None and former.co_addressees
    return replace(
        former,
        id=identity.new_id(),
        kind=kind,
        number="",
        version=former.version + 1,
        state=LetterState.DRAFT,
        state_date=None,
        date=None,
        document_number="",
        addressee_person=holder.id if holder else None,
        co_addressees=(
            ministers(situation, former.sender_offices) if wide else former.co_addressees
        ),
        follow_up=None if over else former.follow_up,
        supersedes=former.id,
        kept_pdf="",
        kept_content="",
        made_with="",
    )


def opened(blocks: tuple[LetterBlock, ...], language: str) -> tuple[LetterBlock, ...]:
    """The blocks with a first sentence on the letter that is replaced, unless they have one."""
    return tuple(
        replace(block, text=f"{revision_opening(language)}\n\n{block.text}".strip())
        if block.kind is BlockKind.CONTEXT and _FORMER not in block.text
        else block
        for block in blocks
    )


def standard_letter(
    letter: str,
    language: str,
    metric: OutcomeMetric | None,
    kind: LetterKind = LetterKind.MISSION,
) -> tuple[LetterBlock, ...]:
    """The standard blocks of a kind of letter, as far as they fit the kind of goal."""
    return _without_baseline(blank_blocks(letter, language, kind), metric)


def with_common(blocks: tuple[LetterBlock, ...], kind: LetterKind) -> tuple[LetterBlock, ...]:
    """The blocks of a kind of letter, of which those of the common part have no words."""
    common = frozenset(COMMON) - OWN_WORDS.get(kind, frozenset())
    return tuple(
        replace(block, common=True, heading="", text="") if block.kind in common else block
        for block in blocks
    )


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


def blank_blocks(
    letter: str, language: str, kind: LetterKind = LetterKind.MISSION
) -> tuple[LetterBlock, ...]:
    """The 22 standard blocks for a kind of letter, in printing order."""
    left_out = LEFT_OUT.get(kind, frozenset())
    return tuple(
        LetterBlock(
            identity.new_id(),
            letter=letter,
            kind=_KINDS[block.kind],
            position=position,
            heading=block.heading,
            text=block.text,
            shown=_KINDS[block.kind] not in left_out,
        )
        for position, block in enumerate(standard_blocks(language, kind.value))
    )


def leading_office(situation: Situation) -> Office | None:
    """The office that signs by default: the first minister's office of the workspace."""
    found = situation.all(Office)
    return next((one for one in found if one.level is OfficeLevel.MINISTER), None)


def _copies(
    situation: Situation, mission: Mission, language: str, addressee: str | None
) -> tuple[str, ...]:
    """Who answers for the mission and all who share it or its commitments, but the addressee."""
    keys = [mission.accountable_office, *mission.co_offices]
    for one in situation.commitments_of(mission.id):
        if one.status is not CommitmentStatus.NOT_PURSUED:
            keys += [one.lead_office, *one.co_offices]
    offices = (situation.get(Office, key) for key in keys if key != addressee)
    titles = [one.title.in_language(language) for one in offices if one is not None]
    return tuple(dict.fromkeys(title for title in titles if title))


def end_of_first_100_days(situation: Situation, letter: Letter) -> Period:
    """The hundredth day after the letter's date, whenever the term began."""
    return day(add_days(written_on(situation, letter), FIRST_HUNDRED))


def written_on(situation: Situation, letter: Letter) -> date:
    """The letter's date, or the day of the situation while it has none."""
    return letter.date.last if letter.date else situation.today


__all__ = [
    "Draft",
    "blank_blocks",
    "draft_letter",
    "draft_recall",
    "draft_revision",
    "end_of_first_100_days",
    "leading_office",
    "letter_in_force",
    "ministers",
    "opened",
    "standard_letter",
    "with_common",
    "written_on",
]
