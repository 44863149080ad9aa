# SPDX-License-Identifier: Apache-2.0
"""Numbers and money as the two languages write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from missiondesk.language import translator

DA, EN = translator("da"), translator("en")


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [
        (0, None, "0", "0"),
        (1234567, None, "1.234.567", "1,234,567"),
        (Decimal("6.60"), None, "6,60", "6.60"),
        (6.6, None, "6,6", "6.6"),
        (Decimal("1E+3"), None, "1.000", "1,000"),
        (Decimal("6.65"), 1, "6,7", "6.7"),
        (Decimal("2.5"), 0, "3", "3"),
        (Decimal("-2.5"), 0, "−3", "−3"),
        (Decimal("-0.04"), 1, "0,0", "0.0"),
        (1000, 2, "1.000,00", "1,000.00"),
        (Decimal(10) ** 40, 1, "10" + ".000" * 13 + ",0", "10" + ",000" * 13 + ".0"),
    ],
)
def test_numbers(
    value: int | float | Decimal, decimals: int | None, danish: str, english: str
) -> None:
    assert DA.number(value, decimals) == danish
    assert EN.number(value, decimals) == english


@pytest.mark.parametrize(
    ("value", "decimals", "danish"),
    [
        (Decimal("0.5"), 1, "+0,5"),
        (Decimal("-0.5"), 1, "−0,5"),
        (Decimal("0.04"), 1, "0,0"),
        (0, None, "0"),
        (1200, None, "+1.200"),
    ],
)
def test_signed_numbers(value: int | Decimal, decimals: int | None, danish: str) -> None:
    assert DA.signed(value, decimals) == danish


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), float("nan"), float("inf")])
def test_what_is_no_number_is_not_written(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        DA.number(value)


def test_a_number_beyond_all_measure_is_not_written() -> None:
    with pytest.raises(ValueError, match="too many digits"):
        DA.number(Decimal("1E+2000"))


def test_percent() -> None:
    assert DA.percent(Decimal("6.6")) == "6,6\u00a0%"
    assert EN.percent(Decimal("6.6")) == "6.6%"
    assert DA.percent(Decimal("36.66"), 0) == "37\u00a0%"


def test_quantity_keeps_number_and_unit_together() -> None:
    assert DA.quantity(45000, "personer") == "45.000\u00a0personer"
    assert EN.quantity(Decimal("13.7"), "Mt", 1) == "13.7\u00a0Mt"
    assert DA.quantity(Decimal("3.5"), "pct.") == "3,5\u00a0pct."
    assert EN.quantity(Decimal("3.5"), "%") == "3.5%"
    assert DA.quantity(7, "") == "7"


@pytest.mark.parametrize(
    ("oere", "danish", "english"),
    [
        (0, "0 kr.", "DKK 0"),
        (149, "1 kr.", "DKK 1"),
        (25_000_000, "250.000 kr.", "DKK 250,000"),
        (99_999_949, "999.999 kr.", "DKK 999,999"),
        (99_999_950, "1,0 mio. kr.", "DKK 1.0 million"),
        (1_400_000_000, "14,0 mio. kr.", "DKK 14.0 million"),
        (95_000_000_000, "950,0 mio. kr.", "DKK 950.0 million"),
        (99_994_000_000, "999,9 mio. kr.", "DKK 999.9 million"),
        (99_996_000_000, "1,0 mia. kr.", "DKK 1.0 billion"),
        (130_000_000_000, "1,3 mia. kr.", "DKK 1.3 billion"),
        (-2_080_000_000, "−20,8 mio. kr.", "DKK −20.8 million"),
    ],
)
def test_money_is_written_in_the_size_that_reads_best(oere: int, danish: str, english: str) -> None:
    assert DA.money(oere) == danish.replace(" ", "\u00a0")
    assert EN.money(oere) == english.replace(" ", "\u00a0")


def test_amounts_below_each_other_are_not_in_billions_and_in_millions() -> None:
    """Five millions below six billions read as nearly as much."""
    mixed = (603_580_000_000, 500_000_000, 0)
    plain = tuple(one.replace("\u00a0", " ") for one in DA.monies(mixed))
    assert plain == ("6.035,8 mio. kr.", "5,0 mio. kr.", "0 kr.")
    assert EN.monies(mixed)[0].replace("\u00a0", " ") == "DKK 6,035.8 million"
    for alike in ((603_580_000_000, 130_000_000_000, 0), (500_000_000, 2_000_000_00), ()):
        assert DA.monies(alike) == tuple(DA.money(one) for one in alike)


def test_millions_for_a_column() -> None:
    assert DA.millions(1_400_000_000) == "14,0"
    assert EN.millions(123_456_789_000, 2) == "1,234.57"


def test_a_figure_is_never_rounded_to_tens_nor_padded_without_end() -> None:
    da = translator("da")
    assert da.number(Decimal("1234.5"), -2) == da.number(Decimal("1234.5"), 0)
    assert len(da.number(Decimal(1), 10_000)) == 32
    assert da.number(Decimal("1E-40")).endswith("1")
