# SPDX-License-Identifier: Apache-2.0
"""Numbers typed with their unit: turned into the unit that is counted exactly, or not read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language.typed_amounts import money_unit, read_in_unit

MIO, EN_MIO = "mio. kr.", "DKK million"

UNDERSTOOD = [
    ("2,5", "da", MIO, "2.5"),
    ("2,5 mio. kr.", "da", MIO, "2.5"),
    ("2,5 mio.kr.", "da", MIO, "2.5"),
    ("2,5mio", "da", MIO, "2.5"),
    ("2,5 MIO. KR.", "da", MIO, "2.5"),
    ("2,5\u00a0mio.\u00a0kr.", "da", MIO, "2.5"),
    ("2,5 mkr.", "da", MIO, "2.5"),
    ("2,5 mill. kr.", "da", MIO, "2.5"),
    ("2,5 millioner kroner", "da", MIO, "2.5"),
    ("1 million", "da", MIO, "1"),
    ("2,5 mia. kr.", "da", MIO, "2500"),
    ("1,2345 milliarder", "da", MIO, "1234.5"),
    ("250 t.kr.", "da", MIO, "0.25"),
    ("250 tkr", "da", MIO, "0.25"),
    ("250 tusind kr.", "da", MIO, "0.25"),
    ("2.500.000 kr.", "da", MIO, "2.5"),
    ("2 500 000 kr", "da", MIO, "2.5"),
    ("kr. 2.500.000", "da", MIO, "2.5"),
    ("2500000 DKK", "da", MIO, "2.5"),
    ("-2,5 mio. kr.", "da", MIO, "-2.5"),
    ("−2,5 mio.", "da", MIO, "-2.5"),
    ("0 kr.", "da", MIO, "0"),
    ("1.250 mio. kr.", "da", MIO, "1250"),
    ("DKK 2.5 million", "da", MIO, "2.5"),
    ("2.5 mn", "da", MIO, "2.5"),
    ("2.5 millions", "da", MIO, "2.5"),
    ("2.5 bn", "da", MIO, "2500"),
    ("2,5", "da", "kr.", "2.5"),
    ("2,5 mio. kr.", "da", "kr.", "2500000"),
    ("100 mio. kr.", "da", "mia. kr.", "0.1"),
    ("2,5 mio. kr.", "da", "mio. kr. (2025-priser)", "2.5"),
    ("2,5 mio. euro", "da", "mio. EUR", "2.5"),
    ("DKK 2.5 million", "en", EN_MIO, "2.5"),
    ("DKK 2.5m", "en", EN_MIO, "2.5"),
    ("DKK 1.2 bn", "en", EN_MIO, "1200"),
    ("1.2 billion", "en", EN_MIO, "1200"),
    ("DKK 2,500,000", "en", EN_MIO, "2.5"),
    ("250 thousand", "en", EN_MIO, "0.25"),
    ("2,5 mio. kr.", "en", EN_MIO, "2.5"),
    ("12 %", "da", "%", "12"),
    ("12,5 pct.", "da", "%", "12.5"),
    ("12.5%", "en", "per cent", "12.5"),
    ("2,3 %", "da", "% af BNP", "2.3"),
    ("2,3 pct.", "da", "pct. af husstande", "2.3"),
    ("2,3 % af BNP", "da", "% af BNP", "2.3"),
    ("2.3%", "en", "per cent of GDP", "2.3"),
    ("12 personer", "da", "personer", "12"),
    ("12 mio. ton CO2", "da", "mio. ton CO2", "12"),
    ("1.250 m2", "da", "m2", "1250"),
    ("1,250 t", "en", "t", "1250"),
    ("2.500.000 kr.", "en", EN_MIO, "2.5"),
    ("2,500,000 kr.", "en", EN_MIO, "2.5"),
    ("2500 kr.", "en", EN_MIO, "0.0025"),
    ("kr. 2.500.000", "en", EN_MIO, "2.5"),
    ("12 mio. ton", "da", "mio. ton", "12"),
    ("12", "da", "", "12"),
]
REFUSED = [
    ("12 %", "da", ""),
    ("12 %", "da", MIO),
    ("12 %", "da", "personer"),
    ("2,5 mio", "da", ""),
    ("2,5 mio", "da", "personer"),
    ("2,5 mio", "da", "mio. ton"),
    ("2,5 kr.", "da", "%"),
    ("5 mio", "da", "t"),
    ("2,5 mio. EUR", "da", MIO),
    ("€ 2.5 million", "en", EN_MIO),
    ("2,5 mio. kr.", "da", "mio. EUR"),
    ("1 billion", "da", MIO),  # a million times a million in Danish
    ("1,250 million", "en", "kroner og ører"),
    ("1,250 mn", "da", MIO),  # 1.25 by one language, 1250 by the other
    ("DKK 1.250 million", "da", MIO),
    ("2.5 kr.", "da", MIO),
    ("2.500 kr.", "en", EN_MIO),  # 2500 by one language, 2.50 by the other
    ("kr. 2.500", "en", EN_MIO),
    ("2,500 kr.", "en", EN_MIO),
    ("2.500 kr.", "en", "kr."),
    ("1,250 mio. kr.", "en", MIO),
    ("12 %", "da", "procentpoint"),
    ("12 %", "da", "%-point"),
    ("12 pct.", "da", "pct. point"),
    ("12 % af noget andet", "da", "%"),
    ("12 m3", "da", "m2"),
    ("12 m 2", "da", "m"),
    ("mio. kr.", "da", MIO),
    ("kr. 2,5 kr.", "da", MIO),
    ("2,5 mio. mio.", "da", MIO),
    ("2,5 mio. kr. i 2027", "da", MIO),
    ("", "da", MIO),
    ("mange", "da", MIO),
]


@pytest.mark.parametrize(("text", "lang", "unit", "number"), UNDERSTOOD)
def test_a_number_with_its_unit(text: str, lang: str, unit: str, number: str) -> None:
    assert read_in_unit(text, lang, unit) == Decimal(number)


@pytest.mark.parametrize(("text", "lang", "unit"), REFUSED)
def test_what_does_not_fit_is_not_guessed(text: str, lang: str, unit: str) -> None:
    assert read_in_unit(text, lang, unit) is None


@given(st.integers(-(10**18), 10**18))
def test_every_amount_in_kroner_is_exact_in_millions(kroner: int) -> None:
    found = read_in_unit(f"{kroner} kr.", "da", MIO)
    assert found is not None
    assert found * 10**6 == kroner


@given(st.text(max_size=60), st.sampled_from(["", "%", "kr.", MIO, "personer"]))
def test_any_text_is_a_number_or_none(text: str, unit: str) -> None:
    for lang in ("da", "en"):
        found = read_in_unit(text, lang, unit)
        assert found is None or found.is_finite()


def test_units_of_money_are_known_in_both_languages() -> None:
    assert money_unit(MIO) == money_unit("mio. DKK")
    found = money_unit(EN_MIO)
    assert found is not None
    assert (found.power, found.currency) == (6, "DKK")
    for other in ("", "%", "personer", "t", "mio.", "mio. ton"):
        assert money_unit(other) is None
