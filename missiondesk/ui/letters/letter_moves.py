# SPDX-License-Identifier: Apache-2.0
"""The verbs that move a letter on: to its next state, into a revision or recall, or away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import BlockKind, Letter, LetterKind, LetterState
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_problems import LetterProblem
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.course import next_state
from missiondesk.ui.letters.drafts import Wanted, draft_wanted
from missiondesk.ui.letters.places import place_of
from missiondesk.ui.letters.receipt_question import ReceiptQuestion
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.looks import text_label


class LetterMoves(QWidget):
    """Does it to the letter that is open, and says below the head why it could not.

    Attributes:
        settled: Writes what is being typed and gives the id of the letter that is open.
        require_taken: Refuses while a field of the letter with this id holds text that was refused.
        ask_to_issue: Says what issuing means and waits for `issue`.
        ask_to_check: Says how many fields are missing and waits for `check`.
        asked: Takes these questions away.
        moved: Puts the focus where the letter goes on from, once it is in another state.
        show_fault: Gets the kind of the block in which the first fault is mended.
    """

    settled: Callable[[], str]
    require_taken: Callable[[str], object]
    ask_to_issue: Callable[[], object]
    ask_to_check: Callable[[int], object]
    asked: Callable[[], object]
    moved: Callable[[], object]
    show_fault: Callable[[BlockKind], object]

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("letterRefusal")
        self.receipt = ReceiptQuestion(desk, tr, self.acknowledge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.refusal)
        layout.addWidget(self.receipt)
        self.forget()

    def forget(self) -> None:
        """Take away what was said and asked."""
        self.refusal.setText("")
        self.refusal.hide()
        self.receipt.hide()

    def show_letter(self, letter: Letter) -> None:
        """A letter that is not waiting for its acknowledgement is not asked about."""
        if letter.state is not LetterState.ISSUED:
            self.receipt.hide()

    def advance(self) -> None:
        """Move the letter to its next state; issuing, the day of receipt, and checking a letter
        that lacks something are asked about first.
        """
        letter = self._desk.letters.get(self.settled())
        following = next_state(letter.state) if letter is not None else None
        if following is LetterState.ISSUED:
            self.forget()
            self.ask_to_issue()
        elif following is LetterState.CHECKED and self._faults():
            self.forget()
            self.ask_to_check(len(self._faults()))
        elif following is LetterState.ACKNOWLEDGED:
            self.forget()
            self.receipt.ask()
        elif following is not None:
            self._move(following)

    def issue(self) -> None:
        """Issue the letter: the question was answered."""
        self._move(LetterState.ISSUED)

    def check(self) -> None:
        """Mark the letter as checked although something is missing: the question was answered."""
        self._move(LetterState.CHECKED)

    def show_first_fault(self) -> None:
        """Go to the field where the first fault is mended, or to the block in which it is seen."""
        letter = self._desk.letters.get(self.settled())
        fault = next(iter(self._faults()), None)
        if letter is None or fault is None:
            return
        place = place_of(fault.field, letter)
        if place is not None:
            self._navigate(*place)
        elif fault.block is not None:
            self.show_fault(fault.block)

    def _faults(self) -> list[LetterProblem]:
        return [one for one in self._desk.letters.problems(self.settled()) if one.hinders]

    def acknowledge(self, on: Period) -> None:
        """The receipt was acknowledged on this day.

        Raises:
            Refused: It is no day, or one that is not possible.
        """
        self._desk.letters.advance(self.settled(), LetterState.ACKNOWLEDGED, on)
        self.moved()

    def redraft(self) -> None:
        """Take the letter back to its draft."""
        self._move(LetterState.DRAFT)

    def _move(self, state: LetterState) -> None:
        self.asked()
        key = self.settled()
        if self._try(lambda: self._advance(key, state)):
            self.moved()
            return
        # What hinders it is shown where it stands.
        fault = next(iter(self._faults()), None)
        if fault is not None and fault.block is not None:
            self.show_fault(fault.block)

    def _advance(self, key: str, state: LetterState) -> None:
        if state is not LetterState.DRAFT:  # a letter that is signed takes no text any more
            self.require_taken(key)
        self._desk.letters.advance(key, state)

    def supersede(self) -> None:
        """Draft the revision of the letter, unless there is one, and open it."""
        self._follow(LetterKind.REVISION)

    def recall(self) -> None:
        """Draft the letter that recalls this one, unless there is one, and open it."""
        self._follow(LetterKind.RECALL)

    def _follow(self, kind: LetterKind) -> None:
        made: list[Letter] = []
        wanted = Wanted(kind, former=self.settled())
        if self._try(lambda: made.append(draft_wanted(self._desk, wanted))):
            self._navigate(PageName.LETTERS, made[0].id)

    def remove(self) -> None:
        """Remove the draft; undo brings it back."""
        key = self.settled()
        if self._try(lambda: self._desk.letters.remove(key)):
            self._hub.say(self._tr.say("The draft is removed."), undoable=True)

    def _try(self, verb: Callable[[], object]) -> bool:
        self.forget()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return False
        return True
