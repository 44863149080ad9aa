# SPDX-License-Identifier: Apache-2.0
"""Placeholders are shown in the letter's language and kept under one closed set of names."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.placeholders import PLACEHOLDERS, fill
from missiondesk.services.placeholder_names import DANISH, name_shown, text_kept, text_shown

_TEXTS = st.lists(
    st.one_of(
        st.text("ab {}\n"), st.sampled_from(sorted(PLACEHOLDERS)).map(lambda it: f"{{{{{it}}}}}")
    )
).map("".join)


def test_every_name_has_one_danish_name_that_means_nothing_else() -> None:
    assert set(DANISH) == PLACEHOLDERS
    assert len(set(DANISH.values())) == len(DANISH)
    for name, danish in DANISH.items():
        assert danish not in PLACEHOLDERS - {name}, danish
        assert re.fullmatch(r"[a-zæøå0-9_]+\.[a-zæøå0-9_]+", danish), danish


@given(_TEXTS, st.sampled_from(("da", "en")))
def test_what_is_shown_is_kept_as_it_was(text: str, language: str) -> None:
    assert text_kept(text_shown(text, language)) == text


def test_names_of_both_languages_are_taken_and_unknown_ones_stay() -> None:
    typed = "{{mission.titel}} {{mission.title}} {{NØGLETAL.MÅL}} {{mission.farve}}"
    kept = text_kept(typed)
    assert kept == "{{mission.title}} {{mission.title}} {{metric.target}} {{mission.farve}}"
    assert fill(kept, {}).unknown == ("mission.farve",)


def test_a_letter_in_english_shows_english_names() -> None:
    assert name_shown("mission.title", "en") == "mission.title"
    assert text_shown("{{mission.title}}", "en") == "{{mission.title}}"
    assert text_shown("{{mission.title}}", "da") == "{{mission.titel}}"
