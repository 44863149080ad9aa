# SPDX-License-Identifier: Apache-2.0
"""The backups of the open workspace: when they are made, where they lie, and what is in each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.backup import Cause, Contents
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message
from missiondesk.domain.refused import Refused
from missiondesk.store.backup import Backup, BackupState
from missiondesk.system.paths import backup_folder
from missiondesk.system.settings import SettingsFile

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store import backing_up
    from missiondesk.store.image import Codec

_PATIENCE = 60.0  # seconds for a backup that is on its way

__all__ = ["Backup", "BackupState", "Backups", "Listed", "backup_root"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup with what is in it; ``trouble`` says why that cannot be told.

    Attributes:
        here: It was made of this very file, and not of a copy of it in another place.
    """

    backup: Backup
    contents: Contents | None
    here: bool = True
    trouble: Message | None = None


def backup_root() -> Path:
    """Folder of the backups of all workspaces: the one that was chosen, else the program's own."""
    chosen = SettingsFile().read().backups
    return Path(chosen) if chosen else backup_folder()


class Backups:
    """Watches over the open workspace from the moment that it has a file."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._making: backing_up.Backups | None = None
        self._heard: list[Callable[[BackupState], object]] = []

    def begin(self) -> None:
        """Back the workspace up from now on, when it has a file that may be written."""
        store = self._session.store
        if store.path is None or store.read_only:
            return
        from missiondesk.store import backing_up

        self.close()
        self._making = backing_up.Backups(store, backup_root())
        self._making.listen(self._tell)
        former, store.former = store.former, None
        if former is not None:
            self._making.keep_former(former)

    @property
    def last(self) -> datetime | None:
        """When the newest backup was made."""
        return self._making.state.last if self._making is not None else None

    @property
    def trouble(self) -> Message | None:
        """Why the last backup failed, or None."""
        return self._making.state.trouble if self._making is not None else None

    @property
    def folder(self) -> Path | None:
        """Where they lie; None where none are made: without a file, or for reading only."""
        return self._making.folder.path if self._making is not None else None

    @property
    def held_until(self) -> datetime | None:
        """Until when none is taken away because damage was seen, or None."""
        return self._making.folder.held_until(identity.now()) if self._making is not None else None

    def listen(self, listener: Callable[[BackupState], object]) -> Callable[[], None]:
        """Call ``listener`` when one is begun, made or failed, maybe from another thread."""
        self._heard.append(listener)

        def end() -> None:
            if listener in self._heard:
                self._heard.remove(listener)

        return end

    def make(self, cause: Cause = Cause.ASKED) -> None:
        """Make one now.

        Raises:
            Unavailable: It could not be made or verified.
            Refused: None are made of this workspace.
        """
        if self._making is None:
            raise Refused(N_("Backups are made of a workspace that has a file and may be written."))
        self._making.make(cause)

    def all(self) -> tuple[Backup, ...]:
        """Every backup of this workspace, newest first; what is in them is not read.

        Those that were made before another folder was chosen are among them.
        """
        from missiondesk.store.backups import BackupFolder

        workspace = self._session.store.workspace
        found = [one for root in _roots() for one in BackupFolder(root, workspace).all()]
        return tuple(sorted(found, key=lambda it: it.made, reverse=True))

    def look_at(self, backup: Backup) -> Listed:
        """What is in a backup; damage is noted, so that no older one is taken away."""
        from missiondesk.services.saving import Reason, Unavailable
        from missiondesk.store.backups import contents, place_of

        store = self._session.store
        here = store.path is not None and backup.place == place_of(store.path)
        try:
            return Listed(backup, contents(backup, store.codec), here)
        except Unavailable as error:
            if error.reason is Reason.DAMAGED and self._making is not None:
                self._making.folder.note_damage(identity.now())
            return Listed(backup, None, here, error.message)

    def reseal(self, before: Codec) -> int:
        """Close, or open, all backups as the workspace is now; may run on any thread.

        Args:
            before: The workspace's codec until now.

        Returns:
            How many could not be written anew and are as they were.
        """
        from missiondesk.store.backups import BackupFolder

        store = self._session.store
        self.wait(_PATIENCE)
        folders = [BackupFolder(root, store.workspace) for root in _roots()]
        return sum(folder.reseal(before, store.codec) for folder in folders)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until all that was begun is made."""
        return self._making.wait(timeout) if self._making is not None else True

    def close(self) -> None:
        """Finish what was begun and make no more."""
        making, self._making = self._making, None
        if making is not None:
            making.close()

    def _tell(self, state: BackupState) -> None:
        for listener in tuple(self._heard):
            listener(state)


def _roots() -> tuple[Path, ...]:
    """Where backups may lie: in the folder that was chosen, and where they were made before."""
    return tuple(dict.fromkeys((backup_root(), backup_folder())))
