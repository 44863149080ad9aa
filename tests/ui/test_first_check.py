# SPDX-License-Identifier: Apache-2.0
"""The first page is seen before its findings are there, and says so."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.system.settings import Settings
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.overview.page import OverviewPage
from missiondesk.ui.pages import PageName


@pytest.fixture
def window(qtbot: QtBot, sample: Desk) -> MainWindow:
    """A window that was just opened, in English."""
    hub = Hub(sample)
    made = MainWindow(sample, hub, translator("en"), Settings(), ahead=False)
    hub.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda _window: made.close_without_saving())
    made.show()
    return made


def overview(window: MainWindow) -> OverviewPage:
    page = window.pages.page(PageName.OVERVIEW)
    assert isinstance(page, OverviewPage)
    return page


def texts_on(page: OverviewPage) -> str:
    shown = [label for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return "\n".join(label.text() for label in shown)


def test_missions_are_seen_first_and_what_needs_a_hand_follows(
    qtbot: QtBot, window: MainWindow
) -> None:
    page, item = overview(window), window.sidebar.item(PageName.OVERVIEW)
    assert len(page.missions.rows()) == len(window.desk.missions.all())
    assert window.desk.readiness.comes and "errors need a hand" not in texts_on(page)
    assert "Looking for what needs a hand …" in texts_on(page)
    assert "Nothing needs a hand" not in texts_on(page), "that is not known"
    assert item.accessibleName() == "Overview", "nothing is counted yet"
    qtbot.waitUntil(lambda: not window.desk.readiness.comes)
    found = len(window.desk.overview.findings())
    qtbot.waitUntil(lambda: f"Needs a hand ({found})" in texts_on(page))
    assert "Looking for" not in texts_on(page)
    count = page.count()
    counted = "Overview" if count is None else f"Overview, {count}"
    qtbot.waitUntil(lambda: item.accessibleName() == counted)


def test_whoever_asks_meanwhile_gets_all_findings(window: MainWindow) -> None:
    assert window.desk.readiness.comes
    assert window.desk.readiness.findings()
    assert not window.desk.readiness.comes


def test_a_step_meanwhile_is_checked_too(qtbot: QtBot, window: MainWindow) -> None:
    added = window.desk.missions.add(Wording("Uden noget", "With nothing"))
    qtbot.waitUntil(lambda: not window.desk.readiness.comes)
    assert window.desk.readiness.of_mission(added.id)
    assert added.id in [row.key for row in overview(window).missions.rows()]
