# SPDX-License-Identifier: Apache-2.0
"""Version 1.5: a copy is sent to a party in coalition talks."""

from __future__ import annotations

from typing import Final

VERSION: Final = 1005
STATEMENTS: Final[tuple[str, ...]] = (
    """
    ALTER TABLE copy_sent ADD COLUMN party TEXT
        REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED
    """,
)
