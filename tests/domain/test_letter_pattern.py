# SPDX-License-Identifier: Apache-2.0
"""Patterns of numbers and file names: a small closed language, refused with the place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.letter_pattern import (
    FILE_FIELDS,
    LONGEST,
    NUMBER_FIELDS,
    Slot,
    filled,
    number_in,
    parse,
    parse_numbers,
    written,
)
from missiondesk.domain.refused import Refused

SLOTS = st.one_of(
    st.sampled_from([Slot(name) for name in FILE_FIELDS]),
    st.builds(Slot, st.just("number"), st.integers(1, 9)),
)
PLAIN = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="{}"), min_size=1, max_size=4
)


def test_fields_are_replaced_and_the_rest_stays() -> None:
    pattern = parse("MB {year}/{number:3} {mission}", NUMBER_FIELDS)
    assert filled(pattern, {"year": "2026", "number": 7, "mission": "M2"}) == "MB 2026/007 M2"
    assert filled(pattern, {"year": "2026", "number": 1234}) == "MB 2026/1234 "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{year}-{nummer}", 8),
        ("{year-{number}", 1),
        ("{year}}-{number}", 7),
        ("{year}-{number", 8),
        ("{year:4}-{number}", 1),
        ("{number:0}", 1),
        ("{number:10}", 1),
        ("{number:٣}", 1),
        ("{number.__class__}", 1),
        ("{}{number}", 1),
        ("{number!r}", 1),
    ],
)
def test_what_is_not_known_is_refused_with_its_place(text: str, place: int) -> None:
    with pytest.raises(Refused) as refused:
        parse_numbers(text)
    assert dict(refused.value.message.values)["place"] == place
    assert refused.value.field == "letter_pattern"


@pytest.mark.parametrize("text", ["{year}", "{number}-{number:2}", "brev"])
def test_a_number_pattern_has_the_running_number_once(text: str) -> None:
    with pytest.raises(Refused):
        parse_numbers(text)


def test_an_empty_pattern_is_the_desks_own() -> None:
    assert written(parse_numbers("  ")) == "{year}-{number:3}"


@given(
    st.text(max_size=LONGEST + 5) | st.text(alphabet="{}:ynumber3 ", max_size=30),
    st.sampled_from([NUMBER_FIELDS, FILE_FIELDS]),
)
def test_any_text_is_parsed_back_to_itself_or_refused(text: str, fields: tuple[str, ...]) -> None:
    try:
        pattern = parse(text, fields)
    except Refused:
        return
    assert written(pattern) == text
    assert parse(written(pattern), fields) == pattern
    filled(pattern, {"number": 1})


@given(st.lists(st.one_of(SLOTS, PLAIN), max_size=6))
def test_a_pattern_made_of_parts_is_read_as_those_parts(parts: list[str | Slot]) -> None:
    text = written(tuple(parts))
    if len(text) <= LONGEST:
        assert written(parse(text, FILE_FIELDS)) == text
        assert [one for one in parse(text, FILE_FIELDS) if isinstance(one, Slot)] == [
            one for one in parts if isinstance(one, Slot)
        ]


@given(st.integers(1, 10**9), PLAIN, PLAIN, st.integers(0, 9))
def test_the_running_number_is_found_again(n: int, before: str, after: str, digits: int) -> None:
    pattern = (before, Slot("year"), "-", Slot("number", digits), after)
    values = {"year": "2026", "number": n}
    assert number_in(pattern, filled(pattern, values), values) == n
    assert number_in(pattern, f"x{filled(pattern, values)}", {"year": "2025"}) is None
