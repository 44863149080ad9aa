# SPDX-License-Identifier: Apache-2.0
"""What every test stands on: own folders, no screen, repeatable examples."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import no_sockets
from tests.longest_first import file_of, place_of_files

no_sockets.forbid_sockets()

# Before anything imports Qt. A test run that has a screen may still say so.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared machine is slow at times; a deadline there finds no fault, it makes noise.
settings.register_profile(
    "desk", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and log of the program lie in a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("MISSIONDESK_HOME", str(home))
    return home


def pytest_configure(config: pytest.Config) -> None:
    """Keep pytest-xdist from an order of its own; see `tests/longest_first.py`."""
    config.option.loadscopereorder = False


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let workers begin with the files that take longest; alone the order is that of the files."""
    if hasattr(config, "workerinput"):
        place = place_of_files(items)
        items.sort(key=lambda it: place[file_of(it)])


def pytest_collection_finish() -> None:
    """Let the collector pass over what stays to the end: modules and the tests themselves."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run if anybody asked for a socket, also where the refusal was passed over.

    Empty the clipboard: Qt's offscreen one frees what Python put there after Python has gone.
    """
    if no_sockets.opened:
        print(f"sockets were asked for: {no_sockets.opened}", file=sys.stderr)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
