# SPDX-License-Identifier: Apache-2.0
"""By which names synchronisers, mail programs and people put a second copy beside a file."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# What follows the file's own name: "(2)", "- Kopi", "-DESKTOP-4F2", "(conflicted copy 2026-11-02)",
# "(Åses modstridende kopi)", ".sync-conflict-20261102-093000-ABC".
_TAILS: Final = re.compile(
    r"""
      \s?\(\d{1,3}\)
    | [ _-]+(?:kopi|copy)(?:[ ]?\(?\d{0,3}\)?)?
    | -[A-Z0-9][A-Za-z0-9]*(?:-[A-Za-z0-9]+){0,3}(?:-\d{1,3})?
    | [ ._-]*\(?[^()]{0,80}?(?:conflict|konflikt|modstrid)[^()]{0,80}\)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEADS: Final = re.compile(r"(?:kopi af|copy of) ", re.IGNORECASE)


def is_copy_of(name: str, stem: str) -> bool:
    """Whether a file called ``name`` may be a second copy of the one called ``stem``, both without
    their ending.
    """
    # macOS takes letters apart that others keep together.
    name, stem = (unicodedata.normalize("NFC", one) for one in (name, stem))
    if name.casefold() == stem.casefold():
        return False
    head = _HEADS.match(name)
    if head is not None and name[head.end() :].casefold() == stem.casefold():
        return True
    if not name.casefold().startswith(stem.casefold()):
        return False
    return _TAILS.fullmatch(name[len(stem) :]) is not None
