# SPDX-License-Identifier: Apache-2.0
"""Version 1.3, second half: what was done in copies that were put together with the workspace."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE joined_step (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        parent TEXT,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        verb TEXT NOT NULL,
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        undoes TEXT,
        joined_by TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(joined_by) REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE joined_change (
        step TEXT NOT NULL,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (step, seq),
        FOREIGN KEY(step) REFERENCES joined_step (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
)
