# SPDX-License-Identifier: Apache-2.0
"""Numbered questions to all parties with their deadline, and who has answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from missiondesk.domain import positions
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksQuestion
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.services.position_words import held_words
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import party_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import ASK_FOR_FILE, Navigate, PageName
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.talks.question_files import QuestionFiles
from missiondesk.ui.talks.tab import NARROW, TalksChoice, TalksTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.editors import LineEdit
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    PeriodField,
    WordingField,
    period_from_text,
)
from missiondesk.ui.widgets.filter_parts import filter_box, offer_choices
from missiondesk.ui.widgets.flow_row import FlowRow
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_NO_TOPIC = N_("Say first on which topic the question is: answers stand there.")


class QuestionRecords(RecordsTab[TalksQuestion]):
    """The questions of a round; the form has the answers below."""

    name = "questions"
    form_width = 330
    form_narrow = NARROW

    def title(self) -> str:
        return self._tr.say("Questions to the parties")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("A question to all parties"),
            say("Add question"),
            say("Every party gets the same numbered questions with the same deadline."),
            say("Remove question"),
        )

    def columns(self) -> list[Column[TalksQuestion]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: str(it.number), right=True, sort=lambda it: it.number),
            Column(tr.say("Question"), lambda it: it.text.in_language(tr.lang), stretch=1,
                   width=160, wrap=True, lines=4, strong=True),
            Column(tr.say("Due"), lambda it: tr.period(it.due) if it.due else "–",
                   sort=lambda it: it.due.last if it.due else None, folds=1),
            Column(tr.say("Answered"), self._answered, colour=self._late),
        ]  # fmt: skip

    def _table(self) -> list[str]:
        found = self._desk.talks.rounds.the_round(self._mission)
        return [one.id for one in self._desk.talks.rounds.parties(found)] if found else []

    def _answered(self, it: TalksQuestion) -> str:
        table = self._table()
        answers = positions.answers_to(self._desk.situation, it.id)
        count = sum(one in answers for one in table)
        said = self._tr.say("{count} of {all}", count=count, all=len(table))
        return f"■ {said}" if self._late(it) == "bad" else said

    def _late(self, it: TalksQuestion) -> str:
        silent = positions.silent_on(self._desk.situation, it, self._table())
        return "bad" if silent else "ink"

    def make_form(self) -> RecordForm[TalksQuestion]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[TalksQuestion] = RecordForm(self._desk.talks.revise, name="questionForm")
        write, today = form.writer, self._desk.this_day
        form.add(WordingField("text", say("Question"), tr, write("text"), paragraph=True,
                              above=True))  # fmt: skip
        self._topics = form.add(
            ChoiceField("topic", say("Topic"), tr, write("topic"), none=say("no topic"),
                        above=True)
        )  # fmt: skip
        form.add_row(
            PeriodField("asked", say("Sent"), tr, write("asked"), today=today, above=True),
            PeriodField("due", say("Answers due"), tr, write("due"), today=today, above=True),
        )
        self.answers = text_label("", "detail", wrap=True)
        self.answers.setObjectName("questionAnswers")
        form.body.addWidget(self.answers)
        return form

    def prepare(self, record: TalksQuestion) -> None:
        tr, rounds = self._tr, self._desk.talks.rounds
        self._topics.set_options(
            [(one.id, f"{one.number} {one.title.in_language(tr.lang)}")
             for one in rounds.topics(record.talks_round)]
        )  # fmt: skip
        answers = positions.answers_to(self._desk.situation, record.id)
        lines = []
        for key, name in party_options(self._desk):
            if key in answers:
                said = answers[key].text or held_words(answers[key], False, tr)
                lines.append(tr.say("{party}: {position}", party=name, position=said))
        self.answers.setText("\n".join(lines))

    def records(self, detail: MissionDetail) -> Sequence[TalksQuestion]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.talks.rounds.add_question(mission, wording).id

    def remove_record(self, record: TalksQuestion) -> str:
        self._desk.talks.remove(TalksQuestion, record.id)
        return self._tr.say("The question and its answers were removed.")


class QuestionsTab(TalksTab):
    """The list with its verbs: send all, and note an answer."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self.records = QuestionRecords(desk, hub, tr)
        self.due = LineEdit()
        self.due.setObjectName("questionsDue")
        self.due.setAccessibleName(say("Answers due"))
        self.due.setPlaceholderText(say("Answers due"))
        self.due.setMinimumWidth(scaled(100))
        self.due.setMaximumWidth(scaled(160))
        self.send_button = push_button(say("Send all questions"), "sendQuestions", self.send)
        self.party = filter_box("answering", say("Answer of"), lambda: None, most=200, keeps=False)
        self.answer_button = push_button(say("Note an answer"), "noteAnswer", self.note_answer)
        self.files = QuestionFiles(desk, hub, tr)
        self.files.reading.connect(lambda _now: self._show_faces())
        self.form_button = push_button(say("Make form…"), "makeQuestionForm", self.make_form)
        self.read_button = push_button(
            say("Read form…"), "readQuestionForm", self.files.ask, "plain"
        )
        self.load = push_button(
            say("Read table…"), "readAnswers",
            lambda: navigate(PageName.IMPORT, ASK_FOR_FILE), "plain",
        )  # fmt: skip
        self.empty = EmptyState(
            say("Questions belong to a round of talks, and there is none yet."),
            say("Go to the round"),
            lambda: navigate(PageName.TALKS, "round"),
        )
        self.verbs = FlowRow(gap=8)
        # One line is its least height; it asks for more where it breaks.
        policy = self.verbs.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.verbs.setSizePolicy(policy)
        for verb in (self.due, self.send_button, self.party, self.answer_button,
                     self.form_button, self.read_button, self.load):  # fmt: skip
            self.verbs.add(verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        for part in (self.verbs, self.trouble, self.empty):
            layout.addWidget(part)
        layout.addWidget(self.files)
        layout.addWidget(self.records, 1)

    def refresh(self) -> None:
        """Read the questions again."""
        found = self.talks_round
        self._show_faces()
        self.empty.setVisible(found is None)
        if found is not None:
            rounds = self._desk.talks.rounds
            table = {one.id for one in rounds.parties(found)}
            options = [one for one in party_options(self._desk) if one[0] in table]
            offer_choices(self.party, self._tr.say("Answer of…"), options)
            self.records.show_owned(found.id, (), rounds.questions(found.id))
        for button in (self.send_button, self.answer_button, self.load, self.read_button):
            button.setEnabled(not self._desk.read_only)
        self.told.emit()

    @property
    def for_parties(self) -> bool:
        """A party gets it in its copy."""
        return True

    def _show_faces(self) -> None:
        """The questions, or answers to be confirmed in their place."""
        there = self.talks_round is not None
        self.verbs.setVisible(there and not self.files.shown)
        self.records.setVisible(there and not self.files.shown)

    def headline(self) -> tuple[str, str]:
        """How many questions there are, and how many answers are overdue."""
        found, tr = self.talks_round, self._tr
        if found is None:
            return tr.say("No talks are under way"), ""
        rounds = self._desk.talks.rounds
        questions, table = rounds.questions(found.id), [one.id for one in rounds.parties(found)]
        said = tr.plural(
            "{count} question to all parties", "{count} questions to all parties", len(questions)
        )
        late = sum(len(positions.silent_on(self._desk.situation, one, table)) for one in questions)
        if not late:
            return said, ""
        return said, tr.plural("{count} answer is overdue", "{count} answers are overdue", late)

    @property
    def for_readers(self) -> bool:
        """Each party may get the questions with its own answers."""
        return True

    def document(self) -> Callable[[], PrintJob] | None:
        """The questions with the answers that the reader may see."""
        found = self.talks_round
        return self.kind("questions", found.id) if found is not None else None

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a question."""
        self.records.choose(key)
        if field:
            self.records.focus_field(field)

    # -- verbs ---------------------------------------------------------------------------
    def send(self) -> None:
        """Note that all questions are sent today, with the deadline in the line."""
        found = self.talks_round
        if found is None:
            return

        def do() -> None:
            due = period_from_text(self.due.text(), self._tr, self._desk.today, "due")
            if due is None:
                self.due.setFocus()
                return
            sent = self._desk.talks.rounds.send_questions(found.id, due)
            said = self._tr.plural("{count} question is sent.", "{count} questions are sent.", sent)
            self._hub.say(said, undoable=bool(sent))

        self.attempt(do)

    def make_form(self) -> None:
        """Write the form for the chosen party."""
        found, party = self.talks_round, self.party.currentData()
        if found is not None and self.attempt(lambda: self._require(party)):
            self.files.make(found.id, party)

    def _require(self, party: str | None) -> None:
        if party is None:
            self.party.setFocus()
            raise Refused(N_("Choose first whose answer it is."))

    def note_answer(self) -> None:
        """Begin the answer of the chosen party to the chosen question, and go to it."""
        question, party = self.records.form.record, self.party.currentData()
        if question is None:
            return

        def do() -> None:
            self._require(party)
            answers = positions.answers_to(self._desk.situation, question.id)
            if party in answers:
                self._navigate(PageName.TALKS, f"{answers[party].id}#text")
                return
            if question.topic is None:
                raise Refused(_NO_TOPIC)
            answer = PartyPosition(
                "", party, question.topic, question.id, PartyStance.UNKNOWN,
                date=self._desk.talks.rounds.today,
            )  # fmt: skip
            made = self._desk.talks.add(answer)
            self._navigate(PageName.TALKS, f"{made.id}#text")

        self.attempt(do)
