# SPDX-License-Identifier: Apache-2.0
"""A language for tests whose every sentence is 40 % longer than the Danish one (UX-18).

Words grow by doubled vowels, so that they break where Danish words do and a short head grows too;
placeholders and the marks of menu keys stay as they are.
"""

from __future__ import annotations

import gettext
import re
from math import ceil

from missiondesk.language import Translator, translator

SHARE = 0.4
_PARTS = re.compile(r"(\{[^{}]*\}|\s+|[^\s{]+)")
_VOWELS = "aeiouyæøåAEIOUYÆØÅ"


def longer(text: str) -> str:
    """The text with each of its words 40 % longer, rounded up."""
    return "".join(_grown(part) for part in _PARTS.findall(text))


def _grown(part: str) -> str:
    if part.isspace() or part[0] == "{" or not any(sign.isalpha() for sign in part):
        return part
    wanted = ceil(sum(sign.isalpha() for sign in part) * SHARE)
    made = []
    for sign in part:
        made.append(sign)
        if wanted and sign in _VOWELS:
            made.append(sign.lower())
            wanted -= 1
    last = max(place for place, sign in enumerate(made) if sign.isalpha())
    return "".join(made[: last + 1]) + made[last].lower() * wanted + "".join(made[last + 1 :])


class _Catalogue(gettext.NullTranslations):
    """Says everything as the real catalogue does, only longer."""

    def __init__(self, real: gettext.NullTranslations) -> None:
        super().__init__()
        self._real = real

    def gettext(self, message: str) -> str:
        return longer(self._real.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(self._real.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        return longer(self._real.pgettext(context, message))


def long_translator() -> Translator:
    """Danish, and 40 % longer."""
    real = translator("da")
    return Translator("da", _Catalogue(real.catalogue))
