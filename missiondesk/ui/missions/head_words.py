# SPDX-License-Identifier: Apache-2.0
"""What the head of a mission says of who answers for it, and which letter its button opens."""

from __future__ import annotations

from missiondesk.domain.letter import Letter
from missiondesk.domain.organisation import Office
from missiondesk.domain.wording import in_sentence
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail


def accountable(detail: MissionDetail, desk: Desk, tr: Translator) -> str:
    """Who answers for the mission and who shares it, as a sentence."""
    if detail.office is None:
        return tr.say("No minister is accountable yet.")
    title = in_sentence(detail.office.title.in_language(tr.lang), tr.lang)
    found = [desk.situation.get(Office, one) for one in detail.mission.co_offices]
    others = [in_sentence(one.title.in_language(tr.lang), tr.lang) for one in found if one]
    if not others:
        return tr.say("Accountable: {office}.", office=title)
    return tr.say(
        "Accountable: {office}, together with {others}.",
        office=title,
        others=tr.list(others),
    )


def open_draft(detail: MissionDetail, lang: str) -> Letter | None:
    """The letter in this language that may still be edited, or None."""
    found = [one for one in detail.letters if not one.state.final and one.language == lang]
    return found[-1] if found else None
