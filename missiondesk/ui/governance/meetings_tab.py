# SPDX-License-Identifier: Apache-2.0
"""Meetings with their agenda, papers, decisions and actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from missiondesk.domain.body import Meeting, MeetingState
from missiondesk.domain.decision import ActionState
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.meetings import papers_late
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.governance.agenda import Actions, Agenda, Outcome
from missiondesk.ui.governance.options import body_options
from missiondesk.ui.governance.tab import RecordsInTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.navigation import place_of
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    period_from_text,
)
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class MeetingRecords(RecordsTab[Meeting]):
    """Meetings, the newest first, and the chosen one with all that belongs to it."""

    name = "meetings"
    form_width = 404
    navigate: Navigate

    def title(self) -> str:
        return self._tr.say("Meetings")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Day of a new meeting"),
            say("Plan meeting"),
            say("No meeting is planned yet. Choose the body and type the day."),
            say("Remove meeting"),
        )

    def add_parts(self) -> Sequence[QWidget]:
        self.body_box = ChoiceBox()
        self.body_box.setObjectName("meetingsBody")
        self.body_box.setAccessibleName(self._tr.say("Body that meets"))
        self.body_box.setMaximumWidth(scaled(420))
        self.body_box.setPlaceholderText(self._tr.say("Which body meets?"))
        rest = super().add_parts()
        self.line.setMaximumWidth(scaled(200))
        return self.body_box, *rest

    def columns(self) -> list[Column[Meeting]]:
        tr = self._tr
        return [
            Column(
                tr.say("Date"),
                lambda it: tr.period(it.date) if it.date else tr.say("undated"),
                sort=lambda it: it.date.last if it.date else None,
            ),
            Column(
                tr.say("Body"),
                self._body,
                stretch=1,
                width=140,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.state, tr).text,
                detail=self._papers,
                wrap=True,
                width=112,
                colour=lambda it: mark(it.state, tr).colour,
                folds=2,
            ),
            Column(
                tr.say("Items"),
                lambda it: tr.number(len(self._desk.meetings.agenda(it.id))),
                right=True,
                folds=1,
            ),
        ]

    def _body(self, it: Meeting) -> str:
        body = self._desk.bodies.get(it.body)
        return body.name.in_language(self._tr.lang) if body else "–"

    def _papers(self, it: Meeting) -> str:
        if it.state is not MeetingState.PLANNED or it.papers_due is None:
            return self._desk.journalising.words("meeting", it.id, self._tr)
        if papers_late(it, day(self._desk.today)):
            return self._tr.say("papers were due {date}", date=it.papers_due)
        return self._tr.say("papers due {date}", date=it.papers_due)

    def make_form(self) -> RecordForm[Meeting]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        form: RecordForm[Meeting] = RecordForm(self._desk.meetings.revise, name="meetingForm")
        form.add_row(
            PeriodField("date", say("Date"), tr, form.writer("date"), today=today, above=True),
            PeriodField(
                "papers_due", say("Papers due"), tr, form.writer("papers_due"), today=today,
                above=True,
            ),
        )  # fmt: skip
        form.add(TextField("place", say("Place"), tr, form.writer("place"), above=True))
        form.add(
            NumberField(
                "present", say("Members present"), tr, form.writer("present"), whole=True,
                above=True,
            )
        )  # fmt: skip
        form.add(
            ParagraphField(
                "minutes", say("Minutes"), tr, form.writer("minutes"), above=True,
                hint=say("What was said beside the decisions."),
            )
        )  # fmt: skip
        return form

    def more_parts(self) -> Sequence[QWidget]:
        parts = (self._desk, self._hub, self._tr)
        say = self._tr.say
        self.hold_button = push_button(say("Record as held"), "meetingHold", self.hold)
        self.cancel_button = push_button(say("Cancel meeting"), "meetingCancel", self.call_off)
        self.agenda, self.outcome, self.todo = Agenda(*parts), Outcome(*parts), Actions(*parts)
        self.outcome.opened = lambda key: self.navigate(*place_of("decision", key))
        verbs = row(self.hold_button, self.cancel_button, None)
        return (verbs, self.agenda, self.outcome, self.todo)

    def prepare(self, record: Meeting) -> None:
        planned = record.state is MeetingState.PLANNED
        self.hold_button.setVisible(planned)
        self.cancel_button.setVisible(planned)
        for part in (self.agenda, self.outcome, self.todo):
            part.show_owner(record.id)

    def offer_bodies(self) -> None:
        """Offer the bodies of now; the choice stays."""
        kept = self.body_box.currentData()
        self.body_box.clear()
        for key, text in body_options(self._desk, self._tr):
            self.body_box.addItem(text, key)
        self.body_box.setCurrentIndex(max(self.body_box.findData(kept), 0))

    # -- verbs -----------------------------------------------------------------------------
    def add_record(self, mission: str, wording: Wording) -> str:
        body = self.body_box.currentData()
        if body is None:
            raise Refused(N_("Add a body first; a meeting is one of a body."))
        text = wording.only(self._tr.lang)
        date = period_from_text(text, self._tr, self._desk.today)
        return self._desk.meetings.plan(Meeting("", str(body), date)).id

    def remove_record(self, record: Meeting) -> str:
        self._desk.meetings.remove(record.id)
        return self._tr.say("The meeting was removed with its agenda.")

    def hold(self) -> None:
        """Record the chosen meeting as held."""
        record = self.form.record
        if record is not None:
            self._try(lambda: self._desk.meetings.hold(record.id))

    def call_off(self) -> None:
        """Cancel the chosen meeting."""
        record = self.form.record
        if record is not None:
            self._try(lambda: self._desk.meetings.cancel(record.id))


class MeetingsTab(RecordsInTab):
    """All meetings."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self.list = MeetingRecords(desk, hub, tr)
        self.list.navigate = navigate
        self.set_up(self.list, None)

    def refresh(self) -> None:
        """Read the meetings again."""
        self.list.offer_bodies()
        self.list.show_owned("", self.findings_of("meeting"), self._desk.meetings.all())

    def headline(self) -> tuple[str, str]:
        """The next meeting, and what is still to be done after former ones."""
        tr, coming = self._tr, self._desk.meetings.coming()
        actions = [it for it in self._desk.decisions.actions() if it.state is ActionState.OPEN]
        late = [it for it in actions if it.due is not None and it.due.last < self._desk.today]
        todo = tr.plural("{count} action is to be done", "{count} actions are to be done",
                         len(actions))  # fmt: skip
        if late:
            todo = tr.say("{actions}, {late} of them late", actions=todo, late=tr.number(len(late)))
        todo = f"{todo}." if actions else ""
        if not coming or coming[0].date is None:
            return tr.say("No meeting is planned"), todo
        body = self._desk.bodies.get(coming[0].body)
        said = tr.say(
            "{body} meets {date}",
            body=body.name if body else Wording(),
            date=tr.when(coming[0].date).replace(" ", "\u00a0"),
        )
        return said, todo

    def document(self) -> Callable[[], PrintJob] | None:
        """Minutes of the chosen meeting when it was held, else its papers."""
        meeting = self.list.form.record
        if meeting is None:
            return None
        held = meeting.state is MeetingState.HELD
        return self._kind("minutes" if held else "board-papers", meeting.id)

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a meeting, or the meeting of an item or action and that one in it."""
        meetings, list_ = self._desk.meetings, self.list
        item, action = meetings.item(key), self._desk.decisions.action(key)
        owner = item.meeting if item else action.meeting if action else key
        super().show_record(owner or "", "" if item or action else field)
        if item is not None:
            list_.agenda.choose(key, field)
        elif action is not None:
            list_.todo.choose(key, field)
