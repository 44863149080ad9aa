# SPDX-License-Identifier: Apache-2.0
"""What the head of a mission says of who answers for it, and which letters its buttons open."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.letter_kinds import kind_behind
from missiondesk.domain.organisation import Office
from missiondesk.domain.wording import definite_title
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail


def accountable(detail: MissionDetail, desk: Desk, tr: Translator) -> str:
    """Who answers for the mission and who shares it, as a sentence."""
    if detail.office is None:
        return tr.say("No minister is accountable yet.")
    title = definite_title(detail.office.title.in_language(tr.lang), tr.lang)
    found = [desk.situation.get(Office, one) for one in detail.mission.co_offices]
    others = [definite_title(one.title.in_language(tr.lang), tr.lang) for one in found if one]
    if not others:
        return tr.say("Accountable: {office}.", office=title)
    return tr.say(
        "Accountable: {office}, together with {others}.",
        office=title,
        others=tr.list(others),
    )


@dataclass(frozen=True, slots=True)
class OwnLetters:
    """The letters to the accountable minister: the one in force, and the one being drafted."""

    in_force: Letter | None = None
    draft: Letter | None = None


def own_letters(detail: MissionDetail, desk: Desk, lang: str) -> OwnLetters:
    """Those in this language; letters to others and recalls are none of them."""
    found = [
        one
        for one in detail.letters
        if one.language == lang and kind_behind(desk.situation, one) is LetterKind.MISSION
    ]
    return OwnLetters(
        next((one for one in reversed(found) if one.state.in_force), None),
        next((one for one in reversed(found) if not one.state.final), None),
    )
