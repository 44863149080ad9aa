# SPDX-License-Identifier: Apache-2.0
"""The portfolio in pictures, who serves which mission, and money to the last digit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from missiondesk.domain.initiative import Money
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.portfolio.views_tab import ViewsTab
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable
from tests.more_builders import a_budget_line
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


@pytest.fixture
def screen(sample: Desk, window_on: Opened) -> Screen:
    shown = window_on(sample)
    shown.go_to(PageName.PORTFOLIO)
    return shown


def _open(screen: Screen, tab: str) -> None:
    screen.find(Tabs, "portfolioTabs").open(tab)
    settle()


def _pick(screen: Screen, name: str, value: str) -> None:
    box = screen.find(QComboBox, name)
    place = box.findData(value)
    assert place >= 0, f"{name} does not offer {value}"
    box.setCurrentIndex(place)
    settle()


def test_each_picture_has_its_finding_and_its_table(screen: Screen, sample: Desk) -> None:
    _open(screen, "views")
    assert "M1" in screen.heading()  # its initiatives do not carry it to its target
    tab = next(iter(screen.page.findChildren(ViewsTab)))
    card = next(iter(tab.findChildren(PictureCard)))
    card.show_as_table(True)
    settle()
    bubbles = {row[0] for row in screen.table("portfolioViewTable")}
    judged = [one for one in sample.situation.initiatives if one.impact and one.feasibility]
    assert len(bubbles) == sum(one.stage.value != "closed" for one in judged)
    _pick(screen, "portfolioView", "balance-ministry")
    ministries = [row[0] for row in screen.table("portfolioViewTable")]
    assert ministries[0] == "Klima-, Energi- og Forsyningsministeriet"  # the most money first
    _pick(screen, "portfolioView", "funnel")
    counts = [int(row[1]) for row in screen.table("portfolioViewTable")]
    assert sum(counts) == len(sample.situation.initiatives)
    _pick(screen, "portfolioView", "reach")
    assert screen.find(QLabel, "portfolioViewNote").text().startswith("Vælg en mission")
    mission = sample.missions.with_code("M1")
    assert mission is not None
    _pick(screen, "portfolioViewMission", mission.id)
    assert screen.find(QLabel, "portfolioViewNote").text().startswith("Mest afhænger af M1.")


def test_the_map_says_who_serves_what_and_leads_there(screen: Screen, sample: Desk) -> None:
    _open(screen, "map")
    table = screen.find(ReadTable, "missionMapTable")
    rows = screen.table("missionMapTable")
    assert [row[1:].count("●") for row in rows] == [1] * len(rows)
    first = sample.initiatives.of_mission(sample.missions.all()[0].id)[0]
    assert table.select(first.id)
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    assert screen.window.pages.current() == PageName.INITIATIVES


def test_money_adds_up_and_lines_beyond_the_frame_are_named(screen: Screen, sample: Desk) -> None:
    _open(screen, "money")
    rows = screen.table("moneyTable")
    assert rows[-1][0] == "I alt"
    for column in range(1, len(rows[0]) - 1):
        assert _oere(rows[-1][column]) == sum(_oere(row[column]) for row in rows[:-1])
    framed = next(one for one in sample.situation.initiatives if one.frame)
    year = framed.frame[0].year
    too_much = (Money(year, framed.frame[0].oere + 1_00),)
    sample.budget_lines.add(a_budget_line(initiative=framed.id, amounts=too_much))
    settle()
    detail = screen.find(QLabel, "headlineDetail").text()
    assert framed.code in detail
    assert [one.rule for one in sample.readiness.of(type(framed), framed.id)].count("P10")
    screen.undo()
    assert "ingen" in screen.find(QLabel, "headlineDetail").text().lower()


def _oere(cell: str) -> int:
    plain = cell.replace(".", "").replace("–", "0")
    whole, _, part = plain.partition(",")
    return int(whole) * 10**8 + int(part.ljust(8, "0") or 0)
