# SPDX-License-Identifier: Apache-2.0
"""Version 1.4, the steering part: judgements of initiatives that are kept, what a decision frees,
and how far a promise had come when it ended.
"""

from __future__ import annotations

from typing import Final

STATEMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE initiative_assessment (
        id TEXT NOT NULL,
        initiative TEXT NOT NULL,
        period TEXT NOT NULL,
        light TEXT NOT NULL,
        note TEXT NOT NULL,
        assessor TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    "ALTER TABLE decision ADD COLUMN freed TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE actor_commitment ADD COLUMN ended_from TEXT",
)
