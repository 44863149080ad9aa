# SPDX-License-Identifier: Apache-2.0
"""The head of a letter: to whom it goes and how it stands, its verbs, and why it is not edited."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.words import ADVANCE, LANGUAGES
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import look, push_button, text_label

# The states a letter usually goes through; the primary button is the next of them.
_WAY = (
    LetterState.DRAFT,
    LetterState.CHECKED,
    LetterState.CLEARED,
    LetterState.SIGNED,
    LetterState.ISSUED,
    LetterState.ACKNOWLEDGED,
)


@dataclass(frozen=True, slots=True)
class LetterVerbs:
    """What the buttons of the head do."""

    advance: Callable[[], object]
    redraft: Callable[[], object]
    recall: Callable[[], object]
    remove: Callable[[], object]
    export: Callable[[], object]
    print: Callable[[], object]
    revised: Callable[[], object]


class LetterHead(QWidget):
    """Says it for one letter after the other."""

    def __init__(
        self, desk: Desk, tr: Translator, verbs: LetterVerbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr = desk, tr
        self._make_buttons(verbs)
        self.head = Headline(
            self.remove,
            self.recall,
            self.redraft,
            self.export,
            self.print_button,
            self.advance,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self._final_notice(verbs.revised))

    def _make_buttons(self, verbs: LetterVerbs) -> None:
        say = self._tr.say
        self.export = push_button(say("Export PDF…"), "exportLetter", verbs.export)
        self.export.setShortcut(QKeySequence("Ctrl+E"))
        self.export.setToolTip("Ctrl+E")
        self.print_button = push_button(say("Print…"), "printLetter", verbs.print)
        self.print_button.setToolTip("Ctrl+P")
        word = say(ADVANCE[LetterState.DRAFT])
        self.redraft = push_button(word, "redraftLetter", verbs.redraft, "plain")
        word = say(ADVANCE[LetterState.RECALLED])
        self.recall = push_button(word, "recallLetter", verbs.recall, "plain")
        self.remove = push_button(say("Remove"), "removeLetter", verbs.remove, "plain")
        self.advance = push_button("", "advanceLetter", verbs.advance, "primary")

    def _final_notice(self, revised: Callable[[], object]) -> QFrame:
        self.final = QFrame()
        self.final.setObjectName("letterFinal")
        self.final.setProperty("severity", "note")
        look(self.final, "finding")
        self.final_sentence = text_label("", wrap=True)
        self.final_sentence.setObjectName("letterFinalSentence")
        self.revise = push_button("", "draftRevised", revised, "link")
        layout = QHBoxLayout(self.final)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.setSpacing(12)
        layout.addWidget(self.final_sentence, 1)
        layout.addWidget(self.revise)
        return self.final

    def show_letter(self, letter: Letter, gaps: int) -> None:
        """Say how the letter stands.

        Args:
            letter: The letter.
            gaps: How many faults keep it from being signed.
        """
        self.head.say(self._sentence(letter), self._detail(letter, gaps))
        following = next_state(letter)
        self.advance.setVisible(following is not None)
        if following is not None:
            _name(self.advance, self._tr.say(ADVANCE[following]))
        self.redraft.setVisible(may_follow(letter.state, LetterState.DRAFT))
        self.recall.setVisible(may_follow(letter.state, LetterState.RECALLED))
        self.remove.setVisible(not letter.state.final)
        self._say_final(letter)

    def _sentence(self, letter: Letter) -> str:
        tr = self._tr
        kind = tr.say(letter.kind.word)
        office = self._desk.situation.get(Office, letter.addressee_office)
        if office is None:
            return kind
        return tr.say("{kind} to {title}", kind=kind, title=_in_sentence(office, tr))

    def _detail(self, letter: Letter, gaps: int) -> str:
        tr = self._tr
        mission = self._desk.situation.get(Mission, letter.mission)
        parts = (
            letter.number,
            f"{mission.code} {mission.title.in_language(tr.lang)}" if mission else "",
            tr.say(LANGUAGES[letter.language]) if letter.language != tr.lang else "",
            tr.say("version {version}", version=letter.version),
            mark(letter.state, tr).text,
            tr.plural("■ {count} field is missing", "■ {count} fields are missing", gaps)
            if gaps
            else "",
        )
        return " · ".join(part for part in parts if part)

    def _say_final(self, letter: Letter) -> None:
        say = self._tr.say
        self.final.setVisible(letter.state.final)
        if not letter.state.final:
            return
        if not letter.state.in_force:
            self.final_sentence.setText(say("This letter no longer applies; it is kept as it was."))
            self.revise.hide()
            return
        self.final_sentence.setText(
            say("The letter is signed, so nothing in it is changed. Changes go into a revised one.")
        )
        there = open_draft(self._desk, letter.mission, letter.language) is not None
        verb = say("Open the draft") if there else say("Write revised letter")
        _name(self.revise, verb)
        self.revise.setVisible(letter.mission is not None)


def next_state(letter: Letter) -> LetterState | None:
    """The state that usually follows, None at the end of the way."""
    if letter.state not in _WAY or letter.state is _WAY[-1]:
        return None
    return _WAY[_WAY.index(letter.state) + 1]


def open_draft(desk: Desk, mission: str | None, language: str) -> Letter | None:
    """The letter of the mission in this language that is not signed yet."""
    letters = desk.letters.of_mission(mission) if mission else ()
    return next((it for it in letters if it.language == language and not it.state.final), None)


def _name(button: QPushButton, verb: str) -> None:
    button.setText(verb.replace("&", "&&"))
    button.setAccessibleName(verb)


def _in_sentence(office: Office, tr: Translator) -> str:
    """The title of an office inside a sentence: definite, and in Danish small."""
    title = office.title.in_language(tr.lang)
    if tr.lang != "da":
        return f"the {title}"
    definite = re.sub(r"minister\b", "ministeren", title, count=1)
    return definite[:1].lower() + definite[1:]
