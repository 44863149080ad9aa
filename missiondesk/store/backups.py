# SPDX-License-Identifier: Apache-2.0
"""The backups of one workspace: a folder of whole workspace files, each verified by reopening it.

They are written by the same routine and the same codec as the workspace, so that those of a
confidential one are sealed too. A file's name says when and why it was made; what is in it is read
from the file itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from missiondesk.domain.backup import HELD_FOR, Cause, Contents, superfluous
from missiondesk.domain.identity import now
from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.store.backup import Backup
from missiondesk.store.contents import contents_of
from missiondesk.store.image import Codec, Opener, codec_of
from missiondesk.store.inspection import inspect
from missiondesk.store.publish import patiently, publish, sweep
from missiondesk.store.unavailable import Reason, Unavailable, from_os

_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_NAME: Final = re.compile(
    r"(?P<made>\d{8}T\d{6}\.\d{6}Z)-(?P<cause>[a-z]+)-(?P<place>[0-9a-f]{12})\.mission"
)
_DAMAGE: Final = "damage-seen"
_CAUSES: Final = {cause.value: cause for cause in Cause}


def place_of(path: Path) -> str:
    """What stands for a path in the names of backups, without telling it."""
    return hashlib.sha256(str(path).encode(errors="surrogateescape")).hexdigest()[:12]


class BackupFolder:
    """The backups of the workspace with this id, in a folder of their own under ``root``."""

    def __init__(self, root: Path, workspace: str) -> None:
        self.path = root / workspace

    def all(self) -> tuple[Backup, ...]:
        """Every backup, newest first; none when the folder cannot be read."""
        found = []
        with contextlib.suppress(OSError):
            found = [one for one in map(_read_name, self.path.iterdir()) if one is not None]
        return tuple(sorted(found, key=lambda it: it.made, reverse=True))

    def keep(self, image: bytes, codec: Codec, cause: Cause, place: str, now: datetime) -> Backup:
        """Write a backup of an image, reopen it, and thin the others.

        Raises:
            Unavailable: It could not be written, or what was written does not open.
        """
        return self.keep_file(codec.wrap(image), codec, cause, place, now)

    def keep_file(
        self, data: bytes, codec: Codec, cause: Cause, place: str, now: datetime
    ) -> Backup:
        """The same of the bytes of a workspace file as they are, whatever their version."""
        made = now.astimezone(UTC)
        target = self.path / f"{made.strftime(_STAMP)}-{cause.value}-{place}.mission"
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            publish(target, data)
            written = _from_disk(target)
        except OSError as error:
            raise _not_written(error) from error
        if written != data or not _opens(written, codec):
            with contextlib.suppress(OSError):
                target.unlink()
            self.note_damage(now)
            raise _unverified()
        self.thin(now)
        return Backup(target, made, cause, place, len(data))

    def thin(self, now: datetime) -> int:
        """Take away what need not be kept; nothing while damage is remembered.

        Returns:
            How many went.
        """
        if self.held_until(now) is not None:
            return 0
        there = self.all()
        away = superfluous((one.made for one in there), now)
        gone = 0
        for one in there:
            if one.made in away:
                with contextlib.suppress(OSError):
                    one.path.unlink()
                    gone += 1
        for one in there[:1]:
            sweep(one.path)
        return gone

    def reseal(self, before: Codec, after: Codec) -> int:
        """Write every backup that ``before`` opens as a file of ``after``: what was kept of a
        workspace is closed, or open, as it is itself. Each is reopened by the key of ``after``;
        one that does not open is put back as it was.

        Returns:
            How many could not be written anew and are as they were; damaged ones are not counted.
        """
        left = 0
        for one in self.all():
            try:
                data = one.path.read_bytes()
                image = codec_of(data, Opener(like=before)).unwrap(data)
            except (OSError, Unavailable):
                continue
            try:
                publish(one.path, after.wrap(image))
                if _image_of(_from_disk(one.path), after) == image:
                    continue
                self.note_damage(now())
                publish(one.path, data)
            except OSError:
                pass
            left += 1
        return left

    # ------------------------------------------------------------ damage

    def note_damage(self, now: datetime) -> None:
        """Remember that damage was seen: from now on nothing is taken away for a time."""
        with contextlib.suppress(OSError):
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            publish(self.path / _DAMAGE, now.astimezone(UTC).isoformat().encode())

    def held_until(self, now: datetime) -> datetime | None:
        """Until when nothing is taken away, or None."""
        mark = self.path / _DAMAGE
        try:
            seen = datetime.fromisoformat(mark.read_text(encoding="ascii")[:64])
            until = seen.astimezone(UTC) + HELD_FOR
        except FileNotFoundError:
            return None
        except (OSError, ValueError, OverflowError):
            return now + HELD_FOR  # a mark that cannot be read is a mark
        return until if until > now else None


def contents(backup: Backup, codec: Codec) -> Contents:
    """What is in a backup, after its hash was compared.

    Raises:
        Unavailable: It is not there, not whole, or sealed with another key.
    """
    try:
        data = patiently(backup.path.read_bytes)
    except OSError as error:
        raise from_os(error, backup.path.name) from error
    return contents_of(codec_of(data, Opener(like=codec)).unwrap(data))


def backups_of_place(root: Path, path: Path) -> tuple[Backup, ...]:
    """The backups that were made of the file at this path, whatever workspace it was."""
    place = place_of(path)
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        for folder in list(root.iterdir()):
            there = BackupFolder(root, folder.name).all()
            found += [one for one in there if one.place == place]
    return tuple(sorted(found, key=lambda it: it.made, reverse=True))


def _read_name(path: Path) -> Backup | None:
    parts = _NAME.fullmatch(path.name)
    if parts is None or parts["cause"] not in _CAUSES:
        return None
    try:
        made = datetime.strptime(parts["made"], _STAMP).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(path, made, _CAUSES[parts["cause"]], parts["place"], size)


def _from_disk(path: Path) -> bytes:
    """The whole file, where the system lets itself be told so from the disk and not from memory.

    Raises:
        OSError: It cannot be read.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError), path.open("rb", buffering=0) as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return patiently(path.read_bytes)


def _image_of(data: bytes, codec: Codec) -> bytes | None:
    """The image in a file of this codec, None when it is damaged or another's."""
    try:
        return codec_of(data, Opener(like=codec)).unwrap(data)
    except Unavailable:
        return None


def _opens(data: bytes, codec: Codec) -> bool:
    try:
        inspect(data, Opener(like=codec)).ledger.database.close()
    except Unavailable:
        return False
    return True


def _not_written(error: OSError) -> Unavailable:
    return Unavailable(
        from_os(error, "").reason,
        N_(
            "A backup could not be written: {error}. Your work and the workspace file are not "
            "affected. Make room, or choose another folder for the backups."
        ),
        error=obstacle(error),
    )


def _unverified() -> Unavailable:
    return Unavailable(
        Reason.DAMAGED,
        N_(
            "The backup that was just written could not be read back, so the disk of the backups "
            "may be failing. Your work and the older backups were not touched. Choose another "
            "folder for the backups."
        ),
    )
