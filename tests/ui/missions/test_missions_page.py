# SPDX-License-Identifier: Apache-2.0
"""Missions as a secretary works with them: add, edit, record, judge, split, remove, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.metric import ObservationStatus, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.missions.page import MissionsPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.table import ReadTable
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


class MissionsScreen:
    """The page of missions in the user's words."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        screen.go_to(PageName.MISSIONS)

    @property
    def page(self) -> MissionsPage:
        assert isinstance(self.screen.page, MissionsPage)
        return self.screen.page

    def add(self, title: str) -> None:
        line = self.screen.find(QLineEdit, "newMissionTitle")
        QTest.keyClicks(line, title)
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()

    def open(self, mission: Mission, tab: str = "") -> None:
        self.screen.window.navigate(PageName.MISSIONS, mission.id)
        if tab:
            self.page.view.tabs.open(tab)
        settle()

    def tab(self) -> str:
        return self.page.view.tabs.current()

    def new_record(self, name: str, text: str) -> None:
        line = self.screen.find(QLineEdit, f"{name}New")
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()

    def findings(self) -> list[str]:
        tab = self.page.view.tabs.currentWidget()
        assert tab is not None
        shown = [bar for bar in tab.findChildren(FindingBar) if bar.isVisibleTo(self.page)]
        return [bar.objectName().removeprefix("finding_") for bar in shown]


@pytest.fixture
def missions(desk: Desk, window_on: Opened) -> MissionsScreen:
    return MissionsScreen(window_on(desk))


@pytest.fixture
def of_sample(sample: Desk, window_on: Opened) -> MissionsScreen:
    return MissionsScreen(window_on(sample))


def the(desk: Desk, code: str) -> Mission:
    found = desk.missions.with_code(code)
    assert found is not None
    return found


# ---------------------------------------------------------------- list


def test_an_empty_workspace_has_one_thing_to_do(missions: MissionsScreen) -> None:
    screen = missions.screen
    assert screen.table("missionsTable") == []
    table = screen.find(ReadTable, "missionsTable")
    button = screen.find(QPushButton, "emptyButton", table)
    button.click()
    assert screen.window.focusWidget() is screen.find(QLineEdit, "newMissionTitle")


def test_a_mission_is_added_by_its_title_and_opened(missions: MissionsScreen, desk: Desk) -> None:
    missions.add("Færre unge uden job")
    (mission,) = desk.missions.all()
    assert mission.title == Wording("Færre unge uden job")
    assert missions.page.view.key == mission.id
    assert missions.tab() == "mission"
    assert desk.metrics.of_mission(mission.id) is not None


def test_a_mission_without_a_title_is_refused_beside_the_line(
    missions: MissionsScreen, desk: Desk
) -> None:
    missions.screen.press("addMission")
    assert missions.screen.text("missionRefusal")
    assert desk.missions.all() == ()


def test_the_list_is_filtered_by_text_and_state(of_sample: MissionsScreen, sample: Desk) -> None:
    screen = of_sample.screen
    everything = len(screen.table("missionsTable"))
    QTest.keyClicks(screen.find(QLineEdit, "missionFilter"), "ensom")
    assert [row[0] for row in screen.table("missionsTable")] == ["M2"]
    screen.find(QLineEdit, "missionFilter").clear()
    box = screen.find(QComboBox, "missionStateFilter")
    box.setCurrentIndex(box.findData(MissionState.AGREED.value))
    agreed = [one.code for one in sample.missions.all() if one.state is MissionState.AGREED]
    assert [row[0] for row in screen.table("missionsTable")] == agreed
    box.setCurrentIndex(box.findData(MissionState.CLOSED.value))
    table = screen.find(ReadTable, "missionsTable")
    screen.find(QPushButton, "emptyButton", table).click()
    assert len(screen.table("missionsTable")) == everything


def test_enter_opens_the_chosen_mission(of_sample: MissionsScreen, sample: Desk) -> None:
    table = of_sample.screen.find(ReadTable, "missionsTable")
    table.select(the(sample, "M3").id)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert of_sample.page.view.key == the(sample, "M3").id


# ---------------------------------------------------------------- mission


def test_every_field_commits_by_itself_and_undo_takes_it_back(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M1")
    of_sample.open(mission, "mission")
    of_sample.screen.type_into("title", "Alle unge med", "da")
    assert the(sample, "M1").title.da == "Alle unge med"
    assert "Alle unge med" in of_sample.page.view.head.sentence.text()
    of_sample.screen.undo()
    assert the(sample, "M1") == mission
    assert mission.title.da in of_sample.page.view.head.sentence.text()


def test_what_is_typed_stays_when_something_else_changes(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M1")
    of_sample.open(mission, "mission")
    editor = of_sample.screen.find(QLineEdit, "title_da")
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "Halvt skrevet")
    sample.missions.revise(replace(the(sample, "M2"), note="andetsteds"))
    sample.missions.revise(replace(the(sample, "M1"), note="her"))
    settle()
    assert editor.text() == "Halvt skrevet"


def test_a_taken_code_is_refused_beside_its_field(of_sample: MissionsScreen, sample: Desk) -> None:
    of_sample.open(the(sample, "M1"), "mission")
    of_sample.screen.type_into("code", "M2")
    assert "M2" in of_sample.screen.refusal("code")
    assert the(sample, "M1").code == "M1"


def test_only_states_that_may_follow_are_offered(of_sample: MissionsScreen, sample: Desk) -> None:
    of_sample.open(the(sample, "M4"), "mission")
    box = of_sample.screen.find(QComboBox, "state_editor")
    offered = [box.itemText(place) for place in range(box.count())]
    assert len(offered) == 3
    of_sample.screen.choose("state", offered[1])
    assert the(sample, "M4").state is MissionState.ACTIVE


def test_the_accountable_office_is_assigned_and_no_longer_shared(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M2")
    other = mission.co_offices[0]
    of_sample.open(mission, "mission")
    box = of_sample.screen.find(QComboBox, "accountable_office_editor")
    title = sample.organisation.office(other)
    assert title is not None
    place = next(n for n in range(box.count()) if box.itemText(n).startswith(title.title.da))
    of_sample.screen.choose("accountable_office", box.itemText(place))
    assert the(sample, "M2").accountable_office == other
    assert other not in the(sample, "M2").co_offices


def test_removing_a_mission_says_so_and_undo_brings_all_back(
    missions: MissionsScreen, desk: Desk
) -> None:
    missions.add("Færre unge uden job")
    mission = desk.missions.all()[0]
    desk.milestones.add(Milestone("", mission=mission.id, title=Wording("Aftale")))
    settle()
    missions.screen.press("removeMission")
    assert desk.missions.all() == ()
    assert not missions.page.view.isVisibleTo(missions.screen.window)
    assert "Færre unge" in missions.screen.toast()
    missions.screen.press("toastButton")
    assert desk.missions.all() == (mission,)
    assert len(desk.milestones.of_mission(mission.id)) == 1


# ---------------------------------------------------------------- key metric


def test_observations_are_pasted_from_excel_in_one_step(
    missions: MissionsScreen, desk: Desk
) -> None:
    missions.add("Færre unge uden job")
    mission = desk.missions.all()[0]
    missions.open(mission, "metric")
    steps = len(desk.history.steps())
    missions.screen.paste_into(
        "observations", "2022\t7,1\tEndelig\n2023\t6,9\n2. kvartal 2024\t6,6\tForeløbig\r\n"
    )
    metric = desk.metrics.of_mission(mission.id)
    assert metric is not None
    seen = desk.metrics.observations(metric.id)
    assert [(one.period.text, one.value) for one in seen] == [
        ("2022", Decimal("7.1")),
        ("2023", Decimal("6.9")),
        ("2024-Q2", Decimal("6.6")),
    ]
    assert seen[2].status is ObservationStatus.PRELIMINARY
    assert len(desk.history.steps()) == steps + 1
    missions.screen.undo()
    assert desk.metrics.observations(metric.id) == ()


def test_a_figure_that_is_none_is_told_and_nothing_is_written(
    missions: MissionsScreen, desk: Desk
) -> None:
    missions.add("Færre unge uden job")
    mission = desk.missions.all()[0]
    missions.open(mission, "metric")
    missions.screen.paste_into("observations", "2022\tmange")
    assert "mange" in missions.screen.text("observationsTrouble")
    metric = desk.metrics.of_mission(mission.id)
    assert metric is not None
    assert desk.metrics.observations(metric.id) == ()


def test_baseline_and_target_are_edited_and_the_facts_follow(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = sample.missions.add(Wording("Ny", "New"))
    of_sample.open(mission, "metric")
    of_sample.screen.type_into("target_value", "4,25")
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    assert metric.target_value == Decimal("4.25")
    of_sample.screen.type_into("target_period", "Q2 2031")
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    assert metric.target_period == Period("2031-Q2")


def test_the_finding_beside_the_chart_leads_to_its_field(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    finding = next(one for one in sample.readiness.findings() if one.kind == "metric")
    of_sample.open(the(sample, finding.label), "metric")
    assert finding.rule in of_sample.findings()
    bars = of_sample.screen.page.findChildren(FindingBar)
    go = next(bar.findChild(QPushButton, "mendButton") for bar in bars if bar.isVisible())
    assert go is not None
    go.click()
    assert of_sample.screen.window.focusWidget() is of_sample.screen.find(
        QWidget, f"{finding.field}_editor"
    )


def test_the_chart_has_a_table_twin(of_sample: MissionsScreen, sample: Desk) -> None:
    of_sample.open(the(sample, "M1"), "metric")
    of_sample.screen.press("trajectorySwap")
    rows = of_sample.screen.table("trajectoryTable")
    metric = sample.metrics.of_mission(the(sample, "M1").id)
    assert metric is not None
    assert len(rows) >= len(sample.metrics.observations(metric.id))
    of_sample.screen.press("trajectorySwap")


def test_the_chart_is_drawn_and_described(
    of_sample: MissionsScreen, sample: Desk, qtbot: QtBot
) -> None:
    of_sample.open(the(sample, "M1"), "metric")
    view = of_sample.screen.find(QWidget, "trajectoryChart")
    qtbot.waitUntil(lambda: bool(view.accessibleDescription()), timeout=20_000)
    assert "3,5" in view.accessibleDescription()
    picture = view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 5)
               for y in range(0, picture.height(), 5)}  # fmt: skip
    assert len(colours) > 3


# ---------------------------------------------------------------- milestones and commitments
def test_an_empty_tab_has_one_button_to_add_with(missions: MissionsScreen, desk: Desk) -> None:
    missions.open(desk.missions.add(Wording("Færre unge uden job")), "milestones")
    adding = [
        one.objectName()
        for one in missions.page.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Tilføj milepæl"
    ]
    assert adding == ["milestonesAdd"]


def test_a_milestone_is_added_edited_and_removed_with_undo(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M3")
    of_sample.open(mission, "milestones")
    before = len(sample.milestones.of_mission(mission.id))
    of_sample.new_record("milestones", "Ny aftale")
    added = next(
        one for one in sample.milestones.of_mission(mission.id) if one.title.da == "Ny aftale"
    )
    assert of_sample.screen.find(ReadTable, "milestonesTable").selected() == added.id
    of_sample.screen.type_into("due", "1.3.2028")
    revised = sample.milestones.get(added.id)
    assert revised is not None
    assert revised.due == Period("2028-03-01")
    of_sample.screen.press("milestonesRemove")
    assert sample.milestones.get(added.id) is None
    of_sample.screen.press("toastButton")
    assert len(sample.milestones.of_mission(mission.id)) == before + 1


def test_two_actions_in_one_commitment_are_split_by_the_finding(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    finding = next(one for one in sample.readiness.findings() if one.rule == "L3")
    of_sample.screen.window.navigate(PageName.MISSIONS, f"{finding.key}#{finding.field}")
    settle()
    assert of_sample.tab() == "commitments"
    assert of_sample.screen.find(ReadTable, "commitmentsTable").selected() == finding.key
    assert of_sample.findings() == ["L3"]
    mission = sample.commitments.get(finding.key)
    assert mission is not None
    before = sample.commitments.of_mission(mission.mission)
    of_sample.screen.press("mendButton")
    after = sample.commitments.of_mission(mission.mission)
    assert len(after) == len(before) + 1
    assert not any(one.rule == "L3" for one in sample.readiness.of(Commitment, finding.key))


def test_a_commitment_that_ends_needs_its_reason(of_sample: MissionsScreen, sample: Desk) -> None:
    mission = the(sample, "M1")
    of_sample.open(mission, "commitments")
    first = sample.commitments.of_mission(mission.id)[0]
    of_sample.screen.choose_row("commitmentsTable", first.id)
    box = of_sample.screen.find(QComboBox, "status_editor")
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    settle()
    assert of_sample.screen.refusal("status")
    assert sample.commitments.get(first.id) == first


# ---------------------------------------------------------------- status, initiatives, letters


def test_a_judgement_is_noted_beside_the_computed_rating(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M1")
    of_sample.open(mission, "status")
    before = len(sample.missions.detail(mission.id).assessments)
    box = of_sample.screen.find(QComboBox, "confidence")
    box.setCurrentIndex(list(Confidence).index(Confidence.FEASIBLE))
    of_sample.screen.find(QPlainTextEdit, "narrative").setPlainText("Aftalen er på plads.")
    of_sample.screen.press("assess")
    noted = sample.missions.detail(mission.id).assessments
    assert len(noted) == before + 1
    assert noted[-1].confidence is Confidence.FEASIBLE
    assert noted[-1].rating == sample.missions.judgement(mission.id).rating.value
    assert len(of_sample.screen.table("assessments")) == before + 1
    assert of_sample.screen.find(QPlainTextEdit, "narrative").toPlainText() == ""


def test_an_initiative_is_added_under_the_mission_and_opened(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M5")
    of_sample.open(mission, "initiatives")
    of_sample.new_record("initiatives", "Nyt forsøg")
    added = next(one for one in sample.initiatives.all() if one.title.da == "Nyt forsøg")
    assert added.mission == mission.id
    of_sample.screen.press("initiativesOpen")
    assert of_sample.screen.window.pages.current() == PageName.INITIATIVES


def test_a_record_of_a_mission_is_found_by_its_own_id(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    mission = the(sample, "M2")
    metric = sample.metrics.of_mission(mission.id)
    milestone = sample.milestones.of_mission(mission.id)[1]
    assert isinstance(metric, OutcomeMetric)
    for key, tab in ((metric.id, "metric"), (milestone.id, "milestones")):
        of_sample.screen.window.navigate(PageName.MISSIONS, key)
        settle()
        assert (of_sample.page.view.key, of_sample.tab()) == (mission.id, tab)
    assert of_sample.screen.find(ReadTable, "milestonesTable").selected() == milestone.id


def test_a_workspace_opened_to_read_lets_nobody_edit(
    desk: Desk, window_on: Opened, tmp_path: Path
) -> None:
    mission = desk.missions.add(Wording("Færre unge uden job"))
    copy = tmp_path / "kopi.mission"
    assert desk.wait_saved(20)
    assert desk.path is not None
    copy.write_bytes(desk.path.read_bytes())
    reading = open_desk(copy, "Læser", read_only=True)
    try:
        missions = MissionsScreen(window_on(reading))
        assert not missions.screen.find(QLineEdit, "newMissionTitle").isEnabled()
        missions.open(mission, "mission")
        title = missions.screen.find(QLineEdit, "title_da")
        assert title.isReadOnly() or not title.isEnabled()
        assert not missions.screen.find(QPushButton, "removeMission").isEnabled()
        missions.open(mission, "milestones")
        assert not missions.screen.find(QLineEdit, "milestonesNew").isEnabled()
        assert not missions.screen.find(QPushButton, "writeLetter").isEnabled()
    finally:
        reading.close(discard=True)


def test_all_controls_have_names_for_screen_readers(
    of_sample: MissionsScreen, sample: Desk
) -> None:
    of_sample.open(the(sample, "M2"))
    for tab in ("metric", "mission", "milestones", "initiatives", "commitments", "status"):
        of_sample.page.view.tabs.open(tab)
        settle()
        unnamed = [
            control.objectName() or type(control).__name__
            for kind in (QLineEdit, QPlainTextEdit, QComboBox, QPushButton)
            for control in of_sample.page.findChildren(kind)
            if control.isVisibleTo(of_sample.page) and not control.accessibleName()
        ]
        assert not unnamed


def test_what_is_typed_in_stands_still_while_head_and_findings_change(
    sample: Desk, window_on: Opened
) -> None:
    mission = sample.missions.with_code("M4")
    assert mission is not None
    sample.missions.revise(replace(mission, sentence=Wording()))
    screen = window_on(sample)
    screen.window.resize(1240, 700)
    page = MissionsScreen(screen)
    screen.window.navigate(PageName.MISSIONS, f"{mission.id}#narrative")
    settle()
    assert "A5" in page.findings()
    tab = page.page.view.tabs.currentWidget()
    assert tab is not None
    editor = QApplication.focusWidget()
    assert editor is not None and tab.isAncestorOf(editor)
    before = editor.mapTo(screen.window, QPoint(0, 0)).y()
    said = Wording("I 2030 er 45.000 flere i arbejde.", "In 2030 45,000 more are in work.")
    sample.missions.revise(replace(mission, sentence=said))
    settle()
    assert "A5" not in page.findings(), "the finding above is gone, and the head says the sentence"
    assert editor.mapTo(screen.window, QPoint(0, 0)).y() == before
