# SPDX-License-Identifier: Apache-2.0
"""Reads the dates and amounts of one return. What may be two things is read only when the rest of
the file decides it; else it stays words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.period import Period, day
from missiondesk.exchange.portfolio_returns.returned import PENCE_OF_A_MILLION
from missiondesk.exchange.statistics.written_numbers import Figures, Placed, shape_of
from missiondesk.exchange.written_periods import written_period

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_BY_DAY = re.compile(r"(\d{1,2})([./\-])(\d{1,2})\2(\d{4}|\d{2})")
_AMOUNT = re.compile(
    r"(?P<sign>[-\u2212\u2013]?)\s*(?:£|GBP)?\s*(?P<number>[-\u2212\u2013]?[^£]*?)"
    r"\s*(?P<unit>m|million|bn|billion)?",
    re.IGNORECASE,
)
_POUND_MINUS: Final = "-\u2212\u2013"
_FIGURES: Final = Figures(".")
# A century of years of two digits: from 50 years before the return to 49 after it.
_BEFORE: Final = 50
# More pounds than all states have; such an amount is damage, and no column could hold it.
_MOST_PENCE: Final = 10**17

_NO_DATE: Final = N_("It is no date.")
_NO_AMOUNT: Final = N_("It is no amount in millions of pounds.")


@dataclass(slots=True)
class ValueReader:
    """Reads dates and amounts by what the whole file says of them.

    Attributes:
        year: Of the return, for years of two digits; None reads none of them.
        month_first: Whether some date can only be month before day, so that no other is sure.
        commas: Whether some amount has a comma before its decimals, so that points are unsure.
        short_years: How many dates had a year of two digits.
    """

    year: int | None
    month_first: bool
    commas: bool
    short_years: int = field(default=0)

    @staticmethod
    def of(year: int | None, dates: Iterable[str], amounts: Iterable[str]) -> ValueReader:
        """Look at all dates and amounts of a file first."""
        return ValueReader(year, any(map(_month_first, dates)), any(map(_danish, amounts)))

    # -- dates ---------------------------------------------------------------------------
    def date(self, text: str) -> Period | Message:
        """The period that a text names; a message when it names none for sure."""
        iso = _ISO.fullmatch(text)
        if iso is not None:
            return _day(int(iso[1]), int(iso[2]), int(iso[3]))
        found = _BY_DAY.fullmatch(text)
        if found is None:
            return written_period(text, "en") or message(_NO_DATE)
        if self.month_first and found[2] == "/":
            return message(N_("Another date of the file has the month first; this may be either."))
        return self._by_day(int(found[1]), int(found[3]), found[4])

    def _by_day(self, of_month: int, month: int, year: str) -> Period | Message:
        if len(year) == 4:
            return _day(int(year), month, of_month)
        if self.year is None:
            return message(N_("The year has two digits, and the file does not say of which time."))
        first = self.year - _BEFORE
        read = _day(first + (int(year) - first) % 100, month, of_month)
        self.short_years += isinstance(read, Period)
        return read

    # -- amounts -------------------------------------------------------------------------
    def pence(self, text: str) -> int | Message:
        """The whole pence of an amount in millions of pounds; a message when it is none."""
        found = _AMOUNT.fullmatch(text)
        number = None if found is None else self._number(found["number"])
        if found is None or number is None:
            return message(_NO_AMOUNT)
        if found["sign"]:
            if found["number"][:1] in _POUND_MINUS:
                return message(_NO_AMOUNT)
            number = -number
        billions = (found["unit"] or "").casefold() in ("bn", "billion")
        pence = number * PENCE_OF_A_MILLION * (1000 if billions else 1)
        if pence != pence.to_integral_value():
            return message(N_("It has parts of a penny."))
        if abs(pence) > _MOST_PENCE:
            return message(_NO_AMOUNT)
        return int(pence)

    def _number(self, text: str) -> Decimal | None:
        shape = shape_of(text)
        if shape is None or shape.percent or shape.star or shape.power or _foreign(text):
            return None
        if shape.unsure and self.commas:
            return None
        return _FIGURES.read(Placed(text, 0, ""))[0]


def _day(year: int, month: int, of_month: int) -> Period | Message:
    try:
        return day(date(year, month, of_month))
    except ValueError:
        return message(_NO_DATE)


def _month_first(text: str) -> bool:
    found = _BY_DAY.fullmatch(text.strip())
    return found is not None and found[2] == "/" and int(found[1]) <= 12 < int(found[3]) <= 31


def _danish(text: str) -> bool:
    found = _AMOUNT.fullmatch(text.strip())
    return found is not None and _foreign(found["number"])


def _foreign(text: str) -> bool:
    """Whether a number can only be one with decimals after a comma, which no return has."""
    shape = shape_of(text)
    if shape is None:
        return False
    return shape.group == "." or (shape.mark == "," and not shape.unsure)
