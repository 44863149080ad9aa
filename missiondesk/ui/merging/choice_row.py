# SPDX-License-Identifier: Apache-2.0
"""The buttons of the review: a side of a conflict, or taking and leaving out what comes in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.domain.merging import Side
from missiondesk.language import Translator
from missiondesk.ui.widgets.looks import push_button, text_label


class ChoiceRow(QWidget):
    """Each button has its key in its text; the review binds the keys."""

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
        self.open_ = push_button(tr.say("Leave open (2)"), "mergeOpen", lambda: choose(None))
        self.theirs = push_button("", "mergeTheirs", lambda: choose(theirs))
        self.all_mine = push_button("", "mergeAllMine", lambda: choose_rest(mine), "link")
        self.all_theirs = push_button("", "mergeAllTheirs", lambda: choose_rest(theirs), "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.mine, self.open_, self.theirs, self.all_mine, self.all_theirs):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(text_label(tr.say("J and K go down and up."), "detail"))
        self.speak_of(coming=False)

    def speak_of(self, *, coming: bool) -> None:
        """Of a conflict a side is chosen; what comes in by itself is taken or left out."""
        say = self._tr.say
        for button, text in (
            (self.mine, say("Leave out (1)") if coming else say("Mine (1)")),
            (self.theirs, say("Take (3)") if coming else say("Theirs (3)")),
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
