# SPDX-License-Identifier: Apache-2.0
"""All letters in one table, and the line with which a new one is drafted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.document_output import LETTER_WORDS, DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.letter_head import open_draft
from missiondesk.ui.letters.words import LANGUAGES, headline
from missiondesk.ui.pages import Navigate, PageName
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
    """The table of letters; without a mission there is none, and it says where to begin."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._navigate = navigate
        self._missions: list[str] = []
        self.head = Headline()
        self.table = self._make_table()
        self.output = DocumentOutput(desk, hub, tr, LETTER_WORDS)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("draftRefusal")
        self.refusal.hide()
        self.no_missions = EmptyState(
            tr.say(
                "A mission letter is written from a mission: its goal, its figures, and who "
                "answers for it. There is no mission yet."
            ),
            tr.say("Go to the missions"),
            lambda: navigate(PageName.MISSIONS, None),
        )
        self.drafting = self._draft_line()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.drafting)
        layout.addWidget(self.refusal)
        layout.addWidget(self.output)
        layout.addWidget(self.no_missions, 1)
        layout.addWidget(self.table, 1)

    def _open(self, key: str) -> None:
        self._navigate(PageName.LETTERS, key)

    def _make_table(self) -> ReadTable[LetterRow]:
        tr = self._tr
        columns: list[Column[LetterRow]] = [
            Column(tr.say("No."), lambda it: it.letter.number or "–", width=76),
            Column(
                tr.say("Mission"),
                lambda it: it.title,
                detail=lambda it: tr.say(it.letter.kind.word),
                stretch=3,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Addressee"),
                lambda it: it.addressee,
                detail=lambda it: it.holder,
                stretch=2,
                wrap=True,
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
        table.opened.connect(self._open)
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
        self.mission_choice.currentIndexChanged.connect(lambda _place: self._name_button())
        self.language_choice.currentIndexChanged.connect(lambda _place: self._name_button())
        label = text_label(tr.say("New letter"), "label")
        return row(label, self.mission_choice, self.language_choice, self.draft_button, None)

    def draft(self) -> None:
        """Draft a letter for the mission chosen, unless there is a draft, and open it."""
        mission, language = self._choice()
        if mission is None:
            return
        there = open_draft(self._desk, mission, language)
        if there is not None:
            self._open(there.id)
            return
        try:
            letter = self._desk.letters.draft(mission, language)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return
        self.refusal.hide()
        self._open(letter.id)

    def _choice(self) -> tuple[str | None, str]:
        """The mission and the language that are chosen."""
        place = self.mission_choice.currentIndex()
        mission = self._missions[place] if 0 <= place < len(self._missions) else None
        return mission, list(LANGUAGES)[max(self.language_choice.currentIndex(), 0)]

    def _name_button(self) -> None:
        there = open_draft(self._desk, *self._choice()) is not None
        verb = self._tr.say("Open the draft") if there else self._tr.say("Write mission letter")
        self.draft_button.setText(verb)
        self.draft_button.setAccessibleName(verb)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the letters again."""
        rows = [self._row(letter) for letter in self._desk.letters.all()]
        self.table.show_rows(rows)
        self.head.say(*headline(rows, self._tr))
        chosen, _ = self._choice()
        missions = sorted(self._desk.situation.missions, key=lambda it: self._tr.sort_key(it.code))
        self._missions = [mission.id for mission in missions]
        self.mission_choice.blockSignals(True)
        self.mission_choice.clear()
        self.mission_choice.addItems(
            [f"{it.code} {it.title.in_language(self._tr.lang)}" for it in missions]
        )
        if chosen in self._missions:
            self.mission_choice.setCurrentIndex(self._missions.index(chosen))
        self.mission_choice.blockSignals(False)
        self._name_button()
        nothing = not missions and not rows
        self.drafting.setVisible(bool(missions))
        self.no_missions.setVisible(nothing)
        self.table.setVisible(not nothing)

    def take_focus(self, key: str = "") -> None:
        """Give the focus to the table, or to where a letter is begun when it is empty."""
        if key:
            self.table.select(key)
        target = self.table if self.table.rows() else self.mission_choice
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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
