# SPDX-License-Identifier: Apache-2.0
"""Several rows chosen by keys and given one value, from every list that offers it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from missiondesk.domain.initiative import Stage
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.several_bar import SeveralBar
from missiondesk.ui.widgets.table import ReadTable
from tests.journeys.traveller import present
from tests.journeys.typist import Typist
from tests.screens import Screen, clear_the_screen, settle
from tests.walker import alike, unnamed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Opened = Callable[[Desk], Screen]


@pytest.fixture
def me(sample: Desk, window_on: Opened, qtbot: QtBot) -> Typist:
    clear_the_screen()
    window = window_on(sample).window
    with qtbot.waitActive(window):
        window.activateWindow()
    return Typist(qtbot)


def choose_three(me: Typist, first: str) -> None:
    me.tab_to(first)
    me.press("Shift+Down", "Shift+Down")
    me.sees("3 rækker er valgt")


def test_a_date_for_three_initiatives_by_keys_alone(me: Typist, sample: Desk) -> None:
    before = present(sample)
    me.press("Ctrl+3")
    choose_three(me, "Kode: M1.1")
    me.press("Ctrl+Shift+E")
    assert me.name() == "Felt"
    me.choose("Felt", "Næste beslutning")
    me.tab_to("Ny værdi: Næste beslutning")
    me.replace("1. kvartal 2031")
    me.push("Ret 3 rækker")
    me.sees("Næste beslutning er rettet i 3 rækker")
    assert "Næste beslutning: 1. kvartal 2031" in me.row(), "the list has the focus again"
    me.press("Ctrl+Z")
    assert present(sample) == before
    assert me.modals == []


def test_what_does_not_fit_is_told_and_the_others_can_be_changed(me: Typist, sample: Desk) -> None:
    before = present(sample)
    me.press("Ctrl+3", "Ctrl+F")
    me.tab_to("Kode: M1.1")
    me.press("Ctrl+A")
    me.press("Ctrl+Shift+E")
    me.choose("Felt", "Fase")
    me.choose("Ny værdi: Fase", "Lukket")
    me.push(f"Ret {len(sample.initiatives.all())} rækker")
    me.sees("Intet er rettet, for")
    assert present(sample) == before
    closed = [one for one in sample.initiatives.all() if one.stage is Stage.CLOSED]
    assert me.name() == f"Ret de {len(closed)} øvrige rækker" or len(closed) == 1
    me.press("Esc")
    assert "Intet er rettet" not in me.seen()


def test_a_wrong_date_stays_and_is_told(me: Typist, sample: Desk) -> None:
    before = present(sample)
    me.press("Ctrl+2")
    choose_three(me, "Kode: M1")
    me.push("Ret et felt i alle…")
    me.choose("Felt", "Tidshorisont")
    me.tab_to("Ny værdi: Tidshorisont")
    me.write("engang")
    me.push("Ret 3 rækker")
    me.sees("”engang” er ikke en dato.")
    assert me.name() == "Ny værdi: Tidshorisont"
    assert present(sample) == before


def test_with_one_row_it_is_said_what_to_do(me: Typist) -> None:
    me.press("Ctrl+2")
    me.tab_to("Kode: M1")
    me.press("Ctrl+Shift+E")
    me.sees("Vælg først to eller flere rækker med Skift eller Ctrl.")
    me.press("Ctrl+1", "Ctrl+Shift+E")
    me.sees("Her er ingen liste, hvor rækker kan vælges.")


def test_the_initiatives_of_a_mission_are_changed_together(me: Typist, sample: Desk) -> None:
    before = present(sample)
    me.press("Ctrl+2")
    me.tab_to("Kode: M1")
    me.press("Return")
    me.tab_to("Nøgletal")
    me.open_tab("Initiativer")
    choose_three(me, "Kode: M1.1")
    me.press("Ctrl+Shift+E")
    me.choose("Felt", "Begynder")
    me.tab_to("Ny værdi: Begynder")
    me.replace("1. kvartal 2025")
    me.push("Ret 3 rækker")
    me.sees("Begynder er rettet i 3 rækker")
    assert [str(one.start) for one in sample.initiatives.all()].count("2025-Q1") == 3
    me.press("Ctrl+Z")
    assert present(sample) == before


def test_the_context_menu_offers_the_same(sample: Desk, window_on: Opened, qtbot: QtBot) -> None:
    screen = window_on(sample)
    screen.go_to(PageName.COMMITMENTS)
    table = screen.find(ReadTable, "trackerTable")
    table.selectAll()
    here = QPoint(40, 40)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, here)
    QApplication.sendEvent(table.viewport(), key)
    menu = table.findChild(QMenu, "trackerTableMenu")
    assert menu is not None
    assert [act.text() for act in menu.actions()] == ["Ret et felt i alle…", "Kopiér"]
    menu.actions()[0].trigger()
    menu.close()
    settle()
    bar = screen.find(SeveralBar, "trackerTableSeveral")
    assert bar.form.isVisible()
    assert unnamed(screen.window) == [] and alike(screen.window) == []


@pytest.mark.parametrize(
    ("page", "place", "table"),
    [
        (PageName.MISSIONS, None, "missionsTable"),
        (PageName.MISSIONS, "M1#initiatives", "missionInitiatives"),
        (PageName.INITIATIVES, None, "initiativesTable"),
        (PageName.COMMITMENTS, None, "trackerTable"),
        (PageName.SKILLS, "needs", "needsTable"),
        (PageName.SKILLS, "sourcing", "sourcingTable"),
        (PageName.GOVERNANCE, "decisions", "decisionsTable"),
        (PageName.ACTORS, None, "actorsTable"),
    ],
)
def test_every_field_of_a_list_can_be_shown(
    sample: Desk, window_on: Opened, page: PageName, place: str | None, table: str
) -> None:
    screen = window_on(sample)
    first = sample.missions.all()[0]
    screen.window.navigate(page, place and place.replace("M1", first.id))
    settle()
    view = screen.find(ReadTable, table)
    view.selectAll()
    bar = screen.find(SeveralBar, f"{table}Several")
    bar.ask()
    for place in range(bar.form.field.editor.count()):
        bar.form.field.editor.setCurrentIndex(place)
        assert bar.form.field.commit()
        settle()
        assert bar.form.value is not None and bar.form.value.isVisible()
        # A value that nobody chose may not be one click away from all rows.
        assert not bar.form.set_button.isEnabled()
        assert all(box.currentIndex() < 0 for box in bar.form.value.findChildren(QComboBox))
        assert bar.form.value.label.y() == bar.form.field.label.y()
        assert unnamed(bar) == []


def test_the_choice_survives_a_change_and_one_row_is_removed_at_a_time(
    sample: Desk, window_on: Opened
) -> None:
    screen = window_on(sample)
    screen.window.navigate(PageName.SKILLS, "needs")
    settle()
    table = screen.find(ReadTable, "needsTable")
    table.selectAll()
    keys = table.marked_keys()
    sample.requirements.revise(sample.session.the(_requirement(sample), keys[0]))
    sample.missions.add(sample.missions.all()[0].title)
    settle()
    assert table.marked_keys() == keys and len(keys) > 2
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert table.marked_keys() == keys
    assert screen.toast() == "Vælg den ene række, der skal fjernes."


def _requirement(desk: Desk) -> type:
    return type(desk.equipment.needs()[0].requirement)
