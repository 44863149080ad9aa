# SPDX-License-Identifier: Apache-2.0
"""The text of a block stands whole within its field, whichever block was shown before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect

from missiondesk.domain.letter import BlockKind
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.editors import TextEdit
from missiondesk.ui.widgets.field import Field
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


@pytest.mark.parametrize("before", [BlockKind.MISSION, BlockKind.FOLLOW_UP])
def test_a_text_is_not_cut_when_its_block_comes_again(
    sample: Desk, window_on: Opened, before: BlockKind
) -> None:
    screen = window_on(sample)
    screen.window.resize(1300, 850)
    letter = next(one for one in sample.letters.all() if not one.state.final)
    for kind in (BlockKind.CONTEXT, before, BlockKind.CONTEXT):
        screen.window.navigate(PageName.LETTERS, f"{letter.id}#{kind.value}")
        settle()
        settle()
        field = screen.find(Field, "text")
        edit = screen.find(TextEdit, "text_editor", field)
        # A height that was set while another was being set left a greatest one below the least.
        assert edit.minimumHeight() == edit.maximumHeight() == edit.height()
        assert QRect(0, 0, field.width(), field.height()).contains(edit.geometry())
