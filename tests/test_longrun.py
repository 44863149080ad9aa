# SPDX-License-Identifier: Apache-2.0
"""A short working day; ``python -m tests.longrun`` is the long one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.longrun import WARM, Diary

PROJECT = Path(__file__).resolve().parents[1]


def test_growth_is_that_of_the_rounds_after_warming_up() -> None:
    warm = [100.0 * place for place in range(WARM)]
    assert Diary([*warm, 500.0, 501.0, 502.0, 503.0]).growth() == 3.0
    assert Diary([*warm, 500.0]).growth() == 0.0


@pytest.mark.long
@pytest.mark.timeout(1500)
def test_a_short_day_leaves_no_trace_in_memory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.longrun", "--minutes", "4"],
        cwd=PROJECT,
        env={**os.environ, "MISSIONDESK_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warnings and exceptions: 0" in done.stdout
