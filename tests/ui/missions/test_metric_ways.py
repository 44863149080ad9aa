# SPDX-License-Identifier: Apache-2.0
"""Ways to the key metric of a mission: to the first field that is missing, and onto paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.missions.page import MissionsPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.record_form import RecordForm
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def opened(screen: Screen, mission: str, tab: str) -> MissionsPage:
    screen.window.navigate(PageName.MISSIONS, mission)
    page = screen.page
    assert isinstance(page, MissionsPage)
    page.view.tabs.open(tab)
    settle()
    return page


def test_editing_begins_at_the_first_missing_field(desk: Desk, window_on: Opened) -> None:
    mission = desk.missions.add(title=Wording("Færre unge uden job"))
    screen = window_on(desk)
    screen.window.resize(1100, 640)
    opened(screen, mission.id, "metric")
    screen.press("editMetric")
    settle()
    form = screen.find(QWidget, "metricForm")
    assert isinstance(form, RecordForm)
    metric = desk.metrics.of_mission(mission.id)
    assert metric is not None
    named = {one.field for one in desk.readiness.of(OutcomeMetric, metric.id)}
    order = list(form._fields)
    field = form.field(min((one for one in named if one in order), key=order.index))
    assert field is not None
    assert any(editor.hasFocus() for editor in field.editors())
    assert field.visibleRegion().boundingRect() == field.rect()
    assert field.label.visibleRegion().boundingRect() == field.label.rect()


def test_what_is_chosen_by_key_stays_where_it_stood(desk: Desk, window_on: Opened) -> None:
    mission = desk.missions.add(title=Wording("Færre børn på ventelister"))
    screen = window_on(desk)
    opened(screen, mission.id, "metric")
    form = screen.find(QWidget, "metricForm")
    assert isinstance(form, RecordForm)
    form.focus_field("direction")
    settle()
    editor = QApplication.focusWidget()
    assert editor is not None
    before = editor.mapTo(screen.window, QPoint(0, 0)).y()

    QTest.keyClicks(editor, "lav")
    settle()
    metric = desk.metrics.of_mission(mission.id)
    assert metric is not None
    assert metric.direction is not None
    assert editor.mapTo(screen.window, QPoint(0, 0)).y() == before
    assert editor.visibleRegion().boundingRect() == editor.rect()


def test_the_printing_key_prints_the_metric_sheet(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    window = screen.window
    screen.go_to(PageName.MISSIONS)
    assert window.menus.actions["print"].isEnabled()
    window.print_page()
    settle()
    assert window.toast.sentence.text().startswith("Vælg den mission")
    page = opened(screen, sample.missions.all()[0].id, "status")
    window.print_page()
    assert page.view.tabs.current() == "metric"
    screen.qtbot.waitUntil(lambda: window.findChild(QPrintDialog) is not None, timeout=20_000)
    asked = window.findChild(QPrintDialog)
    assert isinstance(asked, QPrintDialog)
    asked.reject()
