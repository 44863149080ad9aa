# SPDX-License-Identifier: Apache-2.0
"""Making and opening workspaces."""

from __future__ import annotations

from missiondesk.store.database import Database
from missiondesk.store.store import Store


def in_memory(who: str) -> Store:
    """A workspace without a file (the sample, tests); `Store.save_as` gives it one."""
    return Store(Database.new(), who)
