# SPDX-License-Identifier: Apache-2.0
"""What was typed as a number, and what may be written instead where it cannot be read."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.language.typed_amounts import is_per_cent, money_unit, read_in_unit
from missiondesk.language.typed_numbers import read_number

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


def _refusal(text: str, tr: Translator, field: str, unit: str, number: Decimal) -> Refused:
    money = money_unit(unit)
    if money is not None and money.currency == "DKK":
        size = 10**money.power
        said = N_(
            "“{text}” is not an amount in {unit}. Write the number alone, as {number}, or with its "
            "unit, as {example}."
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
