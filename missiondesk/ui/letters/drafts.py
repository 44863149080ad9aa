# SPDX-License-Identifier: Apache-2.0
"""Which letter is wanted: drafted by the service that fits its kind, or the draft that is there."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.mission import Mission
from missiondesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Wanted:
    """A letter as somebody asks for it.

    Attributes:
        kind: What it is to be.
        mission: Id of its mission, of a mission letter or a shared one.
        office: Id of the office that a shared letter goes to.
        former: Id of the letter that is revised or recalled.
        language: "da" or "en"; a revision or recall has that of the letter before.
    """

    kind: LetterKind
    mission: str = ""
    office: str = ""
    former: str = ""
    language: str = "da"

    @property
    def follows(self) -> bool:
        """Whether it stands in the place of another letter."""
        return self.kind in (LetterKind.REVISION, LetterKind.RECALL)


def draft_there(desk: Desk, wanted: Wanted) -> Letter | None:
    """The letter that is wanted, when it is drafted already and not signed yet."""
    if wanted.follows:
        followers = (one for one in desk.letters.all() if one.supersedes == wanted.former)
        return next((it for it in followers if it.kind is wanted.kind and not it.state.final), None)
    office = wanted.office or None
    if wanted.kind is LetterKind.MISSION:
        mission = desk.situation.get(Mission, wanted.mission)
        office = mission.accountable_office if mission is not None else None
    return next(
        (
            it
            for it in desk.letters.of_mission(wanted.mission)
            if it.language == wanted.language
            and not it.state.final
            and it.kind is not LetterKind.RECALL
            and it.addressee_office == office
        ),
        None,
    )


def draft_wanted(desk: Desk, wanted: Wanted) -> Letter:
    """Draft the letter, unless it is there, and return it.

    Raises:
        Refused: The letter cannot be drafted; see `Letters.draft`, `supersede` and `recall`.
    """
    there = draft_there(desk, wanted)
    if there is not None:
        return there
    match wanted.kind:
        case LetterKind.REVISION:
            return desk.letters.supersede(wanted.former)
        case LetterKind.RECALL:
            return desk.letters.recall(wanted.former)
        case LetterKind.CABINET:
            return desk.letters.draft(None, wanted.language)
        case LetterKind.SHARED:
            return desk.letters.draft(
                wanted.mission, wanted.language, LetterKind.SHARED, wanted.office
            )
    return desk.letters.draft(wanted.mission, wanted.language, LetterKind.MISSION)
