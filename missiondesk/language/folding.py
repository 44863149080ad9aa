# SPDX-License-Identifier: Apache-2.0
"""Texts made alike for searching: without case and accents, with æ, ø and å spelled both ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_WIDE = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss"})
_NARROW = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ß": "ss"})


def folded(text: str) -> tuple[str, str]:
    """``text`` as "boerne-aar" and as "borne-ar"; both are searched."""
    small = unicodedata.normalize("NFC", text).casefold()
    return _plain(small.translate(_WIDE)), _plain(small.translate(_NARROW))


def found_in(query: str, texts: Sequence[str]) -> bool:
    """Whether each word of ``query`` is found in one of the texts; an empty query is always."""
    wide, narrow = zip(*(folded(text) for text in texts), strict=True) if texts else ((), ())
    for word in query.split():
        as_wide, as_narrow = folded(word)
        spelled = any(as_wide in text for text in wide)
        if not spelled and not any(as_narrow in text for text in narrow):
            return False
    return True


def marks(query: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of ``query`` stand in ``text``: begin and end of each, none overlapping.

    However a word is spelled in the query, the places are those of the text as it is written.
    """
    places: set[int] = set()
    for spelling in (_WIDE, _NARROW):
        signs = [_plain(sign.casefold().translate(spelling)) for sign in text]
        owners = [place for place, sign in enumerate(signs) for _ in sign]
        spelled = "".join(signs)
        for word in query.split():
            sought = _plain(unicodedata.normalize("NFC", word).casefold().translate(spelling))
            found = spelled.find(sought) if sought else -1
            while found >= 0:
                places.update(owners[found : found + len(sought)])
                found = spelled.find(sought, found + len(sought))
    begins = sorted(place for place in places if place - 1 not in places)
    ends = sorted(place + 1 for place in places if place + 1 not in places)
    return tuple(zip(begins, ends, strict=True))


def _plain(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
