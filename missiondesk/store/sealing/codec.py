# SPDX-License-Identifier: Apache-2.0
"""The codec of a confidential workspace: what every byte goes through on its way to a file."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.store.header import is_ours
from missiondesk.store.sealing.header import (
    MOST_SLOTS,
    NONCE_SIZE,
    TAIL,
    USUAL,
    Cost,
    Header,
    Slot,
    SlotKind,
    damaged,
    is_sealed,
    read_head,
    read_header,
)
from missiondesk.store.sealing.keys import (
    KEY_SIZE,
    check_of,
    seal,
    unproved,
    unseal,
    unwrap_key,
    wrap_key,
)
from missiondesk.store.sealing.recovery import (
    looks_like_one,
    new_recovery_key,
    read_recovery_key,
)
from missiondesk.store.unavailable import Reason, Unavailable

_NAMES: Final = b"missiondesk names v1"
_ASIDE: Final = b"missiondesk aside v1"


@dataclass(frozen=True, slots=True, repr=False)
class SealedCodec:
    """An opened container: it wraps and unwraps images as long as it lives.

    It is never changed: who adds or removes a passphrase gets another codec, with the same data key
    and so with the same files behind it. Nothing of it is shown by ``repr``.

    Attributes:
        container: Id of the container.
        names: What the slots are called, by their id in hexadecimal digits.
        cost: What a try of the next passphrase that is added will cost.
    """

    container: bytes
    slots: tuple[Slot, ...]
    names: Mapping[str, str]
    _key: bytes
    cost: Cost = USUAL

    @property
    def confidential(self) -> bool:
        """Yes."""
        return True

    def recognises(self, data: bytes) -> bool:
        """By the head or the mark at the end: one damage leaves one."""
        return is_sealed(data)

    def wrap(self, image: bytes) -> bytes:
        """The confidential file of an image, under a nonce of its own."""
        nonce = secrets.token_bytes(NONCE_SIZE)
        head = self._header(nonce, len(image)).packed()
        return b"".join((head, seal(self._key, nonce, image, head), TAIL))

    def wrap_hashed(self, image: bytes) -> tuple[bytes, bytes]:
        """The confidential file of an image, and its SHA-256."""
        data = self.wrap(image)
        return data, hashlib.sha256(data).digest()

    def unwrap(self, data: bytes) -> bytes:
        """The image, when every byte of the file is as it was written.

        Raises:
            Unavailable: It is damaged, or another key's.
        """
        header = read_header(data)
        if not self.opens(header):
            raise needs_passphrase()
        sealed = data[header.size : len(data) - len(TAIL)]
        image = unseal(self._key, header.nonce, sealed, data[: header.size])
        if image is None or not is_ours(image):
            raise damaged()
        return image

    def unwrap_hashed(self, data: bytes) -> tuple[bytes, bytes]:
        """As `unwrap`, and the SHA-256 of the file."""
        return self.unwrap(data), hashlib.sha256(data).digest()

    def unwrap_damaged(self, data: bytes) -> bytes:
        """What is left of the image in a file whose head is whole; nothing of it is proved.

        Raises:
            Unavailable: It is another key's.
        """
        header = read_head(data)
        if not self.opens(header):
            raise needs_passphrase()
        return unproved(self._key, header.nonce, data[header.size : header.size + header.length])

    def seal_aside(self, text: bytes) -> bytes:
        """Something that is in no file, sealed as long as the workspace is locked."""
        nonce = secrets.token_bytes(NONCE_SIZE)
        return nonce + seal(self._key, nonce, text, _ASIDE + self.container)

    def open_aside(self, sealed: bytes) -> bytes:
        """What `seal_aside` sealed.

        Raises:
            Unavailable: It is another key's, or not as it was.
        """
        nonce, rest = sealed[:NONCE_SIZE], sealed[NONCE_SIZE:]
        text = unseal(self._key, nonce, rest, _ASIDE + self.container)
        if text is None:
            raise damaged()
        return text

    def opens(self, header: Header) -> bool:
        """Whether a container has this codec's data key."""
        return header.container == self.container and secrets.compare_digest(
            header.check, check_of(self._key, header.container)
        )

    def of(self, header: Header) -> SealedCodec:
        """The codec of another file with the same data key: its slots may be others."""
        return replace(self, slots=header.slots, names=_read_names(header, self._key))

    # ------------------------------------------------------------ slots

    def name_of(self, slot: Slot) -> str:
        """What somebody called the slot, or ""."""
        return self.names.get(slot.key.hex(), "")

    def with_passphrase(self, passphrase: str, name: str) -> SealedCodec:
        """Let this passphrase open it too.

        Raises:
            Refused: There are as many as a workspace can have.
        """
        return self._with(SlotKind.PASSPHRASE, passphrase, name)

    def in_place_of(self, former: Slot, passphrase: str, name: str) -> SealedCodec:
        """Let this passphrase open it instead of that of ``former``."""
        kept = tuple(slot for slot in self.slots if slot.key != former.key)
        names = {key: told for key, told in self.names.items() if key != former.key.hex()}
        return replace(self, slots=kept, names=names).with_passphrase(passphrase, name)

    def with_recovery_key(self) -> tuple[SealedCodec, str]:
        """Let a new recovery key open it, and no former one; and that key, to be shown once."""
        key = new_recovery_key()
        kept = tuple(slot for slot in self.slots if not slot.is_recovery)
        return replace(self, slots=kept)._with(SlotKind.RECOVERY, key, ""), key

    def without(self, slot_key: bytes) -> SealedCodec:
        """Let a passphrase or the recovery key open it no more.

        Raises:
            Refused: It is not there (any more), or the only passphrase.
        """
        kept = tuple(slot for slot in self.slots if slot.key != slot_key)
        if len(kept) == len(self.slots):
            raise Refused(N_("The passphrase is not there any more. Nothing was changed."))
        if all(slot.is_recovery for slot in kept):
            raise Refused(
                N_(
                    "It is the only passphrase of the workspace, so it stays. Add another first, "
                    "or make the workspace plain again."
                )
            )
        names = {key: name for key, name in self.names.items() if key != slot_key.hex()}
        return replace(self, slots=kept, names=names)

    def slot_of(self, passphrase: str) -> Slot | None:
        """The slot that a passphrase or recovery key opens, or None."""
        return _opened(self.slots, passphrase, self.container)[0]

    def _with(self, kind: SlotKind, passphrase: str, name: str) -> SealedCodec:
        if len(self.slots) >= MOST_SLOTS:
            raise Refused(
                N_("A workspace has at most {most} passphrases. Remove one first."), most=MOST_SLOTS
            )
        slot = wrap_key(self._key, passphrase, kind, self.container, self.cost)
        names = {**self.names, slot.key.hex(): name} if name else self.names
        return replace(self, slots=(*self.slots, slot), names=names)

    def _header(self, nonce: bytes, length: int) -> Header:
        text = json.dumps(dict(self.names), ensure_ascii=False, sort_keys=True).encode()
        of_names = secrets.token_bytes(NONCE_SIZE)
        names = of_names + seal(self._key, of_names, text, _NAMES + self.container)
        check = check_of(self._key, self.container)
        return Header(self.container, check, self.slots, names, nonce, length)


def new_codec(passphrase: str, name: str = "", cost: Cost = USUAL) -> SealedCodec:
    """A container with a random data key that this passphrase opens."""
    made = SealedCodec(secrets.token_bytes(16), (), {}, secrets.token_bytes(KEY_SIZE), cost)
    return made.with_passphrase(passphrase, name)


def open_codec(data: bytes, passphrase: str) -> SealedCodec:
    """The codec of a confidential file, by a passphrase or the recovery key.

    Which of several passphrases it is, nobody has to say and nobody is told.

    Raises:
        Unavailable: The passphrase is none of the file's, or the file is damaged.
    """
    return codec_by_head(read_header(data), passphrase)


def codec_by_head(header: Header, passphrase: str) -> SealedCodec:
    """The same by the head alone, whatever is left of the rest."""
    slot, key = _opened(header.slots, passphrase, header.container)
    if slot is None or key is None:
        raise _wrong(passphrase)
    if not secrets.compare_digest(header.check, check_of(key, header.container)):
        raise damaged()
    return SealedCodec(header.container, header.slots, _read_names(header, key), key)


def needs_passphrase() -> Unavailable:
    """What is said of a confidential file that was opened without its passphrase."""
    return Unavailable(
        Reason.SEALED,
        N_("The workspace is confidential: it opens with a passphrase or its recovery key."),
    )


def _opened(
    slots: tuple[Slot, ...], passphrase: str, container: bytes
) -> tuple[Slot | None, bytes | None]:
    typed = read_recovery_key(passphrase)
    kind = SlotKind.PASSPHRASE if typed is None else SlotKind.RECOVERY
    # A passphrase may look like a recovery key by chance, so the others are tried after it.
    for slot in sorted(slots, key=lambda slot: slot.kind is not kind):
        if slot.is_recovery and typed is None:
            continue
        told = passphrase if slot.kind is SlotKind.PASSPHRASE else typed
        key = unwrap_key(slot, told or "", container)
        if key is not None:
            return slot, key
    return None, None


def _wrong(passphrase: str) -> Unavailable:
    if looks_like_one(passphrase) and read_recovery_key(passphrase) is None:
        return Unavailable(
            Reason.WRONG_KEY,
            N_(
                "The recovery key has a slip in it: its last group does not fit the others. "
                "Compare it with the paper, group by group."
            ),
        )
    return Unavailable(
        Reason.WRONG_KEY,
        N_(
            "That passphrase does not open the workspace. The file itself is whole. Look for "
            "Caps Lock and the keyboard's language, and type it again."
        ),
    )


def _read_names(header: Header, key: bytes) -> Mapping[str, str]:
    nonce, sealed = header.names[:NONCE_SIZE], header.names[NONCE_SIZE:]
    if len(nonce) != NONCE_SIZE:
        raise damaged()
    text = unseal(key, nonce, sealed, _NAMES + header.container)
    try:
        found = json.loads(text) if text is not None else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise damaged()
    return {str(name): str(value) for name, value in found.items()}
