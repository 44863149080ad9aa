# SPDX-License-Identifier: Apache-2.0
"""Tabs in groups: two short bars over one row of pages, by mouse, by keys and by a page's name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar
from pytestqt.qtbot import QtBot

from missiondesk.ui.widgets.tab_groups import TabGroups
from tests.screens import settle

PAGES = (
    ("round", "Talks & round", "Talks"),
    ("meetings", "Meetings", "Talks"),
    ("text", "Clauses", "Text & versions"),
    ("drafts", "Versions", "Text & versions"),
    ("money", "Financing", "Money"),
)


@pytest.fixture
def bars(qtbot: QtBot) -> TabGroups:
    made = TabGroups("talksTabs", "Coalition talks")
    qtbot.addWidget(made)
    for key, word, group in PAGES:
        page = QLineEdit()
        page.setObjectName(key)
        made.add(page, word, key, group)
    made.resize(600, 200)
    made.show()
    made.activateWindow()
    settle()
    return made


def words(bar: QTabBar) -> list[str]:
    """What stands in the bar, the chosen one in brackets."""
    texts = [bar.tabText(place) for place in range(bar.count())]
    texts[bar.currentIndex()] = f"[{texts[bar.currentIndex()]}]"
    return texts


def press(key: Qt.Key, *, control: bool = False) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus, key, modifier)
    settle()


def test_only_the_views_of_the_chosen_group_are_offered(bars: TabGroups) -> None:
    assert words(bars.groups) == ["[Talks]", "Text && versions", "Money"]
    assert words(bars.views) == ["[Talks && round]", "Meetings"]
    bars.tabs.open("drafts")
    assert words(bars.groups) == ["Talks", "[Text && versions]", "Money"]
    assert words(bars.views) == ["Clauses", "[Versions]"]
    assert bars.views.accessibleName() == "Text & versions"
    bars.tabs.open("money")
    assert not bars.views.isVisible(), "a single view needs no bar"


def test_a_group_opens_at_the_view_that_was_last_seen_there(bars: TabGroups) -> None:
    bars.tabs.open("meetings")
    bars.groups.setCurrentIndex(1)
    assert bars.tabs.current() == "text"
    bars.views.setCurrentIndex(1)
    assert bars.tabs.current() == "drafts"
    bars.groups.setCurrentIndex(0)
    assert bars.tabs.current() == "meetings"
    bars.groups.setCurrentIndex(1)
    assert bars.tabs.current() == "drafts"


def test_keys_walk_groups_views_and_pages(bars: TabGroups) -> None:
    bars.groups.setFocus()
    press(Qt.Key.Key_Right)
    assert bars.tabs.current() == "text"
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bars.views
    press(Qt.Key.Key_Right)
    assert bars.tabs.current() == "drafts"
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bars.tabs.currentWidget()


def test_control_and_tab_go_through_all_views_from_wherever(bars: TabGroups) -> None:
    bars.views.setFocus()
    seen = []
    for _turn in PAGES:
        press(Qt.Key.Key_Tab, control=True)
        seen.append(bars.tabs.current())
    assert seen == ["meetings", "text", "drafts", "money", "round"]
    front = bars.tabs.currentWidget()
    assert front is not None
    front.setFocus()
    press(Qt.Key.Key_Tab, control=True)
    assert bars.tabs.current() == "meetings"


def test_the_bars_share_a_line_while_there_is_room(bars: TabGroups) -> None:
    def beside() -> bool:
        return bars.groups.geometry().top() == bars.views.geometry().top()

    assert beside()
    bars.resize(bars.groups.sizeHint().width() + 10, 200)
    settle()
    assert not beside()
