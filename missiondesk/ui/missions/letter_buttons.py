# SPDX-License-Identifier: Apache-2.0
"""The verbs in a mission's head that lead to its letter, and why one could not be drafted."""

from __future__ import annotations

from missiondesk.domain.letter import Letter
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.missions.head_words import OwnLetters, own_letters
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.looks import push_button, text_label


class LetterButtons:
    """Opens the letter in force, else the draft, else drafts it; a revision has its own verb."""

    def __init__(self, desk: Desk, tr: Translator, navigate: Navigate) -> None:
        self._desk, self._tr, self._navigate = desk, tr, navigate
        self._mission, self._own = "", OwnLetters()
        self.letter = push_button(
            tr.say("Write mission letter"), "writeLetter", self.write, "primary"
        )
        self.revision = push_button(tr.say("Draft a revision"), "reviseLetter", self.revise)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("missionDetailRefusal")
        self.refusal.hide()

    def show_detail(self, detail: MissionDetail) -> None:
        """Say what the verbs do for this mission."""
        say, closed = self._tr.say, self._desk.read_only
        self._mission = detail.mission.id
        own = self._own = own_letters(detail, self._desk, self._tr.lang)
        there = own.in_force or own.draft
        verb = say("Write mission letter") if there is None else say("Open mission letter")
        self.letter.setText(verb)
        self.letter.setAccessibleName(verb)
        self.letter.setEnabled(there is not None or not closed)
        verb = say("Draft a revision") if own.draft is None else say("Open the draft")
        self.revision.setText(verb)
        self.revision.setAccessibleName(verb)
        self.revision.setEnabled(own.draft is not None or not closed)
        self.revision.setVisible(own.in_force is not None)

    def write(self) -> None:
        """Open the letter in force, else the one being drafted; draft it if there is none."""
        self._open(self._own.in_force or self._own.draft)

    def revise(self) -> None:
        """Draft the revision of the letter in force, or open the one being drafted."""
        self._open(self._own.draft)

    def _open(self, letter: Letter | None) -> None:
        self.refusal.hide()
        if not self._mission:
            return
        if letter is None:
            try:
                letter = self._desk.letters.draft(self._mission, self._tr.lang)
            except Refused as refused:
                self.refusal.setText(self._tr.tell(refused.message))
                self.refusal.show()
                return
        self._navigate(PageName.LETTERS, letter.id)
