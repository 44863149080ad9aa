# SPDX-License-Identifier: Apache-2.0
"""What stands in the open at the head of a confidential file, to the byte, and how far a file from
elsewhere is believed about it.

    8   magic                      16  id of the container
    1   major version              32  check of the data key
    1   minor version              12  nonce of the image
    1   cipher (1: AES-256-GCM)     8  length of the image
    1   number of slots            96  each slot (see `_SLOT`)
    2   length of the names         …  names of the slots, sealed (nonce, text, tag)
    2   length of the whole header 32  SHA-256 of all that stands before

Numbers are big-endian. Behind it follow the sealed image with its tag and a mark that names the
file even when its head is damaged. Every future version keeps the first 16 bytes and the digest.
"""

from __future__ import annotations

import hashlib
import struct
from enum import IntEnum
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.store.unavailable import Reason, Unavailable

MAGIC: Final = b"MDSK\r\n\x1a\x00"
TAIL: Final = b"\nmissiondesk sealed v1\n\x00"
MAJOR: Final = 1
AES_256_GCM: Final = 1
TAG_SIZE: Final = 16
NONCE_SIZE: Final = 12
MOST_SLOTS: Final = 8

_FIXED: Final = struct.Struct(">8sBBBBHH16s32s12sQ")
_SLOT: Final = struct.Struct(">BBBBII8s16s12s48s")
_DIGEST: Final = 32
_LARGEST_HEADER: Final = 16 * 1024
# The bytes before the sealed names: where the header's length stands, whatever the version.
_LENGTH_AT: Final = 14


class SlotKind(IntEnum):
    """Who opens a slot: a person's passphrase, or the recovery key on paper."""

    PASSPHRASE = 1
    RECOVERY = 2


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs by Argon2id.

    Attributes:
        memory: KiB.
        passes: Passes over the memory.
        lanes: What can be computed side by side.
    """

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def work(self) -> int:
        """KiB that are gone through."""
        return self.memory * self.passes


USUAL: Final = Cost()
# What a file may demand; a try of all its slots costs a few seconds at most.
LEAST: Final = Cost(19 * 1024, 2, 1)
_MOST: Final = Cost(256 * 1024, 12, 8)
_MOST_WORK: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key, wrapped by one passphrase.

    Attributes:
        key: Its id, by which it is named and removed; random, tells nothing.
        wrapped: The data key under the key that the passphrase and salt give.
    """

    kind: SlotKind
    key: bytes
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    @property
    def is_recovery(self) -> bool:
        """Whether the recovery key opens it."""
        return self.kind is SlotKind.RECOVERY

    def facts(self) -> bytes:
        """All but nonce and wrapped key: they are bound to it."""
        return self._packed(bytes(NONCE_SIZE), bytes(48))

    def packed(self) -> bytes:
        """As it stands in the header."""
        return self._packed(self.nonce, self.wrapped)

    def _packed(self, nonce: bytes, wrapped: bytes) -> bytes:
        cost = self.cost
        return _SLOT.pack(
            self.kind,
            1,
            cost.lanes,
            0,
            cost.memory,
            cost.passes,
            self.key,
            self.salt,
            nonce,
            wrapped,
        )


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a confidential file.

    Attributes:
        container: Random; the same for a workspace and its copies as long as their key is.
        check: Tells the right data key from every other, see `keys.check_of`.
        names: What the slots are called, sealed.
        nonce: Of the image; another with each save.
        length: Of the image, in bytes.
    """

    container: bytes
    check: bytes
    slots: tuple[Slot, ...]
    names: bytes
    nonce: bytes = bytes(NONCE_SIZE)
    length: int = 0

    @property
    def size(self) -> int:
        """Bytes of the whole header."""
        return _FIXED.size + _SLOT.size * len(self.slots) + len(self.names) + _DIGEST

    def packed(self) -> bytes:
        """As it stands in the file."""
        head = _FIXED.pack(
            MAGIC,
            MAJOR,
            0,
            AES_256_GCM,
            len(self.slots),
            len(self.names),
            self.size,
            self.container,
            self.check,
            self.nonce,
            self.length,
        )
        told = head + b"".join(slot.packed() for slot in self.slots) + self.names
        return told + hashlib.sha256(told).digest()


def is_sealed(data: bytes) -> bool:
    """Whether a file was a confidential workspace: one damage leaves its head or its end."""
    return data.startswith(MAGIC) or data.endswith(TAIL)


def read_header(data: bytes) -> Header:
    """The head of a confidential file of which no byte is missing.

    Raises:
        Unavailable: It is damaged, newer, or demands what no workspace demands.
    """
    header = read_head(data)
    whole = len(data) == header.size + header.length + TAG_SIZE + len(TAIL)
    if not whole or not data.endswith(TAIL):
        raise damaged()
    return header


def read_head(data: bytes) -> Header:
    """The head, when every byte of it is as it was written, whatever comes after it.

    Raises:
        Unavailable: As `read_header`.
    """
    packed = _whole_header(data)
    if packed[8] > MAJOR:
        raise _newer(packed[8], packed[9])
    if packed[8] < MAJOR or len(packed) < _FIXED.size + _DIGEST:
        raise damaged()
    _, _, _, cipher, count, named, size, container, check, nonce, length = _FIXED.unpack_from(
        packed
    )
    if cipher != AES_256_GCM or not 1 <= count <= MOST_SLOTS:
        raise damaged()
    begin = _FIXED.size + count * _SLOT.size
    slots = tuple(
        _slot(packed[at : at + _SLOT.size]) for at in range(_FIXED.size, begin, _SLOT.size)
    )
    header = Header(container, check, slots, packed[begin : begin + named], nonce, length)
    if header.size != size:
        raise damaged()
    _require_bearable(slots)
    return header


def damaged() -> Unavailable:
    """What is said of a confidential file that is not whole."""
    return Unavailable(
        Reason.DAMAGED,
        N_(
            "The confidential workspace is damaged, or another program has changed it. It was left "
            "as it is; the passphrase is not the matter. Open a backup or an earlier version of "
            "the file, and keep this one."
        ),
    )


def _whole_header(data: bytes) -> bytes:
    if not data.startswith(MAGIC) or len(data) < _FIXED.size:
        raise damaged()
    (size,) = struct.unpack_from(">H", data, _LENGTH_AT)
    if not _DIGEST < size <= min(_LARGEST_HEADER, len(data)):
        raise damaged()
    packed = data[:size]
    if hashlib.sha256(packed[:-_DIGEST]).digest() != packed[-_DIGEST:]:
        raise damaged()
    return packed


def _slot(data: bytes) -> Slot:
    kind, kdf, lanes, rest, memory, passes, key, salt, nonce, wrapped = _SLOT.unpack(data)
    if kind not in tuple(SlotKind) or kdf != 1 or rest != 0:
        raise damaged()
    return Slot(SlotKind(kind), key, Cost(memory, passes, lanes), salt, nonce, wrapped)


def _require_bearable(slots: tuple[Slot, ...]) -> None:
    """A file of somebody else must not make this machine compute for hours, nor claim it all."""
    bearable = all(
        LEAST.memory <= slot.cost.memory <= _MOST.memory
        and LEAST.passes <= slot.cost.passes <= _MOST.passes
        and LEAST.lanes <= slot.cost.lanes <= _MOST.lanes
        for slot in slots
    )
    if not bearable or sum(slot.cost.work for slot in slots) > _MOST_WORK:
        raise Unavailable(
            Reason.STRANGE_STRUCTURE,
            N_(
                "The confidential workspace asks for more memory or time to try a passphrase than "
                "Missiondesk ever does, or for too little to be safe, so it was not opened. It was "
                "not changed. Ask whoever sent it to send it again."
            ),
        )


def _newer(major: int, minor: int) -> Unavailable:
    return Unavailable(
        Reason.NEWER,
        N_(
            "The workspace was made confidential by a newer version of Missiondesk (container "
            "{version}; this one reads up to {mine}). It was not changed. Install the newer "
            "version to open it."
        ),
        version=f"{major}.{minor}",
        mine=f"{MAJOR}.0",
    )
