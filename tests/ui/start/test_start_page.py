# SPDX-License-Identifier: Apache-2.0
"""The first page: three ways in, recent files, drops, trouble said with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from missiondesk.language import Translator, translator
from missiondesk.ui.start.page import StartPage
from tests.screens import settle


@pytest.fixture
def page(qtbot: QtBot, da: Translator) -> StartPage:
    made = StartPage(da, ("/tmp/missioner.mission",))
    qtbot.addWidget(made)
    made.show()
    return made


def press(page: StartPage, name: str) -> list[str]:
    told: list[str] = []
    page.asked.connect(told.append)
    button = page.findChild(QAbstractButton, name)
    assert button is not None
    button.click()
    return told


@pytest.mark.parametrize("way", ["new", "open", "sample"])
def test_the_three_ways(page: StartPage, way: str) -> None:
    assert press(page, way) == [way]


def test_a_recent_file_opens_and_can_be_forgotten(page: StartPage) -> None:
    assert press(page, "recent0") == ["recent:/tmp/missioner.mission"]
    assert press(page, "forget0") == ["forget:/tmp/missioner.mission"]


def test_the_language_can_be_changed_before_anything_else(page: StartPage) -> None:
    assert press(page, "language_en") == ["speak:en"]


def test_each_language_says_the_same_ways(qtbot: QtBot) -> None:
    texts = []
    for language in ("da", "en"):
        made = StartPage(translator(language), ())
        qtbot.addWidget(made)
        texts.append([made.findChild(QAbstractButton, name).text() for name in ("new", "sample")])
    assert texts[1] == ["New workspace…", "Explore the sample"]
    assert all(danish != english for danish, english in zip(*texts, strict=True))


def test_trouble_is_said_with_its_way_out(page: StartPage) -> None:
    page.show_trouble("Filen er i brug.", "Åbn kun til læsning", lambda: None)
    page.show_trouble("Filen er væk.")
    settle()
    bars = [it for it in page.findChildren(type(page._trouble)) if not it.isHidden()]
    assert [bar.sentence.text() for bar in bars] == ["Filen er væk."]


def drop(page: StartPage, path: Path) -> tuple[bool, list[str]]:
    told: list[str] = []
    page.asked.connect(told.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(10, 10), copy, mime, left, none)
    enter.ignore()
    page.dragEnterEvent(enter)
    page.dropEvent(QDropEvent(QPointF(10, 10), copy, mime, left, none))
    return enter.isAccepted(), told


def test_a_workspace_may_be_dropped_and_nothing_else(page: StartPage, tmp_path: Path) -> None:
    good = tmp_path / "x æ.mission"
    assert drop(page, good) == (True, [f"recent:{good}"])
    assert drop(page, tmp_path / "x.txt")[0] is False
