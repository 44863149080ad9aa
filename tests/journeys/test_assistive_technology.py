# SPDX-License-Identifier: Apache-2.0
"""The program read and operated by another process over Linux's accessibility bus (A11Y-07).

Needs Debian's python3-pyatspi, at-spi2-core, dbus, xvfb and openbox; is passed over without them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from missiondesk.language import translator
from missiondesk.ui.pages import PageName

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = Path("/usr/bin/python3")
BUS = Path("/usr/libexec/at-spi-bus-launcher")
SCRIPT = """
openbox >"$HOME/openbox.log" 2>&1 &
"$BUS" --launch-immediately >"$HOME/bus.log" 2>&1 &
"$PROGRAM" -m missiondesk >"$HOME/program.log" 2>&1 &
desk=$!
"$READER" tests/at_spi_reader.py "$@"
code=$?
kill $desk
exit $code
"""


def _reader_is_there() -> bool:
    if not (SYSTEM_PYTHON.exists() and BUS.exists()):
        return False
    if any(shutil.which(name) is None for name in ("dbus-run-session", "xvfb-run", "openbox")):
        return False
    asked = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    return asked.returncode == 0


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    if not _reader_is_there():
        pytest.skip("needs pyatspi, at-spi2-core, dbus, Xvfb and openbox")
    home = tmp_path_factory.mktemp("reader")
    pages = [translator("da").say(page.word) for page in PageName]
    done = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1600x1000x24",
         "sh", "-c", SCRIPT, "sh", *pages],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "HOME": str(home),
            "MISSIONDESK_HOME": str(home / "desk"),
            "PYTHONPATH": str(ROOT),
            "BUS": str(BUS),
            "PROGRAM": sys.executable,
            "READER": str(SYSTEM_PYTHON),
        },
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.long
def test_a_screen_reader_hears_every_page(heard: dict[str, dict[str, Any]]) -> None:
    assert len(heard) == len(PageName) + 1
    for page, said in heard.items():
        assert said["controls"] > (4 if page == "start" else 25), page
        assert said["unnamed"] == [], page


@pytest.mark.long
def test_a_screen_reader_hears_tables_with_their_heads(heard: dict[str, dict[str, Any]]) -> None:
    tables = [table for said in heard.values() for table in said["tables"]]
    assert len(tables) >= 12
    for table in tables:
        assert table["name"]
        for row in table["cells"]:
            for head, cell in zip(table["heads"], row, strict=True):
                assert " ".join(head.split()) in " ".join(cell.split()), (table["name"], cell)
    missions = next(one for one in tables if one["name"] == "Missioner")
    assert missions["cells"][0][0] == "Kode: M1"
    assert missions["cells"][0][4] == "Udvikling: ■\N{NO-BREAK SPACE}Begrænset fremdrift"
