# SPDX-License-Identifier: Apache-2.0
"""The overview says how it stands, shows both scales, and leads to where things are mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from missiondesk.domain import identity
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.due import last_monday
from missiondesk.ui.overview.page import OverviewPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.finding_list import FindingItem
from missiondesk.ui.widgets.table import ReadTable
from tests.builders import an_initiative
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def test_all_missions_stand_in_one_table(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    rows = screen.table("missionTable")
    assert [row[0] for row in rows] == [it.row.mission.code for it in page(screen).missions.rows()]
    assert len(rows) == len(sample.missions.all())
    development, confidence = ({row[column] for row in rows} for column in (5, 6))
    assert any("►" in text or "■" in text or "✓" in text for text in development)
    assert not development & confidence
    assert "missioner" in screen.heading()


def page(screen: Screen) -> OverviewPage:
    front = screen.page
    assert isinstance(front, OverviewPage)
    return front


def test_a_finding_leads_to_where_it_is_mended(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    items = page(screen).findings.findChildren(FindingItem)
    assert items
    for item in items:
        screen.go_to(PageName.OVERVIEW)
        item.click()
        settle()
        assert screen.window.pages.current() != PageName.OVERVIEW


def test_many_findings_of_one_rule_are_one_item(sample: Desk, window_on: Opened) -> None:
    for place in range(40):
        sample.initiatives.add(an_initiative(id="", code=f"Q{place:02}"))
    screen = window_on(sample)
    screen.press("allFindings")
    items = page(screen).findings.findChildren(FindingItem, "finding_P9")
    (item,) = items
    assert item.finding.subject == "40\u00a0×"
    assert "Q00, Q01, Q02, Q03 og 36 mere" in item.accessibleName()
    item.click()
    settle()
    assert screen.window.pages.current() == PageName.INITIATIVES


def test_a_row_leads_to_its_mission(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    table = page(screen).missions
    table.opened.emit(table.rows()[0].key)
    assert screen.window.pages.current() == PageName.MISSIONS


def test_what_is_due_leads_to_its_record(sample: Desk, window_on: Opened) -> None:
    screen = window_on(sample)
    due = page(screen).due.table
    for place in range(due.model().rowCount()):
        screen.go_to(PageName.OVERVIEW)
        index = due.model().index(place, 0)
        due.clicked.emit(index)
        settle()
        assert screen.window.pages.current() != PageName.OVERVIEW


def test_an_empty_workspace_says_what_to_do(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    assert screen.table("missionTable") == []
    empty = screen.find(QLabel, "emptySentence", page(screen).missions)
    assert empty.text()


def test_a_new_mission_appears_at_once(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    desk.missions.add(Wording("Færre ensomme", "Fewer lonely"))
    settle()
    assert [row[1] for row in screen.table("missionTable")] == ["Færre ensomme"]
    screen.undo()
    assert screen.table("missionTable") == []
    assert "Taget" in screen.toast() or screen.toast()


def test_a_number_is_told_with_its_unit(sample: Desk, window_on: Opened) -> None:
    rows = {row[0]: row for row in window_on(sample).table("missionTable")}
    assert rows["M1"][3:5] == ["6,6\u00a0%", "3,5\u00a0%"]
    assert rows["M3"][3:5] == ["44,5 indekspoint", "30,0 indekspoint"]
    assert rows["M4"][4] == "+45.000 personer"


def test_what_changed_since_monday_is_one_press_away(desk: Desk, window_on: Opened) -> None:
    wednesday = datetime(2026, 11, 25, 12, tzinfo=UTC)
    with identity.fixed(wednesday - timedelta(days=9)):
        desk.missions.add(Wording("Ældre", "Older"))
    with identity.fixed(wednesday):
        desk.missions.add(Wording("Nyere", "Newer"))
        screen = window_on(desk)
        screen.press("overviewChanges")
    steps = screen.find(ReadTable, "stepTable").rows()
    about = [step.about for step in steps]
    assert "M2 Nyere" in about
    assert "M1 Ældre" not in about
    assert screen.find(QLineEdit, "sinceFilter").text() == "23.11.2026"


@pytest.mark.parametrize(
    ("day", "monday"), [("2026-11-25", "2026-11-23"), ("2026-11-23", "2026-11-16")]
)
def test_on_a_monday_the_week_before_is_meant(day: str, monday: str) -> None:
    assert last_monday(date.fromisoformat(day)) == date.fromisoformat(monday)
