# SPDX-License-Identifier: Apache-2.0
"""A workspace in a file with one mission, its draft letter, and the page on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from missiondesk.domain.letter import Letter
from missiondesk.domain.period import Period
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from tests.ui.letters.letters_screen import Cast, LettersScreen, set_the_stage


@pytest.fixture
def cast(desk: Desk) -> Cast:
    return set_the_stage(desk)


@pytest.fixture
def letter(desk: Desk, cast: Cast) -> Letter:
    made = desk.letters.draft(cast.mission.id)
    return desk.letters.revise(replace(made, follow_up=Period("2027-02")))


@pytest.fixture
def screen(desk: Desk, hub_of: Callable[[Desk], Hub], qtbot: QtBot) -> LettersScreen:
    """The page; ask for `cast` or `letter` before it when they are to be there from the start."""
    return LettersScreen(desk, hub_of(desk), qtbot)
