# SPDX-License-Identifier: Apache-2.0
"""What can be taken back: more than five hundred steps, also after the program was closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk, open_desk

STEPS = 520


def test_more_than_five_hundred_steps_are_taken_back_and_done_again_after_restarts(
    tmp_path: Path,
) -> None:
    file = tmp_path / "lang.mission"
    desk = new_desk(file, "Sekretær")
    mission = desk.missions.add(Wording("Titel", "Title"))
    for number in range(1, STEPS):
        title = Wording(f"Titel {number}", f"Title {number}")
        mission = desk.missions.revise(replace(mission, title=title))
    desk.wait_saved(None)
    desk.close()

    desk = open_desk(file)
    for _ in range(STEPS):
        desk.history.undo()
    assert desk.missions.all() == ()
    desk.wait_saved(None)
    desk.close()

    desk = open_desk(file)
    for _ in range(STEPS):
        desk.history.redo()
    assert desk.missions.all() == (mission,)
    assert desk.history.redoable is None
    desk.close(discard=True)
