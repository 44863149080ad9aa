# SPDX-License-Identifier: Apache-2.0
"""Rules of the screen that hold for the program as a whole (UX-02, 08, 09, 23)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from tests.screens import Screen, settle

UI = Path(__file__).parents[2] / "missiondesk" / "ui"
_DRAGGED = re.compile(r"setAcceptDrops\(True\)|startDragDistance|\bDropZone\b|def mouseMoveEvent")
# Where something is dragged, and what does the same: a control or key that is named in a file.
BESIDE_DRAGGING = {
    "mission_drop.py": ("menus.py", '"open", say("Open…")'),
    "start/page.py": ("start/page.py", '"open"'),
    "importing/page.py": ("importing/feeds.py", '"pickFile"'),
    "letters/signing_panel.py": ("letters/signing_panel.py", '"chooseCertificate"'),
    "widgets/drop_zone.py": ("start/page.py", "DropZone"),  # the part itself
    "widgets/card_board.py": ("portfolio/board_tab.py", "self.foot.offer"),
    "widgets/timeline.py": ("widgets/timeline.py", "horizontalScrollBar"),
    "widgets/table_marks.py": ("widgets/table_marks.py", "Ctrl+A"),  # rows; a held press drags none
}
USUAL = {
    "new": "Ctrl+N",
    "open": "Ctrl+O",
    "save": "Ctrl+S",
    "print": "Ctrl+P",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Y",
    "find": "Ctrl+F",
    "search": "Ctrl+Shift+F",
    "palette": "Ctrl+K",
    "jobs": "Ctrl+J",
    "lock": "Ctrl+L",
    "help": "F1",
    "keys": "Ctrl+/",
}
# Pages on which something stands even where nothing was written yet.
_NEVER_EMPTY = {
    PageName.PLATFORM,
    PageName.DOCUMENTS,
    PageName.ORGANISATION,
    PageName.HISTORY,
    PageName.SEARCH,
}


def sources() -> dict[str, str]:
    return {
        path.relative_to(UI).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(UI.rglob("*.py"))
    }


def test_lists_instead_of_trees() -> None:
    trees = re.compile(r"\bQTree(View|Widget)\b")
    assert [name for name, text in sources().items() if trees.search(text)] == []


def test_what_can_be_dragged_can_be_done_by_a_command() -> None:
    texts = sources()
    assert {name for name, text in texts.items() if _DRAGGED.search(text)} == set(BESIDE_DRAGGING)
    for file, named in BESIDE_DRAGGING.values():
        assert named in texts[file], f"{file} names no {named}"


def test_each_page_of_an_empty_workspace_says_what_to_do(
    desk: Desk, window_on: Callable[[Desk], Screen]
) -> None:
    screen = window_on(desk)
    for name in PageName:
        screen.window.navigate(name)
        settle()
        page = screen.page
        empty = [one for one in page.findChildren(EmptyState) if one.isVisible()]
        said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
        assert any(len(text) > 20 for text in said), f"{name} says nothing"
        assert empty or name in _NEVER_EMPTY, f"{name} does not say what it is for"
        controls = (*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit))
        assert any(one.isVisible() and one.isEnabled() for one in controls), (
            f"{name}: nothing to do"
        )


def test_the_usual_keys_do_the_usual(desk: Desk, window_on: Callable[[Desk], Screen]) -> None:
    actions = window_on(desk).window.menus.actions
    given = {name: {one.toString() for one in act.shortcuts()} for name, act in actions.items()}
    assert {name: key for name, key in USUAL.items() if key not in given[name]} == {}
