# SPDX-License-Identifier: Apache-2.0
"""What a cell's number format says of the number in it: per cent, how precise a date, how wide."""

from __future__ import annotations

import re
from typing import Final

from missiondesk.domain.late_dataclass import dataclass

# Taken out before the signs are looked at: [Red], [$-406], [>=100]; not [h], which counts hours.
_BRACKETS = re.compile(r"\[(?![hms]+\])[^\]]*\]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_ESCAPED = re.compile(r"\\.|_.|\*.")
_LITERAL_PERCENT = re.compile(r'"[^"]*%[^"]*"|\\%')
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_ZEROS = re.compile(r"0{2,20}")
_PERCENT_IDS: Final = frozenset({9, 10})
_DAY_IDS: Final = frozenset({14, 15, 16, 22, *range(27, 32), 36, *range(50, 59)})
_MONTH_IDS: Final = frozenset({17})


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What a format says.

    Attributes:
        percent: The number is shown as per cent.
        scaled: And it is shown a hundred times as large as it is stored.
        date: How precise a date is shown: "year", "month" or "day"; "" when none is.
        width: Number of digits to which it is filled with zeros, 0 for none (codes such as 0101).
    """

    percent: bool = False
    scaled: bool = False
    date: str = ""
    width: int = 0


PLAIN: Final = NumberFormat()


def number_format(number: int, code: str | None) -> NumberFormat:
    """What the format with this number says; ``code`` is None for the formats built into Excel."""
    if code is not None:
        return _of_code(code)
    if number in _PERCENT_IDS:
        return NumberFormat(percent=True, scaled=True)
    if number in _MONTH_IDS:
        return NumberFormat(date="month")
    return NumberFormat(date="day") if number in _DAY_IDS else PLAIN


def _of_code(code: str) -> NumberFormat:
    # The first section is that of positive numbers, and of all when it stands alone.
    first = _sections(code)[0]
    literal = _LITERAL_PERCENT.search(first) is not None
    bare = _BRACKETS.sub("", _ESCAPED.sub("", _QUOTED.sub("", first)))
    if "%" in bare:
        return NumberFormat(percent=True, scaled=True)
    if _ZEROS.fullmatch(bare.strip()):
        return NumberFormat(percent=literal, width=len(bare.strip()))
    date = "" if _ELAPSED.search(bare) else _precision(bare.casefold().replace("general", ""))
    return NumberFormat(percent=literal and not date, date=date)


def _sections(code: str) -> list[str]:
    """The parts between semicolons that are not quoted or escaped."""
    parts, quoted, escaped = [""], False, False
    for sign in code:
        if sign == ";" and not quoted and not escaped:
            parts.append("")
            continue
        quoted ^= sign == '"' and not escaped
        escaped = sign == "\\" and not escaped and not quoted
        parts[-1] += sign
    return parts


def _precision(signs: str) -> str:
    if "d" in signs:
        return "day"
    if "y" not in signs:
        return ""
    return "month" if "m" in signs else "year"
