# SPDX-License-Identifier: Apache-2.0
"""The main job in the real window: from an empty file to an exported letter, back, and again.

Runs without a screen; `test_window_under_x` runs it on one, under a window manager.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from missiondesk.domain.metric import Direction
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.application import Application
from missiondesk.ui.pages import PageName
from tests.journeys.traveller import CTRL, Traveller, answer, present, press_on_start_page
from tests.pdf_text import page_texts

FIGURES = "2024\t43.000\tEndelig\n2025\t40.500\tForeløbig\n"


def found_the_organisation(me: Traveller) -> None:
    me.go_to(PageName.ORGANISATION)
    me.open_tab("organisationTabs", "ministries")
    me.press("addMinistry")
    me.say_in_both("name", "Beskæftigelsesministeriet", "Ministry of Employment")
    me.type_into("code", "BM")
    me.type_into("address", "Eksempelgade 2")
    me.open_tab("organisationTabs", "offices")
    chief = me.desk.organisation.offices()[0]
    me.choose_row("officeTable", chief.id)
    appoint(me, "Anna Eksempel")
    me.press("addOffice")
    me.say_in_both("title", "Beskæftigelsesminister", "Minister for Employment")
    me.choose("ministry", "Beskæftigelsesministeriet")
    appoint(me, "Bo Åsen Eksempel")


def appoint(me: Traveller, name: str) -> None:
    me.type_into("new_name", name)
    me.type_into("new_from", "1.1.2026")
    me.press("appoint")


def found_the_mission(me: Traveller) -> None:
    me.go_to(PageName.MISSIONS)
    me.write_line("newMissionTitle", "Færre unge uden job og uddannelse")
    assert "Færre unge" in me.heading()
    me.type_into("title", "Fewer young people without work or education", "en")
    me.say_in_both(
        "sentence",
        "I 2030 er højst 25.000 unge uden job og uddannelse.",
        "In 2030 at most 25,000 young people are without work or education.",
    )
    me.say_in_both(
        "narrative",
        "Unge uden fodfæste mister år, som de ikke får igen.",
        "Young people without a foothold lose years they never get back.",
    )
    me.type_into("horizon", "2030")


def measure_it(me: Traveller) -> None:
    me.open_tab("missionTabs", "metric")
    me.say_in_both("name", "Unge uden job og uddannelse", "Young people without work")
    me.say_in_both("unit", "personer", "persons")
    me.choose("direction", me.program.tr_.say(Direction.DOWN.word))
    me.type_into("baseline_value", "43.000")
    me.type_into("baseline_period", "2024")
    me.type_into("target_value", "25.000")
    me.type_into("target_period", "2030")
    me.say_in_both("publisher", "Danmarks Statistik", "Statistics Denmark")
    me.paste_with_ctrl_v("observations", FIGURES)


def promise(me: Traveller) -> None:
    me.open_tab("missionTabs", "commitments")
    me.write_line("commitmentsNew", "Indgå en aftale med alle kommuner")
    me.type_into("due", "31.3.2027")


def assign_it(me: Traveller) -> None:
    me.open_tab("missionTabs", "mission")
    offices = me.desk.organisation.offices()
    wanted = next(it for it in offices if it.title.en == "Minister for Employment")
    box = me.find(QComboBox, "accountable_office_editor")
    named = next(
        box.itemText(place)
        for place in range(box.count())
        if box.itemText(place).startswith(wanted.title.da)
    )
    me.choose("accountable_office", named)
    assert "beskæftigelsesminister" in me.text("headlineDetail")


def test_from_nothing_to_a_letter_and_back_and_again(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "regeringens missioner.mission"
    press_on_start_page(program, "new")
    assert program.start_window is not None
    answer(qtbot, program.start_window, "fileDialog", path)
    me = Traveller(program, qtbot)
    empty = present(me.desk)

    found_the_organisation(me)
    found_the_mission(me)
    measure_it(me)
    assign_it(me)
    promise(me)
    (mission,) = me.desk.missions.all()
    metric = me.desk.metrics.of_mission(mission.id)
    assert metric is not None
    assert [str(it.value) for it in me.desk.situation.observations_of(metric.id)] == [
        "43000",
        "40500",
    ]

    # The letter: drafted from the mission, worded, previewed and exported.
    me.press("writeLetter")
    assert me.window.pages.current() == PageName.LETTERS
    assert me.heading() == "Missionsbrev til beskæftigelsesministeren"
    me.window.navigate(PageName.LETTERS, f"{me.letters.editor.key}#case_number")
    me.type_into("case_number", "2026-1234")
    preview = me.wait_for_pages()
    target = tmp_path / "brev.pdf"
    QTest.keyClick(me.window.focusWidget(), Qt.Key.Key_E, CTRL)
    answer(qtbot, me.window, "exportDialog", target)
    qtbot.waitUntil(lambda: "brev.pdf" in me.toast(), timeout=30_000)
    assert target.read_bytes() == preview
    the_letter_is_right(preview)

    # Everything back, everything again: the same workspace by value.
    whole = present(me.desk)
    done = len(me.desk.history.steps())
    assert me.undo_all() == done - 1, "the setting up stays"
    assert present(me.desk) == empty
    assert me.redo_all() == done - 1
    assert present(me.desk) == whole
    me.leave()

    # Reopened by the program, and once more without a window.
    program.open(path)
    again = Traveller(program, qtbot)
    assert present(again.desk) == whole
    assert again.window.undo.undo.isEnabled(), "undo survives the restart"
    again.undo()
    assert present(again.desk) != whole
    again.redo()
    again.window.navigate(PageName.LETTERS, again.desk.letters.all()[0].id)
    assert again.wait_for_pages() == preview, "the same letter, byte for byte"
    again.leave()
    read = open_desk(path, read_only=True)
    assert present(read) == whole
    read.close()


def the_letter_is_right(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "da-DK"
        assert "Færre unge" in str(document.docinfo.get("/Title", "")) or "Færre unge" in str(
            document.open_metadata().get("dc:title", "")
        )
    text = " ".join(" ".join(page_texts(pdf)).split())
    for part in (
        "Færre unge uden job og uddannelse",
        "I 2030 er højst 25.000 unge uden job og uddannelse.",
        "Bo Åsen Eksempel",
        "Anna Eksempel",
        "Indgå en aftale med alle kommuner",
        "40.500",
        "2026-1234",
    ):
        assert part in text, part
