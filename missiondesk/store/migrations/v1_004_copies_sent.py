# SPDX-License-Identifier: Apache-2.0
"""Version 1.4, part: copies that were sent, and comments."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE copy_sent (
        id TEXT NOT NULL,
        recipient TEXT NOT NULL,
        purpose TEXT NOT NULL,
        audience TEXT NOT NULL,
        ministry TEXT,
        language TEXT NOT NULL,
        sealed INTEGER NOT NULL,
        sent TEXT,
        sent_by TEXT NOT NULL,
        file_name TEXT NOT NULL,
        step TEXT NOT NULL,
        root TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        came_back TEXT,
        came_back_as TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(ministry) REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE comment (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        paragraph INTEGER NOT NULL,
        place TEXT NOT NULL,
        quoted TEXT NOT NULL,
        text TEXT NOT NULL,
        proposal TEXT NOT NULL,
        author TEXT NOT NULL,
        made TEXT,
        answers TEXT,
        state TEXT NOT NULL,
        settled_by TEXT NOT NULL,
        settled TEXT,
        outcome TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(answers) REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
)
