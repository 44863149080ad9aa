# SPDX-License-Identifier: Apache-2.0
"""Reads a number as a person typed it; what does not follow the language's signs is not guessed."""

from __future__ import annotations

import re
from decimal import Decimal

_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
_LONGEST = 40


def _pattern(decimal: str, group: str) -> re.Pattern[str]:
    # A group may not start with zero, so the other language's "0.123" is refused, not misread.
    return re.compile(
        rf"(?P<sign>[+-]?) ?(?P<whole>[1-9][0-9]{{0,2}}(?:(?P<group>[ {group}])[0-9]{{3}})"
        rf"(?:(?P=group)[0-9]{{3}})*|[0-9]+)?(?:{decimal}(?P<part>[0-9]+))? ?%?"
    )


_FORMS = {"da": _pattern(",", r"\."), "en": _pattern(r"\.", ",")}


def read_number(text: str, lang: str) -> Decimal | None:
    """The number in ``text`` by the signs of ``lang``, or None when it is not clearly one.

    Danish "1.234,5" and English "1,234.5" are 1234.5; Danish "1.234" is 1234. A per cent sign at
    the end is left off (6,6 % is 6.6). Minus may be a hyphen, a minus sign or an en dash.
    """
    tidy = _SPACES.sub(" ", text).strip().replace("\u2212", "-").replace("\u2013", "-")
    if len(tidy) > _LONGEST:
        return None
    found = _FORMS[lang].fullmatch(tidy)
    if found is None:
        return None
    whole, part = found["whole"], found["part"]
    if whole is None and part is None:
        return None
    digits = re.sub(r"[^0-9]", "", whole or "0")
    number = Decimal(f"{digits}.{part}" if part else digits)
    return number.copy_negate() if found["sign"] == "-" and number else number
