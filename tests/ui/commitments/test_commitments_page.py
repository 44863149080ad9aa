# SPDX-License-Identifier: Apache-2.0
"""Commitments on the screen: filtered, judged with evidence and taken back, and who owns what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.period import Period
from missiondesk.services.desk import Desk
from missiondesk.ui.commitments.page import CommitmentsPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


class CommitmentsScreen:
    """The page of commitments in the user's words."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        screen.go_to(PageName.COMMITMENTS)

    @property
    def page(self) -> CommitmentsPage:
        assert isinstance(self.screen.page, CommitmentsPage)
        return self.screen.page

    def labels(self) -> list[str]:
        return [row[0] for row in self.screen.table("trackerTable")]

    def filter_by(self, name: str, value: str) -> None:
        box = self.screen.find(QComboBox, name)
        place = box.findData(value)
        assert place >= 0
        box.setCurrentIndex(place)
        settle()

    def open_tab(self, key: str) -> None:
        self.screen.find(Tabs, "commitmentsTabs").open(key)
        settle()

    def open(self, key: str) -> None:
        self.screen.choose_row("trackerTable", key)
        QTest.keyClick(self.screen.find(ReadTable, "trackerTable"), Qt.Key.Key_Return)
        settle()


@pytest.fixture
def commitments(sample: Desk, window_on: Opened) -> CommitmentsScreen:
    return CommitmentsScreen(window_on(sample))


def test_a_status_is_changed_with_its_evidence_and_taken_back(
    commitments: CommitmentsScreen, sample: Desk
) -> None:
    screen = commitments.screen
    one = next(it for it in sample.commitments.all() if it.status is CommitmentStatus.OPEN)
    commitments.open(one.id)
    screen.type_into("evidence", "Aftale underskrevet 1. november (eksempel)")
    screen.choose("status", "Opfyldt")
    kept = sample.commitments.get(one.id)
    assert kept is not None
    assert kept.status is CommitmentStatus.MET
    assert kept.evidence == "Aftale underskrevet 1. november (eksempel)"
    assert kept.status_date == Period(sample.today.isoformat())
    assert "✓" in screen.text("headlineDetail")
    screen.undo()
    assert sample.commitments.get(one.id) == replace(one, evidence=kept.evidence)
    screen.undo()
    assert sample.commitments.get(one.id) == one
    screen.redo()
    screen.redo()
    screen.press("backToCommitments")
    assert sample.commitments.get(one.id) == kept
    assert screen.heading().startswith("2 af 22 forpligtelser er opfyldt")


def test_what_is_not_pursued_needs_a_reason(commitments: CommitmentsScreen, sample: Desk) -> None:
    screen = commitments.screen
    one = next(it for it in sample.commitments.all() if it.status is CommitmentStatus.OPEN)
    commitments.open(one.id)
    screen.choose("status", "Ikke videreført")
    assert screen.refusal("status")
    assert sample.commitments.get(one.id) == one
    screen.type_into("reason", "Afløst af en ny aftale (eksempel)")
    screen.choose("status", "Ikke videreført")
    kept = sample.commitments.get(one.id)
    assert kept is not None
    assert kept.status is CommitmentStatus.NOT_PURSUED


def test_filters_narrow_the_list_and_are_cleared_from_the_empty_table(
    commitments: CommitmentsScreen, sample: Desk
) -> None:
    everything = commitments.labels()
    mission = sample.missions.with_code("M2")
    assert mission is not None
    commitments.filter_by("trackerMission", mission.id)
    assert commitments.labels() == [one for one in everything if one.startswith("M2.")]
    commitments.filter_by("trackerStatus", CommitmentStatus.OPEN.value)
    narrowed = commitments.labels()
    assert len(narrowed) < len(everything)
    assert commitments.screen.text("commitmentsShown") == f"{len(narrowed)} af 22 vises"
    commitments.screen.find(QLineEdit, "trackerFilter").setText("findes ikke")
    assert commitments.labels() == []
    commitments.screen.press("emptyButton")
    assert commitments.labels() == everything


def test_the_matrix_leads_to_what_a_minister_leads_and_shares(
    commitments: CommitmentsScreen, sample: Desk
) -> None:
    commitments.open_tab("matrix")
    assert commitments.screen.heading() == "Alle missioner har en ansvarlig minister"
    owner = next(one for one in sample.ownership.matrix().owners if one.total.shares)
    commitments.screen.choose_row("ownershipTable", owner.id)
    table = commitments.screen.find(ReadTable, "ownershipTable")
    spoken = table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("M1: M1 ")
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    assert len(commitments.labels()) == owner.total.leads + owner.total.shares


def test_a_new_mission_becomes_a_column_of_the_matrix(
    commitments: CommitmentsScreen, sample: Desk
) -> None:
    commitments.open_tab("matrix")
    before = commitments.screen.find(ReadTable, "ownershipTable").model().columnCount()
    first = sample.missions.all()[0]
    sample.missions.add(first.title)
    settle()
    assert commitments.screen.find(ReadTable, "ownershipTable").model().columnCount() == before + 1


def test_a_finding_is_mended_where_it_stands(commitments: CommitmentsScreen, sample: Desk) -> None:
    row = next(
        one
        for one in sample.tracker.rows()
        if any(finding.rule == "L3" for finding in one.findings)
    )
    commitments.screen.window.navigate(PageName.COMMITMENTS, row.id)
    settle()
    button = next(
        one for one in commitments.page.findChildren(QPushButton) if one.text() == "Del i to"
    )
    button.click()
    settle()
    assert len(sample.commitments.all()) == 23


def test_an_empty_desk_says_what_stands_here(desk: Desk, window_on: Opened) -> None:
    page = CommitmentsScreen(window_on(desk))
    assert page.screen.heading() == "Der er endnu ingen forpligtelser"
    page.screen.press("emptyButton")
    assert page.screen.window.pages.current() == PageName.MISSIONS
