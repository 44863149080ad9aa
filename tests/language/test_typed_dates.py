# SPDX-License-Identifier: Apache-2.0
"""What a person types as a date is read with its precision, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language import read_period, translator
from missiondesk.language.typed_dates import month_exceeded, next_without_year, year_typed

TODAY = date(2026, 11, 30)
LANGUAGES = ["da", "en"]


@dataclass(frozen=True)
class Span:
    first: date
    precision: str


_DANISH = "januar februar marts april maj juni juli august september oktober november december"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS_BY_NAME = [
    case
    for names in (_DANISH.split(), _ENGLISH.split())
    for month, name in enumerate(names, 1)
    for case in (
        (f"{name} 2028", date(2028, month, 1), "month"),
        (f"7. {name} 2028", date(2028, month, 7), "day"),
        (f"{name[:3]} 2028", date(2028, month, 1), "month"),
        (f"7 {name.upper()} 28", date(2028, month, 7), "day"),
    )
]
WEEKS = [
    (f"{word} {week} 2027", date.fromisocalendar(2027, week, 1), "week")
    for word in ("uge", "week", "UGE")
    for week in (1, 9, 26, 40, 52)
]
QUARTERS = [
    (text, date(2029, 3 * quarter - 2, 1), "quarter")
    for quarter in (1, 2, 3, 4)
    for text in (
        f"Q{quarter} 2029", f"{quarter}. kvartal 2029", f"2029-Q{quarter}", f"K{quarter} 29",
        f"q{quarter} 2029",
    )
]  # fmt: skip

UNDERSTOOD = [
    ("1.3.2027", date(2027, 3, 1), "day"),
    ("1.3.27", date(2027, 3, 1), "day"),
    ("01.03.2027", date(2027, 3, 1), "day"),
    ("1. 3. 2027", date(2027, 3, 1), "day"),
    ("1/3-27", date(2027, 3, 1), "day"),
    ("1/3 2027", date(2027, 3, 1), "day"),
    ("1/3/2027", date(2027, 3, 1), "day"),
    ("1-3-2027", date(2027, 3, 1), "day"),
    ("31.12.99", date(2099, 12, 31), "day"),
    ("1. marts 2027", date(2027, 3, 1), "day"),
    ("1.marts 2027", date(2027, 3, 1), "day"),
    ("d. 1. marts 2027", date(2027, 3, 1), "day"),
    ("den 1. MARTS 2027", date(2027, 3, 1), "day"),
    ("1. mar. 2027", date(2027, 3, 1), "day"),
    ("1. marts 27", date(2027, 3, 1), "day"),
    ("29. februar 2028", date(2028, 2, 29), "day"),
    ("1 March 2027", date(2027, 3, 1), "day"),
    ("1st March 2027", date(2027, 3, 1), "day"),
    ("March 1, 2027", date(2027, 3, 1), "day"),
    ("3 Sept 2027", date(2027, 9, 3), "day"),
    ("2027-03-01", date(2027, 3, 1), "day"),
    ("  2027-03-01 ", date(2027, 3, 1), "day"),
    ("marts 2027", date(2027, 3, 1), "month"),
    ("maj 2027", date(2027, 5, 1), "month"),
    ("okt. 2027", date(2027, 10, 1), "month"),
    ("March 2027", date(2027, 3, 1), "month"),
    ("3/2027", date(2027, 3, 1), "month"),
    ("2027-03", date(2027, 3, 1), "month"),
    ("2027M03", date(2027, 3, 1), "month"),
    ("uge 12 2027", date(2027, 3, 22), "week"),
    ("uge 12, 2027", date(2027, 3, 22), "week"),
    ("Uge 12/27", date(2027, 3, 22), "week"),
    ("week 12 2027", date(2027, 3, 22), "week"),
    ("2027-W12", date(2027, 3, 22), "week"),
    ("2027W12", date(2027, 3, 22), "week"),
    ("uge 53 2026", date(2026, 12, 28), "week"),
    ("Q2 2027", date(2027, 4, 1), "quarter"),
    ("q2 27", date(2027, 4, 1), "quarter"),
    ("K2 2027", date(2027, 4, 1), "quarter"),
    ("2027-Q2", date(2027, 4, 1), "quarter"),
    ("2027K2", date(2027, 4, 1), "quarter"),
    ("2. kvartal 2027", date(2027, 4, 1), "quarter"),
    ("2. kvt. 2027", date(2027, 4, 1), "quarter"),
    ("2nd quarter 2027", date(2027, 4, 1), "quarter"),
    ("2. halvår 2027", date(2027, 7, 1), "half_year"),
    ("H1 2027", date(2027, 1, 1), "half_year"),
    ("2027-H2", date(2027, 7, 1), "half_year"),
    ("2027", date(2027, 1, 1), "year"),
    ("1990", date(1990, 1, 1), "year"),
    ("i dag", TODAY, "day"),
    ("I dag", TODAY, "day"),
    ("today", TODAY, "day"),
    ("i morgen", date(2026, 12, 1), "day"),
    ("+3 mdr", date(2027, 2, 28), "day"),
    ("+3 mdr.", date(2027, 2, 28), "day"),
    ("+ 3 måneder", date(2027, 2, 28), "day"),
    ("+1 month", date(2026, 12, 30), "day"),
    ("+2 uger", date(2026, 12, 14), "day"),
    ("+10 dage", date(2026, 12, 10), "day"),
    ("+1 år", date(2027, 11, 30), "day"),
    ("+1 kvartal", date(2027, 2, 28), "day"),
    ("-1 month", date(2026, 10, 30), "day"),
    *MONTHS_BY_NAME,
    *WEEKS,
    *QUARTERS,
    ("−1 md", date(2026, 10, 30), "day"),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("text", "first", "precision"), UNDERSTOOD)
def test_understood(text: str, first: date, precision: str, lang: str) -> None:
    assert read_period(text, lang, TODAY) == (first, precision)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "", " ", "snart", "27", "1/3", "1. marts", "marts 27", "March 27", "31.2.2027", "29.2.2027",
        "32.1.2027", "1.13.2027", "2027-13", "2027-00", "2027-02-30", "uge 53 2027", "uge 0 2027",
        "uge 54 2026", "Q5 2027", "Q0 2027", "5. kvartal 2027", "3. halvår 2027", "0099", "3000",
        "1.3.3000", "20273101", "1. marst 2027", "1.3.2027 eller senere", "+3", "+3 fod",
        "+9999 år", "-9999 år", "1.3.127", "٢٠٢٧", "1,3,2027", "efter 2027", "2026-2030",
    ],
)  # fmt: skip
def test_never_guessed(text: str, lang: str) -> None:
    assert read_period(text, lang, TODAY) is None


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("lang", LANGUAGES)
@given(day=DAYS)
def test_a_written_day_is_read_again(lang: str, day: date) -> None:
    tr = translator(lang)
    for text in (tr.date(day), tr.short_date(day), day.isoformat()):
        assert read_period(text, lang, TODAY) == (day, "day")


def first_day(day: date, precision: str) -> date:
    if precision == "week":
        return day - timedelta(days=day.weekday())
    months = {"year": 12, "half_year": 6, "quarter": 3, "month": 1}.get(precision)
    if months is None:
        return day
    return date(day.year, (day.month - 1) // months * months + 1, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(
    day=st.dates(date(1900, 1, 8), date(2199, 12, 25)),
    precision=st.sampled_from(["year", "half_year", "quarter", "month", "week", "day"]),
)
def test_a_written_period_is_read_again(lang: str, day: date, precision: str) -> None:
    period = Span(first_day(day, precision), precision)
    text = translator(lang).period(period)
    assert read_period(text, lang, TODAY) == (period.first, precision)


@given(text=st.text(max_size=40), lang=st.sampled_from(LANGUAGES))
def test_any_text_is_read_or_not_understood(text: str, lang: str) -> None:
    reading = read_period(text, lang, TODAY)
    assert reading is None or 1900 <= reading[0].year <= 2199 or reading[1] == "week"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("om 14 dage", date(2026, 12, 14), "day"),
        ("om 2 uger", date(2026, 12, 14), "day"),
        ("om en uge", date(2026, 12, 7), "day"),
        ("om et år", date(2027, 11, 30), "day"),
        ("in 2 weeks", date(2026, 12, 14), "day"),
        ("01032027", date(2027, 3, 1), "day"),
        ("20270301", date(2027, 3, 1), "day"),
        ("20121130", date(2012, 11, 30), "day"),
        ("20102010", date(2010, 10, 20), "day"),
        ("31121999", date(1999, 12, 31), "day"),
    ],
)
def test_days_ahead_and_figures_alone(text: str, first: date, precision: str, lang: str) -> None:
    assert read_period(text, lang, TODAY) == (first, precision)


@pytest.mark.parametrize(
    ("text", "next_one"),
    [
        ("1. marts", (date(2027, 3, 1), "day")),
        ("1.3", (date(2027, 3, 1), "day")),
        ("1.3.", (date(2027, 3, 1), "day")),
        ("1/3", (date(2027, 3, 1), "day")),
        ("1. december", (date(2026, 12, 1), "day")),
        ("30.11", (TODAY, "day")),
        ("29.2", (date(2028, 2, 29), "day")),
        ("marts", (date(2027, 3, 1), "month")),
        ("november", (date(2026, 11, 1), "month")),
        ("uge 12", (date(2027, 3, 22), "week")),
        ("4. kvartal", (date(2026, 10, 1), "quarter")),
        ("31.2", None),
        ("snart", None),
        ("27", None),
        ("", None),
        ("1.3.2027", None),
    ],
)
def test_the_next_of_what_says_no_year(text: str, next_one: tuple[date, str] | None) -> None:
    assert next_without_year(text, "da", TODAY) == next_one
    if next_one is not None:
        assert read_period(text, "da", TODAY) is None  # offered, never taken


def test_what_is_wrong_with_a_date_is_found() -> None:
    assert month_exceeded("31.2.2027", "da") == date(2027, 2, 28)
    assert month_exceeded("30. februar 2028", "da") == date(2028, 2, 29)
    assert month_exceeded("31/4-27", "da") == date(2027, 4, 30)
    for text in ("32.1.2027", "1.13.2027", "1.3.2027", "snart"):
        assert month_exceeded(text, "da") is None
    assert year_typed("1.3.3000") == 3000
    assert year_typed("marts 1700") == 1700
    assert year_typed("1.3.27") is None


@given(text=st.text(max_size=40), lang=st.sampled_from(LANGUAGES))
def test_any_text_has_faults_or_none(text: str, lang: str) -> None:
    found = next_without_year(text, lang, TODAY)
    assert found is None or found[0].year >= TODAY.year
    month_exceeded(text, lang)
    assert (year_typed(text) or 0) <= 9999
