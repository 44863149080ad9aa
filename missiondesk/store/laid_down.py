# SPDX-License-Identifier: Apache-2.0
"""A confidential workspace while it is locked: sealed bytes and the claim on its file, no key."""

from __future__ import annotations

from dataclasses import field
from hashlib import sha256
from pathlib import Path

from missiondesk.domain.identity import now
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.store.image import Opener
from missiondesk.store.inspection import inspect
from missiondesk.store.saver import Saved, SaveState
from missiondesk.store.sealing.codec import SealedCodec
from missiondesk.store.store import Store
from missiondesk.store.target import Target, put_in_place


@dataclass(slots=True)
class LaidDown:
    """What is left of a store: enough to open it again by a passphrase, and to save what was not.

    Attributes:
        data: The whole workspace, sealed.
        state: How far it had come to the disk.
        aside: A text that is in no record, sealed by the same key; empty when there is none.
    """

    who: str
    data: bytes = field(repr=False)
    target: Target | None
    state: SaveState
    read_only: bool
    newer: bool
    aside: bytes = field(default=b"", repr=False)

    @property
    def path(self) -> Path | None:
        """The workspace file, or None while there is none."""
        return None if self.target is None else self.target.path

    @property
    def safe(self) -> bool:
        """Whether nothing would be lost if the program ended now."""
        return self.read_only or isinstance(self.state, Saved)

    def save(self) -> None:
        """Write the sealed bytes when they are not in the file; no key is needed.

        Raises:
            Unavailable: They cannot be written; they are in memory.
        """
        if not self.safe and self.target is not None:
            put_in_place(self.target, self.data, sha256(self.data).digest())
            self.state = Saved(now())

    def rise(self, passphrase: str) -> tuple[Store, str]:
        """The workspace as it was, and the text aside; what could not be saved is tried anew.

        Raises:
            Unavailable: It is another passphrase.
        """
        opened = inspect(self.data, Opener(passphrase))
        aside = b""
        if self.aside and isinstance(opened.codec, SealedCodec):
            aside = opened.codec.open_aside(self.aside)
        store = Store(
            opened.ledger,
            self.who,
            codec=opened.codec,
            target=self.target,
            state=self.state,
            read_only=self.read_only,
            newer=self.newer,
        )
        return store, aside.decode()

    def release(self) -> None:
        """Give up the claim on the file."""
        if self.target is not None:
            self.target.release()


def lay_down(store: Store, aside: str = "") -> LaidDown:
    """Take image and key out of memory; the store is of no use after this.

    A text aside is sealed by the same key: a lock would not be one with it in clear beside it.

    Python gives no promise on when memory is written over, nor do the libraries of encryption.

    Raises:
        ValueError: It is not confidential: there is no key to be had back by a passphrase.
    """
    codec = store.codec
    if not isinstance(codec, SealedCodec):
        raise ValueError("only a confidential workspace can be locked")
    sealed = codec.seal_aside(aside.encode()) if aside else b""
    data, target, state = store.hand_over()
    return LaidDown(store.who, data, target, state, store.read_only, store.newer, sealed)
