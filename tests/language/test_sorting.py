# SPDX-License-Identifier: Apache-2.0
"""Names in the order of a Danish register."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language import translator

in_danish = translator("da").sort_key


def test_danish_order() -> None:
    right = [
        "", "2. kvartal", "10. kvartal", "Amager", "andel", "Ærø", "Ødsted", "Ørsted", "Aabenraa",
        "Ålborg", "Aarhus", "Århus",
    ]  # fmt: skip
    mixed = random.Random(7).sample(right, len(right))
    assert sorted(mixed, key=in_danish) == right


def test_accents_and_neighbours_letters() -> None:
    right = ["cafe", "café", "Cafeteria", "Mylius", "Müller", "Zeuthen", "Äbleskov", "Ærø", "Öland"]
    shuffled = random.Random(7).sample(right, len(right))
    assert sorted(shuffled, key=in_danish) == right


def test_numbers_by_size() -> None:
    right = ["M2", "M2 b", "M02 c", "M10", "M100"]
    shuffled = random.Random(7).sample(right, len(right))
    assert sorted(shuffled, key=in_danish) == right


def test_english_order_spells_them_out() -> None:
    key = translator("en").sort_key
    assert sorted(["Zeta", "Ærø", "Århus", "Odense", "Ørsted"], key=key) == [
        "Ærø", "Århus", "Odense", "Ørsted", "Zeta",
    ]  # fmt: skip


@given(st.text(max_size=20), st.text(max_size=20))
def test_different_texts_have_different_keys(one: str, other: str) -> None:
    assert (in_danish(one) == in_danish(other)) == (one == other)
