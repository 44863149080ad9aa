# SPDX-License-Identifier: Apache-2.0
"""The difference of two texts gives both of them back, and stays quick for long ones."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.word_difference import (
    Difference,
    Fate,
    Stretch,
    places,
    shortened,
    word_difference,
)

_words = st.sampled_from(
    ["mål", "målet", "2030", "3,5", "pct.", "og", "at", "unge", ",", ".", "\n"]
)
_texts = st.one_of(st.text(), st.lists(_words).map(" ".join))


def _text(difference: Difference, *fates: Fate) -> str:
    return "".join(one.text for one in difference if one.fate in fates)


@given(_texts, _texts)
def test_what_stayed_with_what_came_or_went_gives_both_texts(former: str, latter: str) -> None:
    found = word_difference(former, latter)
    assert _text(found, Fate.KEPT, Fate.OLD) == former
    assert _text(found, Fate.KEPT, Fate.NEW) == latter


@given(_texts, _texts)
def test_no_two_neighbours_share_a_fate_and_old_stands_before_new(former: str, latter: str) -> None:
    fates = [one.fate for one in word_difference(former, latter)]
    pairs = list(pairwise(fates))
    assert all(one is not other for one, other in pairs)
    assert (Fate.NEW, Fate.OLD) not in pairs


@given(_texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    found = word_difference(text, text)
    assert places(found) == 0
    assert found == ((Stretch(Fate.KEPT, text),) if text else ())


@given(_texts, _texts)
def test_shortening_leaves_every_change(former: str, latter: str) -> None:
    whole = word_difference(former, latter)
    short = shortened(whole, 2)
    assert [one for one in short if one.fate in (Fate.OLD, Fate.NEW)] == [
        one for one in whole if one.fate in (Fate.OLD, Fate.NEW)
    ]
    assert places(short) == places(whole)


def test_words_are_told_apart_as_people_read_them() -> None:
    found = word_difference(
        "I 2030 er højst 25.000 unge uden job.", "I 2031 er højst 25.500 unge uden job og bolig."
    )
    assert found == (
        Stretch(Fate.KEPT, "I "),
        Stretch(Fate.OLD, "2030"),
        Stretch(Fate.NEW, "2031"),
        Stretch(Fate.KEPT, " er højst "),
        Stretch(Fate.OLD, "25.000"),
        Stretch(Fate.NEW, "25.500"),
        Stretch(Fate.KEPT, " unge uden job"),
        Stretch(Fate.NEW, " og bolig"),
        Stretch(Fate.KEPT, "."),
    )
    assert places(found) == 3


def test_words_replaced_side_by_side_are_one_place() -> None:
    found = word_difference("en gammel blå bil", "en ny rød bil")
    assert found[1:3] == (Stretch(Fate.OLD, "gammel blå"), Stretch(Fate.NEW, "ny rød"))
    assert places(found) == 1


def test_a_long_unchanged_part_is_shortened_on_both_sides_of_a_change() -> None:
    words = " ".join(f"ord{number}" for number in range(60))
    found = shortened(word_difference(f"{words} før {words}", f"{words} nu {words}"), 3)
    assert [one.text for one in found] == [
        " … ", "ord57 ord58 ord59 ", "før", "nu", " ord0 ord1 ord2", " … ",
    ]  # fmt: skip


@pytest.mark.parametrize("pool", [40, 3_000])
def test_ten_thousand_words_take_no_longer_than_a_blink(pool: int) -> None:
    chance = random.Random(pool)
    words = [f"ord{chance.randrange(pool)}" for _ in range(10_000)]
    latter = [word for word in words if chance.random() > 0.03]
    for _ in range(300):
        latter.insert(chance.randrange(len(latter)), f"ny{chance.randrange(pool)}")
    start = time.perf_counter()
    found = word_difference(" ".join(words), " ".join(latter))
    assert time.perf_counter() - start < 5
    assert _text(found, Fate.KEPT, Fate.NEW) == " ".join(latter)
    assert len(_text(found, Fate.KEPT).split()) > 9_000
