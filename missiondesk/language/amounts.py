# SPDX-License-Identifier: Apache-2.0
"""Numbers, percentages, quantities and money as the two languages write them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from missiondesk.language.conventions import MINUS, NBSP, conventions

Number = int | float | Decimal

# The default context would refuse to round a number of more than 28 digits; a float has up to 309.
_EXACT = Context(prec=500, rounding=ROUND_HALF_UP)
_MOST_DECIMALS = 30
_AMOUNTS = {
    "da": {
        10**9: f"{{}}{NBSP}mia.{NBSP}kr.",
        10**6: f"{{}}{NBSP}mio.{NBSP}kr.",
        1: f"{{}}{NBSP}kr.",
    },
    "en": {
        10**9: f"DKK{NBSP}{{}}{NBSP}billion",
        10**6: f"DKK{NBSP}{{}}{NBSP}million",
        1: f"DKK{NBSP}{{}}",
    },
}


def format_number(value: Number, lang: str, decimals: int | None = None) -> str:
    """``value`` with the language's signs, halves rounded up, a true minus sign.

    Args:
        value: Any finite number; a float is taken by its shortest decimal text.
        lang: "da" or "en".
        decimals: Digits after the decimal sign; None keeps the digits the value has.

    Raises:
        ValueError: The number is not finite.
    """
    exact = rounded(value, decimals)
    signs = conventions(lang)
    plain = f"{exact.copy_abs():,f}"
    shown = plain.translate({ord(","): signs.group, ord("."): signs.decimal})
    return MINUS + shown if exact < 0 else shown


def format_signed(value: Number, lang: str, decimals: int | None = None) -> str:
    """As `format_number`, with a plus sign before what is above zero after rounding."""
    sign = "+" if rounded(value, decimals) > 0 else ""
    return sign + format_number(value, lang, decimals)


def format_percent(value: Number, lang: str, decimals: int | None = None) -> str:
    """A value counted in per cent: 6.6 is "6,6 %" in Danish and "6.6%" in English."""
    gap = NBSP if lang == "da" else ""
    return f"{format_number(value, lang, decimals)}{gap}%"


def format_quantity(value: Number, unit: str, lang: str, decimals: int | None = None) -> str:
    """Number and unit that stay on one line; the unit is text of the data, already worded."""
    if unit.strip() == "%":
        return format_percent(value, lang, decimals)
    figure = format_number(value, lang, decimals)
    return f"{figure}{NBSP}{unit.strip()}" if unit.strip() else figure


@lru_cache(maxsize=16_384)
def format_money(oere: int, lang: str, decimals: int = 1) -> str:
    """An amount of ``oere`` in kroner, millions or billions, whichever reads best.

    Below a million whole kroner are written; above it ``decimals`` digits. What would round up to
    a thousand millions is written as one billion.
    """
    digits = min(max(decimals, 0), _MOST_DECIMALS)
    if _part(oere, 100, 0) < 10**6:
        size, digits = 1, 0
    else:
        size = 10**9 if _part(oere, 100 * 10**6, digits) >= 1000 * 10**digits else 10**6
    return _AMOUNTS[lang][size].format(_written(oere, 100 * size, digits, lang))


def format_monies(amounts: Sequence[int], lang: str, decimals: int = 1) -> tuple[str, ...]:
    """Amounts of øre that stand below each other: none in billions where others are in millions.

    "5,0 mio. kr." below "6,0 mia. kr." reads as nearly as much, being a thousandth of it.
    """
    said = tuple(format_money(oere, lang, decimals) for oere in amounts)
    digits = min(max(decimals, 0), _MOST_DECIMALS)
    large = [_part(oere, 100 * 10**6, digits) >= 1000 * 10**digits for oere in amounts]
    if all(one or not oere for one, oere in zip(large, amounts, strict=True)):
        return said
    return tuple(
        _AMOUNTS[lang][10**6].format(format_millions(oere, lang, decimals)) if one else word
        for one, oere, word in zip(large, amounts, said, strict=True)
    )


def format_millions(oere: int, lang: str, decimals: int = 1) -> str:
    """An amount of ``oere`` as a bare figure in millions of kroner, for a table with that head."""
    return _written(oere, 100 * 10**6, min(max(decimals, 0), _MOST_DECIMALS), lang)


def _part(oere: int, size: int, digits: int) -> int:
    """How many of the last digit shown an amount is, without its sign, halves rounded up.

    In whole numbers: tables of money write some ten thousand of them at a time.
    """
    return int((2 * abs(oere) * 10**digits + size) // (2 * size))


def _written(oere: int, size: int, digits: int, lang: str) -> str:
    """The amount in units of ``size`` øre, with so many digits."""
    whole, rest = divmod(_part(oere, size, digits), 10**digits)
    signs = conventions(lang)
    shown = f"{whole:,}".replace(",", signs.group)
    if digits:
        shown += f"{signs.decimal}{rest:0{digits}}"
    return MINUS + shown if oere < 0 and (whole or rest) else shown


def rounded(value: Number, decimals: int | None) -> Decimal:
    """``value`` exactly, or rounded half up to ``decimals`` digits; never a negative zero.

    Fewer digits than none are none (a figure is never rounded to tens), more than 30 are 30.

    Raises:
        ValueError: The number is not finite or has more than 500 digits.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        raise ValueError("only finite numbers can be written")
    if decimals is None:
        exponent = exact.as_tuple().exponent
        decimals = max(0, -int(exponent))
    else:
        decimals = min(max(decimals, 0), _MOST_DECIMALS)
    try:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    except InvalidOperation as error:
        raise ValueError("the number has too many digits to be written") from error
    return exact.copy_abs() if exact == 0 else exact
