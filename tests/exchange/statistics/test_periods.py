# SPDX-License-Identifier: Apache-2.0
"""Periods as statistical offices write them: read with their precision, or left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.period import PRECISIONS, Period
from missiondesk.exchange.statistics.periods import read_labelled, read_one, read_periods
from missiondesk.exchange.statistics.time_axis import find_time, is_time_name


@pytest.mark.parametrize(
    ("text", "period", "mark"),
    [
        ("2015", "2015", ""),
        (" 2015 ", "2015", ""),
        ("2015A1", "2015", ""),
        ("2015-A1", "2015", ""),
        ("2015H2", "2015-H2", ""),
        ("2015-S1", "2015-H1", ""),
        ("2015K1", "2015-Q1", ""),
        ("2015Q4", "2015-Q4", ""),
        ("2015-Q1", "2015-Q1", ""),
        ("2015 Q1", "2015-Q1", ""),
        ("2005M01", "2005-01", ""),
        ("2005M1", "2005-01", ""),
        ("2005-M12", "2005-12", ""),
        ("2005-01", "2005-01", ""),
        ("2015W12", "2015-W12", ""),
        ("2015U12", "2015-W12", ""),
        ("2015-W53", "2015-W53", ""),
        ("2015-03-24", "2015-03-24", ""),
        ("2015-03-24T00:00:00", "2015-03-24", ""),
        ("2005-D032", "2005-02-01", ""),
        ("31.12.2021", "2021-12-31", ""),
        ("1. kvartal 2015", "2015-Q1", ""),
        ("januar 2015", "2015-01", ""),
        ("January 2015", "2015-01", ""),
        ("2019*", "2019", "*"),
        ("2019 **", "2019", "**"),
        ("2019p", "2019", "p"),
        ("2019 (p)", "2019", "p"),
        ("2019(1)", "2019", "1"),
        ("2019 1)", "2019", "1"),
        ("2020M03*", "2020-03", "*"),
    ],
)
def test_a_period_is_read_with_its_mark(text: str, period: str, mark: str) -> None:
    found = read_one(text)
    assert (str(found.period), found.mark) == (period, mark)


@pytest.mark.parametrize(
    "text",
    [
        "", "Total", "2019/2020", "2019/20", "2015-2016", "2015–2016", "2015-16", "1999-2001",
        "2015K5", "2015M13", "2014W53", "2015-13", "2015-02-30", "2005-D366", "2005-D000", "0005",
        "03/04/2021", "3-4-2021", "12", "20151", "201501", "2015T1", "2013T1", "today", "+3 months",
        "15 år", "2000 kr.", "5000", "2019?", "i 2019", "2011-12", "٢٠١٥", "2015" * 30,
    ],
)  # fmt: skip
def test_what_is_not_sure_stays_none(text: str) -> None:
    assert read_one(text).period is None


def test_neighbours_say_whether_a_number_is_a_month_or_the_next_year() -> None:
    months = read_periods(["2011-10", "2011-11", "2011-12"])
    assert [str(one.period) for one in months] == ["2011-10", "2011-11", "2011-12"]
    for years in (["2011-12", "2012-13"], ["2009-10", "2010-11"], ["2011-12"]):
        assert [one.period for one in read_periods(years)] == [None] * len(years)
    assert str(read_one("2011-12", iso=True).period) == "2011-12"


def test_a_fourth_one_shows_that_t_is_a_quarter() -> None:
    found = read_periods(["2013T4", "2013T1"])
    assert [str(one.period) for one in found] == ["2013-Q4", "2013-Q1"]


def test_a_scale_gives_digits_their_meaning() -> None:
    for scale, text, period in (
        ("A1", "2015", "2015"),
        ("H1", "20152", "2015-H2"),
        ("Q1", "20154", "2015-Q4"),
        ("M1", "201512", "2015-12"),
        ("W1", "201553", "2015-W53"),
        ("D1", "20150324", "2015-03-24"),
        ("M1", "2015M12", "2015-12"),
        ("T1", "20153", "None"),
        ("Q1", "20155", "None"),
        ("D1", "20150230", "None"),
    ):
        assert str(read_periods([text], scale=scale)[0].period) == period


def test_a_code_dates_a_name_in_words_but_not_a_span() -> None:
    found = read_labelled(["Census", "2019/20", "2021*"], ["2011", "2019", "2020"])
    assert [str(one.period) for one in found] == ["2011", "None", "2021"]


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(PRECISIONS))
def test_the_desk_s_own_texts_read_back(day: date, precision: str) -> None:
    period = Period.of(day, precision)
    if period.first.year < 1000 or period.text[:4] > "2999":
        return
    assert read_one(period.text, iso=True).period == period


@given(st.text(max_size=50))
def test_any_text_is_a_period_or_none(text: str) -> None:
    found = read_one(text)
    assert found.period is None or text.count(str(found.period.first.year))


def axis(name: str, *texts: str) -> tuple[tuple[str, ...], object]:
    return (name,), read_periods(texts)


def test_the_axis_of_time_is_found_by_values_and_name() -> None:
    age = axis("alder", "0-14", "15-64")
    years = axis("jahr", "2019", "2020")
    born = axis("fødselsår", "1990", "1991")
    assert find_time([age, years]) == 1
    assert find_time([born, age]) == 0
    assert find_time([born, years]) == 1
    assert find_time([born, axis("indvandringsår", "2001", "2002")]) is None
    assert find_time([axis("tid", "2019", "2020", "i alt"), age]) == 0
    assert find_time([axis("tid", "2019", "i alt", "andet")]) is None
    assert find_time([axis("kr.", "5000", "6000"), age]) is None
    assert find_time([]) is None
    assert is_time_name("  TIME_period ")
