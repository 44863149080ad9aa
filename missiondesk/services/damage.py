# SPDX-License-Identifier: Apache-2.0
"""A workspace file that is damaged: the newest backup that is whole, and what can be recovered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.backup import Contents
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.services.backups import Backup, backup_root
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.services.workspaces import user_name
from missiondesk.system.paths import backup_folder

if TYPE_CHECKING:
    from missiondesk.store.salvage.records import Salvaged


@dataclass(frozen=True, slots=True)
class Offered:
    """The newest backup that is whole; of a confidential one nothing is told before it is opened.

    Attributes:
        newer_broken: How many newer ones are not whole.
    """

    backup: Backup
    contents: Contents | None
    newer_broken: int = 0


def newest_backup(path: Path, *, damaged: bool = True) -> Offered | None:
    """The newest whole backup of the file at this path, else of the workspace that it was.

    Where it is ``damaged`` that is remembered, so that none of its backups is taken away.
    """
    from missiondesk.store.backups import BackupFolder, backups_of_place, contents
    from missiondesk.store.image import PLAIN
    from missiondesk.store.sealing.header import is_sealed

    roots = tuple(dict.fromkeys((backup_root(), backup_folder())))
    found = [one for root in roots for one in backups_of_place(root, path)]
    if not found:
        workspace = _workspace_in(path)
        folders = [BackupFolder(root, workspace) for root in roots if workspace]
        found = [one for folder in folders for one in folder.all()]
    for folder in {one.path.parent for one in found if damaged}:
        BackupFolder(folder.parent, folder.name).note_damage(identity.now())
    for number, backup in enumerate(sorted(found, key=lambda it: it.made, reverse=True)):
        try:
            with backup.path.open("rb") as file:
                if is_sealed(file.read(4096)):
                    return Offered(backup, None, number)
            return Offered(backup, contents(backup, PLAIN), number)
        except (Unavailable, OSError):
            continue
    return None


def open_backup(backup: Backup, who: str = "", passphrase: str | None = None) -> Desk:
    """A desk on a backup, without a file.

    Raises:
        Unavailable: It is not there, damaged, or wants a passphrase.
    """
    from missiondesk.services.workspaces import open_apart

    return open_apart(backup.path, who, passphrase)


def recover(path: Path, who: str = "", passphrase: str | None = None) -> tuple[Desk, Salvaged]:
    """A desk without a file on what validates in a damaged file, and the report on it.

    Raises:
        Unavailable: Nothing can be recovered.
    """
    from missiondesk.store.image import Opener
    from missiondesk.store.salvage import recovery

    store, done = recovery.recover(path, who or user_name(), Opener(passphrase))
    return Desk(store, kept=True), done


def _workspace_in(path: Path) -> str:
    from missiondesk.store.image import LARGEST_FILE
    from missiondesk.store.salvage.recovery import workspace_in

    try:
        with path.open("rb") as file:
            return workspace_in(file.read(LARGEST_FILE))
    except OSError:
        return ""
