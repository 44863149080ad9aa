# SPDX-License-Identifier: Apache-2.0
"""The short form of the kill harness; `python -m tests.faults.kill --points 200` is the whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.kill import kill_at_random

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def test_a_killed_desk_loses_nothing_that_it_called_saved(path: Path) -> None:
    tally = kill_at_random(path, points=6, seed=1)
    assert tally.clean, str(tally)
    assert tally.points == 6
    assert tally.acknowledged > 6


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workspace lies."""
    return tmp_path / "æ.mission"
