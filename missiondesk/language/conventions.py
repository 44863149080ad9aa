# SPDX-License-Identifier: Apache-2.0
"""What differs between the two languages, read once from CLDR (Babel) and named here."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

NBSP = "\u00a0"
MINUS = "\u2212"
LOCALES = {"da": "da", "en": "en_GB"}


class Conventions(NamedTuple):
    """Number signs and month names of one language."""

    decimal: str
    group: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]


@lru_cache(maxsize=4)
def conventions(lang: str) -> Conventions:
    """The conventions of ``lang`` ("da" or "en")."""
    from babel import Locale

    # `Locale.parse` would read what languages of the world are called elsewhere, each start anew.
    language, _, territory = LOCALES[lang].partition("_")
    locale = Locale(language, territory or None)
    signs = locale.number_symbols["latn"]
    names = locale.months["format"]
    return Conventions(
        decimal=str(signs["decimal"]),
        group=str(signs["group"]),
        months=tuple(str(names["wide"][month]) for month in range(1, 13)),
        short_months=tuple(str(names["abbreviated"][month]) for month in range(1, 13)),
    )
