# SPDX-License-Identifier: Apache-2.0
"""The annex of a mission letter on the skills that the mission needs, made when it is listed."""

from __future__ import annotations

from missiondesk.domain.letter import Classification
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.language import Translator
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.publication import published
from missiondesk.services.skills_plan_rows import asked
from missiondesk.services.skills_rows import need_rows


def skills_title(tr: Translator) -> str:
    """The line among a letter's further annexes that makes this one."""
    return tr.say(N_("Skills requirements"))


def skills_rows(facts: LetterFacts) -> tuple[tuple[str, ...], ...]:
    """What the letter's mission needs to be able to do; nothing when it is not listed.

    Who lists it puts these demands into the letter itself. One that may be published names only the
    mission and initiatives that are public, no bodies.
    """
    letter, title = facts.letter, skills_title(facts.tr).casefold()
    listed = any(line.strip().casefold() == title for line in letter.annexes)
    if letter.mission is None or not listed:
        return ()
    needs = need_rows(facts.now, letter.mission)
    if letter.classification is Classification.PUBLISHABLE:
        public = {one.id for one in published(facts.now).initiatives}
        needs = tuple(
            one
            for one in needs
            if isinstance(one.owner, Mission) or one.requirement.initiative in public
        )
    return asked(needs, facts.tr)
