# SPDX-License-Identifier: Apache-2.0
"""Ministries, offices and who holds them, with dates: a reshuffle is a few appointments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import (
    Appointment,
    Ministry,
    Office,
    OfficeLevel,
    Person,
    holds_on,
)
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.language import sort_key
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office on a day: who holds it, and how much it answers for."""

    office: Office
    ministry: Ministry | None
    appointment: Appointment | None
    person: Person | None
    accountable_for: tuple[Mission, ...]
    shares: tuple[Mission, ...]
    commitments: int


class Organisation:
    """The verbs about ministries, offices, persons and appointments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------
    def ministries(self) -> tuple[Ministry, ...]:
        """All ministries by name."""
        found = self._session.store.all(Ministry)
        return tuple(sorted(found, key=lambda ministry: sort_key(str(ministry.name), "da")))

    def offices(self) -> tuple[Office, ...]:
        """All offices by title."""
        found = self._session.store.all(Office)
        return tuple(sorted(found, key=lambda office: sort_key(str(office.title), "da")))

    def persons(self) -> tuple[Person, ...]:
        """All persons by name."""
        found = self._session.store.all(Person)
        return tuple(sorted(found, key=lambda person: sort_key(person.name, "da")))

    def appointments(self, office: str) -> tuple[Appointment, ...]:
        """Appointments to the office, the newest first."""
        found = self._session.situation.of(Appointment, office)
        return tuple(
            sorted(
                found,
                key=lambda one: one.valid_from.first if one.valid_from else date.min,
                reverse=True,
            )
        )

    def ministry(self, key: str) -> Ministry | None:
        """The ministry with this id, or None."""
        return self._session.store.get(Ministry, key)

    def office(self, key: str) -> Office | None:
        """The office with this id, or None."""
        return self._session.store.get(Office, key)

    def person(self, key: str) -> Person | None:
        """The person with this id, or None."""
        return self._session.store.get(Person, key)

    def holder(self, office: str, on: date | None = None) -> Person | None:
        """Who holds the office on the day (today), or None."""
        return self._session.situation.holder(office, on or self._session.today)

    def prime_minister(self) -> Office | None:
        """The office that signs by default: the first minister's office of the workspace."""
        found = self._session.store.all(Office)
        return next((one for one in found if one.level is OfficeLevel.MINISTER), None)

    def ministers(self, on: date | None = None) -> tuple[OfficeRow, ...]:
        """Ministers' offices whose titles hold on the day (today), with who holds them."""
        return tuple(row for row in self.rows(on) if row.office.level is OfficeLevel.MINISTER)

    def rows(self, on: date | None = None) -> tuple[OfficeRow, ...]:
        """All offices whose titles hold on the day (today), by title."""
        moment = on or self._session.today
        return tuple(
            self._row(office, moment)
            for office in self.offices()
            if holds_on(office.valid_from, office.valid_to, moment)
        )

    def _row(self, office: Office, on: date) -> OfficeRow:
        now = self._session.situation
        held = next(iter(now.holders(office.id, on)), None)
        return OfficeRow(
            office=office,
            ministry=now.get(Ministry, office.ministry),
            appointment=held,
            person=now.get(Person, held.person) if held else None,
            accountable_for=tuple(
                one for one in now.missions if one.accountable_office == office.id
            ),
            shares=tuple(one for one in now.missions if office.id in one.co_offices),
            commitments=sum(one.lead_office == office.id for one in now.commitments),
        )

    # -- ministries --------------------------------------------------------------------
    def add_ministry(self, ministry: Ministry) -> Ministry:
        """Add the ministry; it gets an id when it has none.

        Raises:
            Refused: It has no name, or its dates are in the wrong order.
        """
        ministry = replace(ministry, id=ministry.id or identity.new_id())
        _sound_ministry(ministry)
        with self._session.write(Verb.ADD_MINISTRY, ministry.id, name_of(ministry)) as unit:
            unit.save(ministry)
        return ministry

    def revise_ministry(self, ministry: Ministry) -> Ministry:
        """Write the ministry as given.

        Raises:
            Refused: It has no name, or its dates are in the wrong order.
        """
        self._session.the(Ministry, ministry.id)
        _sound_ministry(ministry)
        with self._session.write(Verb.REVISE_MINISTRY, ministry.id, name_of(ministry)) as unit:
            unit.save(ministry)
        return ministry

    def remove_ministry(self, key: str) -> None:
        """Remove a ministry without offices.

        Raises:
            Refused: It still has offices.
        """
        ministry = self._session.the(Ministry, key)
        offices = [one for one in self.offices() if one.ministry == key]
        if offices:
            raise Refused(
                N_("The ministry still has an office: {office}."), office=name_of(offices[0])
            )
        with self._session.write(Verb.REMOVE_MINISTRY, key, name_of(ministry)) as unit:
            unit.remove(Ministry, key)

    # -- offices -----------------------------------------------------------------------
    def add_office(self, office: Office) -> Office:
        """Add the office; it gets an id when it has none.

        Raises:
            Refused: It has no title, or its dates are in the wrong order.
        """
        office = replace(office, id=office.id or identity.new_id())
        self._sound_office(office)
        with self._session.write(Verb.ADD_OFFICE, office.id, name_of(office)) as unit:
            unit.save(office)
        return office

    def revise_office(self, office: Office) -> Office:
        """Write the office as given.

        Raises:
            Refused: It has no title, or its dates are in the wrong order.
        """
        self._session.the(Office, office.id)
        self._sound_office(office)
        with self._session.write(Verb.REVISE_OFFICE, office.id, name_of(office)) as unit:
            unit.save(office)
        return office

    def remove_office(self, key: str) -> None:
        """Remove an office that nothing refers to, with its appointments.

        Raises:
            Refused: A mission, commitment, initiative, milestone or letter refers to it.
        """
        office = self._session.the(Office, key)
        user = self._user_of(key)
        if user:
            raise Refused(N_("The office is still used by {record}."), record=user)
        with self._session.write(Verb.REMOVE_OFFICE, key, name_of(office)) as unit:
            for held in unit.where(Appointment, office=key):
                _remove_appointment(unit, held)
            unit.remove(Office, key)

    def _user_of(self, office: str) -> str:
        """Name of a record that refers to the office, or ""."""
        store = self._session.store
        for mission in store.all(Mission):
            if office == mission.accountable_office or office in mission.co_offices:
                return name_of(mission)
        for promise in store.all(Commitment):
            if office == promise.lead_office or office in promise.co_offices:
                return name_of(promise)
        work: tuple[Initiative | Milestone, ...] = store.all(Initiative) + store.all(Milestone)
        for record in work:
            if office == record.office:
                return name_of(record)
        for letter in store.all(Letter):
            if office == letter.addressee_office or office in letter.sender_offices:
                mission_of = store.get(Mission, letter.mission) if letter.mission else None
                return name_of(letter) or (name_of(mission_of) if mission_of else letter.id)
        return ""

    # -- persons and appointments ------------------------------------------------------
    def appoint(self, office: str, name: str, from_: Period, first_name: str = "") -> Appointment:
        """Put a person into the office from a day on; who held it leaves the day before.

        A person of the same name who is known already is taken; without ``first_name`` the first
        word of the name is it.

        Raises:
            Refused: No name, or the former holder began on that day or later.
        """
        found = self._session.the(Office, office)
        name = " ".join(name.split())
        if not name:
            raise Refused(N_("Who is appointed?"), field="name")
        eve = from_.first - timedelta(days=1)
        former = self._open_appointments(office, from_.first)
        known = next((one for one in self.persons() if one.name == name), None)
        person = known or Person(identity.new_id(), name, first_name.strip() or name.split()[0])
        held = Appointment(identity.new_id(), office=office, person=person.id, valid_from=from_)
        about = f"{name_of(found)}: {name}"
        with self._session.write(Verb.APPOINT, held.id, about) as unit:
            for one in former:
                unit.save(replace(one, valid_to=day(eve)))
            if known is None:
                unit.save(person)
            unit.save(held)
        return held

    def _open_appointments(self, office: str, start: date) -> tuple[Appointment, ...]:
        """Appointments that the new one ends.

        Raises:
            Refused: One of them begins on ``start`` or later.
        """
        former = []
        for one in self._session.situation.of(Appointment, office):
            if one.valid_to is not None and one.valid_to.last < start:
                continue
            if one.valid_from is not None and one.valid_from.first >= start:
                raise Refused(
                    N_("The office has a holder from {date} on."),
                    field="from",
                    date=one.valid_from,
                )
            former.append(one)
        return tuple(former)

    def revise_person(self, person: Person) -> Person:
        """Write the person as given.

        Raises:
            Refused: No name.
        """
        self._session.the(Person, person.id)
        if not person.name.strip():
            raise Refused(N_("A person needs a name."), field="name")
        with self._session.write(Verb.REVISE_PERSON, person.id, name_of(person)) as unit:
            unit.save(person)
        return person

    def revise_appointment(self, appointment: Appointment) -> Appointment:
        """Write the appointment as given, also to end it.

        Raises:
            Refused: It ends before it begins.
        """
        self._session.the(Appointment, appointment.id)
        _in_order(appointment.valid_from, appointment.valid_to)
        about = self._about(appointment)
        with self._session.write(Verb.REVISE_APPOINTMENT, appointment.id, about) as unit:
            unit.save(appointment)
        return appointment

    def remove_appointment(self, key: str) -> None:
        """Remove an appointment made by mistake; a person without any other goes with it."""
        held = self._session.the(Appointment, key)
        with self._session.write(Verb.REMOVE_APPOINTMENT, key, self._about(held)) as unit:
            _remove_appointment(unit, held)

    def _about(self, held: Appointment) -> str:
        office = self._session.store.get(Office, held.office)
        person = self._session.store.get(Person, held.person)
        return ": ".join(name_of(one) for one in (office, person) if one is not None)

    def _sound_office(self, office: Office) -> None:
        if not office.title:
            raise Refused(N_("An office needs a title."), field="title")
        if office.ministry is not None:
            self._session.the(Ministry, office.ministry)
        _in_order(office.valid_from, office.valid_to)


def _sound_ministry(ministry: Ministry) -> None:
    if not ministry.name:
        raise Refused(N_("A ministry needs a name."), field="name")
    _in_order(ministry.valid_from, ministry.valid_to)


def _in_order(first: Period | None, last: Period | None) -> None:
    if first is not None and last is not None and last.last < first.first:
        raise Refused(N_("It ends before it begins."), field="valid_to")


def _remove_appointment(unit: Unit, held: Appointment) -> None:
    """Also the person, when nothing else needs the name (no more is kept than is needed)."""
    unit.remove(Appointment, held.id)
    others = unit.where(Appointment, person=held.person)
    written_to = unit.where(Letter, addressee_person=held.person)
    if not others and not written_to:
        unit.remove(Person, held.person)
