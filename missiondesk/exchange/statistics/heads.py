# SPDX-License-Identifier: Apache-2.0
"""The first line of a file whose beginning alone is at hand, to know its format by."""

from __future__ import annotations

import codecs
from typing import Final

from missiondesk.exchange.statistics.encoding import windows_1252

_ENOUGH: Final = 60_000


def first_line(head: bytes) -> str:
    """The first line with something in it, of a beginning that may end within a letter; "" when it
    is no text. The line "sep=;" is passed over.
    """
    lines = filter(str.strip, beginning(head).splitlines())
    return next((line for line in lines if not line.lower().startswith("sep=")), "")


def beginning(head: bytes) -> str:
    """The text of a beginning, without its BOM; "" when it is none."""
    return _text(head).lstrip("\ufeff")


def _text(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return head.decode("utf-32", "ignore")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    if b"\x00" in head:
        return ""
    # What is cut off may be a letter; a heading is never as long as the beginning.
    try:
        return head[:_ENOUGH].decode("utf-8")
    except UnicodeDecodeError as error:
        whole = error.start >= len(head[:_ENOUGH]) - 3
        return head[: error.start].decode("utf-8") if whole else windows_1252(head[:_ENOUGH])
