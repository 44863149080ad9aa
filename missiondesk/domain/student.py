# SPDX-License-Identifier: Apache-2.0
"""Student's t in plain Python, so that a forecast needs no statistics library."""

from __future__ import annotations

import math
from typing import Final

# Quantiles for 1 to 39 degrees of freedom, for intervals of 80 and of 95 per cent.
_Q90: Final = (
    *(3.0777, 1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.3830, 1.3722),
    *(1.3634, 1.3562, 1.3502, 1.3450, 1.3406, 1.3368, 1.3334, 1.3304, 1.3277, 1.3253),
    *(1.3232, 1.3212, 1.3195, 1.3178, 1.3163, 1.3150, 1.3137, 1.3125, 1.3114, 1.3104),
    *(1.3095, 1.3086, 1.3077, 1.3070, 1.3062, 1.3055, 1.3049, 1.3042, 1.3036),
)
_Q975: Final = (
    *(12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281),
    *(2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860),
    *(2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423),
    *(2.0395, 2.0369, 2.0345, 2.0322, 2.0301, 2.0281, 2.0262, 2.0244, 2.0227),
)
_Z: Final = {80: 1.2815515655446004, 95: 1.959963984540054}


def quantile(interval: int, freedom: int) -> float:
    """Half-width in standard errors of an interval of 80 or 95 per cent.

    From the table up to 39 degrees of freedom, beyond it by two terms of the Cornish-Fisher
    expansion about the normal quantile (Abramowitz & Stegun 26.7.5), right to five digits there.

    Raises:
        ValueError: Fewer than one degree of freedom.
        KeyError: Another interval than 80 or 95.
    """
    if freedom < 1:
        raise ValueError("at least one degree of freedom is needed")
    z, table = _Z[interval], {80: _Q90, 95: _Q975}[interval]
    if freedom <= len(table):
        return table[freedom - 1]
    first = (z**3 + z) / (4 * freedom)
    return z + first + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


def probability_below(t: float, freedom: int) -> float:
    """Probability that a value of Student's t is at most ``t``.

    By the finite series for whole degrees of freedom (Abramowitz & Stegun 26.7.3 and 26.7.4).

    Raises:
        ValueError: Fewer than one degree of freedom.
    """
    if freedom < 1:
        raise ValueError("at least one degree of freedom is needed")
    angle = math.atan2(t, math.sqrt(freedom))
    sine, cosine = math.sin(angle), math.cos(angle)
    if freedom % 2:
        middle = angle + sine * _series(cosine, cosine, 3, freedom) if freedom > 1 else angle
        below = 0.5 + middle / math.pi
    else:
        below = 0.5 + sine * _series(1.0, cosine, 2, freedom) / 2
    return min(max(below, 0.0), 1.0)  # rounding may leave the ends by the last digit


def _series(first: float, cosine: float, start: int, freedom: int) -> float:
    total = term = first
    for k in range(start, freedom - 1, 2):
        term *= cosine * cosine * (k - 1) / k
        total += term
    return total
