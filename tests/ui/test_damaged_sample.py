# SPDX-License-Identifier: Apache-2.0
"""Work in a file of the sample's is work: what is recovered of it is not thrown away unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.ui.application import Application
from missiondesk.ui.notices import Notice
from missiondesk.ui.salvage_report import SalvageReport
from tests.sample import a_sample
from tests.screens import settle, started


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    with started(qapp, qtbot) as made:
        yield made


def shown(kind: type[QDialog]) -> QDialog:
    settle()
    tops = QApplication.topLevelWidgets()
    (found,) = (one for one in tops if isinstance(one, kind) and one.isVisible())
    return found


def press(dialog: QDialog, text: str) -> None:
    found = dialog.findChildren(QPushButton)
    next(one for one in found if one.text() == text).click()


def test_what_was_recovered_from_a_sample_is_not_closed_unasked(
    program: Application, tmp_path: Path
) -> None:
    file = tmp_path / "sample.mission"
    desk = a_sample()
    desk.save_as(file)
    desk.close()
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    program.open(file)
    press(shown(Notice), "Red, hvad der kan læses")
    shown(SalvageReport).reject()
    window = program.window
    assert window is not None
    assert window.top.chip.text() == "○ Ikke i en fil"
    window.close()
    question = shown(Notice)
    title = question.findChild(QLabel, "noticeTitle")
    assert title is not None
    assert title.text() == "De nyeste ændringer er ikke i en fil."
    assert window.isVisible()
    press(question, "Luk uden at gemme")
    settle()
    assert program.window is None or not program.window.isVisible()
