# SPDX-License-Identifier: Apache-2.0
"""A locked desk: what is left of a confidential workspace while nobody sits before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.services.desk import Desk

if TYPE_CHECKING:
    from missiondesk.store.laid_down import LaidDown


class LockedDesk:
    """Sealed bytes and the claim on the file; made by `lock`.

    Attributes:
        aside: What `lock` was given beside the desk, once it is unlocked; "" until then.
    """

    def __init__(self, laid: LaidDown) -> None:
        self._laid = laid
        self.aside = ""

    @property
    def path(self) -> Path | None:
        """The workspace file, or None while there is none."""
        return self._laid.path

    @property
    def safe(self) -> bool:
        """Whether nothing would be lost if the program ended now."""
        return self._laid.safe

    def unlock(self, passphrase: str) -> Desk:
        """The desk again; this one is of no use after that.

        Raises:
            Unavailable: It is another passphrase.
        """
        store, self.aside = self._laid.rise(passphrase)
        desk = Desk(store)
        desk.backups.begin()
        return desk

    def save(self) -> None:
        """Write the sealed bytes if they are not in the file.

        Raises:
            Unavailable: They cannot be written.
        """
        self._laid.save()

    def close(self) -> None:
        """Let the file go."""
        self._laid.release()


def lock(desk: Desk, aside: str = "") -> LockedDesk:
    """Take the desk's records and its key out of memory; the desk is of no use after this.

    Args:
        desk: A confidential workspace.
        aside: A text that is in no record and is sealed with them: what a field did not take.

    Raises:
        ValueError: The workspace is not confidential.
    """
    from missiondesk.store.laid_down import lay_down

    if not desk.confidential.on:
        raise ValueError("only a confidential workspace can be locked")
    desk.backups.close()
    laid = lay_down(desk.session.store, aside)
    desk.session.leave()
    return LockedDesk(laid)
