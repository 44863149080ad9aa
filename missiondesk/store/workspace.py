# SPDX-License-Identifier: Apache-2.0
"""Making and opening workspaces."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from missiondesk.domain.identity import new_id, now
from missiondesk.domain.message import N_
from missiondesk.store.claim import claim, real_path
from missiondesk.store.database import Database
from missiondesk.store.image import LARGEST_FILE, NOTHING, PLAIN, Codec, Opener
from missiondesk.store.inspection import inspect
from missiondesk.store.ledger import Ledger
from missiondesk.store.publish import patiently, sweep
from missiondesk.store.saver import Saved
from missiondesk.store.store import Store
from missiondesk.store.target import Target
from missiondesk.store.unavailable import Reason, Unavailable, from_os


def in_memory(who: str, codec: Codec = PLAIN) -> Store:
    """A workspace without a file (the sample, tests); `Store.save_as` gives it one."""
    return Store(Ledger(_new_database()), who, codec=codec)


def create(path: Path, who: str, *, replace: bool = False) -> Store:
    """Make a new workspace, on the disk at once.

    Args:
        path: The file to make.
        who: The name that the trail gives to every Step.
        replace: Write it although there is one, by the user's decision.

    Raises:
        Unavailable: The file is there already, open elsewhere, or cannot be written.
    """
    store = in_memory(who)
    try:
        store.save_as(path, replace=replace)
    except BaseException:
        store.close(discard=True)
        raise
    return store


def open_workspace(
    path: Path,
    who: str,
    *,
    read_only: bool = False,
    take_over: bool = False,
    opener: Opener = NOTHING,
    wait: bool = True,
) -> Store:
    """Open a workspace after looking it over.

    Args:
        path: The file.
        who: The name that the trail gives to every Step, and the lock to others.
        read_only: Take no lock and write nothing.
        take_over: Take the lock although another machine holds it, by the user's decision.
        opener: With what it is opened when it is confidential.
        wait: Look all of it over before returning; else the caller asks `Store.require_sound`
            before anything of it is shown or written.

    Raises:
        Unavailable: It is not there, not whole, not ours, newer, sealed, open elsewhere or not
            writable; `Unavailable.reason` says which.
    """
    path = real_path(path)
    _require_file(path)
    target = Target(path, frozenset(), None) if read_only else claim(path, who, take_over=take_over)
    try:
        data = patiently(path.read_bytes)
        since = Saved(datetime.fromtimestamp(path.stat().st_mtime, UTC))
        opened = inspect(data, opener, wait=wait)
        target.known = frozenset({opened.sha256})
    except OSError as error:
        target.release()
        raise from_os(error, path.name) from error
    except BaseException:
        target.release()
        raise
    if opened.newer:
        target.release()
        target.lock = None
    elif not read_only:
        sweep(path)
    return Store(
        opened.ledger,
        who,
        codec=opened.codec,
        target=target,
        state=since,
        read_only=read_only,
        newer=opened.newer,
        former=data if opened.older and not read_only else None,
        looking=opened.looking,
    )


def open_apart(path: Path, who: str, opener: Opener = NOTHING) -> Store:
    """Open what a file holds without the file: what is written goes to another by `save_as`.

    Raises:
        Unavailable: As `open_workspace` without its lock.
    """
    path = real_path(path)
    _require_file(path)
    try:
        opened = inspect(patiently(path.read_bytes), opener)
    except OSError as error:
        raise from_os(error, path.name) from error
    return Store(opened.ledger, who, codec=opened.codec, newer=opened.newer)


def open_backup(path: Path, who: str, codec: Codec) -> Store:
    """Open a backup to look at, with the codec of the workspace that it was made of.

    Raises:
        Unavailable: As `open_workspace` without its lock.
    """
    _require_file(path)
    try:
        opened = inspect(patiently(path.read_bytes), Opener(like=codec))
    except OSError as error:
        raise from_os(error, path.name) from error
    return Store(opened.ledger, who, codec=opened.codec, read_only=True, newer=opened.newer)


def _require_file(path: Path) -> None:
    try:
        size, a_file = path.stat().st_size, path.is_file()
    except OSError as error:
        raise from_os(error, path.name) from error
    if not a_file:
        raise Unavailable(
            Reason.NOT_A_WORKSPACE,
            N_("“{file}” is not a file. Choose a file that ends in .mission."),
            file=path.name,
        )
    if size > LARGEST_FILE:
        raise Unavailable(
            Reason.TOO_LARGE,
            N_(
                "“{file}” is larger than any workspace ({size} MB), so it was not opened. "
                "It was not changed. Choose a file that ends in .mission."
            ),
            file=path.name,
            size=size // 1_000_000,
        )


def _new_database() -> Database:
    from missiondesk.store.schema import META

    # From an image, so that a new database and an opened one are the same to SQLite.
    database = Database()
    database.load(_empty_image())
    facts = {"workspace": new_id(), "created": now().isoformat(timespec="seconds")}
    with database.transaction() as connection:
        connection.execute(
            META.insert(), [{"name": name, "value": value} for name, value in facts.items()]
        )
    return database


@cache
def _empty_image() -> bytes:
    """Today's tables with nothing in them, made once in this process."""
    with closing(Database.new()) as database:
        return database.image()
