# SPDX-License-Identifier: Apache-2.0
"""The one door for files of others: each is tried in a process of its own before it is used here.

A parser that crashes, hangs or swells on a file then takes that process with it and never the desk
(SEC-11). What the file says is checked by its reader afterwards, in the desk, as ever. The command
line is a process of its own and tries nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.services.door import DOOR, FLAG
from missiondesk.system import apart

_MEGABYTE: Final = 1 << 20
# The process itself takes some 60 MB; a reader takes several times what it reads.
_MEMORY, _MEMORY_EACH = 256 * _MEGABYTE, 8
_SECONDS, _SECONDS_EACH_MEGABYTE = 20.0, 1.0


class Kind(StrEnum):
    """What a file is read as."""

    WORKSPACE = "workspace"
    ANYTHING = "anything"
    FIGURES = "figures"
    RECORDS = "records"
    SKILLS = "skills"
    COMMENTS = "comments"
    REPLY = "reply"
    ANSWERS = "answers"


def received(path: Path, most: int, kind: Kind) -> bytes:
    """The bytes of a file that somebody sent, when reading it does no harm.

    Args:
        path: The file.
        most: More bytes are not read, and the reader refuses them.
        kind: What it is read as.

    Raises:
        Refused: It is not there, cannot be read, or was not stood; the sentence names it.
    """
    from missiondesk.exchange.received import received as read

    data = read(path, most)
    if len(data) <= most:
        require_harmless(path, data, kind)
    return data


def require_harmless_workspace(path: Path) -> None:
    """Try a workspace file in another process before anything looks into it here.

    A confidential one is not tried: who has no key cannot make one whose bytes pass its seal.

    Raises:
        Unavailable: That process did not survive it.
    """
    if not DOOR.tries:
        return
    from missiondesk.store.image import LARGEST_FILE
    from missiondesk.store.sealing.header import is_sealed
    from missiondesk.store.unavailable import Reason, Unavailable

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        return  # whoever opens it says so
    if len(data) > LARGEST_FILE or is_sealed(data):
        return
    trouble = trouble_with(path, data, Kind.WORKSPACE)
    if trouble is not None:
        raise Unavailable.because(Reason.UNREADABLE, trouble)


def require_harmless(path: Path, data: bytes, kind: Kind) -> None:
    """Try the file in another process, if the door is one that tries.

    Raises:
        Refused: That process did not survive it.
    """
    trouble = trouble_with(path, data, kind) if DOOR.tries else None
    if trouble is not None:
        refused = Refused(trouble.msgid)
        refused.message = trouble
        raise refused


def trouble_with(path: Path, data: bytes, kind: Kind) -> Message | None:
    """Try the file in another process; what came of it where that was not good."""
    seconds = _SECONDS + _SECONDS_EACH_MEGABYTE * len(data) / _MEGABYTE
    end = apart.run_apart(
        (FLAG, kind, str(path.absolute()), str(len(data)), sha256(data).hexdigest()), seconds
    )
    if end is apart.End.ANOTHER_FILE:
        return message(
            N_("“{name}” was changed while it was read. Nothing was taken from it. Try again."),
            name=path.name,
        )
    why = _TROUBLE.get(end)
    return None if why is None else message(_NOT_READ, name=path.name, why=message(why))


_NOT_READ: Final = N_(
    "“{name}” was not read: it was tried apart first, and {why}. Your workspace is safe and "
    "unchanged. The file may be damaged or made to do harm; ask whoever sent it for another."
)
_TROUBLE: Final[Mapping[apart.End, str]] = {
    apart.End.NO_MEMORY: N_("it took more memory than a file of its size needs"),
    apart.End.TOO_LATE: N_("it took longer than a file of its size needs"),
    apart.End.CRASHED: N_("the process that read it broke down"),
}


# ---------------------------------------------------------------- in the other process


def try_file(arguments: Sequence[str]) -> int:
    """Read a file and forget what it says; returns what the process ends with.

    Args:
        arguments: What it is read as, its path, its size in bytes, its SHA-256.
    """
    kind, path, size, digest = arguments
    apart.bound_memory(_MEMORY + _MEMORY_EACH * int(size))
    try:
        with Path(path).open("rb") as file:
            data = file.read(int(size) + 1)
        if sha256(data).hexdigest() != digest:
            return apart.ANOTHER_FILE
    except OSError:
        return apart.ANOTHER_FILE
    try:
        _READERS[Kind(kind)](data, Path(path).name)
    except MemoryError:
        return apart.NO_MEMORY
    except Exception:  # noqa: BLE001 - a no, or a mistake of the reader: told where it is read again
        return apart.FINE
    return apart.FINE


def _workspace(data: bytes, _name: str) -> None:
    from missiondesk.store.inspection import inspect

    inspect(data).ledger.database.close()


def _anything(data: bytes, name: str) -> None:
    from missiondesk.services.incoming import read_incoming_bytes

    read_incoming_bytes(data, name)


def _figures(data: bytes, name: str) -> None:
    from missiondesk.exchange.statistics.reading import read_statistics

    read_statistics(data, name)


def _records(data: bytes, name: str) -> None:
    from missiondesk.services.incoming import read_records_bytes

    read_records_bytes(data, name)


def _skills(data: bytes, name: str) -> None:
    from missiondesk.exchange.esco import read_esco

    read_esco(data, name)


def _comments(data: bytes, name: str) -> None:
    from missiondesk.exchange.comment_sheet.reading import read_sheet

    read_sheet(data, name)


def _reply(data: bytes, name: str) -> None:
    from missiondesk.exchange.replies.reading import read_form

    read_form(data, name)


def _answers(data: bytes, name: str) -> None:
    from missiondesk.exchange.question_form import read_questions

    read_questions(data, name)


_READERS: Final[Mapping[Kind, Callable[[bytes, str], None]]] = {
    Kind.WORKSPACE: _workspace,
    Kind.ANYTHING: _anything,
    Kind.FIGURES: _figures,
    Kind.RECORDS: _records,
    Kind.SKILLS: _skills,
    Kind.COMMENTS: _comments,
    Kind.REPLY: _reply,
    Kind.ANSWERS: _answers,
}
