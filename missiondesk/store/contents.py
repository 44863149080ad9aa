# SPDX-License-Identifier: Apache-2.0
"""What is in a workspace at a glance, and which workspace it is, without reading its records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime

from missiondesk.domain.backup import Contents
from missiondesk.store.database import Database
from missiondesk.store.image import damaged

_LAST = "SELECT number, verb, about, who, at FROM step ORDER BY number DESC LIMIT 1"


def contents_of(image: bytes) -> Contents:
    """How many records there are, and the last step.

    Raises:
        Unavailable: The image is not that of a workspace.
    """
    with closing(Database()) as database:
        try:
            database.load(image)
            counted = Contents(
                _count(database, "mission"),
                _count(database, "initiative"),
                _count(database, "letter"),
            )
            last = database.raw.execute(_LAST).fetchone()
            if last is None:
                return counted
            number, verb, about, who, at = last
            return replace(
                counted,
                last=number,
                verb=verb,
                about=about,
                who=who,
                at=datetime.fromisoformat(at),
            )
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise damaged() from error


def workspace_id(database: Database) -> str:
    """The id that all copies of the workspace share, "" where there is none."""
    found = database.raw.execute("SELECT value FROM meta WHERE name = 'workspace'").fetchone()
    return str(found[0]) if found is not None else ""


def _count(database: Database, kind: str) -> int:
    (count,) = database.raw.execute(f"SELECT count(*) FROM {kind}").fetchone()  # noqa: S608
    return int(count)
