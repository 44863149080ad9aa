# SPDX-License-Identifier: Apache-2.0
"""Tab goes the way that the eye goes, whatever was made first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.language import Translator
from missiondesk.ui.widgets.fields import MultiChoiceField, TextField
from missiondesk.ui.widgets.tab_way import parts_of, tab_along, tab_before
from tests.screens import settle


def way(page: QWidget, first: QWidget) -> list[str]:
    """Names of what Tab reaches from ``first`` on, once round."""
    page.show()
    page.activateWindow()
    first.setFocus()
    settle()
    names: list[str] = []
    while (now := QApplication.focusWidget()) is not None and now.objectName() not in names:
        names.append(now.objectName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return names


def edit(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def test_what_was_made_late_is_reached_where_it_stands(qtbot: QtBot) -> None:
    page, line = QWidget(), QWidget()
    qtbot.addWidget(page)
    column, row = QVBoxLayout(page), QHBoxLayout(line)
    add, title, body = edit("add"), edit("title"), edit("body")
    for part in (title, QLabel("then"), add):
        row.addWidget(part)
    row.insertWidget(0, body)
    table, search, form = edit("table"), edit("search"), edit("form")
    for part in (line, table, form):
        column.addWidget(part)
    column.insertWidget(1, search)
    tab_along(parts_of(line))
    tab_before(table, (search,))
    assert way(page, body) == ["body", "title", "add", "search", "table", "form"]


def test_choices_offered_late_and_verbs_of_findings_stay_with_their_field(
    qtbot: QtBot, da: Translator
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    before, after = TextField("before", "Før", da), TextField("after", "Efter", da)
    many = MultiChoiceField("also", "Deles med", da)
    for field in (before, many, after):
        column.addWidget(field)
    many.set_options([("a", "A"), ("b", "B")])
    before.show_finding("error", "M3", "Der mangler noget.", "Ret det", lambda: None)
    assert way(page, before.editor) == [
        "before_editor", "mendButton", "also_0", "also_1", "after_editor",
    ]  # fmt: skip
