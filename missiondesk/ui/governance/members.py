# SPDX-License-Identifier: Apache-2.0
"""Who sits in the chosen body, from and to; an office or an actor is given a seat here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.domain.actor import Actor
from missiondesk.domain.body import MemberRole, Membership
from missiondesk.language import Translator
from missiondesk.services.bodies import Seat
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import office_options
from missiondesk.ui.governance.part import Part
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import ChoiceField, PeriodField, TextField, worded_options
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column

_OFFICE, _ACTOR = "office", "actor"


class Members(Part[Seat]):
    """The seats of a body.

    Attributes:
        on: The day as of which seats are shown; None shows all that are and were.
    """

    name = "members"

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        self.on: date | None = None
        super().__init__(desk, hub, tr)

    def words(self) -> tuple[str, str, str, str, str]:
        say = self._tr.say
        return (
            say("Members"),
            say("Who is given a seat"),
            say("Give a seat"),
            say("Nobody sits in the body yet."),
            say("Remove seat"),
        )

    def columns(self) -> list[Column[Seat]]:
        tr, roles = self._tr, list(MemberRole)
        return [
            Column(
                tr.say("Member"),
                lambda it: it.name.in_language(tr.lang),
                detail=lambda it: ", ".join(filter(None, (it.holder, it.ministry))),
                stretch=1,
                width=150,
                wrap=True,
            ),
            Column(
                tr.say("Role"),
                lambda it: tr.show(it.membership.role),
                sort=lambda it: roles.index(it.membership.role),
            ),
            Column(tr.say("From and to"), self._dates, wrap=True, width=96, folds=1),
        ]

    def _dates(self, it: Seat) -> str:
        tr, first, last = self._tr, it.membership.valid_from, it.membership.valid_to
        return f"{tr.period(first) if first else ''}–{tr.period(last) if last else ''}"

    def make_form(self) -> RecordForm[Seat]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        form: RecordForm[Seat] = RecordForm(
            lambda it: self._desk.bodies.revise_member(it.membership), name="memberForm"
        )

        def writer(name: str) -> Callable[[Any], object]:
            def write(value: Any) -> None:
                seat = form.record
                if seat is not None:
                    self._desk.bodies.revise_member(replace(seat.membership, **{name: value}))

            return write

        dates = [
            PeriodField(name, label, tr, writer(name), today=today, above=True)
            for name, label in (
                ("valid_from", say("Has the seat from")),
                ("valid_to", say("Has the seat until")),
            )
        ]
        form.add(
            ChoiceField(
                "role", say("Role in the body"), tr, writer("role"),
                options=worded_options(MemberRole, tr), above=True,
            ),
            lambda it: it.membership.role,
        )  # fmt: skip
        form.add(dates[0], lambda it: it.membership.valid_from)
        form.add(dates[1], lambda it: it.membership.valid_to)
        form.add(
            TextField("seatNote", say("Note on the seat"), tr, writer("note"), above=True),
            lambda it: it.membership.note,
        )
        return form

    def add_line(self) -> QWidget:
        say = self._tr.say
        self.who = ChoiceBox()
        self.who.setObjectName("membersWho")
        self.who.setAccessibleName(say("Who is given a seat"))
        self.who.setMinimumWidth(80)
        self.add_button = push_button(say("Give a seat"), "membersAdd", self.add, "", "plus")
        made = row(self.who, self.add_button)
        layout = made.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretch(0, 1)
        return made

    def records(self, owner: str) -> Sequence[Seat]:
        bodies = self._desk.bodies
        return bodies.all_seats(owner) if self.on is None else bodies.seats(owner, self.on)

    def show_owner(self, owner: str) -> None:
        """Show the seats of a body, and who else may be given one."""
        super().show_owner(owner)
        kept = self.who.currentData()
        offices = office_options(self._desk, self._tr, holders=False)
        actors = [(one.id, one.name) for one in self._desk.situation.all(Actor)]
        self.who.blockSignals(True)
        self.who.clear()
        for kind, options in ((_OFFICE, offices), (_ACTOR, actors)):
            for key, text in options:
                self.who.addItem(text, f"{kind}/{key}")
        self.who.setCurrentIndex(max(self.who.findData(kept), 0))
        self.who.blockSignals(False)

    def focus_new(self) -> None:
        """Go to the choice of who is given a seat."""
        self.who.setFocus()

    def add(self) -> None:
        """Give the chosen office or actor a seat from today on."""
        kind, _, key = str(self.who.currentData() or "").partition("/")
        seat = Membership("", self.owner)
        given = replace(seat, office=key) if kind == _OFFICE else replace(seat, actor=key or None)
        self.attempt(lambda: self.choose(self._desk.bodies.seat(given).id))

    def remove_record(self, key: str) -> str:
        self._desk.bodies.remove_member(key)
        return self._tr.say("The seat was removed.")
