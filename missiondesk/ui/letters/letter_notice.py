# SPDX-License-Identifier: Apache-2.0
"""What is to be known before a letter is touched: what issuing means, why nothing is edited, and
that the data have moved on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterKind, LetterState
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_differences import LetterDifference
from missiondesk.ui.letters.drafts import Wanted, draft_there
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.notice_bar import Answer, NoticeBar


@dataclass(frozen=True, slots=True)
class NoticeVerbs:
    """What the bars lead to."""

    issue: Callable[[], object]
    not_yet: Callable[[], object]
    revise: Callable[[], object]
    show_places: Callable[[], object]


class LetterNotice(QWidget):
    """At most three bars above a letter; while a draft is edited there is none."""

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        verbs: NoticeVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._navigate, self._verbs = desk, tr, navigate, verbs
        self.differences: tuple[LetterDifference, ...] = ()
        self.asking = NoticeBar("warning", "", "issueQuestion")
        self.moved = NoticeBar("warning", "L6", "letterReissue")
        self.standing = NoticeBar("note", "", "letterNotice")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for bar in (self.asking, self.moved, self.standing):
            layout.addWidget(bar)
            bar.hide()

    # -- issuing -------------------------------------------------------------------------
    def ask_to_issue(self) -> None:
        """Say what issuing means and wait for the answer; everything else goes on."""
        say = self._tr.say
        self.asking.say(
            say(
                "Issuing freezes the letter: its pages and the data behind it are kept for ever. "
                "It cannot be undone; later it can only be superseded or recalled."
            ),
            (
                (say("Issue the letter now"), "issueNow", self._verbs.issue),
                (say("Not yet"), "issueNotYet", self._verbs.not_yet),
            ),
        )
        self.asking.show()
        self.standing.hide()
        self._arrange()
        # One press of Space too many issues nothing.
        self.asking.take_focus("issueNotYet")

    def drop_question(self) -> None:
        """The letter is not issued now."""
        if not self.asking.isHidden():
            self.asking.hide()
            self.standing.show()
            self._arrange()

    # -- how it stands -------------------------------------------------------------------
    def show_letter(self, letter: Letter) -> None:
        """Say what is to be known of this letter."""
        if letter.state is not LetterState.SIGNED:
            self.asking.hide()
        self.differences = ()
        self._say_moved(letter)
        self.standing.setVisible(letter.state.final and self.asking.isHidden())
        if letter.state.in_force:
            self._say_in_force(letter)
        elif letter.state.final:
            self._say_over(letter)
        self._arrange()

    def _arrange(self) -> None:
        bars = (self.asking, self.moved, self.standing)
        self.setVisible(any(not bar.isHidden() for bar in bars))

    def _say_moved(self, letter: Letter) -> None:
        found = (one for one in self._desk.letters.to_reissue() if one.letter.id == letter.id)
        reissue = next(found, None)
        self.moved.setVisible(reissue is not None)
        if reissue is not None:
            why = self._tr.tell(reissue.why)
            self.moved.say(
                self._tr.say("The letter is not to be issued as it is. {why}", why=why)
                if letter.state is LetterState.SIGNED
                else self._tr.say("The letter is to be issued again. {why}", why=why)
            )

    def _say_in_force(self, letter: Letter) -> None:
        tr, say = self._tr, self._tr.say
        try:
            self.differences = self._desk.letters.differences(letter.id)
        except Refused as refused:
            self.standing.show_severity("error")
            self.standing.say(tr.tell(refused.message))
            return
        count = len(self.differences)
        if count:
            self.standing.show_severity("warning")
            sentence = tr.plural(
                "Differs from the letter issued: {count} place",
                "Differs from the letter issued: {count} places",
                count,
            )
            places: tuple[Answer, ...] = (
                (say("Show the places"), "showPlaces", self._verbs.show_places),
            )
            self.standing.say(sentence, (*places, *self._revising(letter)))
            return
        self.standing.show_severity("note")
        if letter.kept_pdf:
            sentence = say("These are the pages as they were issued. Changes go into a revision.")
        else:
            sentence = say(
                "The letter is signed, so nothing in it is changed. Changes go into a revised one."
            )
        self.standing.say(sentence, self._revising(letter))

    def _revising(self, letter: Letter) -> tuple[Answer, ...]:
        if letter.kind is LetterKind.RECALL or self._desk.read_only:
            return ()
        there = draft_there(self._desk, Wanted(LetterKind.REVISION, former=letter.id))
        verb = self._tr.say("Open the draft") if there else self._tr.say("Draft a revision")
        return ((verb, "draftRevised", self._verbs.revise),)

    def _say_over(self, letter: Letter) -> None:
        say = self._tr.say
        self.standing.show_severity("note")
        followers = [one for one in self._desk.letters.all() if one.supersedes == letter.id]
        successor = next((one for one in followers if one.state.final), None)
        sentence = say("This letter no longer applies; it is kept as it was.")
        if successor is None:
            self.standing.say(sentence)
            return
        key, verb = successor.id, say("Open the letter that came after it")
        go = (verb, "openSuccessor", lambda: self._navigate(PageName.LETTERS, key))
        self.standing.say(sentence, (go,))
