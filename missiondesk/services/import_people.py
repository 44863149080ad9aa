# SPDX-License-Identifier: Apache-2.0
"""Brings rows of people in: the ministry, the office, the person, and from when one holds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from missiondesk.domain import identity
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.organisation import Appointment, Ministry, Office, OfficeLevel, Person
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables.people import PersonRow
from missiondesk.services.import_changes import Brought, said_change
from missiondesk.services.import_draft import Draft


def bring_person(draft: Draft, row: PersonRow) -> Brought:
    """Bring one row into the draft.

    Raises:
        Refused: The office is held by another from that day on, its holder would not be known to
            leave, or the dates are in the wrong order.
    """
    return _PersonBringing(draft, row).bring()


class _PersonBringing:
    """Brings one row into the draft and notes what that changes."""

    def __init__(self, draft: Draft, row: PersonRow) -> None:
        self._draft = draft
        self._row = row
        self.brought = Brought()

    def bring(self) -> Brought:
        """Ministry, office, person and appointment, as far as each is new."""
        row = self._row
        if row.valid_from and row.valid_to and row.valid_to.last < row.valid_from.first:
            raise Refused(N_("It ends before it begins."), field="to")
        ministry = self._ministry()
        office = self._office(ministry)
        person = self._person()
        self._appoint(office, person)
        self.brought.title = Wording(
            *(f"{row.name}, {office.title.in_language(one)}" for one in ("da", "en"))
        )
        return self.brought

    def _ministry(self) -> Ministry | None:
        row = self._row
        if not row.ministry and not row.ministry_code:
            return None
        named = self._draft.where(Ministry, "name", row.ministry)
        known = next(iter(named or self._draft.where(Ministry, "code", row.ministry_code)), None)
        if known is None:
            if not row.ministry:
                raise Refused(
                    N_("There is no ministry “{text}”."),
                    field="ministry_code",
                    text=row.ministry_code,
                )
            made = Ministry(identity.new_id(), code=row.ministry_code, name=row.ministry)
            self._draft.put(made)
            self.brought.note(message(N_("new ministry: {name}"), name=made.name))
            return made
        revised = self.brought.revised(
            known,
            row,
            (
                ("ministry", "name", N_("ministry")),
                ("ministry_code", "code", N_("short code of the ministry")),
            ),
        )
        if revised != known:
            self._draft.put(revised)
        return revised

    def _office(self, ministry: Ministry | None) -> Office:
        row = self._row
        found = [
            one
            for one in self._draft.where(Office, "title", row.office)
            if ministry is None or one.ministry in (None, ministry.id)
        ]
        if len(found) > 1:
            raise Refused(N_("“{text}” may be any of several."), field="office", text=row.office)
        if not found:
            made = Office(
                identity.new_id(),
                ministry=ministry.id if ministry else None,
                title=row.office,
                level=row.level or OfficeLevel.MINISTER,
            )
            self._draft.put(made)
            self.brought.note(message(N_("new office: {name}"), name=made.title))
            return made
        known = found[0]
        revised = self.brought.revised(
            known,
            row,
            (
                ("office", "title", N_("title of the office")),
                ("level", "level", N_("level of the office")),
            ),
        )
        if ministry is not None and known.ministry is None:
            self.brought.note(said_change(N_("ministry"), None, ministry.name))
            revised = replace(revised, ministry=ministry.id)
        if revised != known:
            self._draft.put(revised)
        return revised

    def _person(self) -> Person:
        row = self._row
        found = self._draft.where(Person, "name", row.name)
        if not found:
            first = row.first_name or row.name.split()[0]
            made = Person(identity.new_id(), row.name, first)
            self._draft.put(made)
            return made
        known = found[0]
        name = N_("first name")
        revised = self.brought.revised(known, row, (("first_name", "first_name", name),))
        if revised != known:
            self._draft.put(revised)
        return revised

    def _appoint(self, office: Office, person: Person) -> None:
        row = self._row
        held = self._draft.where(Appointment, "office", office.id)
        own = [one for one in held if one.person == person.id]
        same = next((one for one in own if one.valid_from == row.valid_from), None)
        if same is None and row.valid_from is None:
            # Silent on the day: what is known of the person in this office stays.
            same = own[-1] if own else None
        if same is not None:
            self._draft.claim(same, row.line, "name")
            self._end(same)
            return
        self._make_room(held)
        made = Appointment(
            identity.new_id(),
            office=office.id,
            person=person.id,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )
        self._draft.put(made)
        self._draft.claim(made, row.line, "name")
        self.brought.new = True
        since = row.valid_from or Message(N_("no date yet"))
        self.brought.details.append(message(N_("in office from: {date}"), date=since))

    def _end(self, same: Appointment) -> None:
        until = self._row.valid_to
        if until is None or until == same.valid_to:
            return
        self.brought.note(said_change(N_("to"), same.valid_to, until))
        self._draft.put(replace(same, valid_to=until))

    def _make_room(self, held: list[Appointment]) -> None:
        """Who held the office until now leaves on the eve, as when one is appointed."""
        row = self._row
        for one in held:
            if self._apart(one):
                continue
            if row.valid_from is None:
                raise Refused(
                    N_("The office has a holder; say from when this person has it."), field="name"
                )
            if one.valid_from is not None and one.valid_from.first >= row.valid_from.first:
                raise Refused(
                    N_("The office has a holder from {date} on."),
                    field="from",
                    date=one.valid_from,
                )
            leaving = self._draft.get(Person, one.person)
            name = leaving.name if leaving else ""
            if one.valid_to is not None:
                raise Refused(
                    N_("{name} holds the office until {date}."),
                    field="from",
                    name=name,
                    date=one.valid_to,
                )
            eve = day(row.valid_from.first - timedelta(days=1))
            self._draft.put(replace(one, valid_to=eve))
            self.brought.note(message(N_("{name} holds it until {date}"), name=name, date=eve))

    def _apart(self, other: Appointment) -> bool:
        """Whether the two do not hold the office on any same day."""
        begin, end = self._row.valid_from, self._row.valid_to
        if begin is not None and other.valid_to is not None and other.valid_to.last < begin.first:
            return True
        starts = other.valid_from
        return end is not None and starts is not None and end.last < starts.first
