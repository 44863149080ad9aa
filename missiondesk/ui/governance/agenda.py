# SPDX-License-Identifier: Apache-2.0
"""The agenda of the chosen meeting, and what came of it: decisions and actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from missiondesk.domain.body import AgendaItem, ItemPurpose
from missiondesk.domain.decision import Action, ActionState, Decision, DecisionState
from missiondesk.domain.wording import Wording
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.governance.options import initiative_options
from missiondesk.ui.governance.part import Part
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

T = TypeVar("T")


class Agenda(Part[AgendaItem]):
    """Items in their order; Ctrl+Alt+Up and Down move the chosen one."""

    name = "agenda"

    def words(self) -> tuple[str, str, str, str, str]:
        say = self._tr.say
        return (
            say("Agenda"),
            say("Title of a new item"),
            say("Add item"),
            say("Nothing is on the agenda."),
            say("Remove item"),
        )

    def columns(self) -> list[Column[AgendaItem]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: str(it.position), sort=lambda it: it.position),
            Column(
                tr.say("Item"),
                lambda it: it.title,
                detail=self._presented,
                stretch=1,
                width=180,
                wrap=True,
            ),
            Column(tr.say("Purpose"), lambda it: tr.show(it.purpose)),
        ]

    def _presented(self, it: AgendaItem) -> str:
        office = self._desk.organisation.office(it.office) if it.office else None
        return office.title.in_language(self._tr.lang) if office else ""

    def more_verbs(self) -> Sequence[QWidget]:
        say = self._tr.say
        for key, places in (("Ctrl+Alt+Up", -1), ("Ctrl+Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=places: self.move_by(by))
        return (
            push_button(say("Item up"), "agendaUp", lambda: self.move_by(-1), "plain"),
            push_button(say("Item down"), "agendaDown", lambda: self.move_by(1), "plain"),
        )

    def make_form(self) -> RecordForm[AgendaItem]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[AgendaItem] = RecordForm(
            self._desk.meetings.revise_item, name="agendaForm"
        )
        form.add(TextField("title", say("Title of the item"), tr, form.writer("title"), above=True))
        form.add(
            ChoiceField(
                "purpose", say("Purpose"), tr, form.writer("purpose"),
                options=worded_options(ItemPurpose, tr), above=True,
            )
        )  # fmt: skip
        self._mission = form.add(
            ChoiceField(
                "mission", say("Mission of the item"), tr, form.writer("mission"),
                none=say("none"), above=True,
            )
        )  # fmt: skip
        self._initiative = form.add(
            ChoiceField(
                "initiative", say("Initiative of the item"), tr, form.writer("initiative"),
                none=say("none"), above=True,
            )
        )  # fmt: skip
        self._office = form.add(
            ChoiceField(
                "office", say("Presented by"), tr, form.writer("office"), none=say("nobody yet"),
                above=True,
            )
        )  # fmt: skip
        for name, label in (
            ("recommendation", say("What the meeting is asked to decide")),
            ("background", say("What it has to know for that")),
        ):
            form.add(ParagraphField(name, label, tr, form.writer(name), above=True))
        return form

    def prepare(self, record: AgendaItem) -> None:
        desk, tr = self._desk, self._tr
        self._mission.set_options(mission_options(desk, tr))
        self._initiative.set_options(
            initiative_options(desk, tr, record.mission, [record.initiative])
        )
        self._office.set_options(office_options(desk, tr, [record.office], holders=False))

    def records(self, owner: str) -> Sequence[AgendaItem]:
        return self._desk.meetings.agenda(owner)

    def add_text(self, text: str) -> str:
        meeting = self._desk.meetings.get(self.owner)
        body = self._desk.bodies.get(meeting.body) if meeting is not None else None
        item = AgendaItem("", self.owner, title=text, mission=body.mission if body else None)
        return self._desk.meetings.add_item(item).id

    def remove_record(self, key: str) -> str:
        self._desk.meetings.remove_item(key)
        return self._tr.say("The item was taken off the agenda.")

    def move_by(self, places: int) -> None:
        """Move the chosen item up or down."""
        key = self.table.selected()
        if key and not self._desk.read_only:
            self.attempt(lambda: self._desk.meetings.move_item(key, places))


class Outcome(Part[Decision]):
    """Decisions of the meeting; each is opened in the log, where it is edited."""

    name = "outcome"
    opened: Callable[[str], object]

    def words(self) -> tuple[str, str, str, str, str]:
        say = self._tr.say
        return (
            say("Decisions of the meeting"),
            say("What was decided, one sentence"),
            say("Add decision"),
            say("No decision is recorded of this meeting."),
            say("Remove decision"),
        )

    def columns(self) -> list[Column[Decision]]:
        tr = self._tr
        return [
            Column(tr.say("No."), lambda it: it.number),
            Column(
                tr.say("Decision"),
                lambda it: it.text.in_language(tr.lang),
                stretch=1,
                width=180,
                wrap=True,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.state, tr).text,
                colour=lambda it: mark(it.state, tr).colour,
            ),
        ]

    def make_form(self) -> RecordForm[Decision]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Decision] = RecordForm(self._desk.decisions.revise, name="outcomeForm")
        self._owner_field = form.add(
            ChoiceField(
                "owner", say("Carried out by"), tr, form.writer("owner"), none=say("nobody yet"),
                above=True,
            )
        )  # fmt: skip
        form.add(
            ChoiceField(
                "state", say("State of the decision"), tr, form.writer("state"),
                options=worded_options(DecisionState, tr), above=True,
            )
        )  # fmt: skip
        return form

    def more_verbs(self) -> Sequence[QWidget]:
        return (
            push_button(
                self._tr.say("Open in the log"), "outcomeOpen",
                lambda: self.opened(self.table.selected()), "plain", "arrow-right",
            ),
        )  # fmt: skip

    def prepare(self, record: Decision) -> None:
        self._owner_field.set_options(
            office_options(self._desk, self._tr, [record.owner], holders=False)
        )

    def records(self, owner: str) -> Sequence[Decision]:
        return self._desk.meetings.decisions(owner)

    def add_text(self, text: str) -> str:
        """Add it as asked for: without an owner it is not valid yet (G6)."""
        meeting = self._desk.meetings.get(self.owner)
        body = self._desk.bodies.get(meeting.body) if meeting is not None else None
        made = Decision(
            "", text=Wording(en=text) if self._tr.lang == "en" else Wording(text),
            body=body.id if body else None, meeting=self.owner,
            mission=body.mission if body else None, date=meeting.date if meeting else None,
            state=DecisionState.ASKED,
        )  # fmt: skip
        return self._desk.decisions.add(made).id

    def remove_record(self, key: str) -> str:
        self._desk.decisions.remove(key)
        return self._tr.say("The decision was removed.")


class Actions(Part[Action]):
    """What is to be done after the meeting."""

    name = "actions"

    def words(self) -> tuple[str, str, str, str, str]:
        say = self._tr.say
        return (
            say("Actions"),
            say("What is to be done"),
            say("Add action"),
            say("Nothing is to be done after this meeting."),
            say("Remove action"),
        )

    def columns(self) -> list[Column[Action]]:
        tr = self._tr
        return [
            Column(
                tr.say("Action"),
                lambda it: it.text,
                detail=self._who,
                stretch=1,
                width=180,
                wrap=True,
            ),
            Column(
                tr.say("Due"),
                lambda it: tr.period(it.due) if it.due else "–",
                sort=lambda it: it.due.last if it.due else None,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.state, tr).text,
                colour=lambda it: mark(it.state, tr).colour,
            ),
        ]

    def _who(self, it: Action) -> str:
        office = self._desk.organisation.office(it.office) if it.office else None
        return office.title.in_language(self._tr.lang) if office else self._tr.say("nobody yet")

    def make_form(self) -> RecordForm[Action]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Action] = RecordForm(self._desk.decisions.revise_action, name="actionForm")
        form.add(ParagraphField("text", say("The action"), tr, form.writer("text"), least=2,
                                above=True))  # fmt: skip
        self._office = form.add(
            ChoiceField(
                "office", say("Done by"), tr, form.writer("office"), none=say("nobody yet"),
                above=True,
            )
        )  # fmt: skip
        form.add(
            PeriodField(
                "due", say("To be done by"), tr, form.writer("due"), today=self._desk.this_day,
                above=True,
            )
        )  # fmt: skip
        form.add(
            ChoiceField(
                "state", say("State of the action"), tr, form.writer("state"),
                options=worded_options(ActionState, tr), above=True,
            )
        )  # fmt: skip
        return form

    def prepare(self, record: Action) -> None:
        self._office.set_options(
            office_options(self._desk, self._tr, [record.office], holders=False)
        )

    def records(self, owner: str) -> Sequence[Action]:
        return self._desk.meetings.actions(owner)

    def add_text(self, text: str) -> str:
        meeting = self._desk.meetings.get(self.owner)
        body = self._desk.bodies.get(meeting.body) if meeting is not None else None
        made = Action("", meeting=self.owner, mission=body.mission if body else None, text=text)
        return self._desk.decisions.add_action(made).id

    def remove_record(self, key: str) -> str:
        self._desk.decisions.remove_action(key)
        return self._tr.say("The action was removed.")
