# SPDX-License-Identifier: Apache-2.0
"""The finding on the letters is true, counts them all, and is one for window and paper."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_counts import how_letters_stand
from missiondesk.services.registers import letter_register
from missiondesk.ui.letters.register_lines import RegisterLine
from missiondesk.ui.letters.words import headline

S = LetterState
DA, EN = translator("da"), translator("en")


def of(*states: LetterState) -> list[Letter]:
    return [Letter(str(number), state=state) for number, state in enumerate(states)]


def test_it_names_what_is_over_and_what_is_being_written() -> None:
    letters = of(S.SIGNED, S.ISSUED, S.ISSUED, S.ACKNOWLEDGED, S.SUPERSEDED, *[S.DRAFT] * 4)
    letters += of(S.CHECKED)
    assert how_letters_stand(letters, DA) == (
        "5 af 10 breve er underskrevet, heraf 1 afløst; 5 er under udarbejdelse"
    )
    assert how_letters_stand(of(S.RECALLED, S.SUPERSEDED), EN) == (
        "2 of 2 letters are signed, of these 1 superseded and 1 recalled"
    )
    assert how_letters_stand(of(S.DRAFT, S.CLEARED), DA) == (
        "Ingen af de 2 breve er underskrevet endnu"
    )


@given(st.lists(st.sampled_from(LetterState), min_size=1, max_size=30))
def test_signed_and_being_written_are_all(states: list[LetterState]) -> None:
    said = how_letters_stand(of(*states), EN)
    numbers = [int(found) for found in re.findall(r"\d+", said)]
    signed = sum(state.final for state in states)
    if signed:
        assert numbers[:2] == [signed, len(states)]
        assert said.endswith("being written") == (signed < len(states))
        assert sum(numbers[2:]) == sum(not state.in_force for state in states)


def test_the_window_and_the_printed_register_say_the_same(sample: Desk) -> None:
    rows = [RegisterLine(row) for row in sample.letters.register.rows()]
    sentence, _ = headline(rows, DA)
    assert sentence == letter_register(sample.situation, DA, public=False).finding
