# SPDX-License-Identifier: Apache-2.0
"""A reshuffle: appointments end the day before the next begins; nothing in use disappears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from missiondesk.domain.organisation import Ministry, Office, OfficeLevel
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk


@pytest.fixture
def office(desk: Desk) -> Office:
    return desk.organisation.offices()[0]


def test_an_appointment_ends_the_former_one_the_day_before(desk: Desk, office: Office) -> None:
    desk.organisation.appoint(office.id, "Anna Eksempel", Period("2026-06-01"))
    desk.organisation.appoint(office.id, "Bo  Eksempel ", Period("2026-10-01"))
    now, then = desk.organisation.appointments(office.id)
    assert (then.valid_from, then.valid_to) == (Period("2026-06-01"), Period("2026-09-30"))
    assert now.valid_to is None
    names = [
        found.name if (found := desk.organisation.holder(office.id, on)) else None
        for on in (date(2026, 5, 31), date(2026, 9, 30), date(2026, 10, 1))
    ]
    assert names == [None, "Anna Eksempel", "Bo Eksempel"]
    assert len(desk.history.steps(1)[0].changes) == 3


def test_a_known_name_is_the_same_person(desk: Desk, office: Office) -> None:
    desk.organisation.appoint(office.id, "Anna Eksempel", Period("2025"))
    desk.organisation.appoint(office.id, "Bo Eksempel", Period("2026-01-01"))
    desk.organisation.appoint(office.id, "Anna Eksempel", Period("2026-09-01"))
    assert [person.name for person in desk.organisation.persons()] == [
        "Anna Eksempel",
        "Bo Eksempel",
    ]
    assert desk.organisation.persons()[0].first_name == "Anna"


def test_an_appointment_before_the_present_one_is_refused(desk: Desk, office: Office) -> None:
    desk.organisation.appoint(office.id, "Anna Eksempel", Period("2026-06-01"))
    for start in ("2026-06-01", "2026-05"):
        with pytest.raises(Refused) as refused:
            desk.organisation.appoint(office.id, "Bo Eksempel", Period(start))
        assert refused.value.field == "from"
    with pytest.raises(Refused):
        desk.organisation.appoint(office.id, " ", Period("2027"))


def test_an_office_in_use_is_not_removed(sample: Desk) -> None:
    for row in sample.organisation.rows():
        if row.accountable_for:
            with pytest.raises(Refused):
                sample.organisation.remove_office(row.office.id)


def test_an_office_goes_with_its_appointments_and_a_person_nobody_needs(
    desk: Desk, office: Office
) -> None:
    made = desk.organisation.add_office(
        Office(
            "", ministry=office.ministry, title=Wording("Kontorchef"), level=OfficeLevel.OFFICIAL
        )
    )
    desk.organisation.appoint(made.id, "Carla Eksempel", Period("2026"))
    desk.organisation.remove_office(made.id)
    assert desk.organisation.persons() == ()
    desk.history.undo()
    assert desk.organisation.holder(made.id, date(2026, 5, 1)) is not None


def test_a_ministry_with_offices_stays(desk: Desk, office: Office) -> None:
    assert office.ministry is not None
    with pytest.raises(Refused):
        desk.organisation.remove_ministry(office.ministry)
    made = desk.organisation.add_ministry(Ministry("", name=Wording("Kulturministeriet")))
    desk.organisation.remove_ministry(made.id)
    assert desk.organisation.ministry(made.id) is None


def test_dates_in_the_wrong_order_are_refused(desk: Desk, office: Office) -> None:
    wrong = {"valid_from": Period("2027"), "valid_to": Period("2026")}
    ministry = desk.organisation.ministries()[0]
    held = desk.organisation.appoint(office.id, "Anna Eksempel", Period("2026-06-01"))
    for attempt in (
        lambda: desk.organisation.revise_office(replace(office, **wrong)),
        lambda: desk.organisation.revise_ministry(replace(ministry, **wrong)),
        lambda: desk.organisation.revise_appointment(replace(held, valid_to=Period("2026-05"))),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.field == "valid_to"


def test_ministers_with_what_they_answer_for(sample: Desk) -> None:
    rows = {str(row.office.title): row for row in sample.organisation.ministers()}
    assert "Kontorchef for missioner" not in rows
    assert [one.code for one in rows["Beskæftigelsesminister"].accountable_for] == ["M1", "M4"]
    health = rows["Sundhedsminister"]
    assert health.person is not None
    assert health.person.name == "Gro Eksempel"
    earlier = {
        str(row.office.title): row for row in sample.organisation.ministers(date(2026, 7, 1))
    }
    former = earlier["Sundhedsminister"].person
    assert former is not None
    assert former.name == "Frederik Eksempel"
