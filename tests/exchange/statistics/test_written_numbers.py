# SPDX-License-Identifier: Apache-2.0
"""A mark divides decimals or thousands by what else the file has; without a sign it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.written_numbers import Placed, find_figures, shape_of


def placed(texts: Sequence[str]) -> list[Placed]:
    return [Placed(text, line, "tal") for line, text in enumerate(texts, start=2)]


def read(*texts: str, separator: str = ",") -> list[str]:
    cells = placed(texts)
    figures = find_figures(cells, separator)
    found = [figures.read(cell) for cell in cells]
    return [missing or str(value) for value, missing, _ in found]


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["1.5", "2"], ["1.5", "2"]),
        (["1,5", "2"], ["1.5", "2"]),
        (["1,5", "1,234"], ["1.5", "1.234"]),
        (["1,5", "1.234"], ["1.5", "1234"]),
        (["1.234,5", "1.234"], ["1234.5", "1234"]),
        (["1,234.5", "1,234"], ["1234.5", "1234"]),
        (["1.234.567", "1.234"], ["1234567", "1234"]),
        (["1,234,567", "0.5"], ["1234567", "0.5"]),
        (["0.125", "1.234"], ["0.125", "1.234"]),
        (["12345.678", "1.234"], ["12345.678", "1.234"]),
        (["8425333", "28.801"], ["8425333", "28.801"]),
        (["1 234", "1\u00a0234,5", "12\u202f345\u2009678"], ["1234", "1234.5", "12345678"]),
        (["1 234,567"], ["1234.567"]),
        (["1'234'567.25"], ["1234567.25"]),
        (["-3", "\u22123,5", "\u20130,1", "+2"], ["-3", "-3.5", "-0.1", "2"]),
        (["1,5E+06", "2e3"], ["1500000", "2000"]),
        (["12,5 %", "7%"], ["12.5", "7"]),
        (["..", "n/a", ":", "-", "3"], ["..", "n/a", ":", "-", "3"]),
        ([], []),
    ],
)
def test_what_else_stands_in_the_file_decides(texts: list[str], values: list[str]) -> None:
    assert read(*texts) == values


def test_a_semicolon_speaks_for_decimal_commas() -> None:
    assert read("1,234", "5,678", separator=";") == ["1.234", "5.678"]


@pytest.mark.parametrize(
    ("texts", "separator"),
    [
        (["950", "1.234"], ","),
        (["950", "1.234"], ";"),
        (["950", "1,234"], ","),
        (["1.234", "5.678"], "\t"),
    ],
)
def test_a_number_that_may_be_two_is_refused_with_its_place(
    texts: list[str], separator: str
) -> None:
    with pytest.raises(Refused) as caught:
        find_figures(placed(texts), separator)
    values = dict(caught.value.message.values)
    assert "may be two numbers" in caught.value.message.msgid
    unsure = next(text for text in texts if shape_of(text).unsure)  # type: ignore[union-attr]
    assert values["value"] == unsure
    place = dict(values["place"].values)  # type: ignore[attr-defined]
    assert place == {"line": texts.index(unsure) + 2, "column": "tal"}


@pytest.mark.parametrize(
    "texts",
    [
        ["1.5", "1,5"],
        ["1.234,5", "1,234.5"],
        ["1.234", "1,234"],
        ["1.234.567", "1.5"],
        ["1.234.567", "1,234,567"],
    ],
)
def test_figures_that_contradict_each_other_are_refused_with_both(texts: list[str]) -> None:
    with pytest.raises(Refused) as caught:
        find_figures(placed(texts), ";")
    values = dict(caught.value.message.values)
    assert [values["one"], values["other"]] == texts


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=SUM(A1:A3)", "@A1", "1 23", "1.2.3", "12,34,56", "12a", "(5)", "5-", "kr. 5", "+",
     "٣", "1.234.56", "1..5", "1e9999", "--5", "1/2", "5 %%", "0x10"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read(text, "1.5")


def test_a_star_is_a_flag() -> None:
    (cell,) = placed(["3,5*"])
    assert find_figures([cell], ";").read(cell) == (Decimal("3.5"), "", "*")


NUMBERS = st.lists(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
    ),
    min_size=1,
    max_size=6,
)


@given(NUMBERS, st.sampled_from((",.", ".,", " ,", "\u202f,", "\u00a0.", "'.")))
def test_numbers_with_two_decimals_come_back(numbers: list[Decimal], marks: str) -> None:
    group, decimal = marks
    texts = [
        f"{number:,.2f}".translate(str.maketrans({",": group, ".": decimal})) for number in numbers
    ]
    found = read(*texts)
    assert [Decimal(one) for one in found] == numbers


@given(st.lists(st.text("0123456789.,- %'", max_size=12), min_size=1, max_size=6))
def test_whole_numbers_are_never_a_thousand_times_off(texts: list[str]) -> None:
    cells = placed(texts)
    try:
        figures = find_figures(cells, ",")
        found = [figures.read(cell)[0] for cell in cells]
    except Refused:
        return
    for text, value in zip(texts, found, strict=True):
        digits = "".join(one for one in text if one.isdigit())
        assert value is None or str(value).replace(".", "").lstrip("-0") == digits.lstrip("0")
