# SPDX-License-Identifier: Apache-2.0
"""The page of talks: its views fit the smallest window in groups, and jumps lead there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QTabBar, QToolButton

from missiondesk.domain.financing import FinancingLine
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.main_window import LEAST
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.page import TABS, TalksPage
from tests.screens import Screen, settle

Opened = Callable[..., Screen]


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


def test_a_record_opens_its_view_in_its_group(desk: Desk, window_on: Opened) -> None:
    line = desk.talks.add(FinancingLine("", title=Wording("Afgift")))
    screen = window_on(desk)
    screen.window.navigate(PageName.TALKS, line.id)
    settle()
    assert page_of(screen).record() == "money"
    bars = page_of(screen).bars
    assert bars.groups.tabText(bars.groups.currentIndex()) == "Penge"
    assert bars.views.tabText(bars.views.currentIndex()) == "Finansiering"
