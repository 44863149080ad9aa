# SPDX-License-Identifier: Apache-2.0
"""Ministries, offices and people: add, revise, appoint, remove, and what the check says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.organisation.office_columns import office_columns
from missiondesk.ui.organisation.page import OrganisationPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.untaken_texts import go_to_first, kept_texts
from missiondesk.ui.widgets.finding_bar import FindingBar
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def opened(desk: Desk, window_on: Opened, tab: str = "offices") -> Screen:
    screen = window_on(desk)
    screen.go_to(PageName.ORGANISATION)
    page(screen).tabs.open(tab)
    settle()
    return screen


def page(screen: Screen) -> OrganisationPage:
    front = screen.page
    assert isinstance(front, OrganisationPage)
    return front


def test_a_reshuffle(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on)
    office = desk.organisation.offices()[0]
    screen.choose_row("officeTable", office.id)
    for name, day in (("Første Eksempel", "1.6.2026"), ("Anden Eksempel", "1.9.2026")):
        screen.type_into("new_name", name)
        screen.type_into("new_from", day)
        screen.press("appoint")
    held = desk.organisation.appointments(office.id)
    assert [(it.valid_from, it.valid_to) for it in held] == [
        (Period("2026-09-01"), None),
        (Period("2026-06-01"), Period("2026-08-31")),
    ]
    assert [row[0] for row in screen.table("holderTable")] == ["Anden Eksempel", "Første Eksempel"]
    holder = desk.organisation.holder(office.id, date(2026, 10, 1))
    assert holder is not None
    assert holder.name == "Anden Eksempel"
    screen.undo()
    assert [row[0] for row in screen.table("holderTable")] == ["Første Eksempel"]


def test_nobody_and_too_early_are_refused_at_the_field(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on)
    screen.press("appoint")
    assert screen.refusal("new_name")
    screen.type_into("new_name", "Første Eksempel")
    screen.type_into("new_from", "1.6.2026")
    screen.press("appoint")
    screen.type_into("new_name", "Anden Eksempel")
    screen.type_into("new_from", "1.5.2026")
    screen.press("appoint")
    assert screen.refusal("new_from")
    assert len(desk.organisation.appointments(desk.organisation.offices()[0].id)) == 1


def test_an_office_is_added_named_and_removed(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on)
    screen.press("addOffice")
    screen.type_into("title", "Klimaminister", "da")
    screen.choose("ministry", "Statsministeriet")
    assert {it.title.da for it in desk.organisation.offices()} == {"Statsminister", "Klimaminister"}
    screen.press("removeOffice")
    assert [it.title.da for it in desk.organisation.offices()] == ["Statsminister"]
    assert "Klimaminister" in screen.toast()
    screen.press("toastButton")
    assert len(desk.organisation.offices()) == 2


def test_an_office_that_is_used_stays(sample: Desk, window_on: Opened) -> None:
    screen = opened(sample, window_on)
    mission = sample.missions.all()[0]
    office = mission.accountable_office
    assert office is not None
    screen.choose_row("officeTable", office)
    screen.press("removeOffice")
    assert sample.situation.get(Office, office) is not None
    assert screen.toast()


def test_an_empty_title_is_refused(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on)
    screen.type_into("title", "", "da")
    screen.type_into("title", "", "en")
    assert screen.refusal("title")
    assert desk.organisation.offices()[0].title.en == "Prime Minister"


def test_a_ministry_is_added_and_revised(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on, "ministries")
    screen.press("addMinistry")
    screen.type_into("name", "Klimaministeriet", "da")
    screen.type_into("address", "Eksempelvej 1")
    found = next(it for it in desk.organisation.ministries() if it.name.da == "Klimaministeriet")
    assert found.address == "Eksempelvej 1"


def test_a_former_ministers_letter_is_shown_where_the_minister_is(
    sample: Desk, window_on: Opened
) -> None:
    screen = opened(sample, window_on)
    finding = next(it for it in sample.readiness.findings() if it.rule == "L6")
    letter = sample.letters.get(finding.key)
    assert letter is not None
    assert letter.addressee_office is not None
    screen.choose_row("officeTable", letter.addressee_office)
    bar = screen.find(FindingBar, "finding_L6")
    bar.button.click()
    settle()
    assert screen.window.pages.current() == PageName.LETTERS


def test_the_secretariats_own_settings(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on, "secretariat")
    screen.type_into("title", "Sekretariatet 2026", "da")
    assert screen.text("workspaceTitle") == "Sekretariatet 2026"
    screen.type_into("window_left_mm", "900")
    assert screen.refusal("window_left_mm")
    screen.type_into("data_date", "31.10.2026")
    assert "31. oktober 2026" in screen.text("statusFacts")
    assert "Arbejdsfilens mærke: " in screen.text("statusFacts")


def test_each_record_is_found_by_its_key(sample: Desk, window_on: Opened) -> None:
    screen = opened(sample, window_on)
    shown = page(screen)
    secretariat = sample.situation.all(Secretariat)[0]
    shown.show_record(f"{secretariat.id}#contact")
    assert shown.tabs.current() == "secretariat"
    ministry = sample.organisation.ministries()[1]
    shown.show_record(ministry.id)
    assert shown.ministries.table.selected() == ministry.id
    person = sample.organisation.persons()[0]
    shown.show_record(person.id)
    assert shown.tabs.current() == "offices"
    assert isinstance(screen.find(QWidget, "holders"), QWidget)


def test_a_new_record_says_nothing_in_the_other_language(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on)
    screen.press("addOffice")
    screen.type_into("title", "Klimaminister", "da")
    titles = {it.title for it in desk.organisation.offices()}
    assert Wording("Klimaminister") in titles
    assert Wording("Klimaminister").in_language("en") == "Klimaminister"
    page(screen).tabs.open("ministries")
    screen.press("addMinistry")
    assert Wording("Nyt ministerium") in {it.name for it in desk.organisation.ministries()}


def test_a_coming_office_stands_in_the_list_with_its_date(desk: Desk, window_on: Opened) -> None:
    screen = opened(desk, window_on)
    office = desk.organisation.offices()[0]
    screen.type_into("valid_from", "1.1.2027")
    (row,) = screen.table("officeTable")
    assert row[0].startswith("Statsminister")
    assert row[1] == "–"
    (shown,) = page(screen).offices.table.rows()
    assert shown.office.id == office.id
    told = office_columns(translator("da"), desk.this_day)[0].detail
    assert told is not None
    assert told(shown).startswith("fra 1. januar 2027")
    assert screen.heading() == "Den første ministerpost begynder: 1. januar 2027"
    screen.type_into("valid_from", "1.1.2020")
    screen.type_into("valid_to", "1.1.2021")
    assert screen.table("officeTable") == []
    page(screen).offices.former.setChecked(True)
    assert len(screen.table("officeTable")) == 1


def test_another_day_is_that_of_lists_and_of_what_is_typed(desk: Desk, window_on: Opened) -> None:
    """A window stays open over midnight, and the date of the data changes in it."""
    screen = opened(desk, window_on)
    office = desk.organisation.offices()[0]
    screen.type_into("valid_from", "1.6.2040")
    assert screen.table("officeTable")[0][1] == "–"
    page(screen).tabs.open("secretariat")
    settle()
    screen.type_into("data_date", "31.12.2041")
    page(screen).tabs.open("offices")
    settle()
    assert screen.table("officeTable")[0][1] == "ubesat"
    screen.type_into("valid_to", "i dag")
    after = desk.situation.get(Office, office.id)
    assert after is not None and after.valid_to == Period("2041-12-31")


def test_a_name_that_is_being_typed_is_its_holders_when_another_office_is_shown(
    sample: Desk, window_on: Opened
) -> None:
    first, second = [row for row in sample.organisation.rows() if row.person is not None][:2]
    assert first.person is not None and second.person is not None
    screen = opened(sample, window_on)
    screen.window.activateWindow()
    screen.window.navigate(PageName.ORGANISATION, first.office.id)
    settle()
    editor = screen.find(QLineEdit, "holder_name_editor")
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "Ny Eksempel")
    screen.window.navigate(PageName.ORGANISATION, second.office.id)
    settle()
    names = [sample.organisation.person(it.person.id) for it in (first, second)]  # type: ignore[union-attr]
    assert [it.name for it in names if it] == ["Ny Eksempel", second.person.name]


def test_what_was_refused_of_a_holder_waits_for_that_holder(
    sample: Desk, window_on: Opened
) -> None:
    first, second = [row for row in sample.organisation.rows() if row.person is not None][:2]
    screen = opened(sample, window_on)
    screen.window.navigate(PageName.ORGANISATION, first.office.id)
    settle()
    screen.type_into("holder_from", "i forfjor")
    assert screen.refusal("holder_from")
    screen.window.navigate(PageName.ORGANISATION, second.office.id)
    settle()
    assert not screen.refusal("holder_from")
    (kept,) = kept_texts(screen.window.pages)
    assert kept.text.texts == ("i forfjor",)
    go_to_first(screen.window)
    settle()
    assert screen.find(QLineEdit, "holder_from_editor").text() == "i forfjor"
    assert screen.refusal("holder_from")
    assert page(screen).offices.table.selected() == first.office.id
