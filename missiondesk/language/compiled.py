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
# So many texts are looked for one by one: for the first window that is quicker than an index.
_FEW: Final = 100


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
        self._searches = 0
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
        if self._places is None and self._searches < _FEW:
            self._searches += 1
            start = self._search(msgid)
            if start is None:
                return None
            starts = self._ids[1::2]
            place = bisect_left(starts, start)
            if place < self._count and starts[place] == start:
                return place
            # The words stand within another entry, or the entries do not stand in a row.
        if self._places is None:
            pairs = zip(self._ids[::2], self._ids[1::2], strict=True)
            # An entry with a plural has both ids; the first is the one that is asked for.
            self._places = {
                self._data[start : start + length].partition(b"\0")[0]: place
                for place, (length, start) in enumerate(pairs)
            }
        return self._places.get(msgid)

    def _search(self, msgid: bytes) -> int | None:
        """Where the id begins: each ends with a zero, and so does what stands before it."""
        if not self._count:
            return None
        first, end = self._ids[1], self._ids[-1] + self._ids[-2] + 1
        if self._data.startswith(msgid + b"\0", first):
            return first
        found = self._data.find(b"\0" + msgid + b"\0", first, end)
        return None if found < 0 else found + 1

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


def _numbers(data: bytes, order: str, start: int, count: int) -> Sequence[int]:
    """Numbers of four bytes, which are not copied where the file has the machine's order."""
    if start + 4 * count > len(data):
        raise OSError("a compiled catalogue that ends too early")
    if (order == "<") == (sys.byteorder == "little"):
        return memoryview(data)[start : start + 4 * count].cast("I")
    found: tuple[int, ...] = struct.unpack_from(f"{order}{count}I", data, start)
    return found
