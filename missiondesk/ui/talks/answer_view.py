# SPDX-License-Identifier: Apache-2.0
"""Answers that came back, as a plan to confirm: what they would change, or where they are wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.position import PartyPosition
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.answer_plan import AnswerChange, AnswerPlan
from missiondesk.services.desk import Desk
from missiondesk.services.position_words import held_words
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.notice_bar import NoticeBar
from missiondesk.ui.widgets.table import Column, ReadTable


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer that is new or another one, or one cell that is wrong."""

    key: str
    place: str
    text: str
    before: str = ""
    after: str = ""
    answer: str = ""


class AnswerView(QWidget):
    """Shows the plan; taking it in is one Step that undo takes back.

    Args:
        closed: Called when the plan is taken in or left.
    """

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, closed: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("answersRead")
        self._desk, self._hub, self._tr, self._closed = desk, hub, tr, closed
        self._plan: AnswerPlan | None = None
        say = tr.say
        self.title = text_label("", "section", wrap=True)
        self.title.setObjectName("answersTitle")
        self.same = text_label("", "detail")
        self.same.setObjectName("answersSame")
        self.bar = NoticeBar("error", "", "answersRefusal")
        self.take = push_button(say("Take the answers in"), "takeAnswers", self.apply)
        self.leave = push_button(say("Leave it"), "leaveAnswers", closed, "plain")
        self.table: ReadTable[AnswerLine] = ReadTable(
            [
                Column(say("No."), lambda it: it.place),
                Column(say("Question"), lambda it: it.text, stretch=2, width=170, wrap=True,
                       lines=4),
                Column(say("Until now"), lambda it: it.before, width=90, stretch=1, wrap=True),
                Column(say("Answer"), lambda it: it.after, detail=lambda it: it.answer, width=150,
                       stretch=3, wrap=True, lines=2, detail_lines=6),
            ],
            lambda it: it.key, name="answersTable", title=say("What the answers change"),
            sort_text=tr.sort_key, empty=EmptyState(say("The form says nothing new.")),
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.title, self.same, self.bar):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(row(self.take, self.leave, None))

    # -- showing -------------------------------------------------------------------------
    def show_plan(self, plan: AnswerPlan) -> None:
        """Show what the answers would change, or which cells are wrong."""
        self._plan, tr = plan, self._tr
        party = f"{plan.party.code} {plan.party.name}".strip()
        self.title.setText(
            tr.say("Answers of {party} in {file}", party=party, file=plan.form.file_name)
        )
        self.same.setText(
            tr.plural("{count} question has no new answer.",
                      "{count} questions have no new answer.", plan.unchanged)
        )  # fmt: skip
        self.same.setVisible(bool(plan.unchanged) and not plan.faults)
        self.table.show_rows(
            [
                AnswerLine(
                    str(place), tr.say("{sheet}, cell {place}", sheet=one.sheet, place=one.place),
                    tr.tell(one.message),
                )
                for place, one in enumerate(plan.faults)
            ]
            if plan.faults
            else [self._line(one) for one in plan.changes]
        )  # fmt: skip
        self.bar.setVisible(bool(plan.faults))
        if plan.faults:
            self._refuse(
                tr.plural(
                    "The form has {count} fault, so nothing of it is taken in. Mend it in the file "
                    "and read it again.",
                    "The form has {count} faults, so nothing of it is taken in. Mend them in the "
                    "file and read it again.",
                    len(plan.faults),
                )
            )
        self.take.setEnabled(bool(plan.changes) and not plan.faults and not self._desk.read_only)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, change: AnswerChange) -> AnswerLine:
        question, tr = change.question, self._tr
        return AnswerLine(
            question.id,
            str(question.number),
            question.text.in_language(tr.lang),
            self._words(change.before) if change.before is not None else tr.say("no answer"),
            self._words(change.after),
            change.after.text,
        )

    def _words(self, held: PartyPosition) -> str:
        return held_words(held, False, self._tr)

    def _refuse(self, sentence: str) -> None:
        self.bar.show_severity("error")
        self.bar.say(sentence)
        self.bar.show()

    # -- verbs ---------------------------------------------------------------------------
    def apply(self) -> None:
        """Take all of it in as one Step."""
        if self._plan is None:
            return
        try:
            count = self._desk.talks.forms.apply(self._plan)
        except Refused as refused:
            self._refuse(self._tr.tell(refused.message))
            return
        self._closed()
        said = self._tr.plural("{count} answer is taken in.", "{count} answers are taken in.",
                               count)  # fmt: skip
        self._hub.say(said, undoable=True)
