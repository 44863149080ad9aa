# SPDX-License-Identifier: Apache-2.0
"""Says that a block's text is common to the whole government, and turns that on and off."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import Letter, LetterBlock
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.notice_bar import NoticeBar


class CommonMark(QWidget):
    """A bar for a block that follows the common part, a verb for one that could."""

    def __init__(
        self, desk: Desk, tr: Translator, navigate: Navigate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._navigate = desk, tr, navigate
        self._block = ""
        self.bar = NoticeBar("note", "", "commonText", narrow=True)
        self.follow = push_button(
            tr.say("Follow the common text"), "followCommon", lambda: self._follow(True), "link"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(row(self.follow, None))

    def show_block(self, letter: Letter, block: LetterBlock) -> None:
        """Say of this block whether its text is common."""
        say, editable = self._tr.say, not letter.state.final
        self._block = block.id
        common = {one.kind for one in self._desk.letters.common(letter.language)}
        self.bar.setVisible(block.common)
        self.follow.setVisible(editable and not block.common and block.kind in common)
        self.setVisible(block.common or not self.follow.isHidden())
        if not block.common:
            return
        if not editable:
            self.bar.say(say("Common text of the whole government"))
            return
        where = f"common-{letter.language}#{block.kind.value}"
        self.bar.say(
            say("Common text of the whole government"),
            (
                (say("Write own text here"), "writeOwnText", lambda: self._follow(False)),
                (
                    say("Go to the common part"),
                    "goToCommon",
                    lambda: self._navigate(PageName.LETTERS, where),
                ),
            ),
        )

    def _follow(self, yes: bool) -> None:
        self._desk.letters.follow_common(self._block, yes)
