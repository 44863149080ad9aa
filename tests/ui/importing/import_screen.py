# SPDX-License-Identifier: Apache-2.0
"""The page of import in the user's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.metric import Direction, OutcomeMetric, Periodicity
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.importing.face import ReportFace
from missiondesk.ui.importing.page import ImportPage
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.finding_bar import FindingBar
from tests.screens import Screen, settle


class ImportScreen(Screen):
    """What a person does on the page of import."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.go_to(PageName.IMPORT)

    @property
    def importing(self) -> ImportPage:
        """The page."""
        found = self.window.pages.page(PageName.IMPORT)
        assert isinstance(found, ImportPage)
        return found

    def face(self) -> str:
        """Which face is in front."""
        front = self.importing._stack.currentWidget()
        assert front is not None
        return front.objectName()

    def read(self, path: Path) -> None:
        """Answer the question for a file, and wait until it is read."""
        self.press("pickFile")
        self.answer(path)

    def answer(self, path: Path) -> None:
        """The question for a file stands open: pick this one."""
        dialog = self.importing.findChild(QFileDialog, "importDialog")
        assert dialog is not None
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        self.window.activateWindow()  # as a desktop does once a dialog has gone
        self.read_through()

    def read_through(self) -> None:
        """Wait until the file is read and shown."""
        self.qtbot.waitUntil(lambda: not self.importing.waiting.busy, timeout=30_000)
        settle()

    def search(self, field: str, text: str) -> None:
        """Type a part of a name into a field that searches, and press Enter."""
        line = self.find(QLineEdit, f"{field}_line")
        box = line.parentWidget()
        assert box is not None
        box.setFocus()
        line.selectAll()
        QTest.keyClicks(box, text)
        if (popup := line.completer().popup()) is not None:
            popup.hide()
            self.window.activateWindow()
        QTest.keyClick(box, Qt.Key.Key_Return)
        settle()

    def show_everything(self) -> None:
        """Take the filter off."""
        self.find(QCheckBox, "onlyChanges").setChecked(False)
        settle()

    def verb(self) -> str:
        """What the primary button says."""
        return self.find(QPushButton, "confirmImport").text()

    def hindrance(self) -> str:
        """Why it is grey, "" when it is not."""
        button = self.find(QPushButton, "confirmImport")
        return "" if button.isEnabled() else button.accessibleDescription() or "?"

    def remarks(self) -> list[str]:
        """What stands between head and figures."""
        front = self.importing._stack.currentWidget()
        assert isinstance(front, ReportFace)
        return [bar.sentence.text() for bar in front.bars()]

    def trouble(self) -> str:
        """Why a file could not be read."""
        return self.find(FindingBar, "importTrouble").sentence.text()

    def mend(self, inside: QWidget | None = None) -> None:
        """Press the verb of a remark."""
        self.find(QPushButton, "mendButton", inside).click()
        settle()


Shown = Callable[[Desk], ImportScreen]


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


def feed(desk: Desk, metric: OutcomeMetric, path: Path, age: str = "A1") -> None:
    """Import an edition without the window."""
    file = desk.figures.read(path)
    desk.figures.apply([desk.figures.report(file, file.tables[0], metric.id, {"alder": age})])
    settle()
