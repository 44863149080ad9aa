# SPDX-License-Identifier: Apache-2.0
"""Services that are imported and made when they are first asked for.

A workspace's first page needs a dozen of the desk's services; the others, with what they read and
write, took more than half of the time until it stood.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk


def later(file: str, *others: str) -> Any:
    """A service of the desk; its class is the one that the attribute is annotated with.

    Args:
        file: Where the class stands in ``missiondesk.services``.
        others: Names of the desk's services that it is given beside the session.
    """
    return _Later(file, others)


class _Later:
    def __init__(self, file: str, others: tuple[str, ...]) -> None:
        self._file, self._others = file, others

    def __set_name__(self, owner: type[Desk], name: str) -> None:
        self._name, self._kind = name, owner.__annotations__[name]

    def __get__(self, desk: Desk, _owner: type[Desk]) -> Any:
        make = getattr(import_module(f"missiondesk.services.{self._file}"), self._kind)
        made = make(desk.session, *(getattr(desk, name) for name in self._others))
        # Two threads may ask at once; both get the same. Afterwards the instance has its own.
        return desk.__dict__.setdefault(self._name, made)
