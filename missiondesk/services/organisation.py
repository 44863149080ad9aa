# SPDX-License-Identifier: Apache-2.0
"""Ministries, offices and who holds them, with dates: a reshuffle is a few appointments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import (
    Appointment,
    Ministry,
    Office,
    Person,
)
from missiondesk.domain.period import Period, add_days, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import referrer, remove_with_belongings
from missiondesk.services.naming import name_of
from missiondesk.services.register import OfficeRow, Register

if TYPE_CHECKING:
    from missiondesk.store.unit import Unit


class Organisation(Register):
    """The verbs about ministries, offices, persons and appointments."""

    # -- ministries --------------------------------------------------------------------
    def add_ministry(self, ministry: Ministry) -> Ministry:
        """Add the ministry; it gets an id when it has none.

        Raises:
            Refused: It has no name, or its dates are in the wrong order.
        """
        ministry = replace(ministry, id=ministry.id or identity.new_id())
        _sound_ministry(ministry)
        return self._session.keep(Verb.ADD_MINISTRY, ministry)

    def revise_ministry(self, ministry: Ministry) -> Ministry:
        """Write the ministry as given.

        Raises:
            Refused: It has no name, or its dates are in the wrong order.
        """
        self._session.the(Ministry, ministry.id)
        _sound_ministry(ministry)
        return self._session.keep(Verb.REVISE_MINISTRY, ministry)

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
            remove_with_belongings(unit, Ministry, key)

    # -- offices -----------------------------------------------------------------------
    def add_office(self, office: Office) -> Office:
        """Add the office; it gets an id when it has none.

        Raises:
            Refused: It has no title, or its dates are in the wrong order.
        """
        office = replace(office, id=office.id or identity.new_id())
        self._sound_office(office)
        return self._session.keep(Verb.ADD_OFFICE, office)

    def revise_office(self, office: Office) -> Office:
        """Write the office as given.

        Raises:
            Refused: It has no title, or its dates are in the wrong order.
        """
        self._session.the(Office, office.id)
        self._sound_office(office)
        return self._session.keep(Verb.REVISE_OFFICE, office)

    def remove_office(self, key: str) -> None:
        """Remove an office that nothing refers to, with its appointments.

        Raises:
            Refused: Another record than its appointments refers to it.
        """
        office = self._session.the(Office, key)
        user = self._user_of(key)
        if user:
            raise Refused(N_("The office is still used by {record}."), record=user)
        with self._session.write(Verb.REMOVE_OFFICE, key, name_of(office)) as unit:
            for held in unit.where(Appointment, office=key):
                _remove_appointment(unit, held)
            remove_with_belongings(unit, Office, key)

    def _user_of(self, office: str) -> str:
        """Name of a record that refers to the office, or ""."""
        found = referrer(self._session.situation, Office, office)
        if found is None:
            return ""
        owner = self._session.situation.get(Mission, getattr(found, "mission", None))
        return name_of(found) or (name_of(owner) if owner else found.id)

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
        eve = add_days(from_.first, -1)
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
        return self._session.keep(Verb.REVISE_PERSON, person)

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


__all__ = ["OfficeRow", "Organisation"]
