# SPDX-License-Identifier: Apache-2.0
"""A newcomer's way through the sample: to a letter in two presses, to a fault and out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.ui.application import Application
from missiondesk.ui.overview.page import OverviewPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.finding_list import FindingItem
from missiondesk.ui.widgets.table import ReadTable
from tests.journeys.traveller import Traveller, present, press_on_start_page
from tests.pdf_text import page_texts
from tests.screens import settle


@pytest.fixture
def me(program: Application, qtbot: QtBot) -> Traveller:
    press_on_start_page(program, "sample")
    return Traveller(program, qtbot)


def test_from_the_start_page_to_a_letter_in_three_actions(me: Traveller) -> None:
    # The first was "Explore the sample".
    me.go_to(PageName.LETTERS)
    table = me.find(ReadTable, "lettersTable")
    table.setFocus()
    table.select(table.rows()[0].letter.id)
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    pdf = me.wait_for_pages()
    assert "EKSEMPEL" in " ".join(page_texts(pdf))


def a_draft(me: Traveller) -> Letter:
    return next(it for it in me.desk.letters.all() if it.state is LetterState.DRAFT)


def findings(me: Traveller) -> list[FindingItem]:
    """All lines of the overview on what needs a hand."""
    me.go_to(PageName.OVERVIEW)
    page = me.page
    assert isinstance(page, OverviewPage)
    more = page.findChild(QWidget, "allFindings")
    if more is not None and more.isVisible():
        me.press("allFindings")
    return page.findings.findChildren(FindingItem)


def test_a_finding_leads_to_its_field_and_goes_when_it_is_mended(me: Traveller) -> None:
    before = {it.accessibleName() for it in findings(me)}
    letter = me.desk.letters.revise(replace(a_draft(me), follow_up=None))
    settle()
    (line,) = (it for it in findings(me) if it.accessibleName() not in before)
    assert line.finding.rule == "L9"
    line.click()
    settle()
    assert me.window.pages.current() == PageName.LETTERS
    assert me.letters.editor.key == letter.id
    field = me.letters.editor.form.field("follow_up")
    assert field is not None and field.editors()[0].hasFocus(), "typing may begin at once"
    (bar,) = field.findings()
    assert bar.mark.text() == "▲" and bar.sentence.text().endswith("(regel L9)")
    QTest.keyClicks(QApplication.focusWidget(), "1.2.2027")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert field.findings() == ()
    assert {it.accessibleName() for it in findings(me)} == before
    me.undo()
    assert len(findings(me)) == len(before) + 1


def test_every_finding_of_the_sample_leads_somewhere(me: Traveller) -> None:
    ways: list[Callable[[], object]] = [it.finding.act for it in findings(me)]
    assert ways
    for act in ways:
        me.go_to(PageName.OVERVIEW)
        act()
        settle()
        assert me.window.pages.current() != PageName.OVERVIEW


def test_another_language_keeps_the_letter_and_the_mission(
    me: Traveller, program: Application
) -> None:
    before = present(me.desk)
    letter = me.desk.letters.all()[0]
    me.window.navigate(PageName.LETTERS, f"{letter.id}#follow_up")
    me.wait_for_pages()
    me.press("language_en")
    me.qtbot.waitUntil(lambda: all(me.window.pages.page(name) for name in PageName), timeout=30_000)
    assert me.window.pages.current() == PageName.LETTERS
    assert me.letters.editor.key == letter.id, "the letter that was open is still open"
    assert me.heading().startswith("Mission letter to")
    assert me.text("headlineDetail").count("Danish") == 1
    assert me.letters.editor.blocks.currentItem().text() == "Follow-up", "and so is its block"
    pdf = me.wait_for_pages()
    assert "Missionsbrev" in " ".join(page_texts(pdf)), "the letter's language is its own"
    me.press("language_da")
    settle()
    assert me.heading().startswith("Missionsbrev til")
    mission = me.desk.missions.all()[1]
    me.window.navigate(PageName.MISSIONS, f"{mission.id}#milestones")
    me.press("language_en")
    assert mission.title.en in me.heading()
    assert present(me.desk) == before


def test_the_sample_is_left_without_a_question(
    me: Traveller, program: Application, tmp_path: Path
) -> None:
    me.desk.letters.remove(a_draft(me).id)
    me.leave()
    assert not list(tmp_path.iterdir())
