# SPDX-License-Identifier: Apache-2.0
"""What a letter still lacks, told where it is moved on: asked about before it is marked as checked,
and said as the reason why it cannot go further.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.language import Translator
from missiondesk.ui.letters.course import next_state
from missiondesk.ui.letters.words import ADVANCE
from missiondesk.ui.widgets.notice_bar import Answer, NoticeBar

_FAULTLESS = (LetterState.CLEARED, LetterState.SIGNED, LetterState.ISSUED)


class LetterGaps(NoticeBar):
    """Says it for one letter after the other; hidden while there is nothing to say."""

    def __init__(
        self,
        tr: Translator,
        go: Callable[[], object],
        check: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make it without a letter.

        Args:
            tr: The screen's language.
            go: Leads to the first field that is missing.
            check: Marks the letter as checked although something is missing.
            parent: Qt parent.
        """
        super().__init__("warning", "", "letterGaps", parent)
        self._tr, self._check = tr, check
        self._go: Answer = (tr.say("Go to the first"), "goToFirstGap", go)
        self._asking = False
        self.hide()

    def ask_to_check(self, gaps: int) -> None:
        """Ask whether a letter that lacks something is to be marked as checked."""
        self._asking = True
        self._ask(gaps)
        self.show()
        self.take_focus()

    def _ask(self, gaps: int) -> None:
        self.say(
            self._tr.plural(
                "{count} field is missing. Is the letter to be marked as checked all the same?",
                "{count} fields are missing. Is the letter to be marked as checked all the same?",
                gaps,
            ),
            (
                self._go,
                (self._tr.say("Mark as checked all the same"), "checkWithGaps", self._check),
            ),
        )

    def drop_question(self) -> None:
        """The letter is not marked as checked now."""
        if self._asking:
            self._asking = False
            self.hide()

    def show_letter(self, letter: Letter, gaps: int) -> None:
        """Say what keeps this letter from its next state, if anything does."""
        why = why_not(letter, gaps, self._tr)
        if why:
            self._asking = False
            self.say(why, (self._go,))
            self.show()
        elif not self._asking or not gaps or letter.state is not LetterState.DRAFT:
            self._asking = False
            self.hide()
        else:
            self._ask(gaps)  # whoever mends one of them keeps the keyboard there


def why_not(letter: Letter, gaps: int, tr: Translator) -> str:
    """Why the letter cannot go to its next state, "" when no gap keeps it from that."""
    following = next_state(letter.state)
    if not gaps or following not in _FAULTLESS:
        return ""
    return tr.plural(
        "{count} field is missing; “{verb}” has to wait for it.",
        "{count} fields are missing; “{verb}” has to wait for them.",
        gaps,
        verb=tr.say(ADVANCE[following]),
    )
