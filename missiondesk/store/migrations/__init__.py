# SPDX-License-Identifier: Apache-2.0
"""The way from any older workspace to today's: one file and one transaction a version.

A version is major * 1000 + minor, kept as SQLite's user_version. A minor version only adds tables
and columns, so that an older desk can still read the file; anything else is a major one. A file
here never imports today's tables, because it has to do the same for ever.
"""

from __future__ import annotations

from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.store.migrations import (
    v1_000,
    v1_001,
    v1_002,
    v1_003,
    v1_003_copies,
    v1_004_copies_sent,
    v1_004_records,
    v1_004_steering,
    v1_004_talks,
    v1_004_trail_chain,
    v1_005,
)


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that lead to ``version`` from the one before it."""

    version: int
    statements: tuple[str, ...]


MIGRATIONS: Final[tuple[Migration, ...]] = (
    Migration(v1_000.VERSION, v1_000.STATEMENTS),
    Migration(v1_001.VERSION, v1_001.STATEMENTS),
    Migration(v1_002.VERSION, v1_002.STATEMENTS),
    Migration(v1_003.VERSION, v1_003.STATEMENTS + v1_003_copies.STATEMENTS),
    Migration(
        1004,
        v1_004_steering.STATEMENTS
        + v1_004_trail_chain.STATEMENTS
        + v1_004_talks.STATEMENTS
        + v1_004_copies_sent.STATEMENTS
        + v1_004_records.STATEMENTS,
    ),
    Migration(v1_005.VERSION, v1_005.STATEMENTS),
)
CURRENT: Final = MIGRATIONS[-1].version
# `structure_hash` of CURRENT's schema, so that opening a file need not make it to compare.
CURRENT_STRUCTURE: Final = "e3411eabd3fa29cfca8907eefccf6f8945660a5454bffaa334082a52fe165269"
