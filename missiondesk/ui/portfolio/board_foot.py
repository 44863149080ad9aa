# SPDX-License-Identifier: Apache-2.0
"""Under the stage board: what is chosen, in full, with the verbs to open and to move it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.lifecycle import may_follow
from missiondesk.language import Translator
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.looks import keep_room, push_button, text_label


class BoardFoot(QWidget):
    """One line.

    Args:
        opened: Gets the id of the initiative to look at.
        moved: Gets the id of an initiative, and the stage in which it is wanted.
    """

    def __init__(
        self,
        tr: Translator,
        opened: Callable[[str], object],
        moved: Callable[[str, Stage], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr, self._opened, self._moved = tr, opened, moved
        self._shown: Initiative | None = None
        self.told = text_label("", "detail", wrap=True)
        self.told.setObjectName("boardChosen")
        self.open_button = push_button(
            tr.say("Open initiative"), "openFromBoard", self.open, "link"
        )
        self.move_button = push_button(tr.say("Move to…"), "moveOnBoard", self.offer, "primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.open_button)
        layout.addWidget(self.move_button)
        keep_room(self.move_button)

    def show_chosen(self, found: Initiative | None, said: str, movable: bool) -> None:
        """Say what is chosen, so that nothing stands on a cut card alone."""
        self._shown = found
        hint = self._tr.say("Arrow keys walk, Enter opens, Ctrl+Alt and an arrow moves.")
        self.told.setText(said or hint)
        self.open_button.setVisible(found is not None)
        live = found is not None and found.stage is not Stage.CLOSED
        self.move_button.setVisible(live and movable)

    def open(self) -> None:
        """Open what is chosen."""
        if self._shown is not None:
            self._opened(self._shown.id)

    def offer(self) -> None:
        """Offer the stages to which it may move."""
        found = self._shown
        if found is None or self.move_button.isHidden():
            return
        menu = QMenu(self)
        menu.setObjectName("boardMoves")
        for stage in Stage:
            if may_follow(found.stage, stage):
                action = menu.addAction(mark(stage, self._tr).text)
                action.triggered.connect(partial(self._move, found.id, stage))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.move_button.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def _move(self, key: str, stage: Stage, _checked: bool = False) -> None:
        self._moved(key, stage)
