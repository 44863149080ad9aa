# SPDX-License-Identifier: Apache-2.0
"""The files of copies for others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from missiondesk.domain.copy_sent import CopyMark
from missiondesk.store.claim import require_free
from missiondesk.store.copy_marks import write_mark
from missiondesk.store.database import Database
from missiondesk.store.image import LARGEST_FILE, PLAIN, Codec, Opener, codec_of
from missiondesk.store.opening import read_mark
from missiondesk.store.publish import publish
from missiondesk.store.rows import InvalidRecord
from missiondesk.store.unavailable import Unavailable, from_os


def write_copy(path: Path, image: bytes, mark: CopyMark, passphrase: str | None = None) -> None:
    """Write the workspace of an image as a file that knows that it is a copy.

    Args:
        path: Where to; nothing may be there.
        image: The workspace.
        mark: What it is to know.
        passphrase: Its own, by which it opens and nothing else does; None makes a plain file.

    Raises:
        Unavailable: It cannot be written, or there is a file of this name.
    """
    codec: Codec = PLAIN
    if passphrase is not None:
        from missiondesk.store.sealing.codec import new_codec

        codec = new_codec(passphrase, mark.recipient)
    data = codec.wrap(_marked(image, mark))
    require_free(path)
    try:
        publish(path, data)
    except OSError as error:
        raise from_os(error, path.name) from error


def mark_in(path: Path, like: Codec) -> CopyMark | None:
    """What a file knows of being a copy; None also where it cannot be read without asking.

    Args:
        path: The file.
        like: The codec of an open workspace, whose copies open without a passphrase.
    """
    with closing(Database()) as database:
        try:
            if path.stat().st_size > LARGEST_FILE:
                return None
            data = path.read_bytes()
            database.load(codec_of(data, Opener(like=like)).unwrap(data))
            return read_mark(database.raw)
        except (OSError, Unavailable, InvalidRecord, sqlite3.Error):
            return None


def _marked(image: bytes, mark: CopyMark) -> bytes:
    with closing(Database()) as database:
        database.load(image)
        with database.transaction() as connection:
            write_mark(connection, mark)
        return database.image()
