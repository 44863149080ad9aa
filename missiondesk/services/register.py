# SPDX-License-Identifier: Apache-2.0
"""Reading the organisation: who holds which office on a day, and what each answers for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import (
    Appointment,
    Ministry,
    Office,
    OfficeLevel,
    Person,
    holds_on,
)
from missiondesk.language import sort_key

if TYPE_CHECKING:
    from missiondesk.services.session import Session


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


class Register:
    """What is known of ministries, offices and their holders; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

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

    def coming_rows(self) -> tuple[OfficeRow, ...]:
        """Offices whose titles begin after today, as they will be on that day; the next first."""
        begins = {
            office: office.valid_from.first
            for office in self.offices()
            if office.valid_from is not None and office.valid_from.first > self._session.today
        }
        return tuple(
            self._row(office, begins[office])
            for office in sorted(begins, key=lambda it: begins[it])
        )

    def former_rows(self) -> tuple[OfficeRow, ...]:
        """Offices whose titles have ended; they answer for nothing any more."""
        now, today = self._session.situation, self._session.today
        return tuple(
            OfficeRow(office, now.get(Ministry, office.ministry), None, None, (), (), 0)
            for office in self.offices()
            if office.valid_to is not None and office.valid_to.last < today
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
