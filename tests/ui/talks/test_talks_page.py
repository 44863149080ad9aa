# SPDX-License-Identifier: Apache-2.0
"""The page of talks: its views fit the smallest window in groups, and jumps lead there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QTabBar, QTableView, QToolButton

from missiondesk.domain.financing import FinancingLine
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.main_window import LEAST
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.page import TABS, TalksPage
from missiondesk.ui.widgets.letter_grid import LetterGrid
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import Screen, settle

Opened = Callable[..., Screen]
USUAL = (1280, 720)  # px, of a small laptop


def page_of(screen: Screen) -> TalksPage:
    page = screen.page
    assert isinstance(page, TalksPage)
    return page


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_view_is_scrolled_away_in_the_smallest_window(
    sample: Desk, window_on: Opened, language: str
) -> None:
    screen = window_on(sample, language=language)
    screen.window.resize(*LEAST)
    for line in TABS:
        screen.window.navigate(PageName.TALKS, line.key)
        settle()
        assert page_of(screen).record() == line.key
        for name in ("talksTabsGroups", "talksTabsViews"):
            bar = screen.find(QTabBar, name)
            assert bar.tabRect(bar.count() - 1).right() < bar.width() <= screen.page.width()
            arrows = bar.findChildren(QToolButton)
            assert arrows and not any(one.isVisible() for one in arrows)
        sentence = screen.find(QLabel, "headlineSentence")
        assert sentence.width() >= 240, "the buttons leave the sentence its room"
        for area in screen.page.findChildren(ScrollPage):
            assert not area.horizontalScrollBar().maximum(), f"{line.key} is cut at its right"


def test_the_sums_stand_in_the_window_beside_the_form(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.window.resize(*USUAL)
    for key, name in (("money", "balanceTable"), ("packages", "packageSums")):
        screen.window.navigate(PageName.TALKS, key)
        settle()
        sums = screen.find(ReadTable, name)
        corner = sums.mapTo(screen.window, sums.rect().bottomLeft())
        assert corner.y() < screen.window.height()
        assert sums.visibleRegion().boundingRect() == sums.rect()
        assert not sums.verticalScrollBar().maximum(), "a row of sums is hidden"


def test_all_constellations_are_seen_in_their_grid(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.window.resize(*USUAL)
    screen.window.navigate(PageName.TALKS, "seats")
    settle()
    grid = screen.find(LetterGrid, "rolesGrid")
    assert grid.model().columnCount() == 3
    assert not grid.horizontalScrollBar().maximum()


def test_a_record_opens_its_view_in_its_group(desk: Desk, window_on: Opened) -> None:
    line = desk.talks.add(FinancingLine("", title=Wording("Afgift")))
    screen = window_on(desk)
    screen.window.navigate(PageName.TALKS, line.id)
    settle()
    assert page_of(screen).record() == "money"
    bars = page_of(screen).bars
    assert bars.groups.tabText(bars.groups.currentIndex()) == "Penge"
    assert bars.views.tabText(bars.views.currentIndex()) == "Finansiering"


def test_no_view_scrolls_as_a_whole_in_a_usual_window(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    screen.window.resize(*USUAL)
    for line in TABS:
        screen.window.navigate(PageName.TALKS, line.key)
        settle()
        page = page_of(screen).tabs.currentWidget()
        assert page is not None
        whole = page.findChildren(ScrollPage)[0]
        assert whole.isAncestorOf(page_of(screen).front)
        assert not whole.verticalScrollBar().maximum(), line.key


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_head_of_a_sheet_is_cut(sample: Desk, window_on: Opened, language: str) -> None:
    screen = window_on(sample, language=language)
    screen.window.resize(*USUAL)
    for key, name in (("agreement", "agreementSheet"), ("parties", "partiesSheet")):
        screen.window.navigate(PageName.TALKS, key)
        settle()
        head = screen.find(QTableView, name).horizontalHeader()
        for place in range(head.count()):
            assert head.sectionSize(place) >= head.sectionSizeHint(place), (key, place)
