# SPDX-License-Identifier: Apache-2.0
"""What differs between the two languages, as CLDR has it.

Written out, for reading it from Babel's data would keep the first page waiting longer than drawing
its tables does; the tests hold it beside Babel's.
"""

from __future__ import annotations

from typing import Final, NamedTuple

NBSP = "\u00a0"
MINUS = "\u2212"


class Conventions(NamedTuple):
    """Number signs and names of months and weekdays (Monday first) of one language."""

    decimal: str
    group: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_CONVENTIONS: Final = {
    "da": Conventions(
        decimal=",",
        group=".",
        months=_names(
            "januar februar marts april maj juni juli august september oktober november december"
        ),
        short_months=_names("jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec."),
        weekdays=_names("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    ),
    "en": Conventions(
        decimal=".",
        group=",",
        months=_names(
            "January February March April May June July August September October November December"
        ),
        short_months=_names("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
        weekdays=_names("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    ),
}


def conventions(lang: str) -> Conventions:
    """The conventions of ``lang`` ("da" or "en")."""
    return _CONVENTIONS[lang]
