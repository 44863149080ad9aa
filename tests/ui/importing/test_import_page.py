# SPDX-License-Identifier: Apache-2.0
"""Importing on the screen: unknown and known tables, other records, refusals, forgetting, drops."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.metric import Direction, OutcomeMetric, Periodicity
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.figures import FigureFile
from missiondesk.services.incoming import read_incoming
from missiondesk.services.workspaces import open_desk
from missiondesk.system.settings import Settings
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.table import ReadTable
from tests.px_editions import FIRST, NEXT, px_edition
from tests.screens import settle
from tests.ui.importing.import_screen import ImportScreen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Shown = Callable[[Desk], ImportScreen]


@pytest.fixture
def metric(desk: Desk) -> OutcomeMetric:
    return a_metric(desk, "Unge", "Andel unge uden job")


def a_metric(desk: Desk, mission: str, name: str) -> OutcomeMetric:
    made = desk.metrics.of_mission(desk.missions.add(Wording(mission, mission)).id)
    assert made is not None
    return desk.metrics.revise(
        replace(
            made,
            name=Wording(name, name),
            unit=Wording("%", "%"),
            direction=Direction.DOWN,
            limit=Decimal(100),
            periodicity=Periodicity.YEAR,
            delay_months=5,
            baseline_value=Decimal("7.1"),
            baseline_period=Period("2016"),
            target_value=Decimal("3.5"),
            target_period=Period("2030"),
        )
    )


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Opens a desk in a window that makes only the pages that are looked at."""

    def show(desk: Desk) -> ImportScreen:
        hub = Hub(desk)
        window = MainWindow(desk, hub, translator("da"), Settings(theme="light"))
        window.pages._idle.stop()
        hub.setParent(window)
        window.resize(1440, 900)
        qtbot.addWidget(window, before_close_func=lambda _window: window.close_without_saving())
        window.show()
        return ImportScreen(window, qtbot)

    return show


@pytest.fixture
def screen(desk: Desk, shown: Shown) -> ImportScreen:
    return shown(desk)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return px_edition(tmp_path, "neet-2020.px", FIRST, "20210601 08:00")


@pytest.fixture
def following(tmp_path: Path) -> Path:
    return px_edition(tmp_path, "neet-2021.px", NEXT, "20220601 08:00", "*")


def feed(desk: Desk, metric: OutcomeMetric, path: Path, age: str = "A1") -> None:
    """Import an edition without the window."""
    file = desk.figures.read(path)
    desk.figures.apply([desk.figures.report(file, file.tables[0], metric.id, {"alder": age})])
    settle()


# -- the front -----------------------------------------------------------------------------


def test_an_empty_front_says_what_it_is_for(screen: ImportScreen) -> None:
    assert screen.heading() == "Endnu får intet nøgletal sine tal fra en tabel"
    assert screen.text("emptySentence")
    assert screen.table("feedTable") == []
    assert screen.find(QPushButton, "pickFile").isEnabled()


def test_the_front_tells_what_feeds_what_and_what_waits(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    feed(desk, metric, first)
    assert screen.heading() == "1 nøgletal får tal fra tabeller; 1 venter på en ny udgave"
    ((code, name, table, edition, state),) = screen.table("feedTable")
    assert (code, name, edition) == ("M1", "Andel unge uden job", "01.06.2021")
    assert table == "Unge uden job og uddannelse efter alder og tid"
    assert "Ingen aktuelle data" in state
    assert screen.window.sidebar.item(PageName.IMPORT).accessibleName() == "Indlæs, 1"


def test_a_row_leads_to_its_metric(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    feed(desk, metric, first)
    table = screen.find(ReadTable, "feedTable")
    table.setFocus()
    table.select(table.rows()[0].feed.id)
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    assert screen.window.pages.current() == PageName.MISSIONS


def test_a_table_is_forgotten_and_remembered_by_undo(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    feed(desk, metric, first)
    assert not screen.find(QAbstractButton, "forgetFeed").isEnabled()
    screen.choose_row("feedTable", desk.figures.feeds(metric.id)[0].id)
    screen.press("forgetFeed")
    assert desk.figures.feeds(metric.id) == ()
    assert len(desk.metrics.observations(metric.id)) == 5
    screen.press("toastButton")
    assert len(desk.figures.feeds(metric.id)) == 1


# -- a table that is not known ---------------------------------------------------------------


def test_choosing_by_keyboard_shows_at_once_what_comes_of_it(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    screen.read(first)
    assert screen.face() == "importChoosing"
    assert "alder" in screen.text("previewMissing")
    assert "alder" in screen.hindrance()
    screen.search("dimension0", "15-24")
    assert "nøgletal" in screen.text("previewMissing")
    screen.search("fedMetric", "unge uden")
    assert screen.text("previewTitle") == "5 nye"
    assert screen.verb() == "Indlæs 5 tal"
    assert screen.hindrance() == ""
    row = screen.table("previewFigures")[0]
    assert row[:5] == ["2016", "+\N{NO-BREAK SPACE}ny", "–", "7,1", ""]
    assert row[6].startswith("DATA, linje ")
    screen.press("confirmImport")
    assert screen.face() == "importFront"
    assert len(desk.metrics.observations(metric.id)) == 5
    assert "5 tal er indlæst" in screen.toast()
    screen.press("toastButton")
    assert desk.metrics.observations(metric.id) == ()


def test_the_focus_comes_along_to_where_one_goes_on(
    screen: ImportScreen, metric: OutcomeMetric, first: Path
) -> None:
    screen.window.activateWindow()
    screen.read(first)
    assert QApplication.focusWidget().objectName() == "dimension0_editor"
    screen.search("dimension0", "15-24")
    screen.search("fedMetric", "M1")
    screen.press("confirmImport")
    assert QApplication.focusWidget().objectName() == "pickFile"
    screen.read(first)
    assert screen.face() == "importDifference"
    assert QApplication.focusWidget().objectName() == "importDifferenceBack"


def test_factor_and_first_period_change_the_preview(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    screen.read(first)
    screen.search("dimension0", "15-24")
    screen.search("fedMetric", "M1")
    screen.type_into("factor", "10")
    screen.type_into("since", "2019")
    assert [row[3] for row in screen.table("previewFigures")] == ["68,0", "66,0"]
    screen.type_into("factor", "0")
    assert screen.refusal("factor")
    assert screen.verb() == "Indlæs 2 tal"


def test_choices_are_kept_when_one_goes_back(
    screen: ImportScreen, metric: OutcomeMetric, first: Path
) -> None:
    screen.read(first)
    screen.search("dimension0", "25-29")
    screen.type_into("factor", "2")
    screen.press("importChoosingBack")
    assert screen.face() == "importFront"
    screen.read(first)
    assert screen.importing.choosing.form.choice.selection == {"alder": "A2"}
    assert screen.importing.choosing.form.choice.factor == 2


def test_a_name_that_is_not_there_or_not_clear_is_refused(
    screen: ImportScreen, metric: OutcomeMetric, first: Path
) -> None:
    screen.read(first)
    screen.search("dimension0", "30-34")
    assert "30-34" in screen.refusal("dimension0")
    screen.search("dimension0", "år")
    assert "2" in screen.refusal("dimension0")


def test_units_that_differ_are_remarked_on(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    desk.metrics.revise(replace(metric, unit=Wording("personer", "people")))
    screen.read(first)
    screen.search("fedMetric", "M1")
    assert any("pct." in said and "personer" in said for said in screen.remarks())
    desk.metrics.revise(replace(metric, unit=Wording("procent", "per cent")))
    settle()
    assert screen.remarks() == []


def test_a_figure_out_of_range_hinders_and_says_where(
    screen: ImportScreen, metric: OutcomeMetric, tmp_path: Path
) -> None:
    screen.read(px_edition(tmp_path, "neet.px", {**FIRST, "2018": "690"}, "20250601"))
    screen.search("dimension0", "15-24")
    screen.search("fedMetric", "M1")
    assert screen.hindrance()
    assert any("2018" in said and "100" in said for said in screen.remarks())


def test_several_tables_are_offered_to_choose_from(
    screen: ImportScreen, metric: OutcomeMetric, first: Path
) -> None:
    file = read_incoming(first)
    assert isinstance(file, FigureFile)
    (one,) = file.tables
    both = replace(file, tables=(one, replace(one, table_id="NEET2", title="En anden")))
    screen.importing._came(both)
    settle()
    assert screen.heading() == "neet-2020.px indeholder 2 tabeller"
    screen.search("seriesTable", "NEET2")
    assert screen.heading() == "En anden"
    screen.search("dimension0", "15-24")
    screen.search("fedMetric", "M1")
    assert screen.verb() == "Indlæs 5 tal"


# -- the next edition -------------------------------------------------------------------------


def test_the_next_edition_is_a_difference_to_confirm(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path, following: Path
) -> None:
    feed(desk, metric, first)
    screen.read(following)
    assert screen.face() == "importDifference"
    assert screen.heading() == "neet-2021.px ændrer 2 tal"
    assert screen.text("headlineDetail").startswith(
        "1 ny, 1 revideret, 4 uændrede, 1 uden tal. NEET1 · "
    )
    shown = [row[:5] for row in screen.table("figures0")]
    assert shown == [
        ["2020", "▲\N{NO-BREAK SPACE}revideret", "6,6", "6,2", "−0,4"],
        ["2021", "+\N{NO-BREAK SPACE}ny", "–", "5,4", ""],
    ]
    screen.show_everything()
    assert len(screen.table("figures0")) == 7
    assert screen.verb() == "Indlæs 2 tal"
    screen.press("confirmImport")
    assert [str(it.value) for it in desk.metrics.observations(metric.id)][-2:] == ["6.2", "5.4"]
    screen.read(following)
    assert screen.heading() == "neet-2021.px ændrer ingen tal"
    assert screen.hindrance()


def test_an_edition_that_changes_nothing_can_be_noted(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path, tmp_path: Path
) -> None:
    feed(desk, metric, first)
    screen.read(px_edition(tmp_path, "samme.px", FIRST, "20220601 08:00"))
    assert screen.verb() == "Notér udgaven"
    screen.press("confirmImport")
    assert desk.figures.feeds(metric.id)[0].edition == "20220601 08:00"


def test_one_of_two_metrics_can_be_left_out(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path, following: Path
) -> None:
    other = a_metric(desk, "Voksne", "Andel voksne")
    feed(desk, metric, first)
    feed(desk, other, first, "A2")
    screen.read(following)
    assert screen.verb() == "Indlæs 4 tal"
    screen.find(QCheckBox, "wanted0").setChecked(False)
    assert screen.verb() == "Indlæs 2 tal"
    screen.press("confirmImport")
    assert len(desk.metrics.observations(metric.id)) == 5
    assert len(desk.metrics.observations(other.id)) == 7


def test_a_value_that_is_gone_leads_to_choosing_anew(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path, following: Path
) -> None:
    feed(desk, metric, first)
    text = following.read_text(encoding="utf-8")
    following.write_text(text.replace('"A1"', '"B1"'), encoding="utf-8")
    screen.read(following)
    assert any("A1" in said for said in screen.remarks())
    screen.mend(screen.importing.difference)
    assert screen.face() == "importChoosing"
    assert screen.importing.choosing.form.choice.selection == {}
    assert screen.importing.choosing.form.choice.metric == metric.id


def test_another_step_meanwhile_is_taken_into_the_report(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path, following: Path
) -> None:
    feed(desk, metric, first)
    screen.read(following)
    assert screen.verb() == "Indlæs 2 tal"
    screen.undo()  # the first edition, with what was remembered of it
    assert screen.heading() == "neet-2021.px ændrer ingen tal"
    assert screen.hindrance()


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
