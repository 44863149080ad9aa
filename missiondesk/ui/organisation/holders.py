# SPDX-License-Identifier: Apache-2.0
"""Who holds and held an office; appointing ends the former appointment the day before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.organisation import Appointment, Office, holds_on
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.fields import PeriodField, TextField
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable
from missiondesk.ui.widgets.untaken import Untaken
from missiondesk.ui.widgets.waiting_texts import WaitingTexts


class Holders(QWidget):
    """Appointments to one office, the fields of the chosen one, and a line to appoint."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("holders")
        self._waiting = WaitingTexts(self)
        self._desk, self._hub, self._say = desk, hub, tr
        self._office: Office | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(text_label(tr.say("Who holds it"), "section"))
        layout.addWidget(self._table())
        layout.addWidget(self._chosen())
        layout.addWidget(text_label(tr.say("Appoint the next one"), "section"))
        self._add_appoint(layout)

    def _table(self) -> ReadTable[Appointment]:
        say = self._say.say
        self.table: ReadTable[Appointment] = ReadTable(
            [
                Column(say("Name"), self._name, stretch=1, width=140, strong=True),
                Column(say("From"), lambda it: self._said(it.valid_from)),
                Column(
                    say("Until"),
                    lambda it: self._said(it.valid_to) if it.valid_to else say("today"),
                    colour=lambda it: "quiet" if it.valid_to else "good",
                ),
            ],
            key=lambda it: it.id,
            name="holderTable",
            title=say("Who holds and held the office"),
            sort_text=self._say.sort_key,
            empty=EmptyState(
                say("Nobody has been appointed yet. Write the name and the day below.")
            ),
            growing=True,
        )
        self.table.chosen.connect(lambda _key: self._show_chosen())
        return self.table

    def _chosen(self) -> QWidget:
        """Fields of the chosen appointment; each is a step of its own."""
        say, tr, today = self._say.say, self._say, self._desk.this_day
        self.name = TextField("holder_name", say("Name"), tr, self._person("name"))
        self.first_name = TextField(
            "holder_first_name",
            say("First name"),
            tr,
            self._person("first_name"),
            short=True,
            hint=say("Stands in the salutation of a letter."),
        )
        self.since = PeriodField(
            "holder_from", say("From"), tr, self._dates("valid_from"), today=today
        )
        self.until = PeriodField(
            "holder_to", say("Until"), tr, self._dates("valid_to"), today=today
        )
        self.remove = push_button(
            say("Remove appointment"), "removeAppointment", self._remove, "plain", "trash-2"
        )
        self._tell_apart(say("Who holds it"), self.name, self.since, self.until)
        self._card = QWidget()
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in (self.name, self.first_name, self.since, self.until):
            column.addWidget(field)
        column.addWidget(row(self.remove, None))
        return self._card

    def _add_appoint(self, layout: QVBoxLayout) -> None:
        say, tr, today = self._say.say, self._say, self._desk.this_day
        self.new_name = TextField("new_name", say("Name"), tr)
        hint = say("Whoever holds it now leaves the day before.")
        self.new_from = PeriodField("new_from", say("From"), tr, today=today, hint=hint)
        self.button = push_button(say("Appoint"), "appoint", self.appoint, "primary")
        self._tell_apart(say("Appoint the next one"), self.new_name, self.new_from)
        for part in (self.new_name, self.new_from, row(self.button, None)):
            layout.addWidget(part)

    @staticmethod
    def _tell_apart(section: str, *fields: TextField | PeriodField) -> None:
        """The office and the next holder have fields of the same names: say whose they are."""
        for field in fields:
            field.editor.setAccessibleName(f"{field.label_text}, {section}")

    # -- cells -----------------------------------------------------------------------------
    def _name(self, held: Appointment) -> str:
        person = self._desk.organisation.person(held.person)
        return person.name if person is not None else "–"

    def _said(self, period: Any) -> str:
        return self._say.period(period) if period is not None else "–"

    # -- showing -----------------------------------------------------------------------------
    def show_office(self, office: Office | None) -> None:
        """Show the appointments to this office."""
        other = (office.id if office else "") != (self._office.id if self._office else "")
        if other:
            self._settle()
        self._office = office
        rows = self._desk.organisation.appointments(office.id) if office is not None else ()
        self.table.show_rows(rows)
        if other:
            self.new_name.show_value("")
            self.new_from.show_value(day(self._desk.today))
        if rows and (other or not self.table.selected()):
            today = self._desk.today
            now = [it for it in rows if holds_on(it.valid_from, it.valid_to, today)]
            self.table.select((now or list(rows))[0].id)
        self._show_chosen()

    def _settle(self) -> None:
        """Take what is being typed for the holder who is shown."""
        for field in (self.name, self.first_name, self.since, self.until):
            if any(editor.hasFocus() for editor in field.editors()):
                field.commit()

    def _held(self) -> Appointment | None:
        key = self.table.selected()
        return next((it for it in self.table.rows() if it.id == key), None)

    def _show_chosen(self) -> None:
        held = self._held()
        self._card.setVisible(held is not None)
        if held is None:
            return
        person = self._desk.organisation.person(held.person)
        values: tuple[tuple[Field, Any], ...] = (
            (self.name, person.name if person else ""),
            (self.first_name, person.first_name if person else ""),
            (self.since, held.valid_from),
            (self.until, held.valid_to),
        )
        for field, value in values:
            again = field.record == held.id
            if not again:
                self._waiting.put_by(field)
            self._waiting.show(field, held.id, value, again=again)

    def untaken(self) -> Sequence[Untaken]:
        """What was refused for other holders than the one shown, whose fields say it themselves."""
        return self._waiting.all()

    def forget(self, untaken: Untaken) -> None:
        """Let go of what waits for an appointment that is no more."""
        self._waiting.forget(untaken)

    # -- verbs -----------------------------------------------------------------------------
    def _person(self, field: str) -> Callable[[str], object]:
        def write(value: str) -> None:
            held = self._held()
            person = self._desk.organisation.person(held.person) if held is not None else None
            if person is not None:
                changed = {field: value}
                self._desk.organisation.revise_person(replace(person, **changed))

        return write

    def _dates(self, field: str) -> Callable[[Any], object]:
        def write(value: Any) -> None:
            held = self._held()
            if held is not None:
                changed = {field: value}
                self._desk.organisation.revise_appointment(replace(held, **changed))

        return write

    def appoint(self) -> None:
        """Put the named person into the office from the day typed on."""
        if self._office is None or not (self.new_name.commit() and self.new_from.commit()):
            return
        name, from_ = self.new_name.value(), self.new_from.value()
        if from_ is None:
            self.new_from.refuse(self._say.say("From when?"))
            return
        try:
            held = self._desk.organisation.appoint(self._office.id, name, from_)
        except Refused as refused:
            field = self.new_name if refused.field == "name" else self.new_from
            field.refuse(self._say.tell(refused.message))
            return
        self.new_name.show_value("")
        self.new_name.restore()
        self.table.select(held.id)

    def _remove(self) -> None:
        held = self._held()
        if held is None:
            return
        name = self._name(held)
        self._desk.organisation.remove_appointment(held.id)
        said = self._say.say("Appointment removed: {name}", name=name)
        self._hub.say(said, undoable=True)
