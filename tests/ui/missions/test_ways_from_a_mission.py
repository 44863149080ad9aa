# SPDX-License-Identifier: Apache-2.0
"""What leads on from a mission: to its letter and the revision of that, and to its minister."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from missiondesk.services.desk import Desk
from missiondesk.ui.navigation import Place
from missiondesk.ui.organisation.page import OrganisationPage
from missiondesk.ui.pages import PageName
from tests.screens import Screen, settle
from tests.ui.missions.test_missions_page import MissionsScreen, the

Opened = Callable[[Desk], Screen]


@pytest.fixture
def missions(desk: Desk, window_on: Opened) -> MissionsScreen:
    return MissionsScreen(window_on(desk))


@pytest.fixture
def of_sample(sample: Desk, window_on: Opened) -> MissionsScreen:
    return MissionsScreen(window_on(sample))


def test_the_letter_is_written_once_and_then_opened(missions: MissionsScreen, desk: Desk) -> None:
    missions.add("Færre unge uden job")
    mission = desk.missions.all()[0]
    missions.screen.press("writeLetter")
    (letter,) = desk.letters.all()
    assert letter.mission == mission.id
    assert missions.screen.window.pages.current() == PageName.LETTERS
    missions.screen.go_to(PageName.MISSIONS)
    missions.open(mission)
    missions.screen.press("writeLetter")
    assert desk.letters.all() == (letter,)


def test_a_letter_in_force_is_opened_and_revised_by_a_command_of_its_own(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission, screen = the(sample, "M2"), of_sample.screen
    (letter,) = (one for one in sample.letters.of_mission(mission.id) if one.state.in_force)
    before = sample.letters.all()
    of_sample.open(mission)
    assert screen.find(QPushButton, "writeLetter").text() == "Åbn missionsbrev"
    assert screen.find(QPushButton, "reviseLetter").text() == "Skriv en revision"
    screen.press("writeLetter")
    assert sample.letters.all() == before
    assert screen.window.pages.place().record.startswith(letter.id)
    for verb in ("Skriv en revision", "Åbn udkastet"):
        screen.go_to(PageName.MISSIONS)
        of_sample.open(mission)
        assert screen.find(QPushButton, "reviseLetter").text() == verb
        screen.press("reviseLetter")
        (draft,) = (one for one in sample.letters.all() if one.supersedes == letter.id)
        assert screen.window.pages.place().record.startswith(draft.id)
    screen.go_to(PageName.MISSIONS)
    of_sample.open(mission)
    screen.press("writeLetter")
    assert screen.window.pages.place().record.startswith(letter.id)


def test_a_mission_without_a_letter_in_force_has_nothing_to_revise(
    missions: MissionsScreen, desk: Desk
) -> None:
    missions.add("Færre unge uden job")
    assert missions.page.view.letters.letter.isVisible()
    assert not missions.page.view.letters.revision.isVisible()


def test_where_the_minister_is_missing_a_button_leads_to_where_one_is_made_and_back(
    missions: MissionsScreen, desk: Desk
) -> None:
    missions.add("Færre unge uden job")
    mission, screen = desk.missions.all()[0], missions.screen
    missions.open(mission, "mission")
    field = screen.find(QWidget, "accountable_office")
    (go,) = (one for one in field.findChildren(QPushButton, "mendButton"))
    assert go.text() == "Gå til ”Ministerier og personer”"
    go.click()
    settle()
    page = screen.window.pages.currentWidget()
    assert isinstance(page, OrganisationPage)
    assert page.tabs.current() == "ministries", "the first of the three to be made"
    assert "Først ministeriet, så posten" in screen.text("headlineDetail")
    screen.do("back")
    assert screen.window.pages.place() == Place(PageName.MISSIONS, f"{mission.id}#mission")


def test_the_button_leads_to_the_vacant_office(missions: MissionsScreen, desk: Desk) -> None:
    missions.add("Færre unge uden job")
    (office,) = desk.organisation.offices()
    mission = desk.missions.assign(desk.missions.all()[0].id, office.id)
    missions.open(mission, "mission")
    field = missions.screen.find(QWidget, "accountable_office")
    (go,) = (one for one in field.findChildren(QPushButton, "mendButton"))
    go.click()
    settle()
    page = missions.screen.window.pages.currentWidget()
    assert isinstance(page, OrganisationPage)
    assert page.tabs.current() == "offices"
    assert page.offices.table.selected() == office.id
