# SPDX-License-Identifier: Apache-2.0
"""Version 1.4, coalition talks: parties, elections, seats and who would stand where."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE party (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        bloc TEXT NOT NULL,
        north_atlantic INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE election (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        date TEXT,
        size INTEGER NOT NULL,
        majority INTEGER,
        rule TEXT NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE seat_result (
        id TEXT NOT NULL,
        election TEXT NOT NULL,
        party TEXT NOT NULL,
        seats INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(election) REFERENCES election (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(party) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    "CREATE UNIQUE INDEX one_result_a_party ON seat_result (election, party)",
    """
    CREATE TABLE constellation (
        id TEXT NOT NULL,
        election TEXT NOT NULL,
        name TEXT NOT NULL,
        government TEXT NOT NULL,
        support TEXT NOT NULL,
        neutral TEXT NOT NULL,
        against TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(election) REFERENCES election (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
)
