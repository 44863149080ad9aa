# SPDX-License-Identifier: Apache-2.0
"""The sample again and again, read from its files once a process: a desk of it a test is cheap."""

from __future__ import annotations

from functools import cache

from missiondesk.services.desk import Desk
from missiondesk.services.sample import fill_sample
from missiondesk.store.database import Database
from missiondesk.store.ledger import Ledger
from missiondesk.store.store import Store
from missiondesk.store.workspace import in_memory


def a_sample(who: str = "Sekretær") -> Desk:
    """A desk of its own on the sample; `tests/services/test_sample.py` proves the sample itself."""
    database = Database()
    database.load(_image(who))
    return Desk(Store(Ledger(database), who))


@cache
def _image(who: str) -> bytes:
    store = in_memory(who)
    try:
        fill_sample(store)
        return store.image()
    finally:
        store.close(discard=True)
