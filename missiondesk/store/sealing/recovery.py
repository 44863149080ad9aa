# SPDX-License-Identifier: Apache-2.0
"""The recovery key: random, in groups that can be printed and typed, with its own check.

140 random bits and a check of 20 stand in eight groups of four signs, without I, L, O and U. What
is misread for another sign is understood, and a slip is told before any passphrase is tried.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_RANDOM, _CHECK, _GROUP = 28, 4, 4


def new_recovery_key() -> str:
    """A new key as it is printed: "7K2M-…", eight groups."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_RANDOM))
    return _grouped(signs + _check_of(signs))


def looks_like_one(text: str) -> bool:
    """Whether somebody meant to type a recovery key; it may hold a slip."""
    signs = _signs_of(text)
    return len(signs) == _RANDOM + _CHECK and all(sign in _SIGNS for sign in signs)


def read_recovery_key(text: str) -> str | None:
    """The key as it was printed, from what was typed; None when it holds a slip."""
    signs = _signs_of(text)
    if not looks_like_one(text) or _check_of(signs[:_RANDOM]) != signs[_RANDOM:]:
        return None
    return _grouped(signs)


def _signs_of(text: str) -> str:
    return "".join(text.split()).replace("-", "").upper().translate(_MISREAD)


def _check_of(signs: str) -> str:
    number = int.from_bytes(hashlib.sha256(signs.encode("ascii", "replace")).digest()[:4], "big")
    return "".join(_SIGNS[(number >> (5 * place)) & 31] for place in range(_CHECK))


def _grouped(signs: str) -> str:
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))
