# SPDX-License-Identifier: Apache-2.0
"""Reads a date as a person typed it, with the precision it was typed in; never guesses."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from missiondesk.language.conventions import conventions

Reading = tuple[datetime.date, str]

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_YEAR = r"(?P<year>[0-9]{4})"
_ANY_YEAR = r"'?(?P<year>[0-9]{4}|[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_NAME = r"(?P<name>[^\W\d_]+)\.?"
_TODAY = {"i dag": 0, "today": 0, "i morgen": 1, "tomorrow": 1, "i går": -1, "yesterday": -1}
_SPANS = {
    **dict.fromkeys(("dag", "dage", "day", "days"), "day"),
    **dict.fromkeys(("uge", "uger", "week", "weeks"), "week"),
    **dict.fromkeys(("md", "mdr", "måned", "måneder", "month", "months"), "month"),
    **dict.fromkeys(("kvartal", "kvartaler", "quarter", "quarters"), "quarter"),
    **dict.fromkeys(("år", "year", "years"), "year"),
}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LONG = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_LEAP = 9  # years after which there was a 29 February again, also around 2100
_MOST_DAYS = 31
_MINUS = ("-", "\u2212", "\u2013")
_ONE = dict.fromkeys(("en", "et", "a", "an", "one"), "1")
_EXTRA_MONTHS = {"sept": 9, "sep": 9}


def read_period(text: str, lang: str, today: datetime.date) -> Reading | None:
    """First day and precision of what was typed, or None when it is not understood.

    Understood in both languages: 1.3.2027, 1.3.27, 1/3-27, 1. marts 2027, 1 March 2027,
    March 1, 2027, marts 2027, uge 12 2027, Q2 2027, 2. kvartal 2027, 1. halvår 2027, 2027,
    2027-03-01, 2027-03, 2027-Q2, 2027-W12, 2027M03, 2027K2, 01032027, 20270301, +3 mdr,
    om 14 dage, in 2 weeks, i dag, today.

    Args:
        text: What was typed.
        lang: "da" or "en"; its own month names are looked up first.
        today: The day that "i dag" and "+3 mdr" start from.

    Returns:
        The period's first day and one of "year", "half_year", "quarter", "month", "week", "day".
        Day comes before month in both languages; two-digit years are always 20xx.
    """
    tidy = " ".join(text.split()).casefold()
    if tidy in _TODAY:
        return _moved(today, "day", _TODAY[tidy])
    for pattern, build in _FORMS:
        found = pattern.fullmatch(tidy)
        if found is None:
            continue
        parts = found.groupdict()
        try:
            return _moved_by(parts, today) if build is None else build(parts, lang)
        except (ValueError, OverflowError):
            continue  # "2. kvartal 2027" looks like a day of the month "kvartal"
    return None


def next_without_year(text: str, lang: str, today: datetime.date) -> Reading | None:
    """What a date without a year ("1. marts", "1.3", "uge 12") is next, or None when it is none.

    It is only to be offered: which year was meant is not known.
    """
    tidy = text.strip().rstrip(".")
    if not tidy or re.search("[0-9]{4}", tidy):
        return None
    joints = (" ", ".", ", ") if lang == "en" else (" ", ".")
    for year in range(today.year, today.year + _LEAP):
        for joint in joints:
            found = read_period(f"{tidy}{joint}{year}", lang, today)
            if found is not None and _last(found) >= today:
                return found
    return None


def month_exceeded(text: str, lang: str) -> datetime.date | None:
    """The last day of the month that has not as many days as was typed ("31.2.2027"), or None."""
    for parts in _matches(text):
        try:
            first = _month_period(parts, lang)[0] if "day" in parts else None
        except ValueError:
            continue
        if first is not None:
            last = calendar.monthrange(first.year, first.month)[1]
            return first.replace(day=last) if last < int(parts["day"]) <= _MOST_DAYS else None
    return None


def year_typed(text: str) -> int | None:
    """The year of a text that has the form of a date, also one that is not read, or None."""
    for parts in _matches(text):
        if len(year := parts.get("year") or "") == 4:
            return int(year)
    return None


def _matches(text: str) -> Iterator[dict[str, str]]:
    tidy = " ".join(text.split()).casefold()
    for pattern, _build in _FORMS:
        if found := pattern.fullmatch(tidy):
            yield found.groupdict()


def _last(found: Reading) -> datetime.date:
    first, precision = found
    if precision not in _LONG:
        return first + datetime.timedelta(days=_DAYS.get(precision, 1) - 1)
    index = first.month - 1 + _LONG[precision]
    after = datetime.date(first.year + index // 12, index % 12 + 1, 1)
    return after - datetime.timedelta(days=1)


def _year(parts: dict[str, str]) -> int:
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError("year out of range")
    return year


@lru_cache(maxsize=4)
def _month_names(lang: str) -> dict[str, int]:
    """Month numbers by full and short names of both languages, those of ``lang`` winning."""
    names = dict(_EXTRA_MONTHS)
    for language in ("da", "en") if lang == "en" else ("en", "da"):
        words = conventions(language)
        for month in range(1, 13):
            names[words.months[month - 1].casefold()] = month
            names[words.short_months[month - 1].casefold().rstrip(".")] = month
    return names


def _named_month(parts: dict[str, str], lang: str) -> int:
    month = _month_names(lang).get(parts["name"])
    if month is None:
        raise ValueError("no month")
    return month


def _day_period(parts: dict[str, str], lang: str) -> Reading:
    month = _named_month(parts, lang) if "name" in parts else int(parts["month"])
    return datetime.date(_year(parts), month, int(parts["day"])), "day"


def _month_period(parts: dict[str, str], lang: str) -> Reading:
    month = _named_month(parts, lang) if "name" in parts else int(parts["month"])
    return datetime.date(_year(parts), month, 1), "month"


def _week_period(parts: dict[str, str], _lang: str) -> Reading:
    return datetime.date.fromisocalendar(_year(parts), int(parts["week"]), 1), "week"


def _quarter_period(parts: dict[str, str], _lang: str) -> Reading:
    return datetime.date(_year(parts), int(parts["quarter"]) * 3 - 2, 1), "quarter"


def _half_period(parts: dict[str, str], _lang: str) -> Reading:
    return datetime.date(_year(parts), int(parts["half"]) * 6 - 5, 1), "half_year"


def _year_period(parts: dict[str, str], _lang: str) -> Reading:
    return datetime.date(_year(parts), 1, 1), "year"


def _moved_by(parts: dict[str, str], today: datetime.date) -> Reading | None:
    span = _SPANS.get(parts["span"])
    if span is None:
        return None
    count = int(_ONE.get(parts["count"], parts["count"])) * (-1 if parts["sign"] in _MINUS else 1)
    return _moved(today, span, count)


def _moved(today: datetime.date, span: str, count: int) -> Reading | None:
    if span in _DAYS:
        day = today + datetime.timedelta(days=count * _DAYS[span])
    else:
        index = today.year * 12 + today.month - 1 + count * _MONTHS[span]
        year, month = index // 12, index % 12 + 1
        last = calendar.monthrange(year, month)[1]
        day = datetime.date(year, month, min(today.day, last))
    return (day, "day") if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


_Build = Callable[[dict[str, str], str], Reading]
_QUARTER = r"(?P<quarter>[1-4])"
_HALF = r"(?P<half>[12])"
# None stands for "moved from today"; the first form that gives a real date decides.
_FORMS: tuple[tuple[re.Pattern[str], _Build | None], ...] = tuple(
    (re.compile(form), build)
    for form, build in (
        (_YEAR, _year_period),
        (rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})", _day_period),
        # No day and month read from the left: after 19, 20 or 21 the year would be 12 or less.
        (rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", _day_period),
        (rf"{_YEAR}(?:-|m)(?P<month>[0-9]{{2}})", _month_period),
        (rf"{_YEAR}[- ]?[qk]{_QUARTER}", _quarter_period),
        (rf"{_YEAR}[- ]?h{_HALF}", _half_period),
        (rf"{_YEAR}-?[wu](?P<week>[0-9]{{2}})", _week_period),
        (rf"(?:d\.|den)? ?{_DAY}\. ?{_MONTH}\. ?{_ANY_YEAR}", _day_period),
        (rf"(?:d\.|den)? ?{_DAY}/{_MONTH}[-/ ]{_ANY_YEAR}", _day_period),
        (rf"{_DAY}-{_MONTH}-{_YEAR}", _day_period),
        (rf"(?:d\.|den)? ?{_DAY}(?:\.|st|nd|rd|th)? ?{_NAME},? {_ANY_YEAR}", _day_period),
        (rf"{_NAME} {_DAY}(?:st|nd|rd|th)?, {_YEAR}", _day_period),
        (rf"{_NAME},? {_YEAR}", _month_period),
        (rf"{_MONTH}/{_YEAR}", _month_period),
        (rf"(?:uge|week|u\.?|w) ?(?P<week>[0-9]{{1,2}})(?:,? |/|-){_ANY_YEAR}", _week_period),
        (rf"[qk]{_QUARTER}(?:,? |/|-){_ANY_YEAR}", _quarter_period),
        (rf"{_QUARTER}\.? ?(?:kvartal|kvt\.?|kv\.?) {_ANY_YEAR}", _quarter_period),
        (rf"{_QUARTER}(?:st|nd|rd|th) quarter(?: of)? {_ANY_YEAR}", _quarter_period),
        (rf"h{_HALF}(?:,? |/|-){_ANY_YEAR}", _half_period),
        (rf"{_HALF}\.? ?halvår {_ANY_YEAR}", _half_period),
        (rf"{_HALF}(?:st|nd) half(?: of)? {_ANY_YEAR}", _half_period),
        (rf"(?P<day>[0-9]{{2}})(?P<month>[0-9]{{2}}){_YEAR}", _day_period),
        (
            r"(?:om|in)(?P<sign>) (?P<count>[0-9]{1,4}|en|et|a|an|one) ?(?P<span>[^\W\d_]+)\.?",
            None,
        ),
        (r"(?P<sign>[-+\u2212\u2013]) ?(?P<count>[0-9]{1,4}) ?(?P<span>[^\W\d_]+)\.?", None),
    )
)
