# SPDX-License-Identifier: Apache-2.0
"""What can be taken back: more than five hundred steps, also after the program was closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk, open_desk


@pytest.mark.parametrize("steps", [130, pytest.param(520, marks=pytest.mark.long)])
def test_hundreds_of_steps_are_taken_back_and_done_again_after_restarts(
    tmp_path: Path, steps: int
) -> None:
    file = tmp_path / "lang.mission"
    desk = new_desk(file, "Sekretær")
    mission = desk.missions.add(Wording("Titel", "Title"))
    for number in range(1, steps):
        title = Wording(f"Titel {number}", f"Title {number}")
        mission = desk.missions.revise(replace(mission, title=title))
    desk.wait_saved(None)
    desk.close()

    desk = open_desk(file)
    for _ in range(steps):
        desk.history.undo()
    assert desk.missions.all() == ()
    desk.wait_saved(None)
    desk.close()

    desk = open_desk(file)
    for _ in range(steps):
        desk.history.redo()
    assert desk.missions.all() == (mission,)
    assert desk.history.redoable is None
    desk.close(discard=True)
