# SPDX-License-Identifier: Apache-2.0
"""Placeholders are shown in the letter's language and kept under one closed set of names."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.letter import BlockKind
from missiondesk.domain.placeholders import PLACEHOLDERS, fill
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.placeholder_names import DANISH, name_shown, text_kept, text_shown
from missiondesk.services.trail_words import change_rows

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


def test_a_name_that_print_calls_unknown_is_shown_as_it_is() -> None:
    assert fill("{{Mission.Title}}", {}).unknown
    assert text_shown("{{Mission.Title}} {{mission.title}}", "da") == (
        "{{Mission.Title}} {{mission.titel}}"
    )


def test_a_letter_in_english_shows_english_names() -> None:
    assert name_shown("mission.title", "en") == "mission.title"
    assert text_shown("{{mission.title}}", "en") == "{{mission.title}}"
    assert text_shown("{{mission.title}}", "da") == "{{mission.titel}}"


def test_the_history_shows_them_in_the_screen_s_language(desk: Desk) -> None:
    letter = desk.letters.draft(desk.missions.add(Wording("Ny", "New")).id)
    block = next(it for it in desk.letters.blocks(letter.id) if it.kind is BlockKind.CONTEXT)
    desk.letters.revise_block(replace(block, text="Om {{mission.title}}."))
    (step,) = desk.history.steps(limit=1)
    for language, shown in (("da", "Om {{mission.titel}}."), ("en", "Om {{mission.title}}.")):
        rows = change_rows(step, desk.situation, translator(language))
        assert shown in [row.after for row in rows]
