# SPDX-License-Identifier: Apache-2.0
"""No socket is opened in the whole test run (SEC-18, G26): Python tells of each before it is."""

from __future__ import annotations

import sys

_ASKED = frozenset(
    {
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
    }
)
_LOCAL = 1  # AF_UNIX: the pair by which an event loop wakes itself reaches nobody
opened: list[str] = []


def forbid_sockets() -> None:
    """Refuse sockets from now on to the end of the process, and remember who asked."""
    sys.addaudithook(_heard)


def _heard(event: str, given: tuple[object, ...]) -> None:
    if not event.startswith("socket."):
        return
    strange = event == "socket.__new__" and int(given[1]) not in (_LOCAL, -1)  # type: ignore[call-overload]
    if strange or event in _ASKED:
        opened.append(event)
        raise RuntimeError(f"a test opens a socket ({event})")
