# SPDX-License-Identifier: Apache-2.0
"""Reads a number with the unit it was typed with, and turns money into the unit asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from missiondesk.language.typed_numbers import read_number

_EXACT = Context(prec=120)
_TYPED = re.compile(
    r"(?P<before>[^\W\d_]+\.?|[€$£])? ?"
    r"(?P<number>[-+\u2212\u2013]? ?[0-9.,][0-9., ]*)(?P<after>(?:\D.*)?)"
)
_PER_CENT = frozenset(("%", "pct", "procent", "percent"))
_OF_A_WHOLE = re.compile(r"(?:%|pct\.?|procent|per ?cent) (?!-?point)")  # "% af BNP"
# Word → power of ten and the language of which alone it is a word.
_SCALES: dict[str, tuple[int, str]] = {
    "": (0, ""),
    **dict.fromkeys(("t", "tusind", "tusinde"), (3, "da")),
    **dict.fromkeys(("k", "thousand"), (3, "en")),
    **dict.fromkeys(("m", "million"), (6, "")),
    **dict.fromkeys(("mio", "mill", "millioner"), (6, "da")),
    **dict.fromkeys(("mn", "millions"), (6, "en")),
    **dict.fromkeys(("mia", "mrd", "milliard", "milliarder"), (9, "da")),
    **dict.fromkeys(("bn", "billion", "billions"), (9, "en")),
}
_CURRENCIES = {
    **dict.fromkeys(("kr", "krone", "kroner", "dkk"), "DKK"),
    **dict.fromkeys(("eur", "euro", "euros", "€"), "EUR"),
    **dict.fromkeys(("usd", "$"), "USD"),
    **dict.fromkeys(("gbp", "£"), "GBP"),
    "sek": "SEK",
    "nok": "NOK",
}
_DANISH = ("kr", "krone", "kroner")
_OTHER_BILLION = ("billion", "billions")  # a thousand times as much in Danish


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """What an amount is counted in.

    Attributes:
        power: Of ten: 6 for millions.
        currency: Its three letters, "" when none was said.
        spoken: The language that its words belong to, "" when to both.
    """

    power: int
    currency: str
    spoken: str


_MONEY = {
    joined: MoneyUnit(power, currency, spoken or ("da" if word in _DANISH else ""))
    for scale, (power, spoken) in _SCALES.items()
    for word, currency in (*_CURRENCIES.items(), ("", ""))
    for joined in (scale + word, word + scale)
    if joined
}


def money_unit(unit: str) -> MoneyUnit | None:
    """The unit of money that a text names ("mio. kr.", "DKK million"), or None."""
    found = _MONEY.get(_joined(re.sub(r"\(.*?\)", "", unit)))
    return found if found is not None and found.currency else None


def is_per_cent(unit: str) -> bool:
    """Whether a text names per cent, also of something; points of it are another unit."""
    return _joined(unit) in _PER_CENT or bool(_OF_A_WHOLE.match(unit.strip().casefold()))


def read_in_unit(text: str, lang: str, unit: str) -> Decimal | None:
    """The number in ``text`` counted in ``unit``, or None when it is not clearly one.

    A number alone is one in the unit. With its own unit it is taken when that is the same ("12 %"
    where per cent is counted), or when both are money in one currency: "2,5 mia. kr." is 2500
    where millions are counted, "2.500.000 kr." is 2.5. Marks are read by ``lang``; words of the
    other language bring its marks, unless the number would then mean something else.

    Args:
        text: What was typed.
        lang: "da" or "en".
        unit: What is counted, as it is shown; "" when nothing is said about it.
    """
    found = _parts(text)
    if found is None:
        return None
    before, digits, after = found
    if not before and (not after or _joined(after) == _joined(unit)):
        same = money_unit(after)
        return _read_spoken(digits, lang, same.spoken if same is not None else lang)
    if not before and _joined(after) in _PER_CENT:
        return read_number(digits, lang) if is_per_cent(unit) else None
    wanted = money_unit(unit)
    return None if wanted is None else _amount(found, lang, wanted.power, wanted.currency)


def read_amount(text: str, lang: str, power: int, currency: str) -> Decimal | None:
    """An amount that stands with its unit, counted in another; None for a number alone, too.

    Args:
        text: What was written.
        lang: "da" or "en".
        power: Of ten, that is counted in: 6 for millions.
        currency: Its three letters; "" where it is not known, and so may not be told otherwise.
    """
    found = _parts(text)
    return None if found is None else _amount(found, lang, power, currency)


def _parts(text: str) -> tuple[str, str, str] | None:
    """What stands before a number, the number, and what stands after it."""
    found = _TYPED.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    return found["before"] or "", found["number"].strip(), found["after"].strip()


def _amount(parts: tuple[str, str, str], lang: str, power: int, currency: str) -> Decimal | None:
    before, digits, after = parts
    typed = _typed_unit(before, after, lang)
    if typed is None or typed.currency not in ("", currency):
        return None
    number = _read_spoken(digits, lang, typed.spoken)
    return None if number is None else _moved(number, typed.power - power)


def _joined(words: str) -> str:
    return re.sub(r"[\s.]", "", words.casefold())


def _typed_unit(before: str, after: str, lang: str) -> MoneyUnit | None:
    words, ahead = _joined(after), _joined(before)
    if lang == "da" and any(word in words for word in _OTHER_BILLION):
        return None
    if not ahead:
        return _MONEY.get(words)
    if ahead not in _CURRENCIES or words not in _SCALES:
        return None
    power, spoken = _SCALES[words]
    # Danish writes other currencies than its own last.
    return MoneyUnit(power, _CURRENCIES[ahead], spoken or ("da" if ahead in _DANISH else "en"))


def _read_spoken(digits: str, lang: str, spoken: str) -> Decimal | None:
    own = read_number(digits, lang)
    if spoken in ("", lang):
        return own
    other = read_number(digits, spoken)
    if own is None or other is None:
        return other if own is None else own
    return own if own == other else None


def _moved(number: Decimal, power: int) -> Decimal:
    """Exactly so many powers of ten more, without zeros at the end."""
    moved = number.scaleb(power, context=_EXACT).normalize(_EXACT)
    exponent = moved.as_tuple().exponent
    whole = isinstance(exponent, int) and exponent > 0
    return moved.quantize(Decimal(1), context=_EXACT) if whole else moved
