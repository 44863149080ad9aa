# SPDX-License-Identifier: Apache-2.0
"""Every window, page, tab and block as a screen reader hears it, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from missiondesk.domain.letter import LetterState
from missiondesk.language import Translator, translator
from missiondesk.services.desk import Desk
from missiondesk.system.settings import Settings, WindowPlace
from missiondesk.ui import notices
from missiondesk.ui.confidential.locked_window import LockedWindow
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.page import LettersPage
from missiondesk.ui.locking import why_locked
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.presence import Gone
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.version_dialog import VersionDialog
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.sample import a_sample
from tests.screens import settle
from tests.walker import alike, heard, off_the_tab_way, silent_cells, small_targets, unnamed

A_PLACE = WindowPlace(0, 0, 1100, 700)


@pytest.fixture(scope="module")
def shown() -> Iterator[dict[str, MainWindow]]:
    """One window a language on the sample, for all places of this file."""
    windows: dict[str, MainWindow] = {}
    # As with a screen reader: only then is it told that a table has other rows.
    QAccessible.setActive(True)
    yield windows
    QAccessible.setActive(False)
    for window in windows.values():
        window.close_without_saving()
        window.desk.close(discard=True)
        window.deleteLater()
    settle()


# What takes seconds is heard in the second language by the long run.
SLOW = pytest.mark.parametrize(
    "window", ["da", pytest.param("en", marks=pytest.mark.long)], indirect=True
)


@pytest.fixture(params=["da", "en"])
def window(
    request: pytest.FixtureRequest, shown: dict[str, MainWindow], qtbot: QtBot
) -> MainWindow:
    language = str(request.param)
    if language not in shown:
        desk = a_sample()
        hub = Hub(desk)
        made = MainWindow(desk, hub, translator(language), Settings(theme="light"))
        hub.setParent(made)
        made.resize(1440, 900)
        made.show()
        qtbot.waitUntil(lambda: all(made.pages.page(name) for name in PageName), timeout=30_000)
        shown[language] = made
    return shown[language]


def judge(window: QWidget) -> None:
    settle()
    spoken = heard(window)
    assert unnamed(window, spoken) == []
    assert alike(window, spoken) == []
    assert silent_cells(window) == []
    assert off_the_tab_way(window) == []
    assert small_targets(window) == []


Way = Callable[[MainWindow], object]


def front(window: MainWindow) -> QWidget:
    page = window.pages.currentWidget()
    assert page is not None
    return page


def a_draft(desk: Desk) -> str:
    return next(one.id for one in desk.letters.all() if one.state is LetterState.DRAFT)


def a_signed(desk: Desk) -> str:
    return next(one.id for one in desk.letters.all() if one.state.final)


@pytest.mark.parametrize("page", list(PageName))
def test_a_page(window: MainWindow, page: PageName) -> None:
    window.navigate(page)
    judge(window)
    # Tests and style find controls by these names.
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    assert [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisibleTo(window)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName()
    ] == []


@pytest.mark.parametrize(
    "page",
    [
        PageName.MISSIONS,
        PageName.INITIATIVES,
        PageName.LETTERS,
        PageName.COMMITMENTS,
        PageName.ORGANISATION,
    ],
)
def test_a_record_with_all_its_tabs(window: MainWindow, page: PageName) -> None:
    desk = window.desk
    keys = {
        PageName.MISSIONS: desk.missions.all()[0].id,
        PageName.INITIATIVES: desk.initiatives.all()[0].id,
        PageName.LETTERS: a_signed(desk),
        PageName.COMMITMENTS: desk.commitments.all()[0].id,
        PageName.ORGANISATION: desk.organisation.offices()[0].id,
    }
    window.navigate(page, keys[page])
    judge(window)
    for tabs in front(window).findChildren(Tabs):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            judge(window)


@SLOW
def test_what_governs(window: MainWindow) -> None:
    for tab in (
        "board", "bodies", "meetings", "decisions", "issues", "risks", "dependencies",
    ):  # fmt: skip
        window.navigate(PageName.GOVERNANCE, tab)
        judge(window)


@SLOW
def test_each_block_of_a_letter(window: MainWindow) -> None:
    window.navigate(PageName.LETTERS, a_draft(window.desk))
    blocks = window.findChild(QWidget, "letterBlocks")
    for place in range(blocks.count()):  # type: ignore[union-attr]
        blocks.setCurrentRow(place)  # type: ignore[union-attr]
        judge(window)


def test_who_owns_what(window: MainWindow) -> None:
    window.navigate(PageName.COMMITMENTS, "matrix")
    judge(window)


@SLOW
def test_who_is_responsible(window: MainWindow) -> None:
    for tab in ("raci", "chain", "reshuffle"):
        window.navigate(PageName.GOVERNANCE, tab)
        judge(window)


@SLOW
def test_each_face_of_the_letters(window: MainWindow, tmp_path: Path) -> None:
    desk = window.desk
    window.navigate(PageName.LETTERS, a_signed(desk))
    page = front(window)
    assert isinstance(page, LettersPage)
    editor = page.editor
    form = tmp_path / "svar.xlsx"
    form.write_bytes(desk.replies.form(a_signed(desk)).make())
    for show in (
        editor.notice.ask_to_issue,
        lambda: editor.gaps.ask_to_check(3),
        editor.moves.receipt.ask,
        editor.show_places,
        lambda: editor.files.read_reply(form),
        page.show_register,
        page.register.new_button.click,
        page.show_batch,
        lambda: page.show_record("common-en#principles"),
    ):
        show()
        judge(window)
    page.show_register()


@SLOW
def test_each_form_of_the_platform_and_its_coverage(window: MainWindow) -> None:
    platform = window.desk.platform
    chapter = platform.chapters[0]
    for key in ("platform", chapter.id, platform.goals(chapter.id)[0].id):
        window.navigate(PageName.PLATFORM, key)
        judge(window)
    tabs = front(window).findChild(Tabs, "platformTabs")
    assert tabs is not None
    tabs.open("coverage")
    judge(window)


@SLOW
def test_each_face_of_the_history(window: MainWindow) -> None:
    if not window.desk.versions.all():
        window.desk.versions.name("Før mødet")
    window.navigate(PageName.HISTORY)
    tabs = front(window).findChild(Tabs)
    assert tabs is not None
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        judge(window)


def test_what_lies_over_the_window(window: MainWindow) -> None:
    for ask in (window.over.jobs.ask, window.over.palette.ask):
        ask()
        judge(window)
        ask()


def test_the_question_for_a_versions_name(window: MainWindow) -> None:
    asked = VersionDialog(window.desk, window.hub, window.tr_, "Alt er gemt.", "27. nov.", window)
    asked.open()
    judge(asked)
    asked.reject()
    settle()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_locked_window(qtbot: QtBot, language: str) -> None:
    tr = translator(language)
    why = why_locked(Gone.IDLE, 5, tr)
    made = LockedWindow(tr, A_PLACE, safe=False, why=why, name="Hemmeligt.mission")
    made.asked_close.connect(made.go)
    qtbot.addWidget(made)
    made.show()
    judge(made)
    made.which.click()
    judge(made)
    made.go()


def test_the_roadmaps_twin(window: MainWindow) -> None:
    window.navigate(PageName.ROADMAP)
    for button in front(window).findChildren(QPushButton):
        if button.isCheckable() and button.isVisibleTo(window):
            button.click()
            judge(window)
            button.click()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_start_window(qtbot: QtBot, language: str) -> None:
    made = StartWindow(translator(language), ["/a/en.mission", "/b/to.mission"])
    qtbot.addWidget(made)
    made.show()
    judge(made)


def _about(window: QWidget, tr: Translator) -> QDialog:
    return notices.about(window, tr)


def _keys(window: QWidget, tr: Translator) -> QDialog:
    return notices.key_list(window, tr, [("Ctrl+E", "x")])


def _crash(window: QWidget, tr: Translator) -> QDialog:
    return notices.CrashDialog(ValueError("x"), tr, window)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("make", [_about, _keys, _crash])
def test_a_small_window(
    qtbot: QtBot, make: Callable[[QWidget, Translator], QDialog], language: str
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    dialog = make(owner, translator(language))
    dialog.open()
    judge(dialog)
    dialog.reject()
    settle()


# ---------------------------------------------------------------- the walker itself


def test_the_walker_hears_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for part in (QLineEdit(), QPushButton("Ja"), QPushButton("Ja"), QTableView()):
        layout.addWidget(part)
    window.show()
    assert len(unnamed(window)) == 2
    assert alike(window) == ["2 x Button “Ja”"]
