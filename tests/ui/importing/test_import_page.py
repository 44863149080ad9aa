# SPDX-License-Identifier: Apache-2.0
"""Importing figures on the screen: the front, a table not known yet, the next edition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.figures import FigureFile
from missiondesk.services.incoming import read_incoming
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.search_field import SearchField
from missiondesk.ui.widgets.table import ReadTable
from tests.px_editions import FIRST, px_edition
from tests.screens import settle
from tests.ui.importing.import_screen import ImportScreen, a_metric, feed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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
    item = screen.window.sidebar.item(PageName.IMPORT)
    screen.qtbot.waitUntil(lambda: item.accessibleName() == "Indlæs, 1", timeout=30_000)


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


def test_a_table_without_time_is_told_and_asks_nothing(
    screen: ImportScreen, metric: OutcomeMetric, first: Path
) -> None:
    text = first.read_text(encoding="utf-8").replace('"tid"', '"farve"')
    first.write_text(text.replace('"20', '"rød 20'), encoding="utf-8")
    screen.read(first)
    assert any("tidsdimension" in said for said in screen.remarks())
    assert screen.hindrance()
    assert screen.importing.choosing.form.findChildren(SearchField) == []


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
    assert screen.text("outlook0Rating") == "►\N{NO-BREAK SPACE}På sporet"
    assert "nu ■\N{NO-BREAK SPACE}Begrænset" in screen.text("outlook0Now")
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


def test_the_same_file_can_feed_another_metric(
    screen: ImportScreen, desk: Desk, metric: OutcomeMetric, first: Path
) -> None:
    other = a_metric(desk, "Voksne", "Andel voksne")
    feed(desk, metric, first)
    screen.read(first)
    screen.press("chooseSeries")
    assert "alder" in screen.text("previewMissing"), "nothing of the other metric is chosen"
    screen.search("dimension0", "25-29")
    screen.search("fedMetric", "voksne")
    screen.press("confirmImport")
    assert len(desk.metrics.observations(other.id)) == 5
    assert len(desk.figures.feeds(metric.id)) == len(desk.figures.feeds(other.id)) == 1


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
