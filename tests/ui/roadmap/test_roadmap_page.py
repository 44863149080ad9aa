# SPDX-License-Identifier: Apache-2.0
"""The roadmap: timeline and table say the same, the filter narrows both, paper shows true bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.roadmap.page import RoadmapPage
from missiondesk.ui.widgets.timeline_items import BarLook
from tests.pdf_text import page_texts
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


class RoadmapScreen:
    """The page of the roadmap in the user's words."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        screen.go_to(PageName.ROADMAP)

    @property
    def page(self) -> RoadmapPage:
        assert isinstance(self.screen.page, RoadmapPage)
        return self.screen.page

    def lanes(self) -> list[str]:
        return [lane.title.split()[0] for lane in self.page.board.timeline.content().lanes]

    def choose_box(self, name: str, value: object) -> None:
        box = self.screen.find(QComboBox, name)
        box.setCurrentIndex(box.findData(value))
        settle()

    def pages_made(self, qtbot: QtBot) -> None:
        panel = self.page.panel
        qtbot.waitUntil(panel.export_button.isEnabled, timeout=60_000)


@pytest.fixture
def roadmap(sample: Desk, window_on: Opened) -> RoadmapScreen:
    return RoadmapScreen(window_on(sample))


def test_each_mission_is_a_lane_and_each_dated_initiative_a_bar(
    roadmap: RoadmapScreen, sample: Desk
) -> None:
    content = roadmap.page.board.timeline.content()
    assert roadmap.lanes() == [one.code for one in sample.missions.all()]
    dated = {one.id for one in sample.initiatives.all() if one.start and one.end and one.mission}
    assert {bar.key for bar in content.bars} == dated
    assert {mark.key for mark in content.marks} == {
        one.id for one in sample.milestones.all() if one.due is not None
    }
    assert content.today == sample.today


def test_the_look_of_a_bar_is_its_stage(roadmap: RoadmapScreen, sample: Desk) -> None:
    looks = {bar.key: bar.look for bar in roadmap.page.board.timeline.content().bars}
    wanted = {"pilot": BarLook.DASHED, "scale": BarLook.SOLID, "embed": BarLook.LIGHT,
              "idea": BarLook.DOTTED, "closed": BarLook.GREY}  # fmt: skip
    for one in sample.initiatives.all():
        if one.id in looks:
            assert looks[one.id] is wanted[one.stage.value]


def test_the_table_holds_all_of_it_the_undated_too(roadmap: RoadmapScreen, sample: Desk) -> None:
    roadmap.screen.press("roadmapAsTable")
    rows = roadmap.screen.table("roadmapTable")
    of_missions = [one for one in sample.initiatives.all() if one.mission]
    assert len(rows) == len(of_missions) + len(sample.milestones.all())
    roadmap.screen.press("roadmapAsTable")


def test_what_has_no_dates_is_named_beneath(roadmap: RoadmapScreen, sample: Desk) -> None:
    said = roadmap.screen.text("roadmapUndated")
    for one in sample.initiatives.all():
        if one.mission and not (one.start and one.end):
            assert one.code in said


def test_the_ministry_filter_narrows_lanes_and_table(roadmap: RoadmapScreen, sample: Desk) -> None:
    mission = sample.missions.with_code("M2")
    assert mission is not None
    ministry = sample.situation.ministries_of(mission)[0]
    roadmap.choose_box("roadmapMinistry", ministry.id)
    wanted = [
        one.code for one in sample.missions.all() if ministry in sample.situation.ministries_of(one)
    ]
    assert roadmap.lanes() == wanted
    roadmap.screen.press("roadmapAsTable")
    assert {row[0] for row in roadmap.screen.table("roadmapTable")} == set(wanted)
    roadmap.screen.press("roadmapAsTable")


def test_an_overdue_milestone_is_the_heading(roadmap: RoadmapScreen, sample: Desk) -> None:
    before = roadmap.screen.heading()
    late = next(one for one in sample.milestones.all() if one.status.value == "planned")
    sample.milestones.revise(replace(late, due=Period("2026-01-01")))
    settle()
    assert roadmap.screen.heading() != before
    assert roadmap.screen.heading().startswith("1 ")


def test_enter_goes_to_what_is_chosen(roadmap: RoadmapScreen, sample: Desk) -> None:
    timeline = roadmap.page.board.timeline
    one = next(one for one in sample.initiatives.all() if one.code == "M2.2")
    roadmap.screen.window.navigate(PageName.ROADMAP, one.id)
    assert timeline.selected() == ("bar", one.id)
    assert one.code in roadmap.screen.text("roadmapChosen")
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    settle()
    assert roadmap.screen.window.pages.current() == PageName.INITIATIVES
    roadmap.screen.go_to(PageName.ROADMAP)
    milestone = sample.milestones.of_mission(one.mission or "")[0]
    timeline.choose("mark", milestone.id)
    roadmap.screen.press("roadmapOpen")
    assert roadmap.screen.window.pages.current() == PageName.MISSIONS


def test_the_summary_names_everything_for_screen_readers(roadmap: RoadmapScreen) -> None:
    timeline = roadmap.page.board.timeline
    content = timeline.content()
    said = timeline.accessibleDescription()
    for count in (len(content.lanes), len(content.bars), len(content.marks)):
        assert str(count) in said
    assert timeline.accessibleName()


def test_zoom_buttons_move_and_say_the_span(roadmap: RoadmapScreen) -> None:
    before = roadmap.screen.text("roadmapSpan")
    roadmap.screen.press("zoomIn")
    assert roadmap.screen.text("roadmapSpan") != before
    roadmap.screen.press("zoomFit")
    assert roadmap.screen.text("roadmapSpan") == before


def test_selection_and_zoom_survive_an_edit(roadmap: RoadmapScreen, sample: Desk) -> None:
    timeline = roadmap.page.board.timeline
    one = next(one for one in sample.initiatives.all() if one.code == "M2.2")
    timeline.choose("bar", one.id)
    timeline.zoom(3)
    span = timeline.quarters_in_sight()
    sample.initiatives.revise(replace(one, note="andet"))
    settle()
    assert timeline.selected() == ("bar", one.id)
    assert timeline.quarters_in_sight() == pytest.approx(span)


def test_the_public_version_is_made_of_published_data(
    roadmap: RoadmapScreen, sample: Desk, qtbot: QtBot
) -> None:
    hidden = next(one for one in sample.missions.all() if one.code == "M3")
    sample.missions.revise(replace(hidden, publication=Publication.INTERNAL))
    roadmap.screen.press("printRoadmap")
    roadmap.choose_box("roadmapVersion", True)
    roadmap.choose_box("roadmapPaper", "A4")
    roadmap.pages_made(qtbot)
    assert roadmap.page.panel.document is not None
    assert hidden.title.da not in "\n".join(page_texts(roadmap.page.panel.document.data))


def test_the_exported_file_is_the_very_preview(
    roadmap: RoadmapScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    roadmap.screen.press("printRoadmap")
    roadmap.pages_made(qtbot)
    document = roadmap.page.panel.document
    assert document is not None
    target = tmp_path / "køreplan.pdf"
    roadmap.page.panel.write(target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: bool(roadmap.screen.toast()), timeout=20_000)
    assert target.read_bytes() == document.data
    assert "køreplan.pdf" in roadmap.screen.toast()
    roadmap.screen.press("backToRoadmap")
    assert roadmap.screen.find(QPushButton, "printRoadmap").isVisible()


def test_without_missions_the_page_says_what_to_do(desk: Desk, window_on: Opened) -> None:
    roadmap = RoadmapScreen(window_on(desk))
    roadmap.screen.press("emptyButton")
    assert roadmap.screen.window.pages.current() == PageName.MISSIONS
