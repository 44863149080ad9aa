# SPDX-License-Identifier: Apache-2.0
"""Numbers as machines write them, read as decimals and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

# With or without fraction and exponent; Java writes -4.7190493E7.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_USUAL = re.compile(r"-?[0-9]{1,18}+(?:\.[0-9]{1,18}+)?+")
_ALL_USUAL = re.compile(rf"{_USUAL.pattern}(?:\n{_USUAL.pattern})*+")
# Digits before and after the decimal point; a table that has more has no figures but damage.
MOST_DIGITS: Final = 60


def machine_number(text: str) -> Decimal | None:
    """The number in ``text``, written with a decimal point; None when it is none.

    An exponent is worked out, so that 1.5E7 is shown as 15000000.
    """
    if _USUAL.fullmatch(text) is not None:
        return Decimal(text)
    if _NUMBER.fullmatch(text) is None:
        return None
    return plain(Decimal(text))


def are_usual(texts: Iterable[str]) -> bool:
    """Whether all texts are numbers in digits, in one look."""
    return _ALL_USUAL.fullmatch("\n".join(texts)) is not None


def plain(number: Decimal) -> Decimal | None:
    """The same number without an exponent; None when it is not finite or absurdly large or fine."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        return None
    if number.adjusted() > MOST_DIGITS or exponent < -MOST_DIGITS:
        return None
    return Decimal(format(number, "f")) if exponent > 0 else number
