# SPDX-License-Identifier: Apache-2.0
"""What was typed as a number or a date, and what may be written instead where it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.language.typed_amounts import is_per_cent, money_unit, read_in_unit
from missiondesk.language.typed_dates import (
    month_exceeded,
    next_without_year,
    read_period,
    year_typed,
)
from missiondesk.language.typed_numbers import read_number

# A day, or what is asked for it each time: a window stays open over midnight.
Day = date | Callable[[], date]

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100  # what lies beyond is a slip of the keys

_MILLION: Final = 6
_OERE: Final = 100


def number_from_text(
    text: str, tr: Translator, field: str, unit: str | None = "", *, whole: bool = False
) -> Decimal:
    """The number typed, counted in a unit; see `read_in_unit`.

    Args:
        text: What was typed; not empty.
        tr: The screen's language.
        field: Where a refusal is shown.
        unit: What is counted, as it is shown; None where only the row around it knows.
        whole: A refusal gives a whole number as example.

    Raises:
        Refused: It is no number in this unit; the sentence says what may be written.
    """
    number = read_number(text, tr.lang) if unit is None else read_in_unit(text, tr.lang, unit)
    if number is None:
        raise _refusal(text, tr, field, unit or "", Decimal(12 if whole else "12.5"))
    return number


def on(day: Day) -> date:
    """The day itself."""
    return day() if callable(day) else day


def period_from_text(text: str, tr: Translator, today: date, field: str = "") -> Period | None:
    """The period typed, None for an empty text.

    Raises:
        Refused: It is not understood as a date; the sentence says what may be written.
    """
    text = text.strip()
    if not text:
        return None
    found = read_period(text, tr.lang, today)
    if found is not None and found[0].year <= LAST_YEAR:
        return Period.of(*found)
    raise _no_date(text, tr, today, field)


def _no_date(text: str, tr: Translator, today: date, field: str) -> Refused:
    year = year_typed(text)
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        said = N_("“{text}” lies outside of the years from {first} to {last}. Check the year.")
        ends = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        return Refused(said, field=field, text=text, **ends)
    last = month_exceeded(text, tr.lang)
    if last is not None:
        said = N_("“{text}” is not a date: {month} has only {days} days.")
        month = Period.of(last.replace(day=1), "month")
        return Refused(said, field=field, text=text, month=month, days=last.day)
    following = next_without_year(text, tr.lang, today)
    if following is not None:
        said = N_("“{text}” says no year. Write it too; the next one is {date}.")
        return Refused(said, field=field, text=text, date=Period.of(*following))
    said = N_("“{text}” is not a date. Write e.g. 1.3.2027, March 2027, week 12 2027 or +3 months.")
    return Refused(said, field=field, text=text)


def _refusal(text: str, tr: Translator, field: str, unit: str, number: Decimal) -> Refused:
    money = money_unit(unit)
    if money is not None and money.currency == "DKK":
        size = 10**money.power
        said = N_(
            "“{text}” is not an amount in “{unit}”. Write the number alone, as {number}, or with "
            "its unit, as {example}."
        )
        number = Decimal("2.5") if money.power >= _MILLION else Decimal(2500)
        example = tr.money(int(number * size * _OERE))
        return Refused(said, field=field, text=text, unit=unit, number=number, example=example)
    if is_per_cent(unit):
        said = N_("“{text}” is not a number in per cent. Write {number} or {number} %.")
        return Refused(said, field=field, text=text, number=number)
    if unit:
        said = N_("“{text}” is not a number in “{unit}”. Write only the number, as {number}.")
        return Refused(said, field=field, text=text, unit=unit, number=number)
    said = N_("“{text}” cannot be read as a number here. Write only the number, as {number}.")
    return Refused(said, field=field, text=text, number=number)
