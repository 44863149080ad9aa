# SPDX-License-Identifier: Apache-2.0
"""A window with a copy says so as long as it is open: what it is for, for whom and from whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from missiondesk.domain.copy_sent import Purpose
from missiondesk.language import translator
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.status_line import StatusLine


@pytest.mark.parametrize(
    ("purpose", "language", "text"),
    [
        (Purpose.EDIT, "da", "❐ Kopi til at arbejde i"),
        (Purpose.COMMENT, "da", "❐ Kopi til bemærkninger"),
        (Purpose.READ, "da", "❐ Kopi til læsning"),
        (Purpose.COMMENT, "en", "❐ Copy for comments"),
    ],
)
def test_the_line_says_what_the_copy_is_for_and_more_when_asked(
    desk: Desk,
    hub_of: Callable[[Desk], Hub],
    tmp_path: Path,
    purpose: Purpose,
    language: str,
    text: str,
) -> None:
    desk.copies.send(tmp_path / "kopi.mission", Sending("Eksempelministeriet", purpose=purpose))
    copy = open_desk(tmp_path / "kopi.mission", "Modtager")
    line = StatusLine(copy, hub_of(copy), translator(language))
    assert not line.copy.isHidden()
    assert line.copy.button.text() == text
    for said in (line.copy.button.toolTip(), line.copy.button.accessibleName()):
        assert "Eksempelministeriet" in said
    assert line.copy.button.accessibleName().startswith(text[2:])
    asked: list[bool] = []
    line.copy.asked.connect(lambda: asked.append(True))
    line.copy.button.click()
    assert asked == [True]
    copy.close()


def test_the_workspace_itself_is_called_no_copy(
    desk: Desk, hub_of: Callable[[Desk], Hub], tmp_path: Path
) -> None:
    desk.copies.send(tmp_path / "kopi.mission", Sending("Eksempelministeriet"))
    assert StatusLine(desk, hub_of(desk), translator("da")).copy.isHidden()
