# SPDX-License-Identifier: Apache-2.0
"""The bar above the register that tells which letters are to be issued again, and drafts them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.letter_kinds import kind_behind
from missiondesk.domain.mission import Mission
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.drafts import Wanted, draft_there
from missiondesk.ui.widgets.notice_bar import NoticeBar


class ReissueBar(NoticeBar):
    """Rule L6: ministers or offices have changed since letters in force were written.

    Args:
        opened: Gets the id of a revision when only one was drafted.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        opened: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("warning", "L6", "lettersToReissue", parent)
        self._desk, self._hub, self._tr, self._opened = desk, hub, tr, opened

    def refresh(self) -> None:
        """Say how many letters there are, or be gone."""
        tr, found = self._tr, self._desk.letters.to_reissue()
        self.setVisible(bool(found))
        if not found:
            return
        if len(found) == 1:
            why = tr.tell(found[0].why)
            sentence = tr.say("1 letter is to be issued again. {why}", why=why)
        else:
            sentence = tr.plural(
                "{count} letter is to be issued again: ministers or offices have changed.",
                "{count} letters are to be issued again: ministers or offices have changed.",
                len(found),
            )
        if self._missing() and not self._desk.read_only:
            several = len(found) > 1
            verb = tr.say("Draft the revisions") if several else tr.say("Draft the revision")
            self.say(sentence, ((verb, "draftReissue", self.draft),))
        else:
            whole = " ".join((sentence, tr.say("The revisions are drafted.")))
            self.say(whole)

    def _missing(self) -> list[Letter]:
        """Letters to be issued again of which no revision is drafted yet."""
        return [
            one.letter
            for one in self._desk.letters.to_reissue()
            if draft_there(self._desk, Wanted(LetterKind.REVISION, former=one.letter.id)) is None
        ]

    def draft(self) -> None:
        """Draft each revision that is missing."""
        made = [self._revised(one) for one in self._missing()]
        if len(made) == 1:
            self._opened(made[0].id)
            return
        self._hub.say(
            self._tr.plural(
                "{count} revision is drafted.", "{count} revisions are drafted.", len(made)
            )
        )

    def _revised(self, letter: Letter) -> Letter:
        """The revision, to whoever answers for the mission now."""
        now = self._desk.situation
        mission = now.get(Mission, letter.mission)
        main = kind_behind(now, letter) is LetterKind.MISSION
        if main and mission is not None and mission.accountable_office != letter.addressee_office:
            return self._desk.letters.draft(mission.id, letter.language)
        return self._desk.letters.supersede(letter.id)
