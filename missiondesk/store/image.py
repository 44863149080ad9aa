# SPDX-License-Identifier: Apache-2.0
"""The seam between the database's image and the bytes of a file, where a cipher can stand: a codec
is the only way from one to the other, for saving, copies and backups alike.

A plain workspace is an ordinary SQLite database with a short trailer behind its last page. SQLite
reads as many pages as its header counts, so its tools open the file and never see the trailer; the
trailer holds the hash of all that stands before it, so that every other byte is noticed.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import field
from typing import Final, Protocol

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.store.header import HEAD, is_ours
from missiondesk.store.sealing.header import is_sealed, read_header
from missiondesk.store.unavailable import Reason, Unavailable

# Far above 20 MB, the largest that was planned for; it bounds what a received file can cost, and
# no larger one is written.
LARGEST_FILE: Final = 256 * 1024 * 1024

_MAGIC: Final = b"\nmissiondesk sha256 v1\n\x00"
_TRAILER: Final = struct.Struct(f">{len(_MAGIC)}sQ32s")


class Codec(Protocol):
    """How an image becomes a file and a file an image."""

    @property
    def confidential(self) -> bool:
        """Whether the file tells nothing to who has no passphrase."""
        ...

    def recognises(self, data: bytes) -> bool:
        """Whether this codec wrote the file, as its head (or what is left of it) says."""
        ...

    def wrap(self, image: bytes) -> bytes:
        """The file of an image."""
        ...

    def wrap_hashed(self, image: bytes) -> tuple[bytes, bytes]:
        """The file of an image, and the SHA-256 of that file."""
        ...

    def unwrap(self, data: bytes) -> bytes:
        """The image of a file.

        Raises:
            Unavailable: The file is not as it was written.
        """
        ...

    def unwrap_hashed(self, data: bytes) -> tuple[bytes, bytes]:
        """The image of a file, and the SHA-256 of that file; raises as `unwrap`."""
        ...


class PlainCodec:
    """A SQLite file that anyone can read, with the hash behind it."""

    @property
    def confidential(self) -> bool:
        """No."""
        return False

    def recognises(self, data: bytes) -> bool:
        """By the trailer, or by SQLite's header with our application id: one damage leaves one."""
        return _has_trailer(data) or is_ours(data)

    def wrap(self, image: bytes) -> bytes:
        """The image and its trailer."""
        return self.wrap_hashed(image)[0]

    def wrap_hashed(self, image: bytes) -> tuple[bytes, bytes]:
        """The image and its trailer; one pass makes both hashes."""
        hashed = hashlib.sha256(image)
        trailer = _TRAILER.pack(_MAGIC, len(image), hashed.digest())
        hashed.update(trailer)
        return image + trailer, hashed.digest()

    def unwrap(self, data: bytes) -> bytes:
        """The image, when every byte is as it was written."""
        return self.unwrap_hashed(data)[0]

    def unwrap_hashed(self, data: bytes) -> tuple[bytes, bytes]:
        """The image and the hash of the file; one pass makes both hashes."""
        if not _has_trailer(data):
            raise damaged()
        image, trailer = data[: -_TRAILER.size], data[-_TRAILER.size :]
        _, size, digest = _TRAILER.unpack(trailer)
        hashed = hashlib.sha256(image)
        if size != len(image) or hashed.digest() != digest or not is_ours(image):
            raise damaged()
        hashed.update(trailer)
        return image, hashed.digest()


PLAIN: Final = PlainCodec()


@dataclass(frozen=True, slots=True)
class Opener:
    """What a file from elsewhere may be opened with, when it is confidential.

    Attributes:
        passphrase: What a person typed; a recovery key will do.
        like: The codec of an open workspace: its copies open without asking.
    """

    passphrase: str | None = field(default=None, repr=False)
    like: Codec | None = None


NOTHING: Final = Opener()


def codec_of(data: bytes, opener: Opener = NOTHING) -> Codec:
    """The codec that wrote a file; a confidential one is opened.

    Raises:
        Unavailable: None of them did; or it wants a passphrase, or another one.
    """
    if not data:
        raise Unavailable(
            Reason.EMPTY,
            N_(
                "The file is empty. It may not have been copied or synchronised to its end. "
                "Fetch it again from where it came, or open a backup."
            ),
        )
    if is_sealed(data):
        return _sealed(data, opener)
    if PLAIN.recognises(data):
        return PLAIN
    if data.startswith(HEAD):
        raise Unavailable(
            Reason.FOREIGN_DATABASE,
            N_(
                "The file is a database of another program, not a workspace. "
                "It was not changed. Choose a file that ends in .mission."
            ),
        )
    raise Unavailable(
        Reason.NOT_A_WORKSPACE,
        N_(
            "The file is not a workspace. It was not changed. "
            "Choose one that this program made: its name ends in .mission."
        ),
    )


def _sealed(data: bytes, opener: Opener) -> Codec:
    from missiondesk.store.sealing.codec import SealedCodec, needs_passphrase, open_codec

    header = read_header(data)
    if isinstance(opener.like, SealedCodec) and opener.like.opens(header):
        return opener.like.of(header)
    if opener.passphrase is None:
        raise needs_passphrase()
    return open_codec(data, opener.passphrase)


def plain_image(data: bytes) -> bytes:
    """What stands before the trailer of a plain file, or all of it; nothing is checked."""
    return data[: -_TRAILER.size] if _has_trailer(data) else data


def damaged() -> Unavailable:
    """What is said of a file that was ours and is not whole."""
    return Unavailable(
        Reason.DAMAGED,
        N_(
            "The workspace is damaged, or another program has changed it. It was left as it is. "
            "Open a backup or an earlier version of the file, and keep this one."
        ),
    )


def _has_trailer(data: bytes) -> bool:
    return data[-_TRAILER.size :].startswith(_MAGIC)
