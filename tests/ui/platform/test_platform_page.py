# SPDX-License-Identifier: Apache-2.0
"""The platform: from a chapter and a goal to a mission, its coverage, its pages, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.platform.page import PlatformPage
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.pdf_text import page_texts
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def page_of(screen: Screen) -> PlatformPage:
    assert isinstance(screen.page, PlatformPage)
    return screen.page


def pages(screen: Screen) -> str:
    """What the pages say, once they are those of now."""
    preview = page_of(screen).preview
    screen.qtbot.waitUntil(
        lambda: (
            preview.document is not None and not preview._timer.isActive() and preview._task is None
        ),
        timeout=30_000,
    )
    assert preview.document is not None
    return " ".join(page_texts(preview.document.data))


def write(screen: Screen, text: str, verb: str) -> None:
    """Type into the line and press a button."""
    line = screen.find(QLineEdit, "platformNew")
    line.setFocus()
    QTest.keyClicks(line, text)
    screen.press(verb)


def test_a_journey_from_a_chapter_to_the_coverage_and_back(
    desk: Desk, window_on: Opened, tmp_path: Path
) -> None:
    mission = desk.missions.add(Wording("Færre unge uden job", "Fewer young people"), code="M1")
    screen = window_on(desk)
    screen.go_to(PageName.PLATFORM)
    assert screen.heading() == "Regeringsgrundlaget har ingen mål endnu."
    write(screen, "Alle unge skal med", "addChapter")
    write(screen, "Færre unge uden job og uddannelse", "addGoal")
    assert [row[:2] for row in screen.table("platformTable")][1:] == [
        ["1", "Alle unge skal med"], ["1.1", "Færre unge uden job og uddannelse"],
    ]  # fmt: skip
    assert screen.table("platformTable")[2][3] == "▲ nej", "not by a sign alone"
    assert "1 mål har ingen mission" in screen.text("headlineDetail")

    # Link it to a mission, and say how it is paid and when it is due.
    screen.choose("mission", "M1 Færre unge uden job")
    screen.type_into("financing", "finansloven")
    screen.type_into("due", "2030")
    (goal,) = desk.platform.goals(desk.platform.chapters[0].id)
    assert goal.mission == mission.id and str(goal.due) == "2030"

    # The coverage says what is still missing on the way to a letter.
    screen.find(Tabs, "platformTabs").open("coverage")
    settle()
    ((goal_cell, mission_cell, ready, letter, promised),) = screen.table("coverageTable")
    assert goal_cell.startswith("1.1 Færre unge") and mission_cell == "M1"
    assert "intet udgangspunkt" in ready and letter == "■ ingen" and promised == "–"
    screen.find(Tabs, "platformTabs").open("pages")
    said = pages(screen)
    assert "1 Alle unge skal med" in said and "Hvad der faldt ud undervejs" in said

    # Print, by the system's dialog.
    page_of(screen).print_page()
    window = screen.window
    screen.qtbot.waitUntil(lambda: window.findChild(QPrintDialog) is not None, timeout=20_000)
    ask = window.findChild(QPrintDialog)
    assert isinstance(ask, QPrintDialog)
    printer = ask.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    ask.accepted.emit(printer)
    ask.reject()
    screen.qtbot.waitUntil(lambda: "papir.pdf" in screen.toast(), timeout=60_000)
    assert (tmp_path / "papir.pdf").exists()

    # And back to where it began.
    for _ in range(5):
        screen.undo()
    assert desk.platform.chapters == ()
    assert screen.heading() == "Regeringsgrundlaget har ingen mål endnu."


@pytest.fixture
def screen(sample: Desk, window_on: Opened) -> Screen:
    shown = window_on(sample)
    shown.go_to(PageName.PLATFORM)
    return shown


def test_goals_are_moved_and_removed_by_key_and_button(screen: Screen, sample: Desk) -> None:
    table = page_of(screen).outline.table
    chapter = sample.platform.chapters[1]
    first, second, _ = sample.platform.goals(chapter.id)
    screen.choose_row("platformTable", first.id)
    screen.press("platformDown")
    assert [one.id for one in sample.platform.goals(chapter.id)][:2] == [second.id, first.id]
    assert table.selected() == first.id
    table.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(table, Qt.Key.Key_Up, modifiers)
    settle()
    assert sample.platform.goals(chapter.id)[0].id == first.id
    QTest.keyClick(table, Qt.Key.Key_Delete)
    settle()
    assert sample.platform.goal(first.id) is None
    assert "fjernet" in screen.toast()
    screen.undo()
    assert sample.platform.goal(first.id) is not None


def test_the_forms_refuse_and_the_coverage_leads_to_where_it_is_mended(
    screen: Screen, sample: Desk
) -> None:
    chapter = sample.platform.chapters[0]
    screen.choose_row("platformTable", chapter.id)
    form = page_of(screen).outline.forms.chapter
    field = form.field("title")
    assert field is not None
    for name in ("da", "en"):
        screen.type_into("title", "", name)
    assert "titel" in screen.refusal("title")
    assert sample.platform.chapter(chapter.id) != chapter or chapter.title
    screen.choose_row("platformTable", "platform")
    assert not screen.find(QPushButton, "platformRemove").isEnabled()
    screen.type_into("platform_parties", "(A), (B)")
    assert "Aftalt af (A), (B)." in pages(screen)
    fallen = next(one for one in sample.platform.coverage() if one.mission is None)
    page = page_of(screen)
    page.coverage.opened.emit(fallen.goal.id)
    settle()
    assert page.outline.table.selected() == fallen.goal.id
    served = next(one for one in sample.platform.coverage() if one.mission is not None)
    page.coverage.opened.emit(served.goal.id)
    settle()
    assert screen.window.pages.current() == PageName.MISSIONS
