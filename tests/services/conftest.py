# SPDX-License-Identifier: Apache-2.0
"""Desks in memory over the real store: a new one, and the sample."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import blank_desk
from tests.sample import a_sample


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A new workspace without a file."""
    opened = blank_desk("Sekretær")
    yield opened
    opened.close(discard=True)


@pytest.fixture
def sample() -> Iterator[Desk]:
    """The sample."""
    opened = a_sample()
    yield opened
    opened.close(discard=True)
