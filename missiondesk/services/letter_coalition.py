# SPDX-License-Identifier: Apache-2.0
"""The annex of a mission letter on its actors' commitments, made when the letter lists it."""

from __future__ import annotations

from missiondesk.domain.letter import Classification, Letter
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.actor_contract import actors_promises
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.publication import published


def annex_title(tr: Translator) -> str:
    """The line among a letter's further annexes that makes this one."""
    return tr.say(N_("Actors' commitments"))


def listed(letter: Letter, tr: Translator) -> bool:
    """Whether the letter lists the annex."""
    title = annex_title(tr).casefold()
    return any(line.strip().casefold() == title for line in letter.annexes)


def coalition_rows(facts: LetterFacts) -> tuple[tuple[str, ...], ...]:
    """What each actor commits to under the letter's mission; nothing when it is not listed.

    A letter that may be published names only actors that consent to it.
    """
    if facts.letter.mission is None or not listed(facts.letter, facts.tr):
        return ()
    open_to_all = facts.letter.classification is Classification.PUBLISHABLE
    now = published(facts.now) if open_to_all else facts.now
    return actors_promises(now, facts.mission, facts.tr).rows
