# SPDX-License-Identifier: Apache-2.0
"""The commands of the menu and of the page in front as the palette finds them: by words, parts of
words, or initials.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from missiondesk.language.folding import folded, found_in
from missiondesk.ui.widgets.found_list import FoundRow

COMMAND = "do:"  # before the name of a command in a row's key
_ON_PAGE = "page:"  # before the name of a button in a command's name


def page_commands(page: QWidget | None) -> dict[str, QAction]:
    """What the buttons do that are seen on a page; its links, which name records, are none.

    Args:
        page: The page in front.
    """
    if page is None:
        return {}
    made = {}
    for button in page.findChildren(QPushButton):
        if button.isVisible() and button.isEnabled() and button.property("look") != "link":
            title = button.accessibleName() or button.text()
            action = QAction(title.replace("&", "&&"))
            action.triggered.connect(button.click)
            made[f"{_ON_PAGE}{button.objectName()}"] = action
    return made


def command_rows(actions: Mapping[str, QAction], query: str) -> list[FoundRow]:
    """Every command that fits, the best first; without a query all, in the menu's order."""
    fitting = [
        (rank, place, _row(name, action))
        for place, (name, action) in enumerate(actions.items())
        if (rank := _rank(_title(action), query)) is not None
    ]
    return [row for _, _, row in sorted(fitting, key=lambda one: one[:2])]


def _row(name: str, action: QAction) -> FoundRow:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return FoundRow(f"{COMMAND}{name}", _title(action), keys, usable=action.isEnabled())


def _title(action: QAction) -> str:
    return action.iconText().replace("&&", "&")


def _rank(title: str, query: str) -> int | None:
    """0 when the title begins so, 1 for words in it, 2 for letters in this order; else None."""
    if not query.strip():
        return 0
    whole, titles = folded(query.strip()), folded(title)
    if any(said.startswith(asked) for said, asked in zip(titles, whole, strict=True)):
        return 0
    if found_in(query, [title]):
        return 1
    return 2 if len(whole[1]) > 1 and _in_order(whole[1], titles[1].split()) else None


def _in_order(letters: str, words: Sequence[str]) -> bool:
    """Whether ``letters`` are beginnings of the words, one after another ("gs" is "Gem som")."""
    rest = letters.replace(" ", "")
    for word in words:
        taken = 0
        while taken < len(rest) and word.startswith(rest[: taken + 1]):
            taken += 1
        rest = rest[taken:]
    return not rest
