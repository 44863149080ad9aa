# SPDX-License-Identifier: Apache-2.0
"""Each face of the import as a screen reader hears it, in both languages, and at large letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.system.settings import Settings
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.theme import apply_theme
from tests.px_editions import FIRST, NEXT, px_edition
from tests.screens import settle
from tests.ui.importing.import_screen import ImportScreen
from tests.walker import alike, off_the_tab_way, silent_cells, unnamed

SLACK = 2  # px of a button's own padding that a row of buttons may take
LARGE = 15.0  # points; the usual font times one and a half


def opened(desk: Desk, qtbot: QtBot, language: str) -> ImportScreen:
    hub = Hub(desk)
    window = MainWindow(desk, hub, translator(language), Settings(theme="light"), ahead=False)
    hub.setParent(window)
    window.resize(1024, 720)
    qtbot.addWidget(window, before_close_func=lambda _window: window.close_without_saving())
    window.show()
    return ImportScreen(window, qtbot)


def faces(screen: ImportScreen, desk: Desk, folder: Path) -> Iterator[str]:
    """Brings each face to the front."""
    page = screen.importing
    yield "front"
    first = px_edition(folder, "neet-2025.px", FIRST, "20250601 08:00")
    page.read(first)
    screen.read_through()
    yield "choosing"
    choice = page.choosing.form.choice
    for place, mission in enumerate(desk.missions.all()[:2]):
        metric = desk.metrics.of_mission(mission.id)
        assert metric is not None
        file = desk.figures.read(first)
        code = f"A{place + 1}"
        report = desk.figures.report(file, file.tables[0], metric.id, {"alder": code})
        choice.metric, choice.selection = metric.id, {"alder": code}
        page.choosing.show_file(file)
        yield "chosen"
        desk.figures.apply([report])
    page.read(px_edition(folder, "neet-2026.px", NEXT, "20260601 08:00", "*"))
    screen.read_through()
    yield "difference"
    table = folder / "missioner.csv"
    table.write_text("titel;målværdi;farve\nEn;12;rød\nTo;abc;blå\n", encoding="utf-8")
    page.read(table)
    screen.read_through()
    yield "records"
    table.write_text("farve;form\nrød;rund\n", encoding="utf-8")
    page.read(table)
    screen.read_through()
    yield "trouble"


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader is there: only then Qt tells it that a table has other rows."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_face_is_heard_and_reached(
    sample: Desk, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    screen = opened(sample, qtbot, language)
    for face in faces(screen, sample, tmp_path):
        settle()
        found = {
            "unnamed": unnamed(screen.window),
            "alike": alike(screen.window),
            "silent": silent_cells(screen.window),
            "off the way": off_the_tab_way(screen.window),
        }
        assert found == {name: [] for name in found}, face


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light", LARGE)
    yield
    apply_theme(qapp, "light")


def cut(page: QWidget) -> list[str]:
    """Labels and buttons that are smaller than what they say, or stand outside the page."""
    found = []
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisibleTo(page):
            continue
        wanted = widget.sizeHint().width()
        high = widget.sizeHint().height()
        if isinstance(widget, QLabel) and widget.wordWrap():
            wanted, high = 0, widget.heightForWidth(widget.width())
        right = widget.mapTo(page, widget.rect().topRight()).x()
        if widget.width() < wanted or widget.height() < high - SLACK or right > page.width():
            found.append(
                f"{widget.objectName()} “{widget.text()}” {widget.size()} < {wanted} × {high}"
            )  # type: ignore[attr-defined]
    return found


@pytest.mark.usefixtures("large")
def test_nothing_is_cut_at_large_letters_in_a_narrow_window(
    sample: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(sample, qtbot, "da")
    for face in faces(screen, sample, tmp_path):
        settle()
        assert cut(screen.page) == [], face
