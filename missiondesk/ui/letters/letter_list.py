# SPDX-License-Identifier: Apache-2.0
"""All letters in one table, and the line with which a new one is drafted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.words import LANGUAGES, headline
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter with what its table shows."""

    letter: Letter
    mission: Mission | None
    title: str
    addressee: str
    holder: str
    faults: int


class LetterList(QWidget):
    """The table of letters.

    Args:
        opened: Gets the id of a letter to edit.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        opened: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._opened = opened
        self.head = Headline()
        self.table = self._make_table()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("draftRefusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self._draft_line())
        layout.addWidget(self.refusal)
        layout.addWidget(self.table, 1)

    def _make_table(self) -> ReadTable[LetterRow]:
        tr = self._tr
        columns: list[Column[LetterRow]] = [
            Column(tr.say("No."), lambda it: it.letter.number or "–", width=76),
            Column(
                tr.say("Mission"),
                lambda it: it.title,
                detail=lambda it: tr.say(it.letter.kind.word),
                stretch=3,
                strong=True,
            ),
            Column(
                tr.say("Addressee"), lambda it: it.addressee, detail=lambda it: it.holder, stretch=2
            ),
            Column(tr.say("Language"), lambda it: tr.say(LANGUAGES[it.letter.language])),
            Column(
                tr.say("State"),
                lambda it: mark(it.letter.state, tr).text,
                colour=lambda it: mark(it.letter.state, tr).colour,
            ),
            Column(
                tr.say("Missing"),
                lambda it: self._faults(it.faults),
                colour=lambda it: "bad" if it.faults else "quiet",
                sort=lambda it: it.faults,
            ),
            Column(
                tr.say("Follow-up"),
                lambda it: tr.period(it.letter.follow_up) if it.letter.follow_up else "–",
            ),
        ]
        empty = EmptyState(
            tr.say(
                "A mission letter asks a minister to answer for a mission. "
                "It is written from the mission's data, and you edit its words."
            )
        )
        table = ReadTable(
            columns,
            lambda it: it.letter.id,
            name="lettersTable",
            title=tr.say("Letters"),
            sort_text=tr.sort_key,
            empty=empty,
        )
        table.opened.connect(self._opened)
        return table

    def _faults(self, count: int) -> str:
        if not count:
            return self._tr.say("nothing")
        return "■\u00a0" + self._tr.plural("{count} field", "{count} fields", count)

    # -- drafting ------------------------------------------------------------------------
    def _draft_line(self) -> QWidget:
        tr = self._tr
        self.mission_choice = ChoiceBox()
        self.mission_choice.setObjectName("draftMission")
        self.mission_choice.setAccessibleName(tr.say("Mission of the new letter"))
        self.mission_choice.setMinimumContentsLength(28)
        self.language_choice = ChoiceBox()
        self.language_choice.setObjectName("draftLanguage")
        self.language_choice.setAccessibleName(tr.say("Language of the new letter"))
        self.language_choice.addItems([tr.say(word) for word in LANGUAGES.values()])
        self.draft_button = push_button(
            tr.say("Write mission letter"), "draftLetter", self.draft, "primary"
        )
        label = text_label(tr.say("New letter"), "label")
        return row(label, self.mission_choice, self.language_choice, self.draft_button, None)

    def draft(self) -> None:
        """Draft a letter for the mission chosen and open it."""
        place = self.mission_choice.currentIndex()
        if not 0 <= place < len(self._missions):
            return
        language = list(LANGUAGES)[self.language_choice.currentIndex()]
        try:
            letter = self._desk.letters.draft(self._missions[place], language)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return
        self.refusal.hide()
        self._opened(letter.id)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the letters again."""
        rows = [self._row(letter) for letter in self._desk.letters.all()]
        self.table.show_rows(rows)
        self.head.say(*headline(rows, self._tr))
        chosen = self.mission_choice.currentText()
        missions = sorted(self._desk.situation.missions, key=lambda it: self._tr.sort_key(it.code))
        self._missions = [mission.id for mission in missions]
        names = [f"{it.code} {it.title.in_language(self._tr.lang)}" for it in missions]
        self.mission_choice.clear()
        self.mission_choice.addItems(names)
        if chosen in names:
            self.mission_choice.setCurrentText(chosen)
        self.draft_button.setEnabled(bool(missions))

    def _row(self, letter: Letter) -> LetterRow:
        now, lang = self._desk.situation, self._tr.lang
        mission = now.get(Mission, letter.mission)
        office = now.get(Office, letter.addressee_office)
        holder = now.holder(letter.addressee_office, now.today)
        problems = self._desk.letters.problems(letter.id)
        return LetterRow(
            letter=letter,
            mission=mission,
            title=f"{mission.code} {mission.title.in_language(lang)}" if mission else "–",
            addressee=office.title.in_language(lang) if office else "–",
            holder=holder.name if holder else "",
            faults=sum(problem.hinders for problem in problems),
        )
