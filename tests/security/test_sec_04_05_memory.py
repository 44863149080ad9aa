# SPDX-License-Identifier: Apache-2.0
"""SEC-04 and SEC-05: the lock falls at once, and a process that holds a key leaves no dump."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from missiondesk.services.locked import lock
from missiondesk.services.workspaces import new_desk
from tests.cheap_keys import cheap_keys

PHRASE = "fire æbler under en blå cykel"

_CRASHING = """
import os, sys
from missiondesk.store.sealing.codec import new_codec
from missiondesk.store.sealing.header import LEAST
new_codec("fire pile under en stol", cost=LEAST)
import resource
limits = resource.getrlimit(resource.RLIMIT_CORE)
with open("/proc/self/status", encoding="ascii") as status:
    core = [line for line in status if line.startswith("CoreDumping")]
import ctypes
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
print(limits, dumpable, flush=True)
os.abort()
"""


def test_the_lock_falls_within_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cheap_keys(monkeypatch)
    desk = new_desk(tmp_path / "prøve.mission", "Sekretær")
    desk.confidential.carry_out(desk.confidential.prepare(PHRASE, recovery=False))
    start = time.process_time()
    held = lock(desk)
    assert time.process_time() - start < 1.0
    held.close()


@pytest.mark.skipif(sys.platform != "linux", reason="limits and dumps of Linux")
def test_a_process_with_a_key_leaves_no_core(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _CRASHING],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ended.stdout.split("\n")[0] == "(0, 0) 0"
    assert ended.returncode < 0
    assert list(tmp_path.iterdir()) == []
