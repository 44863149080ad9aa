# SPDX-License-Identifier: Apache-2.0
"""From the bytes of a damaged file to a new workspace in memory, and the report on it."""

from __future__ import annotations

import re
from pathlib import Path

from missiondesk.domain.entities import KIND_OF
from missiondesk.domain.identity import new_id
from missiondesk.domain.message import N_
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.step import Verb
from missiondesk.store.image import LARGEST_FILE, NOTHING, PLAIN, Codec, Opener, plain_image
from missiondesk.store.salvage.records import Salvaged, salvage
from missiondesk.store.sealing.codec import SealedCodec, codec_by_head, needs_passphrase
from missiondesk.store.sealing.header import is_sealed, read_head
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable, from_os
from missiondesk.store.workspace import in_memory

_WORKSPACE = re.compile(rb"workspace([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


def recover(path: Path, who: str, opener: Opener = NOTHING) -> tuple[Store, Salvaged]:
    """A new workspace without a file from what validates in a damaged one, which is only read.

    That of a confidential one is confidential too, and opens with the same passphrases.

    Raises:
        Unavailable: It cannot be read, wants a passphrase, its seal cannot be opened for its head
            is damaged, or nothing in it validates.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _nothing(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise from_os(error, path.name) from error
    return recover_bytes(data, path.name, who, opener)


def recover_bytes(
    data: bytes, name: str, who: str, opener: Opener = NOTHING
) -> tuple[Store, Salvaged]:
    """The same from the bytes of a file that is called ``name``."""
    codec = _sealed(data, opener) if is_sealed(data) else PLAIN
    image, proved = _image(data, codec)
    done = salvage(image)
    done.seal_broken = not proved
    if not done.records:
        raise _nothing(name)
    store = in_memory(who, codec)
    try:
        with store.write(Verb.SALVAGE, "", name) as unit:
            for record in done.records.values():
                unit.save(record)
            if not any(kind == KIND_OF[Secretariat] for kind, _ in done.records):
                unit.save(Secretariat(new_id()))
            for file in done.files:
                unit.keep(file.data, file.media_type)
    except BaseException:
        store.close(discard=True)
        raise
    return store, done


def workspace_in(data: bytes) -> str:
    """The id of the workspace that a damaged plain file was, "" where it is not to be found."""
    found = _WORKSPACE.search(data)
    return found[1].decode() if found else ""


def _image(data: bytes, codec: Codec) -> tuple[bytes, bool]:
    """What is left of the image, and whether a seal that was on it still proves it."""
    if not isinstance(codec, SealedCodec):
        return plain_image(data), True
    try:
        return codec.unwrap(data), True
    except Unavailable:
        return codec.unwrap_damaged(data), False


def _sealed(data: bytes, opener: Opener) -> SealedCodec:
    try:
        header = read_head(data)
    except Unavailable as error:
        if error.reason is not Reason.DAMAGED:
            raise
        raise Unavailable(
            Reason.DAMAGED,
            N_(
                "The head of the confidential workspace is damaged, and without it no passphrase "
                "opens the rest. It was left as it is. Open a backup."
            ),
        ) from error
    if isinstance(opener.like, SealedCodec) and opener.like.opens(header):
        return opener.like.of(header)
    if opener.passphrase is None:
        raise needs_passphrase()
    return codec_by_head(header, opener.passphrase)


def _nothing(name: str) -> Unavailable:
    return Unavailable(
        Reason.DAMAGED,
        N_(
            "Nothing in “{file}” could be recovered. It was left as it is. Open a backup or an "
            "earlier version of the file."
        ),
        file=name,
    )
