# SPDX-License-Identifier: Apache-2.0
"""Files that are kept for ever: the issued letters, each under its hash, only ever added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, select

from missiondesk.store.schema import KEPT_FILE
from missiondesk.store.unavailable import altered
from missiondesk.store.unit import KeptFile


def write_files(connection: Connection, files: Iterable[KeptFile]) -> None:
    """Add the files; one that is there already stays as it is."""
    for file in files:
        there = select(KEPT_FILE.c.sha256).where(KEPT_FILE.c.sha256 == file.sha256)
        if connection.execute(there).first() is None:
            row = {"sha256": file.sha256, "media_type": file.media_type, "data": file.data}
            connection.execute(KEPT_FILE.insert(), row)


def read_file(connection: Connection, sha256: str) -> bytes | None:
    """The bytes kept under this hash, or None.

    Raises:
        Unavailable: They are not those that were kept.
    """
    wanted = select(KEPT_FILE.c.data).where(KEPT_FILE.c.sha256 == sha256)
    row = connection.execute(wanted).first()
    if row is None:
        return None
    data = bytes(row.data)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise altered(sha256)
    return data


def read_files(connection: Connection) -> tuple[KeptFile, ...]:
    """All kept files."""
    rows = connection.execute(select(*KEPT_FILE.c).order_by(KEPT_FILE.c.sha256))
    return tuple(KeptFile(row.sha256, row.media_type, bytes(row.data)) for row in rows)
