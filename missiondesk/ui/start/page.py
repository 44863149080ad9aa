# SPDX-License-Identifier: Apache-2.0
"""The first page: three ways in, the workspaces opened lately, and the language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from missiondesk.language import LANGUAGES, Translator
from missiondesk.ui.icons import icon, icon_size
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.buttons import IconButton
from missiondesk.ui.widgets.drop_zone import DropZone
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.tool_tips import plain_tip

if TYPE_CHECKING:
    from missiondesk.ui.widgets.finding_bar import FindingBar

SUFFIX = ".mission"

_MARK = 34  # px at 100 %, the program's own sign
_BESIDE = 640  # px at 100 %; in a narrower window one part stands below the other
_LEAST = 24  # px that a name of one letter offers to be pressed at (WCAG 2.2, 2.5.8)


class StartPage(DropZone):
    """Asks nothing that a newcomer cannot answer.

    Attributes:
        asked: "new", "open", "sample", "recent:<path>", "forget:<path>", "speak:<lang>", "help:".
    """

    asked = Signal(str)

    def __init__(
        self, tr: Translator, recent: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, suffix=SUFFIX)
        self.setObjectName("startPage")
        self.dropped.connect(lambda path: self.asked.emit(f"recent:{path}"))
        self._say = tr
        self._trouble: FindingBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(20)
        self._columns = QHBoxLayout()
        self._columns.addLayout(self._ways(), 5)
        self._columns.addLayout(self._recent(recent), 6)
        self._layout.addLayout(self._columns, 1)
        # Put in after the ways, so that Tab comes to the languages last.
        self._head_grid, self._aside = self._head()
        self._layout.insertLayout(0, self._head_grid)
        drop = tr.say("A workspace file may also be dropped here.")
        self._layout.addWidget(text_label(drop, "detail", wrap=True))
        self._narrow: bool | None = None
        self.arrange(scaled(_BESIDE))

    def arrange(self, width: int) -> None:
        """Set the parts beside each other, or below where a window of this width is too narrow."""
        narrow = width < scaled(_BESIDE)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        side = 24 if narrow else 56
        self._layout.setContentsMargins(side, 40, side, 32)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._columns.setSpacing(24 if narrow else 56)
        self._head_grid.removeItem(self._aside)
        if narrow:
            self._head_grid.addLayout(self._aside, 2, 0, 1, 3)
        else:
            self._head_grid.addLayout(self._aside, 0, 2)

    # -- parts -----------------------------------------------------------------------------
    def _head(self) -> tuple[QGridLayout, QVBoxLayout]:
        """Sign, name and what it is for; beside them the languages and help."""
        say = self._say.say
        head = QGridLayout()
        head.setHorizontalSpacing(8)
        head.setVerticalSpacing(0)
        head.addLayout(_sign(), 0, 0, 2, 1)
        head.addWidget(text_label("missiondesk", "heading"), 0, 1)
        what = say(
            "From the government's goals to mission letters and roadmaps that can be followed"
        )
        head.addWidget(text_label(what, "lead", wrap=True), 1, 1, 1, 2)
        head.setColumnStretch(1, 1)
        aside, languages = QVBoxLayout(), QHBoxLayout()
        languages.setSpacing(2)
        aside.addLayout(languages)
        aside.addStretch(1)
        names = {"da": "Dansk", "en": "English"}
        group = QButtonGroup(self)
        for language in LANGUAGES:
            button = IconButton()
            button.setText(names[language])
            button.setAccessibleName(names[language])
            button.setObjectName(f"language_{language}")
            button.setCheckable(True)
            button.setChecked(language == self._say.lang)
            button.clicked.connect(
                lambda _checked=False, chosen=language: self.asked.emit(f"speak:{chosen}")
            )
            group.addButton(button)
            languages.addWidget(button)
        ask = partial(self.asked.emit, "help:")
        languages.addWidget(push_button(say("Help"), "help", ask, "plain"))
        languages.addStretch(1)
        return head, aside

    def _ways(self) -> QVBoxLayout:
        say = self._say.say
        ways = QVBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(text_label(say("Begin"), "section"))
        for command, verb, what, name in (
            (
                "new",
                say("New workspace…"),
                say("One file for all missions of a government."),
                "file-plus",
            ),
            (
                "open",
                say("Open…"),
                say("A workspace that a colleague or you have made."),
                "folder-open",
            ),
            (
                "sample",
                say("Explore the sample"),
                say("A made-up desk with real missions, to try everything. Nothing is kept."),
                "lightbulb",
            ),
        ):
            look = "primary" if command == "new" else ""
            button = push_button(verb, command, partial(self.asked.emit, command), look, name)
            button.setProperty("way", True)
            button.setAccessibleDescription(what)
            ways.addSpacing(6)
            ways.addWidget(button)
            ways.addWidget(text_label(what, "detail", wrap=True))
        ways.addStretch(1)
        return ways

    def _recent(self, recent: Sequence[str]) -> QVBoxLayout:
        say = self._say.say
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text_label(say("Opened lately"), "section"))
        column.addSpacing(6)
        if not recent:
            empty = say("The workspaces that you open are listed here.")
            column.addWidget(text_label(empty, "lead", wrap=True))
        for place, name in enumerate(recent[:8]):
            column.addWidget(self._recent_row(place, Path(name)))
        column.addStretch(1)
        return column

    def _recent_row(self, place: int, path: Path) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        open_it: Callable[[], None] = lambda: self.asked.emit(f"recent:{path}")  # noqa: E731
        button: QPushButton = push_button(path.stem, f"recent{place}", open_it, "link")
        button.setMinimumWidth(scaled(_LEAST))
        folder = text_label(_short(path.parent), "detail")
        folder.setContentsMargins(4, 0, 0, 0)
        forget = IconButton()
        forget.setIcon(icon("x", "quiet", 14))
        forget.setIconSize(icon_size(14))
        forget.setObjectName(f"forget{place}")
        forget.setAccessibleName(self._say.say("Take {name} off the list", name=path.stem))
        forget.setToolTip(plain_tip(self._say.say("Take off the list")))
        forget.clicked.connect(lambda _checked=False: self.asked.emit(f"forget:{path}"))
        name = QHBoxLayout()
        name.addWidget(button)
        name.addStretch(1)
        grid.addLayout(name, 0, 0)
        grid.addWidget(forget, 0, 1, 2, 1)
        grid.addWidget(folder, 1, 0)
        grid.setColumnStretch(0, 1)
        return made

    # -- trouble -----------------------------------------------------------------------------
    def show_trouble(
        self, sentence: str, verb: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say why something could not be opened, with a way out where there is one."""
        from missiondesk.ui.widgets.finding_bar import FindingBar

        if self._trouble is not None:
            self._layout.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
        self._trouble = FindingBar("error", "", sentence, verb, act)
        self._trouble.setObjectName("startTrouble")
        self._layout.insertWidget(1, self._trouble)


def _sign() -> QVBoxLayout:
    """The program's own sign, at the top of its column."""
    mark, side = QLabel(), QVBoxLayout()
    mark.setPixmap(icon("missiondesk", "accent", _MARK).pixmap(icon_size(_MARK)))
    mark.setContentsMargins(0, 6, 12, 7)
    mark.setObjectName("mark")
    mark.setAccessibleName("missiondesk")
    side.addWidget(mark)
    side.addStretch(1)
    return side


def _short(folder: Path, most: int = 58) -> str:
    """The folder from the user's own on, its middle left out when it is long."""
    home = Path.home()
    text = f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
    return text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 :]}"
