# SPDX-License-Identifier: Apache-2.0
"""Constellations on the screen: a result taken, roles typed, verdicts read, all undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTableView

from missiondesk.domain.party import Constellation, Election, Party
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.page import TalksPage
from missiondesk.ui.widgets.letter_grid import LetterGrid
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def _open(screen: Screen, tab: str) -> None:
    screen.find(Tabs, "talksTabs").open(tab)
    settle()


def _add(screen: Screen, name: str) -> None:
    line = screen.find(QLineEdit, "constellationsNew")
    line.setText(name)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def test_a_constellation_is_built_by_keys_and_undone(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    _open(screen, "seats")
    assert screen.heading() == "Der er endnu intet valgresultat i arbejdsfilen"
    screen.press("take_dk-2026")
    assert screen.toast().startswith("Resultatet af Folketingsvalget 2026")
    _add(screen, "A + F + V + M")
    grid = screen.find(LetterGrid, "rolesGrid")
    names = [grid.letters.rows[at].text.split()[0] for at in range(len(grid.letters.rows))]
    for code in "AFVM":
        grid.setCurrentIndex(grid.letters.index(names.index(code), 0))
        QTest.keyClicks(grid, "r")
        settle()
    rows = screen.table("constellationsTable")
    assert rows == [["A + F + V + M", "90", "0", "✓\u00a0Flertal", "✓\u00a0Flertal"]]
    assert screen.heading() == "1 af 1 konstellation har flertal, 0 mere kan bære uden"
    grid.setCurrentIndex(grid.letters.index(names.index("A"), 0))
    screen.press("role_against")
    assert screen.table("constellationsTable")[0][1:3] == ["52", "38"]
    screen.undo()
    assert screen.table("constellationsTable")[0][1:3] == ["90", "0"]
    for _ in range(6):
        screen.undo()
    assert desk.situation.all(Party) == desk.situation.all(Constellation) == ()


def test_the_north_atlantic_seats_can_be_left_out_of_what_adds_up(
    desk: Desk, window_on: Opened
) -> None:
    desk.talks.seats.take_shipped("dk-2026")
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    _open(screen, "power")
    whole = screen.heading()
    assert len(screen.table("powerTable")) == 16
    screen.find(QCheckBox, "powerAtlantic").click()
    settle()
    assert len(screen.table("powerTable")) == 12
    assert screen.heading() != whole
    screen.find(QLineEdit, "minimalFilter").setText("a m")
    settle()
    rows = screen.table("minimalTable")
    assert rows and all({"A", "M"} <= set(row[0].split("+")) for row in rows)


def test_seats_are_pasted_and_what_does_not_fit_is_said(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    screen.go_to(PageName.TALKS)
    _open(screen, "parties")
    screen.press("newElection")
    (election,) = desk.situation.all(Election)
    screen.paste_into("partiesSheet", "A\tEt parti\trød\tnej\t100\nB\tAndet\t\tja\t79")
    assert screen.heading() == "179 af 179 mandater er indtastet"
    assert [one.north_atlantic for one in desk.situation.all(Party)] == [False, True]
    screen.paste_into("partiesSheet", "80", row=1, column=4)
    assert "flere end parlamentets 179" in screen.text("partiesSheetTrouble")
    assert desk.talks.seats.house(election).filled == 179
    screen.press("partiesSheetDrop")
    screen.type_into("size", "101")
    assert desk.talks.seats.elections()[0].size == 101
    screen.undo()
    screen.press("removeElection")
    assert desk.talks.seats.elections() == ()
    screen.undo()
    assert desk.talks.seats.elections() == (election,)


def test_a_record_is_shown_where_it_is_edited(desk: Desk, window_on: Opened) -> None:
    election = desk.talks.seats.take_shipped("dk-2026")
    one = desk.talks.add(Constellation("", election.id, "V + M"))
    screen = window_on(desk)
    page = screen.window.pages
    page.show_page(PageName.TALKS, election.id)
    settle()
    talks = screen.page
    assert isinstance(talks, TalksPage)
    assert talks.record() == "parties"
    page.show_page(PageName.TALKS, f"{one.id}#note")
    settle()
    assert talks.record() == "seats"
    assert screen.table("constellationsTable")[0][0] == "V + M"
    assert talks.print_button.isEnabled()


def test_seats_in_an_open_cell_belong_to_the_election_they_were_typed_for(
    desk: Desk, window_on: Opened
) -> None:
    desk.talks.seats.take_shipped("dk-2026")
    other = desk.talks.add(Election("", name=Wording("Valg 2030")))
    screen = window_on(desk)
    (known,) = (one for one in desk.talks.seats.elections() if one.id != other.id)
    screen.window.navigate(PageName.TALKS, known.id)
    settle()
    view = screen.find(QTableView, "partiesSheet")
    before = [one.seats for one in desk.talks.seats.rows(known)]
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 4))
    QTest.keyClicks(view, "9")
    screen.window.navigate(PageName.TALKS, other.id)
    settle()
    assert sorted(one.seats for one in desk.talks.seats.rows(known)) == sorted([9, *before[1:]])
    assert not any(one.seats for one in desk.talks.seats.rows(other))
