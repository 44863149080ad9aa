# SPDX-License-Identifier: Apache-2.0
"""The short form of the losses of power, and that the model finds what is wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from missiondesk.store import publish as module
from tests.faults.power_loss import lose_power

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders are not synced there")


def test_the_file_is_the_old_or_the_new() -> None:
    tally = lose_power(500, seed=7)
    assert tally.clean, str(tally)
    assert tally.points == 500 + 2 * tally.prefixes
    assert tally.old > 100
    assert tally.new > 30


def in_place(target: Path, data: bytes) -> None:
    """Writes over the file itself, as a careless program would."""
    system: Any = module.os
    descriptor = system.open(target, os.O_WRONLY | os.O_CREAT, 0o600)
    system.write(descriptor, data)
    system.fsync(descriptor)
    os.close(descriptor)


def unsynced(target: Path, data: bytes) -> None:
    """Moves a file into its place whose bytes may not be on the disk."""
    system: Any = module.os
    beside = target.with_name("beside")
    descriptor = system.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    system.write(descriptor, data)
    os.close(descriptor)
    system.replace(beside, target)


@pytest.mark.parametrize("careless", [in_place, unsynced])
def test_a_careless_routine_is_found_out(careless: Any) -> None:
    assert not lose_power(200, seed=7, write=careless).clean
