# SPDX-License-Identifier: Apache-2.0
"""Other files on the page of import: records, what cannot be read, and the ways to a file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.pages import PageName
from tests.px_editions import FIRST, NEXT, px_edition
from tests.screens import settle
from tests.ui.importing.import_screen import ImportScreen, Shown, feed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


# -- records ----------------------------------------------------------------------------------


def test_a_table_of_missions_is_reported_and_imported(
    screen: ImportScreen, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "missioner.csv"
    path.write_text("titel;nøgletal;enhed\nFærre ensomme;Andel;%\n", encoding="utf-8")
    screen.read(path)
    assert screen.face() == "importRecords"
    assert screen.heading() == "missioner.csv tilføjer eller ændrer 1 række"
    ((line, what, code, title, _details),) = screen.table("rows0")
    assert (line, what, code, title) == ("2", "+\N{NO-BREAK SPACE}ny", "M1", "Færre ensomme")
    screen.press("confirmImport")
    assert [it.title.da for it in desk.missions.all()] == ["Færre ensomme"]
    assert "missioner.csv er indlæst: 1 ny" in screen.toast()
    screen.press("toastButton")
    assert desk.missions.all() == ()


def test_a_return_on_major_projects_is_reported_imported_and_undone(
    screen: ImportScreen, desk: Desk, tmp_path: Path
) -> None:
    # Sideways, as the oldest returns lie: a project has a column.
    path = tmp_path / "uk_2016.csv"
    path.write_text(
        "Project Name,Havnetunnel,Ø-bro\nDepartment,DFT,DFT\nIPA RAG rating,Amber/Red,Grey\n"
        "Project - Start Date,01/10/2006,Exempt under Section 43\nProject - End Date,2030,2031\n"
        "2015/16 Budget (£million),£1.50,£2\nTotal budgeted whole life costs (£million),£12.5,\n",
        encoding="utf-8",
    )
    screen.read(path)
    assert screen.heading() == "uk_2016.csv tilføjer eller ændrer 2 rækker"
    first, second = screen.table("rows0")
    assert first[:4] == ["B", "+\N{NO-BREAK SPACE}ny", "GMPP-2016-1", "Havnetunnel"]
    assert "leveringssikkerhed: Tvivlsom" in first[4]
    assert "Celle C3, ”IPA RAG rating”: ”Grey”" in second[4]
    unread, notes = screen.remarks()
    assert unread == "Værdier, der ikke kan læses og bevares som tekst: 1 (C3 IPA RAG rating)."
    assert notes.startswith("Projekter i filen: 2. Nye: 2. ")
    assert "bevaret med deres begrundelse: 1 (Project - Start Date 1)." in notes
    assert screen.importing.records.as_figures.isHidden()
    screen.press("confirmImport")
    settle()
    assert [one.delivery_body for one in desk.initiatives.all()] == ["DFT", "DFT"]
    desk.history.undo()
    assert desk.initiatives.all() == ()


def test_a_cell_that_cannot_be_used_hinders_all(
    screen: ImportScreen, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "missioner.csv"
    path.write_text("titel;målværdi\nEn;12\nTo;abc\n", encoding="utf-8")
    screen.read(path)
    assert screen.hindrance()
    (said,) = screen.remarks()
    assert "Linje 3" in said and "abc" in said
    assert [row[1] for row in screen.table("rows0")][1].endswith("ulæselig")


# -- what cannot be read, and how one gets there ------------------------------------------------


def test_a_damaged_file_is_told_on_the_page(
    screen: ImportScreen, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "itu.px"
    path.write_text('CHARSET="ANSI";\nMATRIX="X\n', encoding="utf-8")
    screen.read(path)
    assert screen.face() == "importFront"
    assert screen.trouble().startswith("itu.px: MATRIX")
    screen.read(px_edition(tmp_path, "hel.px", FIRST, "20250601"))
    screen.press("importChoosingBack")
    with pytest.raises(AssertionError):
        screen.trouble()


def test_a_file_that_is_gone_is_told(screen: ImportScreen, tmp_path: Path) -> None:
    screen.read(tmp_path / "væk.px")
    assert "væk.px" in screen.trouble()


def test_reading_that_takes_long_shows_itself_and_can_be_left(
    screen: ImportScreen, qtbot: QtBot, first: Path
) -> None:
    go = threading.Event()
    tasks = screen.window.hub.tasks
    tasks.run("wait", lambda _progress: go.wait(30), lambda _done: None, lambda _error: None)
    screen.press("pickFile")
    dialog = screen.importing.findChild(QFileDialog, "importDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(first))
    dialog.reject()
    qtbot.waitUntil(lambda: screen.face() == "importWaiting")
    screen.press("cancelReading")
    assert screen.face() == "importFront"
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    settle()
    assert screen.face() == "importFront"


def test_a_file_may_be_dropped(screen: ImportScreen, metric: OutcomeMetric, first: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(first))])
    event = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.importing.dropEvent(event)
    screen.read_through()
    assert screen.face() == "importChoosing"


def test_the_menu_asks_for_a_file(screen: ImportScreen) -> None:
    screen.go_to(PageName.OVERVIEW)
    screen.do("import")
    assert screen.window.pages.current() == PageName.IMPORT
    dialog = screen.importing.findChild(QFileDialog, "importDialog")
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    settle()


def test_a_metric_s_own_tab_leads_here_with_the_metric_chosen(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    screen.window.navigate(PageName.MISSIONS, metric.mission)
    settle()
    screen.press("importFigures")
    assert screen.window.pages.current() == PageName.IMPORT
    screen.answer(first)
    assert screen.importing.choosing.form.choice.metric == metric.id
    screen.search("dimension0", "15-24")
    assert screen.verb() == "Indlæs 5 tal"


def test_another_language_keeps_the_file(
    screen: ImportScreen, metric: OutcomeMetric, first: Path
) -> None:
    screen.read(first)
    screen.window.speak(translator("en"))
    screen.read_through()
    assert screen.face() == "importChoosing"
    assert screen.verb() == "Import"


def test_the_template_is_written_in_the_screen_s_language(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.press("saveTemplate")
    dialog = screen.importing.findChild(QFileDialog, "saveDialog")
    assert dialog is not None
    path = tmp_path / "skabelon.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: "skabelon.xlsx" in screen.toast(), timeout=20_000)
    before = path.read_bytes()
    screen.read(path)
    assert screen.face() == "importRecords"
    assert screen.heading() == "skabelon.xlsx ændrer intet"
    screen.press("importRecordsBack")
    screen.importing.template.write(screen.importing, path)
    qtbot.waitUntil(lambda: not screen.window.hub.tasks.busy)
    settle()
    assert "skabelon.xlsx" in screen.trouble()
    assert path.read_bytes() == before


def test_a_workspace_open_for_reading_is_not_written(
    desk: Desk, metric: OutcomeMetric, first: Path, tmp_path: Path, shown: Shown
) -> None:
    feed(desk, metric, first)
    assert desk.wait_saved(10)
    assert desk.path is not None
    reading = open_desk(desk.path, "En anden", True)
    screen = shown(reading)
    screen.read(px_edition(tmp_path, "ny.px", NEXT, "20220601"))
    assert "læsning" in screen.hindrance()
    assert len(reading.situation.all(FigureFeed)) == 1
    reading.close(discard=True)
