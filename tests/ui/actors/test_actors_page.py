# SPDX-License-Identifier: Apache-2.0
"""Actors on the screen: listed, filtered, judged, added, and what they commit to edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from missiondesk.domain.actor import PromiseState
from missiondesk.services.desk import Desk
from missiondesk.ui.actors.page import ActorsPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def _open(screen: Screen, tab: str) -> None:
    screen.find(Tabs, "actorsTabs").open(tab)
    settle()


def _filter(screen: Screen, box: str, value: str) -> None:
    found = screen.find(QComboBox, box)
    found.setCurrentIndex(found.findData(value))
    settle()


def test_the_coalition_is_filtered_an_actor_opened_and_its_promise_delivered(
    sample: Desk, window_on: Opened
) -> None:
    screen = window_on(sample)
    screen.go_to(PageName.ACTORS)
    assert screen.heading() == "13 af 17 aktører står ved en forpligtelse, som er dokumenteret"
    _filter(screen, "actorsStanding", "resting")
    assert [row[0] for row in screen.table("actorsTable")] == ["Idrætsforbundet Eksempel"]
    assert screen.text("actorsShown") == "1 af 17 vises"
    sport = screen.find(ReadTable, "actorsTable").rows()[0]
    screen.choose_row("actorsTable", sport.id)
    QTest.keyClick(screen.find(ReadTable, "actorsTable"), Qt.Key.Key_Return)
    settle()
    assert screen.page.isAncestorOf(QApplication.focusWidget() or screen.window)
    assert screen.heading() == "Idrætsforbundet Eksempel"

    screen.find(Tabs, "actorTabs").open("promises")
    settle()
    bars = screen.find(Field, "evidence_date").findings()
    assert [bar.objectName() for bar in bars] == ["finding_C1"]
    screen.choose("state", "Leveret")
    kept = sample.actor_commitments.get(sport.promises[0].id)
    assert kept is not None and kept.state is PromiseState.DELIVERED
    assert screen.table("actorPromisesTable")[0][2] == "✓\u00a0Leveret"
    screen.undo()
    assert sample.actor_commitments.get(sport.promises[0].id) == sport.promises[0]

    screen.press("backToActors")
    screen.find(QLineEdit, "newActorName").setText("Nyforeningen (eksempel)")
    screen.press("addActor")
    assert screen.heading() == "Nyforeningen (eksempel)"
    screen.type_into("cvr", "12345678")
    assert "cvr" in screen.refusal("cvr").casefold()
    screen.press("removeActor")
    page = screen.page
    assert isinstance(page, ActorsPage)
    assert page.listed
    assert page.count() == 17
    assert "Nyforeningen (eksempel)" in screen.toast()


def test_every_tab_says_its_finding_and_leads_on(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.go_to(PageName.ACTORS)
    _open(screen, "promises")
    assert "1 af 23 forpligtelser burde være fulgt op nu" in screen.heading()
    _filter(screen, "promisesState", "withdrawn")
    (row,) = screen.table("promisesTable")
    assert row[0] == "M1"

    _open(screen, "needs")
    assert screen.heading() == "M1 mangler 100\u00a0praktikpladser"
    assert len(screen.table("needsTable")) == 3
    need = screen.find(ReadTable, "needsTable").rows()[1]
    screen.window.pages.show_page(PageName.ACTORS, f"{need.id}#quantity")
    screen.type_into("quantity", "1900")
    assert screen.heading() == "M1: alt, hvad der er brug for, er lovet"

    _open(screen, "map")
    assert screen.heading().startswith("5 af 7 indflydelsesrige aktører")
    screen.press("actorMapSwap")
    assert len(screen.table("actorMapTable")) == 17

    _open(screen, "contacts")
    assert screen.heading() == "1 opfølgning med en aktør er forsinket"
    _filter(screen, "contactsDue", "late")
    late = screen.find(ReadTable, "contactsTable").rows()[0]
    screen.choose_row("contactsTable", late.id)
    screen.press("followUpDone")
    assert screen.heading() == "Ingen opfølgning med en aktør er forsinket"
    assert screen.table("contactsTable") == []
    screen.undo()
    assert len(screen.table("contactsTable")) == 1


def test_a_mission_shows_its_coalition_and_leads_to_it(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    mission = sample.missions.with_code("M2")
    assert mission is not None
    screen.window.pages.show_page(PageName.MISSIONS, mission.id)
    screen.find(Tabs, "missionTabs").open("actors")
    settle()
    assert len(screen.table("missionActors")) == 6
    assert screen.text("missionCoalition") == "M2: alt, hvad der er brug for, er lovet"
    screen.press("missionNeeds")
    assert screen.heading() == "M2: alt, hvad der er brug for, er lovet"


def test_an_empty_coalition_says_what_it_is_for(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    screen.go_to(PageName.ACTORS)
    assert screen.heading() == "Ingen aktør er med i missionerne endnu"
    screen.press("emptyButton")
    assert screen.find(QLineEdit, "newActorName").hasFocus()
    for tab in ("promises", "needs", "map", "contacts"):
        _open(screen, tab)
        assert screen.heading()
