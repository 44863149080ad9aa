# SPDX-License-Identifier: Apache-2.0
"""Version 1.4, what lies in the case system and what was purged."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE journal_mark (
        id TEXT NOT NULL,
        letter TEXT,
        decision TEXT,
        meeting TEXT,
        document TEXT NOT NULL,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        case_number TEXT NOT NULL,
        document_number TEXT NOT NULL,
        filed TEXT,
        filed_by TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(letter) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE purge (
        id TEXT NOT NULL,
        decided TEXT,
        decided_by TEXT NOT NULL,
        reason TEXT NOT NULL,
        archival INTEGER NOT NULL,
        purged TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
)
