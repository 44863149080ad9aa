# SPDX-License-Identifier: Apache-2.0
"""Searching in a workspace at its largest, against SQLite's trigram index of the same texts.

5,000 initiatives, 2,000 requirements and 500 actors. A keystroke is one search with the rows of the
palette made; the goal is 100 ms at the 95th percentile. The peer finds keys only.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.search_index import SearchIndex
from tests.benchmarks.scale import ACTORS, INITIATIVES, REQUIREMENTS, large_desk

_TYPED = ("omstilling", "kompetence", "initiativ 12", "aarhus", "beskæftigelse", "m1.2", "e")
_ROWS = 40

T = TypeVar("T")


def report(quick: bool) -> str:
    """Making the index, following a step, and a keystroke beside the peer's."""
    share = 10 if quick else 1
    desk = large_desk(INITIATIVES // share, REQUIREMENTS // share, ACTORS // share)
    tr = translator("da")
    made, index = _timed(lambda: SearchIndex.of(desk.situation))
    desk.search.take(index)
    desk.search.find("x", tr, 1)
    desk.missions.add(Wording("Endnu en", "One more"))
    followed, _ = _timed(lambda: SearchIndex.of(desk.situation, index))
    ours, theirs = [], []
    peer = _peer(index)
    for _ in range(3 if quick else 20):
        for typed in _TYPED:
            for length in range(1, len(typed) + 1):
                query = typed[:length]
                ours.append(_timed(partial(desk.search.find, query, tr, _ROWS))[0])
                if length >= 3:
                    theirs.append(_timed(partial(_ask, peer, query))[0])
    desk.close(discard=True)
    return "\n".join(
        (
            f"records                      {len(index):>9}",
            f"index made                   {made * 1000:>9.0f} ms",
            f"index after a step           {followed * 1000:>9.1f} ms",
            f"keystroke, median            {_share(ours, 0.5):>9.1f} ms",
            f"keystroke, 95th percentile   {_share(ours, 0.95):>9.1f} ms (goal 100)",
            f"FTS5 trigram, keys only, 95th{_share(theirs, 0.95):>9.1f} ms",
            f"ratio of the 95ths           {_share(ours, 0.95) / _share(theirs, 0.95):>9.1f}",
        )
    )


def _peer(index: SearchIndex) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE text USING fts5(key, body, tokenize='trigram')")
    rows = [(entry.record.id, entry.narrow) for entry in index.entries()]
    connection.executemany("INSERT INTO text VALUES (?, ?)", rows)
    return connection


def _ask(peer: sqlite3.Connection, query: str) -> list[str]:
    words = " AND ".join(f'"{word}"' for word in query.split())
    found = peer.execute("SELECT key FROM text WHERE body MATCH ? ORDER BY rank LIMIT 40", (words,))
    return [row[0] for row in found]


def _timed(act: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    value = act()
    return time.process_time() - start, value


def _share(times: list[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] * 1000
