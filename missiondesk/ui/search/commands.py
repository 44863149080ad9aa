# SPDX-License-Identifier: Apache-2.0
"""The commands of the menu and of the page in front as the palette finds them: by words, parts of
words, or initials.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.language.folding import folded, found_in
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.found_list import FoundRow

COMMAND = "do:"  # before the name of a command in a row's key
_ON_PAGE = "page:"  # before the name of a button in a command's name
# What is asked for wherever one is: the button of the page that does it, and what it says.
_BEGUN_ELSEWHERE: Final = (
    (PageName.MISSIONS, "addMission", N_("Add mission")),
    (PageName.LETTERS, "newLetter", N_("New letter…")),
)


def begun_elsewhere(
    page_in_front: QWidget | None, tr: Translator, begin: Callable[[PageName], object]
) -> dict[str, QAction]:
    """What can be begun without looking for its page first.

    Args:
        page_in_front: What has its button in sight there is its own command.
        tr: The screen's language.
        begin: Goes to the page and begins there.
    """
    made = {}
    for page, button, word in _BEGUN_ELSEWHERE:
        here = page_in_front.findChild(QPushButton, button) if page_in_front is not None else None
        if here is not None and here.isVisible():
            continue
        action = QAction(tr.say(word))
        action.triggered.connect(partial(begin, page))
        made[f"{_ON_PAGE}{button}"] = action
    return made


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
