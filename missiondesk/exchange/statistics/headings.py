# SPDX-License-Identifier: Apache-2.0
"""What the headings of a plain table say of their columns, in the words of those who make them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from missiondesk.exchange.statistics.time_axis import is_time_name

# Headings that say no more than that the figure stands below.
_VALUES: Final = frozenset(
    {
        "value", "values", "obs value", "observation", "observation value", "figure", "indhold",
        "værdi", "verdi", "värde", "tal", "wert", "valeur", "valor", "waarde", "arvo",
    }
)  # fmt: skip
_CODES: Final = frozenset(
    {"id", "code", "kode", "kod", "nr", "no", "nummer", "number", "key", "iso", "iso2", "iso3",
     "nuts", "fips", "isco", "identifier", "identifiant", "rank", "postnr"}
)  # fmt: skip
_CODES_BEFORE: Final = frozenset({"id", "code", "kode", "identifiant"})
_LONGEST_FLAG: Final = 3
_NAMES: Final = frozenset(
    {"name", "navn", "label", "title", "nom", "namn", "tekst", "text", "betegnelse"}
)
_REMARKS: Final = frozenset(
    {"note", "notes", "noter", "footnote", "footnotes", "fodnote", "fodnoter", "remark", "remarks",
     "comment", "comments", "kommentar", "bemærkning", "bemærkninger", "flag", "flags",
     "kilde", "source"}
)  # fmt: skip
_FLAGS: Final = frozenset({"flag", "flags", "status"})
_UNITS: Final = frozenset(
    {"unit", "units", "enhed", "unité", "einheit", "enhet", "unit of measure"}
)
_GEO: Final = frozenset(
    {"geo", "country", "land", "lande", "region", "regions", "område", "kommune", "area", "state",
     "municipality", "location", "entity", "geography", "geografi", "bopæl", "bopælsområde", "zone"}
)  # fmt: skip
_MOMENTS: Final = frozenset({"timestamp", "datetime"})


def plain(heading: str) -> str:
    """Small letters and digits with single spaces; camelCase is taken apart."""
    apart = re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])", " ", heading)
    return " ".join(re.findall(r"[^\W_]+", apart.casefold()))


def _words(heading: str) -> list[str]:
    return plain(heading).split()


def is_time(heading: str) -> bool:
    """Whether the heading is a word for time."""
    return is_time_name(plain(heading)) or plain(heading) in _MOMENTS


def speaks_of_time(heading: str) -> bool:
    """Whether a word for time stands in the heading: "base_year"."""
    return is_time(heading) or any(is_time_name(one) for one in _words(heading))


def is_value(heading: str) -> bool:
    """Whether the heading says that the figure stands below, and nothing else."""
    return plain(heading) in _VALUES


def is_code(heading: str) -> bool:
    """Whether the heading speaks of a code, which may be a number without being a figure.

    "kommune nr" does, "no of deaths" does not.
    """
    words = _words(heading)
    return bool(words) and (words[-1] in _CODES or words[0] in _CODES_BEFORE)


def is_remark(heading: str, cells: Iterable[str]) -> bool:
    """Whether a column holds notes or flags; a "status" is one only where it is a letter or two."""
    words = _words(heading)
    if any(one in _REMARKS for one in words):
        return True
    return "status" in words and all(len(cell) <= _LONGEST_FLAG for cell in cells)


def is_flag(heading: str) -> bool:
    """Whether a column of remarks holds the flags of the figures."""
    return any(one in _FLAGS for one in _words(heading))


def is_unit(heading: str) -> bool:
    """Whether the column holds units."""
    return plain(heading) in _UNITS


def is_geo(heading: str) -> bool:
    """Whether the column holds places."""
    return any(one in _GEO for one in _words(heading))


def code_and_name(one: str, other: str) -> bool:
    """Whether ``one`` is the heading of the codes of what ``other`` names: zone_id and zone_nom."""
    codes = [word for word in _words(one) if word not in _CODES]
    names = [word for word in _words(other) if word not in _NAMES]
    return is_code(one) and codes == names and len(_words(other)) > len(names)
