# SPDX-License-Identifier: Apache-2.0
"""File names made from data: every system keeps them, none leaves its folder (SEC-17)."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_UNSAFE = re.compile(r"[^\w-]+", re.ASCII)
_SPELLED = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss", "þ": "th"}
)


def safe_name(text: str, otherwise: str = "document") -> str:
    """``text`` in ASCII letters, digits, "-" and "_", at most 80 long, never a reserved name.

    No separator, dot, colon or control character is left, so the name cannot climb out of a
    folder, name a stream or hide an ending.
    """
    spelled = unicodedata.normalize("NFC", text).translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    name = _UNSAFE.sub("-", plain).strip("-_")[:LONGEST].strip("-_")
    if not name:
        return otherwise
    return f"{name}-file" if _RESERVED.fullmatch(name) else name
