# SPDX-License-Identifier: Apache-2.0
"""Few and round numbers for the axes."""

from __future__ import annotations

import math
from decimal import Decimal

_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


def value_ticks(low: float, high: float, wanted: int = 4) -> tuple[Decimal, ...]:
    """Round values from at or below ``low`` to at or above ``high``, about ``wanted`` steps apart.

    Zero is taken in when the values are of one sign and come near it.
    """
    if high <= low:
        spread = abs(low) * 0.1 or 1.0
        low, high = low - spread, high + spread if low else spread
        low = max(low, 0.0) if high >= 0 and low + spread >= 0 else low
    if 0 < low < 0.3 * high:
        low = 0.0
    if 0 > high > 0.3 * low:
        high = 0.0
    step = round_step((high - low) / max(wanted, 1))
    first = math.floor(Decimal(repr(low)) / step)
    last = math.ceil(Decimal(repr(high)) / step)
    return tuple(step * number for number in range(first, last + 1))


def round_step(rough: float) -> Decimal:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least ``rough``."""
    exact = Decimal(repr(rough))
    power = Decimal(1).scaleb(exact.adjusted())
    return next((part * power for part in _ROUND if part * power >= exact), 10 * power)


def year_ticks(first: float, last: float, anchor: int, most: int) -> tuple[int, ...]:
    """Whole years within ``first`` to ``last``, evenly apart, at most ``most``, hitting ``anchor``.

    The anchor is the target's year: it is the year that the reader looks for.
    """
    low, high = math.ceil(first - 1e-9), math.floor(last + 1e-9)
    for step in _YEAR_STEPS:
        begin = low + (anchor - low) % step
        years = tuple(range(begin, high + 1, step))
        if 0 < len(years) <= max(most, 1):
            return years
        if not years:
            break  # the anchor lies just outside, and no year so many steps from it is within
    return (min(max(anchor, low), high) if low <= high else anchor,)


def decimals_of(ticks: tuple[Decimal, ...]) -> int:
    """Digits after the decimal sign that tell the ticks apart."""
    return max((max(0, -int(tick.normalize().as_tuple().exponent)) for tick in ticks), default=0)
