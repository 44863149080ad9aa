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
from missiondesk.store.image import LARGEST_FILE, NOTHING, Opener, codec_of, plain_image
from missiondesk.store.salvage.records import Salvaged, salvage
from missiondesk.store.sealing.header import is_sealed
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable, from_os
from missiondesk.store.workspace import in_memory

_WORKSPACE = re.compile(rb"workspace([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


def recover(path: Path, who: str, opener: Opener = NOTHING) -> tuple[Store, Salvaged]:
    """A new workspace without a file from what validates in a damaged one, which is only read.

    Raises:
        Unavailable: It cannot be read, is sealed and damaged, or nothing in it validates.
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
    image = _image(data, opener)
    done = salvage(image)
    if not done.records:
        raise _nothing(name)
    store = in_memory(who)
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


def _image(data: bytes, opener: Opener) -> bytes:
    if not is_sealed(data):
        return plain_image(data)
    try:
        return codec_of(data, opener).unwrap(data)
    except Unavailable as error:
        if error.reason is not Reason.DAMAGED:
            raise
        raise Unavailable(
            Reason.DAMAGED,
            N_(
                "A confidential workspace that is damaged cannot be recovered in part: its seal "
                "does not open. It was left as it is. Open a backup."
            ),
        ) from error


def _nothing(name: str) -> Unavailable:
    return Unavailable(
        Reason.DAMAGED,
        N_(
            "Nothing in “{file}” could be recovered. It was left as it is. Open a backup or an "
            "earlier version of the file."
        ),
        file=name,
    )
