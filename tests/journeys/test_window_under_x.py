# SPDX-License-Identifier: Apache-2.0
"""The journeys with a window once more on a real screen: X in memory, with a window manager.

By hand: ``xvfb-run -a sh -c 'openbox & QT_QPA_PLATFORM=xcb python -m pytest tests/journeys'``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NEEDED = ("xvfb-run", "Xvfb", "openbox")
# Without a window manager no window is ever active, and then no key arrives.
COMMAND = 'openbox >"$HOME/openbox.log" 2>&1 & exec "$0" -m pytest -q -p no:cacheprovider "$@"'


@pytest.mark.skipif(
    any(shutil.which(name) is None for name in NEEDED), reason="needs Xvfb and openbox"
)
@pytest.mark.skipif(
    os.environ.get("QT_QPA_PLATFORM") == "xcb", reason="this already runs on a screen"
)
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "named",
    [
        "test_window_[il]*.py",
        pytest.param("test_window_by_keys*.py", marks=pytest.mark.long),
        pytest.param("test_window_[!bilu]*.py", marks=pytest.mark.long),
    ],
)
def test_the_journeys_on_a_real_screen(named: str, tmp_path: Path) -> None:
    journeys = sorted(str(path) for path in HERE.glob(named))
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "sh", "-c", COMMAND,
         sys.executable, *journeys],
        cwd=HERE.parents[1],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=840,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "passed" in done.stdout
