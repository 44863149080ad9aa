# SPDX-License-Identifier: Apache-2.0
"""Where the keyboard is in a letter: after a step on the next one, and the way of Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from missiondesk.ui.widgets.tab_way import reached_in, tab_along

if TYPE_CHECKING:
    from missiondesk.ui.letters.editor import LetterEditor


class LetterKeyboard:
    """Sees to the focus in one editor of letters."""

    def __init__(self, editor: LetterEditor) -> None:
        self._editor = editor
        self._goes_on = ""  # id of the letter in which it does

    def go_on(self) -> None:
        """Stand on the next step, as soon as the letter is shown in the state it came into."""
        self._goes_on = self._editor.key
        if not self._editor.reading:
            self.shown()

    def shown(self) -> None:
        """The letter was shown as it is now."""
        if self._goes_on and self._goes_on == self._editor.key:
            self.stand_on_next()
        self._goes_on = ""

    def stand_on_next(self) -> None:
        """Give the focus to the next step, to what it waits for, or to the list of blocks."""
        editor = self._editor
        if editor.head.advance.isVisible() and editor.head.advance.isEnabled():
            editor.head.advance.setFocus(Qt.FocusReason.OtherFocusReason)
        elif editor.gaps.isVisible():
            editor.gaps.take_focus()
        else:
            editor.blocks.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_way(self) -> None:
        """Let Tab go through the form before the pages: its fields are made anew for each block,
        and so stand last.
        """
        tab_along((*self._editor.form.reached(), *reached_in(self._editor.preview)))
