# SPDX-License-Identifier: Apache-2.0
"""The read table: order, selection by key, copying, what a screen reader says."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from missiondesk.language import translator
from missiondesk.ui import theme
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.painted_text import break_lines
from missiondesk.ui.widgets.table import Column, ReadTable
from missiondesk.ui.widgets.table_delegate import PAD_X, fonts_of
from tests.screens import settle


@dataclass(frozen=True)
class Row:
    key: str
    name: str
    value: float | None = None


_INSIDE = QPoint(20, 10)  # of the first head
ROWS = (Row("1", "Ål", 2.5), Row("2", "Abe", None), Row("3", "M10", 10.0), Row("4", "M2", -1.0))


@pytest.fixture
def table(qtbot: QtBot) -> ReadTable[Row]:
    made: ReadTable[Row] = ReadTable(
        [
            Column("Navn", lambda it: it.name, lambda it: f"nr. {it.key}", stretch=1, wrap=True),
            Column("Værdi", lambda it: str(it.value or ""), right=True, sort=lambda it: it.value),
        ],
        key=lambda it: it.key,
        name="table",
        title="Rækker",
        sort_text=translator("da").sort_key,
        empty=EmptyState("Her er intet endnu.", "Tilføj"),
    )
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_rows(ROWS)
    return made


def names(table: ReadTable[Row]) -> list[str]:
    return [row.name for row in table.rows()]


def test_the_model_keeps_qts_rules(table: ReadTable[Row], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.model())


def test_text_sorts_as_danish_does(table: ReadTable[Row]) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Abe", "M2", "M10", "Ål"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert names(table) == [row.name for row in ROWS]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_what_has_no_value_stands_last(table: ReadTable[Row], order: Qt.SortOrder) -> None:
    table.sortByColumn(1, order)
    assert names(table)[-1] == "Abe"


def test_the_choice_stays_with_its_record(table: ReadTable[Row]) -> None:
    table.select("3")
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.selected() == "3"
    table.show_rows([Row("9", "Ny"), *ROWS[1:]])
    assert table.selected() == "3"
    table.show_rows(ROWS[:1])
    assert table.selected() == ""
    table.show_rows(ROWS)
    assert table.selected() == "3"


def test_choosing_is_told_once_and_reloading_is_not(table: ReadTable[Row]) -> None:
    told: list[str] = []
    table.chosen.connect(told.append)
    table.select("2")
    table.show_rows(ROWS)
    assert told == ["2"]
    table.show_rows(ROWS[:1])
    assert told == ["2", ""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_enter_or_f2_opens_the_chosen_row(table: ReadTable[Row], key: Qt.Key) -> None:
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.select("4")
    QTest.keyClick(table, key)
    assert opened == ["4"]


def test_whoever_hears_of_a_click_is_told_the_row_that_was_clicked(table: ReadTable[Row]) -> None:
    heard = []
    table.chosen.connect(lambda key: heard.append((key, table.selected())))
    keys = [table._model.key(row) for row in table.rows()]
    for place in (2, 1, 3):
        at = table.visualRect(table.model().index(place, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard == [(keys[place], keys[place]) for place in (2, 1, 3)]


def test_a_cell_is_read_with_its_head(table: ReadTable[Row]) -> None:
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Navn: Ål, nr. 1"


def test_copy_gives_text_and_html_and_escapes(table: ReadTable[Row]) -> None:
    table.show_rows([Row("1", "<b>a & b</b>", 1.0)])
    table.clearSelection()
    table.copy()
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "Navn\tVærdi\r\n<b>a & b</b> · nr. 1\t1.0"
    assert "&lt;b&gt;a &amp; b&lt;/b&gt;" in mime.html()
    assert "file:" not in mime.html()


def test_nothing_is_said_in_words(table: ReadTable[Row]) -> None:
    table.show_rows([])
    empty = table.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisibleTo(table)
    table.show_rows(ROWS)
    assert not empty.isVisibleTo(table)


def test_a_number_is_never_cut(table: ReadTable[Row]) -> None:
    table.show_rows([Row("1", "x" * 300, 123456789.25)])
    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("123456789.25")


def test_many_rows_are_quick_to_show_and_sort(table: ReadTable[Row]) -> None:
    many = [Row(str(n), f"Initiativ {n}", float(n % 97)) for n in range(10_000)]
    table.show_rows(many)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row.value for row in table.rows()][:2] == [0.0, 0.0]


def test_a_long_table_shown_after_a_short_one_gives_all_rows_one_height(
    table: ReadTable[Row],
) -> None:
    table.show_rows([Row("1", "kort"), Row("2", "En lang aftale med mange ord " * 6)])
    table.show_rows([Row(str(n), "En lang aftale med mange ord " * 6) for n in range(500)])
    assert len({table.rowHeight(place) for place in range(500)}) == 1


def test_a_wrapping_column_gives_way_before_the_last_is_cut_off(table: ReadTable[Row]) -> None:
    table.show_rows([Row("1", "Aftale med de første tredive kommuner i hele landet", 1.5)])
    table.resize(260, 300)
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()


def test_no_word_is_broken_while_it_can_stand_whole(table: ReadTable[Row]) -> None:
    office = "Departementschef i Beskæftigelsesministeriet"
    table.show_rows([Row("1", office, 1.5)])
    table.resize(260, 300)
    column = table.model().columns[0]  # type: ignore[attr-defined]
    inner = table.columnWidth(0) - 2 * PAD_X
    lines = break_lines(office, fonts_of(column)[0], inner, column.most)
    assert " ".join(lines) == office


def test_a_long_unit_goes_below_its_number(qtbot: QtBot) -> None:
    made: ReadTable[Row] = ReadTable(
        [
            Column("Navn", lambda it: it.name, stretch=1),
            Column("Tal", lambda _it: "44,5 indekspoint", right=True, wrap=True),
        ],
        key=lambda it: it.key,
        name="units",
        title="Tal",
    )
    qtbot.addWidget(made)
    made.show_rows(ROWS[:1])
    font = fonts_of(made.model().columns[1])[0]  # type: ignore[attr-defined]
    inner = made.columnWidth(1) - 2 * PAD_X
    assert break_lines("44,5 indekspoint", font, inner, 3) == ("44,5", "indekspoint")
    assert made.cell("1", 1) == "44,5 indekspoint"


def test_no_line_ends_between_a_sign_and_its_word(table: ReadTable[Row]) -> None:
    font = fonts_of(table.model().columns[0])[0]  # type: ignore[attr-defined]
    lines = break_lines("■ stopkriterium opfyldt", font, 100, 3)
    assert [line.replace("\u00a0", " ") for line in lines] == ["■ stopkriterium", "opfyldt"]


def test_a_row_is_as_high_as_a_line_of_its_font(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light", 2 * theme._USUAL_POINTS)
    try:
        made: ReadTable[Row] = ReadTable(
            [Column("Navn", lambda it: it.name)], lambda it: it.key, name="large", title="Navne"
        )
        qtbot.addWidget(made)
        made.show_rows(ROWS)
        assert made.rowHeight(0) > theme.line_height()
    finally:
        theme.apply_theme(qapp, "light")


def many_rows(table: ReadTable[Row], count: int) -> list[Row]:
    rows = [Row(f"k{number}", f"Navn {number % 7}", float(number % 5)) for number in range(count)]
    table.let_several()
    table.show_rows(rows, of=rows)
    return rows


@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    st.lists(st.integers(0, 29), unique=True),
    st.sampled_from([-1, 0, 1]),
    st.booleans(),
    st.lists(st.integers(0, 29), unique=True),
    st.sampled_from(["", "ahead", "ahead of others", "before it is sorted"]),
)
def test_some_rows_of_a_list_stand_in_its_order_and_what_was_chosen_stays(
    table: ReadTable[Row],
    some: list[int],
    column: int,
    falling: bool,
    marks: list[int],
    prepared: str,
) -> None:
    rows = many_rows(table, 30)
    order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
    found = [rows[place] for place in sorted(some)]
    if prepared == "before it is sorted":
        table.put_in_order(found, rows)
    table.sortByColumn(column, order)
    table.clearSelection()
    for row in marks:
        index = table.model().index(names_and_keys(table).index(f"k{row}"), 0)
        flags = QItemSelectionModel.SelectionFlag
        table.selectionModel().select(index, flags.Select | flags.Rows)
    assert set(table.marked_keys()) == {f"k{row}" for row in marks}
    if prepared.startswith("ahead"):
        table.put_in_order(rows[3:9] if prepared.endswith("others") else found, rows)
    table.show_rows(found, of=rows)
    shown = names_and_keys(table)
    if len(marks) > 1:
        there = [f"k{row}" for row in marks if row in some]
        assert sorted(table.marked_keys()) == sorted(there)
        assert table.marked_keys() == [key for key in shown if key in there], "from above"
    table.show_rows(found)  # sorted anew, as a plain list is
    assert names_and_keys(table) == shown


def names_and_keys(table: ReadTable[Row]) -> list[str]:
    return [row.key for row in table.rows()]


def test_all_rows_of_a_long_list_are_one_range(table: ReadTable[Row]) -> None:
    """Qt takes time by the square of the ranges: half a minute for fifty thousand of one row."""
    rows = many_rows(table, 3_000)
    told = list[int]()
    table.marked.connect(told.append)
    table.selectAll()
    assert told[-1] == 3_000
    table.show_rows(rows[1_000:2_000], of=rows)
    assert table.selectionModel().selection().size() == 1
    assert told[-1] == 1_000 and table.marked_keys() == [row.key for row in rows[1_000:2_000]]


def test_the_heads_do_not_ask_every_row_whether_it_is_chosen(table: ReadTable[Row]) -> None:
    many_rows(table, 600)
    table.selectAll()
    heads = table.horizontalHeader().selectionModel()
    assert table.selectionModel().hasSelection() and not heads.hasSelection()
    QTest.mouseClick(table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=_INSIDE)
    assert names(table)[0] == "Navn 0", "a click on a head still sorts"
    assert len(table.marked_keys()) == 600


def test_whoever_uses_the_table_gets_the_rows_that_are_due(table: ReadTable[Row]) -> None:
    due, opened = [ROWS[1:2]], list[str]()
    table.before_use = lambda: table.show_rows(due.pop()) if due else None
    table.opened.connect(opened.append)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["2"] and names(table) == ["Abe"]


@pytest.mark.parametrize("stays", [True, False])
@pytest.mark.parametrize("double", [True, False])
def test_a_press_is_for_the_row_that_was_seen_when_others_come_to_its_place(
    table: ReadTable[Row], stays: bool, double: bool
) -> None:
    chosen, opened = list[str](), list[str]()
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    place = table.visualRect(table.model().index(0, 0)).center()
    seen = table.rows()[0]
    due = [[ROWS[2], ROWS[1], *([seen] if stays else [])]]
    table.before_use = lambda: table.show_rows(due.pop()) if due else None
    viewport = table.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(viewport, place + QPoint(2, 1))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place)
    if double:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert table.rows()[0] is ROWS[2], "another row is there now"
    assert table.selected() == (seen.key if stays else "")
    assert ROWS[2].key not in chosen
    assert opened == ([seen.key] if stays and double else [])
    now = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=now)
    assert table.selected() == ROWS[2].key, "the next press is as ever"


def test_the_keyboard_is_seen_also_where_there_is_no_row(
    table: ReadTable[Row], qtbot: QtBot
) -> None:
    table.show_rows(())
    table.activateWindow()
    table.clearFocus()
    without = table.viewport().grab().toImage()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    seen = table.viewport().grab().toImage()
    ring = theme.colour("accent").name()
    assert seen.pixelColor(1, seen.height() // 2).name() == ring
    assert without.pixelColor(1, seen.height() // 2).name() != ring


def a_folding_table(qtbot: QtBot) -> ReadTable[Row]:
    made: ReadTable[Row] = ReadTable(
        [
            Column("Navn", lambda it: it.name, lambda it: f"nr. {it.key}", stretch=1, width=120),
            Column("Næste", lambda it: f"skridt {it.key} af mange", lambda _it: "i år", folds=2),
            Column("Værdi", lambda it: str(it.value or "–"), right=True, folds=1),
        ],
        key=lambda it: it.key,
        name="table",
        title="Rækker",
    )
    qtbot.addWidget(made)
    made.resize(theme.scaled(500), 300)
    made.show()
    made.show_rows(ROWS)
    return made


def folded(table: ReadTable[Row]) -> list[bool]:
    return [table.isColumnHidden(place) for place in range(3)]


def test_columns_give_way_one_by_one_and_come_back(qtbot: QtBot) -> None:
    table = a_folding_table(qtbot)
    for wide, gone in ((500, [0, 0, 0]), (270, [0, 0, 1]), (150, [0, 1, 1]), (500, [0, 0, 0])):
        table.resize(theme.scaled(wide), 300)
        settle()
        assert folded(table) == list(map(bool, gone)), wide
        assert table.horizontalScrollBar().maximum() == 0


def test_what_gave_way_stands_in_the_cell_that_stretches(qtbot: QtBot) -> None:
    table = a_folding_table(qtbot)
    before = table.rowHeight(0)
    table.resize(theme.scaled(150), 300)
    settle()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    told = [table.model().index(place, 0).data(spoken) for place in range(2)]
    assert told[0] == "Navn: Ål, nr. 1 · Næste: skridt 1 af mange, i år · Værdi: 2.5"
    assert told[1].endswith("i år"), "nothing is said of a value that is not there"
    assert table.rowHeight(0) > before


def test_what_gave_way_has_no_colon_where_its_column_has_no_head(qtbot: QtBot) -> None:
    made: ReadTable[Row] = ReadTable(
        [
            Column("Navn", lambda it: it.name, stretch=1, width=300),
            Column("", lambda it: "■ forsinket" if it.value is None else "", folds=1),
        ],
        key=lambda it: it.key,
        name="table",
        title="Rækker",
    )
    qtbot.addWidget(made)
    made.resize(theme.scaled(200), 300)
    made.show()
    made.show_rows(ROWS)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    told = [made.model().index(place, 0).data(spoken) for place in range(2)]
    assert told == ["Navn: Ål", "Navn: Abe, ■ forsinket"]


def test_all_columns_are_copied_also_those_that_gave_way(qtbot: QtBot) -> None:
    table = a_folding_table(qtbot)
    table.copy()
    whole = QApplication.clipboard().text()
    table.resize(theme.scaled(150), 300)
    settle()
    table.copy()
    assert QApplication.clipboard().text() == whole and "skridt 4" in whole


def test_the_first_column_never_folds_for_it_has_the_mark_of_the_keyboard(qtbot: QtBot) -> None:
    made: ReadTable[Row] = ReadTable(
        [
            Column("Nr.", lambda it: it.key, folds=1),
            Column("Navn", lambda it: it.name, stretch=1, width=300),
        ],
        key=lambda it: it.key,
        name="table",
        title="Rækker",
    )
    qtbot.addWidget(made)
    made.resize(120, 300)
    made.show()
    made.show_rows(ROWS)
    assert not made.isColumnHidden(0)
