# SPDX-License-Identifier: Apache-2.0
"""With a font twice as large nothing is cut and every page has room for rows (A11Y-06, UX-17)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.exceptions import TimeoutError as NeverSo
from pytestqt.qtbot import QtBot

from missiondesk.domain.letter import LetterState
from missiondesk.language import translator
from missiondesk.ui import theme
from missiondesk.ui.letters.course import WAY, Course
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.buttons import YieldingButton
from missiondesk.ui.widgets.side_by_side import TurningSplit
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable
from tests.clipping import clipped
from tests.screens import sample_window, settle
from tests.ui.test_clipping import faces_of_letters, judge, record_of

OPENED = (
    PageName.MISSIONS,
    PageName.INITIATIVES,
    PageName.LETTERS,
    PageName.COMMITMENTS,
    PageName.ACTORS,
)


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """One window on the sample at 200 %, on a screen of 1440 × 900."""
    theme.apply_theme(qapp, "light", 2 * theme._USUAL_POINTS)
    with sample_window(translator("da"), QSize(1440, 900)) as made:
        yield made
    theme.apply_theme(qapp, "light")


@pytest.mark.parametrize("page", list(PageName))
def test_a_page(window: MainWindow, page: PageName, qtbot: QtBot) -> None:
    window.navigate(page)
    judge(window, qtbot, tabs=False)
    low = [
        f"{table.objectName()}: {table.viewport().height()} px for {table.rowHeight(0)}"
        for table in window.findChildren(ReadTable)
        if table.isVisible() and table.rows() and table.viewport().height() < table.rowHeight(0)
    ]
    assert low == [], "not one row is seen whole"


@pytest.fixture
def small(window: MainWindow) -> Iterator[MainWindow]:
    """The same window as small as it may be."""
    before = window.size()
    window.resize(960, 640)
    yield window
    window.resize(before)
    settle()


def cut(window: MainWindow, qtbot: QtBot) -> list[str]:
    """What is cut on the page in front, as soon as all that was read is laid out."""
    page = window.pages.currentWidget()
    assert page is not None
    with suppress(NeverSo):
        qtbot.waitUntil(lambda: not window.hub.tasks.busy and not clipped(page), timeout=2_000)
    return clipped(page)


@pytest.mark.parametrize("page", list(PageName))
def test_a_small_window_cuts_no_page(small: MainWindow, page: PageName, qtbot: QtBot) -> None:
    """Lines of buttons and filters break; they made pages up to twice as wide as the window."""
    small.navigate(page)
    assert cut(small, qtbot) == []


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (PageName.OVERVIEW, "missionTable"),
        (PageName.OVERVIEW, "dueTable"),
        (PageName.MISSIONS, "missionsTable"),
        (PageName.INITIATIVES, "initiativesTable"),
        (PageName.LETTERS, "lettersTable"),
        (PageName.COMMITMENTS, "trackerTable"),
        (PageName.ACTORS, "actorsTable"),
        (PageName.ACTORS, "contactsTable"),
        (PageName.GOVERNANCE, "meetingsTable"),
        (PageName.HISTORY, "journalTable"),
        (PageName.PORTFOLIO, "gatesTable"),
    ],
)
def test_a_small_window_shows_all_that_a_list_says(
    small: MainWindow, page: PageName, name: str
) -> None:
    """The last columns were beyond the right edge; now they fold into the first."""
    small.navigate(page)
    front = small.pages.currentWidget()
    assert front is not None
    tabs = [one for one in front.findChildren(Tabs) if one.isVisible()]
    for bar in tabs[:1]:
        bar.open(name.removesuffix("Table"))  # where there is none of this key the first one stays
    settle()
    table = small.findChild(ReadTable, name)
    assert table is not None and table.isVisible()
    assert table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("page", OPENED)
def test_a_small_window_cuts_no_record(small: MainWindow, page: PageName, qtbot: QtBot) -> None:
    """Blocks stand above the form, values below their names, and long links end in “…”."""
    small.navigate(page, record_of(small.desk, page))
    assert cut(small, qtbot) == []


def test_a_small_window_cuts_no_letter_to_come(small: MainWindow, qtbot: QtBot) -> None:
    assert [(face, cut(small, qtbot)) for face in faces_of_letters(small)] == [
        ("a new letter", []),
        ("many letters", []),
    ]


@pytest.mark.parametrize(
    ("page", "tab"),
    [
        (PageName.ACTORS, "needs"),
        (PageName.GOVERNANCE, "decisions"),
        (PageName.LETTERS, "common"),
        (PageName.TALKS, "seats"),
        (PageName.TALKS, "parties"),
    ],
)
def test_a_small_window_cuts_no_tab(
    small: MainWindow, page: PageName, tab: str, qtbot: QtBot
) -> None:
    small.navigate(page)
    front = small.pages.currentWidget()
    assert front is not None
    next(one for one in front.findChildren(Tabs) if one.isVisible()).open(tab)
    assert cut(small, qtbot) == []


@pytest.mark.parametrize("page", OPENED)
def test_a_record(window: MainWindow, page: PageName, qtbot: QtBot) -> None:
    window.navigate(page, record_of(window.desk, page))
    judge(window, qtbot, tabs=False)


def test_a_new_letter_and_many_letters(window: MainWindow) -> None:
    """The choices of the second row lay over those of the first."""
    assert [f"{face}: {one}" for face in faces_of_letters(window) for one in clipped(window)] == []


def test_the_ratings_of_the_overview_are_seen_whole(window: MainWindow) -> None:
    """“Begrænset fremd” was cut at the window's edge; the scroll bar is far below."""
    window.navigate(PageName.OVERVIEW)
    settle()
    table = window.findChild(ReadTable, "missionTable")
    assert table is not None
    right = table.columnViewportPosition(5) + table.columnWidth(5)
    assert right <= table.viewport().width()


def test_the_line_for_a_new_initiative_shows_its_hint(small: MainWindow) -> None:
    """It was squeezed to “Tit…” by the buttons beside it."""
    small.navigate(PageName.MISSIONS, record_of(small.desk, PageName.MISSIONS))
    front = small.pages.currentWidget()
    assert front is not None
    next(one for one in front.findChildren(Tabs) if one.isVisible()).open("initiatives")
    settle()
    line = front.findChild(QLineEdit, "initiativesNew")
    assert line is not None
    assert line.fontMetrics().horizontalAdvance(line.placeholderText()) < line.width()


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_the_course_of_a_letter_breaks_in_equal_lines(
    window: MainWindow, lines: int, qtbot: QtBot
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    course = Course(window.tr_, room)
    course.show_course(LetterState.CLEARED, ())
    room.show()
    one_line = course.one_line()
    wide = (one_line, one_line - 4, course.minimumSizeHint().width())[lines - 1]
    course.resize(wide, 400)
    settle()
    words = [course.findChild(QLabel, f"course_{one.value}") for one in WAY]
    tops = [word.mapTo(course, QPoint(0, 0)).y() for word in words if word is not None]
    assert len(tops) == len(WAY) and len(set(tops)) == lines
    assert tops == sorted(tops)


def test_a_low_bin_makes_no_page_wider_than_the_window(window: MainWindow) -> None:
    """Its check box did, and every other tab of the history was cut with it."""
    window.navigate(PageName.HISTORY, "bin")
    settle()
    assert clipped(window) == []


def test_the_pages_of_the_platform_keep_their_height_below_its_outline(window: MainWindow) -> None:
    window.navigate(PageName.PLATFORM)
    settle()
    page = window.pages.currentWidget()
    assert page is not None
    split = page.findChild(TurningSplit)
    assert split is not None and split.orientation() is Qt.Orientation.Vertical
    assert min(split.sizes()) >= theme.scaled(240)


def test_the_gates_of_an_initiative_are_seen(window: MainWindow) -> None:
    """Above the criteria their table had no height at all."""
    window.navigate(PageName.INITIATIVES, record_of(window.desk, PageName.INITIATIVES))
    page = window.pages.currentWidget()
    assert page is not None
    tabs = next(one for one in page.findChildren(Tabs) if one.isVisible())
    tabs.open("gates")
    settle()
    assert clipped(window) == []


@pytest.mark.long
@pytest.mark.parametrize("page", list(PageName))
def test_all_tabs_of_a_page(window: MainWindow, page: PageName, qtbot: QtBot) -> None:
    window.navigate(page)
    judge(window, qtbot)


@pytest.mark.long
@pytest.mark.parametrize("page", OPENED)
def test_all_tabs_of_a_record(window: MainWindow, page: PageName, qtbot: QtBot) -> None:
    window.navigate(page, record_of(window.desk, page))
    judge(window, qtbot)


def test_the_fields_of_an_office_show_its_title_whole(window: MainWindow) -> None:
    """They stood beside their labels in half of their room."""
    window.navigate(PageName.ORGANISATION)
    settle()
    page = window.pages.currentWidget()
    assert page is not None
    form = page.findChild(object, "officeForm")
    cut = [
        field.text()
        for field in form.findChildren(QLineEdit)
        if field.isVisible()
        and field.fontMetrics().horizontalAdvance(field.text()) > field.width() - 2 * theme.space(2)
    ]
    assert cut == []


def test_the_title_of_a_workspace_ends_in_an_ellipsis_in_a_narrow_window(
    window: MainWindow,
) -> None:
    top = window.top
    whole, usual = top.title.text(), window.size()
    long = "Sekretariatet for den missionsdrevne regeringsførelse"
    try:
        top.title.show_text(long)
        window.resize(1100, 700)
        settle()
        assert top.title.shown().endswith("…") and long.startswith(top.title.shown()[:-1])
        assert top.title.toolTip() == long
        assert top.chip.shown() == top.chip.text(), "whether it is saved is read whole"
        window.resize(1920, 900)
        settle()
        assert top.title.shown() == long and top.title.toolTip() == ""
        undo = top.findChild(YieldingButton, "undoButton")
        assert undo is not None and undo.shown() == undo.text()
    finally:
        top.title.show_text(whole)
        window.resize(usual)
        settle()
