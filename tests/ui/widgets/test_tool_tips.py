# SPDX-License-Identifier: Apache-2.0
"""What stands in a workspace is shown by a tool tip and never obeyed (SEC-16, SEC-18)."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QApplication

import missiondesk
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.undo import UndoActions
from missiondesk.ui.widgets.tool_tips import plain_tip

_PICTURE = '<img src="file://elsewhere/share/a.png">'
_SOURCE = sorted((Path(missiondesk.__file__).parent / "ui").rglob("*.py"))


@example(text=_PICTURE)
@example(text="a &amp; <b>b</b>\n  c")
@given(text=st.text(st.sampled_from("<>/b img=\"'&;\nå"), max_size=60))
def test_any_text_is_shown_as_it_is(qapp: QApplication, text: str) -> None:
    tip = plain_tip(text)
    if not Qt.mightBeRichText(tip):
        assert tip == text
        return
    shown = QTextDocument()
    shown.setHtml(tip)
    assert shown.toPlainText() == text
    assert "<img" not in shown.toHtml()


@pytest.mark.parametrize("file", _SOURCE, ids=lambda file: file.stem)
def test_every_tip_goes_this_way_or_is_written_in_the_program(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "setToolTip":
            told = node.args[0]
        elif node.func.attr == "showText":
            told = node.args[1]
        else:
            continue
        safe = isinstance(told, ast.Call) and getattr(told.func, "id", "") == "plain_tip"
        assert safe or isinstance(told, ast.Constant), f"{file}:{node.lineno}"


def test_the_name_of_a_record_in_the_tip_of_undo_is_a_name(
    qapp: QApplication, desk: Desk, hub_of: Callable[[Desk], Hub]
) -> None:
    desk.missions.add(Wording(_PICTURE, _PICTURE))
    owner = QObject()
    actions = UndoActions(desk, hub_of(desk), translator("da"), owner)
    shown = QTextDocument()
    shown.setHtml(actions.undo.toolTip())
    assert _PICTURE in shown.toPlainText()
    owner.deleteLater()
