# SPDX-License-Identifier: Apache-2.0
"""The buttons of the review: a side of a conflict, or taking and leaving out what comes in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missiondesk.domain.merging import Side
from missiondesk.language import Translator
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.tool_tips import plain_tip


class ChoiceRow(QWidget):
    """Each button tells its key in its tip, and all keys stand below; the review binds them."""

    def __init__(
        self,
        tr: Translator,
        choose: Callable[[Side | None], object],
        choose_rest: Callable[[Side], object],
    ) -> None:
        super().__init__()
        self._tr = tr
        mine, theirs = Side.MINE, Side.THEIRS
        self.mine = push_button("", "mergeMine", lambda: choose(mine))
        self.open_ = push_button(tr.say("Leave open"), "mergeOpen", lambda: choose(None))
        self.theirs = push_button("", "mergeTheirs", lambda: choose(theirs))
        self.all_mine = push_button("", "mergeAllMine", lambda: choose_rest(mine), "link")
        self.all_theirs = push_button("", "mergeAllTheirs", lambda: choose_rest(theirs), "link")
        for button, key in ((self.mine, "1"), (self.open_, "2"), (self.theirs, "3")):
            told = tr.say("Key: {key}", key=key)
            button.setToolTip(plain_tip(told))
            button.setAccessibleDescription(told)
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.mine, self.open_, self.theirs, self.all_mine, self.all_theirs):
            layout.addWidget(part)
        layout.addStretch(1)
        self.keys = text_label("", "detail", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(layout)
        column.addWidget(self.keys)
        self.speak_of(coming=False)

    def speak_of(self, *, coming: bool) -> None:
        """Of a conflict a side is chosen; what comes in by itself is taken or left out."""
        say = self._tr.say
        for button, text in (
            (self.mine, say("Leave out") if coming else say("Mine")),
            (self.theirs, say("Take") if coming else say("Theirs")),
            (
                self.all_mine,
                say("Leave out all shown") if coming else say("Mine in all open ones shown"),
            ),
            (
                self.all_theirs,
                say("Take all shown") if coming else say("Theirs in all open ones shown"),
            ),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self.open_.setVisible(not coming)
        self.keys.setText(
            say("Keys: 1 leaves out, 3 takes, J and K go down and up.")
            if coming
            else say("Keys: 1 is mine, 2 leaves open, 3 is theirs, J and K go down and up.")
        )
