# SPDX-License-Identifier: Apache-2.0
"""What a person types or pastes as a number is read by the language's signs, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language import read_number, translator


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("0", "0", "0"),
        ("42", "42", "42"),
        ("6,6", "6.6", None),
        ("6.6", None, "6.6"),
        ("6,6 %", "6.6", None),
        ("6.6%", None, "6.6"),
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("1.234,5", "1234.5", None),
        ("1,234.5", None, "1234.5"),
        ("1 234 567", "1234567", "1234567"),
        ("1\u00a0234", "1234", "1234"),
        ("1\u202f234,5", "1234.5", None),
        ("1234567", "1234567", "1234567"),
        ("\u22125", "-5", "-5"),
        ("-5", "-5", "-5"),
        ("–5", "-5", "-5"),
        ("+5", "5", "5"),
        ("− 5", "-5", "-5"),
        ("-0", "0", "0"),
        ("0.123", None, "0.123"),
        ("0,123", "0.123", None),
        (",5", "0.5", None),
        ("007", "7", "7"),
        ("  12\u00a0% ", "12", "12"),
    ],
)
def test_read(text: str, danish: str | None, english: str | None) -> None:
    assert read_number(text, "da") == (None if danish is None else Decimal(danish))
    assert read_number(text, "en") == (None if english is None else Decimal(english))


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "", " ", "%", "-", ",", ".", "abc", "12 stk", "1e5", "NaN", "inf", "1..2", "1,2,3",
        "1.23.4",
        "12.34.567,8,9", "1 23", "--5", "5-", "٣", "½", "1_000", "0x10", "5,", "5.",
        "1.234 567", "9" * 41,
    ],
)  # fmt: skip
def test_junk_is_not_read(text: str, lang: str) -> None:
    assert read_number(text, lang) is None


@given(
    value=st.decimals(-(10**15), 10**15, places=4, allow_nan=False),
    lang=st.sampled_from(["da", "en"]),
    decimals=st.integers(0, 4),
)
def test_a_written_number_is_read_again(value: Decimal, lang: str, decimals: int) -> None:
    tr = translator(lang)
    for text in (
        tr.number(value, decimals),
        tr.signed(value, decimals),
        tr.percent(value, decimals),
    ):
        read = read_number(text, lang)
        assert read is not None
        assert abs(read - value) <= Decimal(5).scaleb(-decimals - 1)
    assert read_number(tr.number(value), lang) == value


@given(text=st.text(max_size=50), lang=st.sampled_from(["da", "en"]))
def test_any_text_is_read_or_refused(text: str, lang: str) -> None:
    number = read_number(text, lang)
    assert number is None or number.is_finite()
