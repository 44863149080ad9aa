# SPDX-License-Identifier: Apache-2.0
"""A process that bounded its own memory ends when it wants more, and does not take the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from missiondesk.system.apart import NO_MEMORY, End, end_of

_SWELLING = """
import sys
from missiondesk.system.apart import NO_MEMORY, bound_memory
bound_memory(200_000_000)
held = []
try:
    while len(held) < 1000:
        held.append(bytearray(10_000_000))
except MemoryError:
    sys.exit(NO_MEMORY if len(held) < 25 else 1)
"""


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS bounds no memory")
def test_it_gets_no_more_than_it_bound_itself_to() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _SWELLING], cwd=Path(__file__).parents[2], check=False, timeout=60
    )
    assert ended.returncode == NO_MEMORY
    assert end_of(ended.returncode) is End.NO_MEMORY
