# SPDX-License-Identifier: Apache-2.0
"""Workspaces in memory and on disk, closed after each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from missiondesk.store.store import Store
from missiondesk.store.workspace import create, in_memory


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty workspace in memory."""
    opened = in_memory("Sekretær")
    yield opened
    opened.close(discard=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workspace can lie; its name has Danish letters and a space."""
    return tmp_path / "Årets missioner.mission"


@pytest.fixture
def filed(path: Path) -> Iterator[Store]:
    """An empty workspace on disk."""
    opened = create(path, "Sekretær")
    yield opened
    opened.close(discard=True)
