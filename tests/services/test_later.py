# SPDX-License-Identifier: Apache-2.0
"""The desk's services come when they are asked for, and a first page asks for few."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import blank_desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = blank_desk("prøve")
    yield made
    made.close(discard=True)


def test_each_service_is_what_it_is_said_to_be(desk: Desk) -> None:
    assert len(Desk.__annotations__) > 70
    for name, kind in Desk.__annotations__.items():
        made = getattr(desk, name)
        assert type(made).__name__ == kind
        assert getattr(desk, name) is made


def test_two_threads_that_ask_at_once_get_the_same(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(getattr, desk, "restoring") for _ in range(64)]
        assert {one.result() for one in asked} == {desk.restoring}


_FIRST_PAGE = """
import sys
from PySide6.QtWidgets import QApplication
from missiondesk.language import translator
from missiondesk.services.workspaces import blank_desk
from missiondesk.system.settings import Settings
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
app = QApplication([])
desk = blank_desk("")
window = MainWindow(desk, Hub(desk), translator("en"), Settings(), ahead=False)
window.show()
app.processEvents()
print(*sys.modules)
"""


def test_a_first_page_needs_no_readers_of_files_and_no_press() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAGE],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = done.stdout.split()
    assert "missiondesk.ui.overview.page" in found
    rooms = ("missiondesk.exchange", "missiondesk.charts.plots", "missiondesk.documents.report")
    assert [name for name in found if name.startswith(rooms)] == []
