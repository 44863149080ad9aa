# SPDX-License-Identifier: Apache-2.0
"""A compiled catalogue that reads a text when it is asked for: all of them cost each start time."""

from __future__ import annotations

import gettext
import struct
import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

_MAGIC: Final = 0x950412DE
_CONTEXT: Final = "{}\x04{}"


class CompiledCatalogue(gettext.NullTranslations):
    """A gettext ``.mo`` file.

    Args:
        data: The whole file.

    Raises:
        OSError: It is no compiled catalogue.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        for order in "<>":
            if len(data) >= 28 and struct.unpack_from(f"{order}I", data)[0] == _MAGIC:
                break
        else:
            raise OSError("not a compiled catalogue")
        _, _, self._count, ids, texts = struct.unpack_from(f"{order}5I", data)
        # Two tables of length and place, one after the other.
        self._ids = _numbers(data, order, ids, 2 * self._count)
        self._texts = _numbers(data, order, texts, 2 * self._count)
        self._places: dict[bytes, int] | None = None
        self._found: dict[str, list[str] | None] = {}

    # -- looking up ------------------------------------------------------------------------
    def _look_up(self, msgid: str) -> list[str] | None:
        if msgid not in self._found:
            place = self._place(msgid.encode())
            text = None if place is None else self._text(place)
            self._found[msgid] = text.split("\0") if text is not None else None
        return self._found[msgid]

    def _text(self, place: int) -> str:
        length, start = self._texts[2 * place], self._texts[2 * place + 1]
        return self._data[start : start + length].decode()

    def _place(self, msgid: bytes) -> int | None:
        """Which entry it is; None when it is none."""
        if self._places is None:
            bare = _without_context(msgid)
            place = bisect_left(range(self._count), bare, key=self._bare)
            while place < self._count and self._bare(place) == bare:
                if self._id(place) == msgid:
                    return place
                place += 1
            # None of these, or the entries stand in another order.
            self._places = {self._id(place): place for place in range(self._count)}
        return self._places.get(msgid)

    def _id(self, place: int) -> bytes:
        """An entry with a plural has both ids; the first is the one that is asked for."""
        length, start = self._ids[2 * place], self._ids[2 * place + 1]
        return self._data[start : start + length].partition(b"\0")[0]

    def _bare(self, place: int) -> bytes:
        return _without_context(self._id(place))

    @cached_property
    def _plural(self) -> Callable[[int], int]:
        """Which form a number takes, as the catalogue's header says it."""
        header = (self._look_up("") or [""])[0]
        for line in header.splitlines():
            name, _, value = line.partition(":")
            if name.strip().lower() == "plural-forms" and "plural=" in value:
                rule = value.partition("plural=")[2].strip().rstrip(";")
                return gettext.c2py(rule)
        return lambda n: int(n != 1)

    # -- as gettext asks -------------------------------------------------------------------
    def gettext(self, message: str) -> str:
        found = self._look_up(message)
        return found[0] if found else message

    def pgettext(self, context: str, message: str) -> str:
        found = self._look_up(_CONTEXT.format(context, message))
        return found[0] if found else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        found = self._look_up(msgid1)
        form = self._plural(n)
        if found and form < len(found):
            return found[form]
        return msgid1 if n == 1 else msgid2


def _without_context(msgid: bytes) -> bytes:
    """Babel puts the entries in this order."""
    return msgid.rpartition(b"\x04")[2]


def _numbers(data: bytes, order: str, start: int, count: int) -> Sequence[int]:
    """Numbers of four bytes, which are not copied where the file has the machine's order."""
    if start + 4 * count > len(data):
        raise OSError("a compiled catalogue that ends too early")
    if (order == "<") == (sys.byteorder == "little"):
        return memoryview(data)[start : start + 4 * count].cast("I")
    found: tuple[int, ...] = struct.unpack_from(f"{order}{count}I", data, start)
    return found
