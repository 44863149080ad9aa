# SPDX-License-Identifier: Apache-2.0
"""The half of a Store that concerns its file: where it is, how it is written, how far saving is."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from missiondesk.domain.copy_sent import CopyMark
from missiondesk.store.claim import claim_new, real_path
from missiondesk.store.copy_marks import is_for_reading
from missiondesk.store.image import Codec
from missiondesk.store.saver import Saver, SaveState, StateListener
from missiondesk.store.target import signs_of


class OnDisk:
    """What every open workspace says of its file, and how it goes to another.

    Attributes:
        who: The name that the trail gives to every Step written here.
        read_only: Nothing can be written; `save_as` makes a copy that can, unless it is `newer`.
        newer: A newer desk made the workspace; it is shown as far as it is understood.
        mark: For whom and for what it is a copy; None for the workspace itself.
    """

    def __init__(
        self, saver: Saver, who: str, *, read_only: bool, newer: bool, mark: CopyMark | None
    ) -> None:
        self.who = who
        self.newer = newer
        self.mark = mark
        self.read_only = read_only or newer or is_for_reading(mark)
        self._saver = saver

    @property
    def path(self) -> Path | None:
        """The workspace file, or None while there is none."""
        return self._saver.path

    @property
    def saving(self) -> SaveState:
        """Whether the newest Step is on the disk."""
        return self._saver.state

    def listen_saving(self, listener: StateListener) -> Callable[[], None]:
        """Call ``listener`` with each state of saving, on any thread; returns what ends that."""
        return self._saver.listen(listener)

    def hold_saving(self, wait: Callable[[None], None]) -> Callable[[], None]:
        """Call ``wait`` before each writing over the file, on the saver's thread, not for long."""
        return self._saver.hold(wait)

    def wait_saved(self, timeout: float | None = None) -> bool:
        """Wait until all Steps so far were tried to be saved; True when they are on the disk."""
        return self._saver.wait(timeout)

    def save_now(self, timeout: float | None = None) -> bool:
        """Try again what could not be saved, and wait; True when all is on the disk."""
        return self._saver.save_now(timeout)

    def save_as(self, path: Path, *, replace: bool = False) -> None:
        """Write the workspace to another file and go on there.

        Args:
            replace: Write it although there is one, by the user's decision.

        Raises:
            Unavailable: It is there already, open elsewhere, or cannot be written.
        """
        path = real_path(path)
        if path == self.path and not self.read_only:
            self._saver.require_saved()
            return
        self._saver.move(claim_new(path, self.who, replace=replace))
        self.read_only = self.newer or is_for_reading(self.mark)

    def require_saved(self) -> None:
        """Wait until all Steps are on the disk.

        Raises:
            Unavailable: They cannot be saved; they are in memory.
        """
        self._saver.require_saved()

    @property
    def codec(self) -> Codec:
        """How the workspace becomes a file: for saving, and for whatever else writes its image."""
        return self._saver.codec

    def accept(self, digest: bytes) -> None:
        """The file with this hash may be written over, for what is in it was taken in."""
        self._saver.accept(digest)

    @property
    def digest(self) -> bytes:
        """Hash of the file that was opened, b"" when it has been written since."""
        known = self._known()
        return next(iter(known)) if len(known) == 1 else b""

    def changed_on_disk(self) -> bool:
        """Whether somebody else has written the file since it was read or written here."""
        path, known = self.path, self._known()
        target = self._saver.target
        if path is None or not known or target is None:
            return False
        try:
            if target.signs is not None and signs_of(path) == target.signs:
                return False
            found = sha256(path.read_bytes()).digest()
        except OSError:
            return False
        return found not in known | self._known()  # it may have been written here meanwhile

    def _known(self) -> frozenset[bytes]:
        target = self._saver.target
        return target.known if target is not None else frozenset()
