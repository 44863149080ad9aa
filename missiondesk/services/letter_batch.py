# SPDX-License-Identifier: Apache-2.0
"""The letters of a batch: those in force as they were issued, drafts as drafts, and why not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.letter_kinds import kind_behind
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import Mission, MissionState, Publication
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.services.letter_drafting import draft_letter
from missiondesk.services.letter_printing import fault_of, in_public, issued_job, letter_job
from missiondesk.services.print_plan import PrintJob, Skipped
from missiondesk.services.publication import publishable

if TYPE_CHECKING:
    from missiondesk.services.letter_reading import LetterReading
    from missiondesk.services.session import Session


class LetterBatch:
    """Collects the jobs of letters, mission by mission."""

    def __init__(
        self, session: Session, letters: LetterReading, language: str, public: bool
    ) -> None:
        self._session, self._letters = session, letters
        self._language, self._public = language, public
        self.jobs: list[PrintJob] = []
        self.skipped: list[Skipped] = []

    def add(self, mission: Mission | None) -> None:
        """Add the letters of a mission, or those that are about none.

        A mission without a letter of its own gives the draft that would be written now.
        """
        now, code = self._session.situation, mission.code if mission else ""
        letters = [
            one
            for one in now.letters_of(mission.id if mission else "")
            if one.language == self._language and (one.state.in_force or not one.state.final)
        ]
        if self._public:
            why = _why_not_public(mission, letters)
            letters = [one for one in letters if publishable(one)]
            if why is not None:
                self.skipped.append(Skipped(code, why))
                return
        elif (
            mission is not None
            and mission.state is not MissionState.CLOSED
            and not any(_main(now, one) for one in letters)
        ):
            begun = letter_job(now, draft_letter(now, mission, self._language))
            self.jobs.append(replace(begun, unwritten=True))
        for letter in letters:
            self._add_letter(letter, code)

    def _add_letter(self, letter: Letter, code: str) -> None:
        spoken, written = self._letters.spoken(letter.id)
        fault = fault_of(spoken, written)
        if fault is None:
            try:
                self.jobs.append(
                    letter_job(*in_public(spoken, written), public=True)
                    if self._public
                    else issued_job(self._session.store, spoken, written)
                    or letter_job(spoken, written)
                )
            except Refused as refused:
                fault = refused.message
        if fault is not None:
            self.skipped.append(Skipped(code or letter.number, fault, fault=True))


def _why_not_public(mission: Mission | None, letters: list[Letter]) -> Message | None:
    if mission is None:
        return None
    if mission.publication is not Publication.PUBLIC:
        return message(N_("The mission is not public."))
    if not any(map(publishable, letters)):
        return message(N_("It has no signed letter that may be published."))
    return None


def _main(now: Situation, letter: Letter) -> bool:
    """The letter to the accountable minister, not one that shares or recalls."""
    return kind_behind(now, letter) is LetterKind.MISSION
