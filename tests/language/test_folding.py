# SPDX-License-Identifier: Apache-2.0
"""Searching finds a Danish word however its æ, ø and å are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language.folding import found_in


@pytest.mark.parametrize("query", ["Børne", "boerne", "borne", "BØRNE", "  børne  "])
def test_all_spellings_find_the_word(query: str) -> None:
    assert found_in(query, ["Børne- og undervisningsminister"])


@pytest.mark.parametrize(("query", "text"), [("å", "Aa"), ("aa", "Å"), ("a", "å"), ("é", "E")])
def test_one_letter(query: str, text: str) -> None:
    assert found_in(query, [text])


def test_every_word_is_found_somewhere() -> None:
    texts = ["2026-001", "Beskæftigelsesminister"]
    assert found_in("beskaeft 001", texts)
    assert not found_in("beskaeft 002", texts)
    assert found_in("", [])
    assert not found_in("x", [])


@given(st.text(max_size=20), st.text(max_size=10))
def test_a_text_is_found_in_what_holds_it(text: str, around: str) -> None:
    assert found_in(text, [f"{around}{text}{around}"])
