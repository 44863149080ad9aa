# SPDX-License-Identifier: Apache-2.0
"""A run that did not end by itself is told at the next start, with places and without values."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from missiondesk.system.last_run import LastRun

_CRASH = """
import ctypes, faulthandler, sys
from pathlib import Path
from missiondesk.system.last_run import LastRun
LastRun(Path(sys.argv[1])).begin()
def in_the_depths(secret):
    {how}
in_the_depths("Hemmelig tekst")
"""
# A null pointer is read; os.abort is what Qt does on a fatal message.
SEGFAULT = "ctypes.string_at(0)"
ABORT = "import os; os.abort()"
KILLED = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"


@pytest.fixture(autouse=True)
def faults_as_before() -> Iterator[None]:
    was_on = faulthandler.is_enabled()
    yield
    if was_on:
        faulthandler.enable(sys.__stderr__)


def crash(folder: Path, how: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", _CRASH.replace("{how}", how), str(folder)],
        capture_output=True,
        check=False,
    ).returncode


def test_a_run_that_ended_is_not_spoken_of(tmp_path: Path) -> None:
    run = LastRun(tmp_path)
    assert run.begin() is None
    run.end()
    assert list(tmp_path.iterdir()) == []
    again = LastRun(tmp_path)
    assert again.begin() is None
    again.end()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("how", "said"), [(SEGFAULT, "Segmentation"), (ABORT, "Aborted")])
def test_a_hard_crash_tells_where_it_was_and_nothing_else(
    tmp_path: Path, how: str, said: str
) -> None:
    assert crash(tmp_path, how) != 0
    run = LastRun(tmp_path)
    told = run.begin()
    run.end()
    assert told is not None
    assert said in told
    assert "in_the_depths" in told
    assert "missiondesk 0" in told
    assert "Hemmelig" not in told
    assert str(Path.home()) not in told
    assert str(tmp_path) not in told


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_who_was_killed_from_outside_is_told_as_that(tmp_path: Path) -> None:
    assert crash(tmp_path, KILLED) != 0
    run = LastRun(tmp_path)
    told = run.begin()
    run.end()
    assert told is not None
    assert "ended from outside" in told


def test_a_report_names_no_folder_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "running").write_text("missiondesk 1\n", encoding="utf-8")
    inside = Path(sys.path[-1]) / "pakke" / "fil.py"
    (tmp_path / "fault.txt").write_text(
        f'Fatal Python error: Aborted\n  File "{inside}", line 3 in f\n'
        '  File "/somewhere/else/hemmelig.py", line 4 in g\n',
        encoding="utf-8",
    )
    run = LastRun(tmp_path)
    told = run.begin()
    run.end()
    assert told is not None
    assert "pakke/fil.py:3 in f" in told
    assert "hemmelig.py:4 in g" in told
    assert "/somewhere" not in told


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    run = LastRun(tmp_path / "ikke" / "her")
    assert run.begin() is None
    run.end()
