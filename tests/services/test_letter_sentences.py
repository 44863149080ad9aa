# SPDX-License-Identifier: Apache-2.0
"""Who writes a letter is told of sentences that nobody follows to their end (A11Y-09)."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_problems import LONGEST_SENTENCE, LetterProblem
from tests.services.letter_desk import block_of, mission_of

DA, EN = translator("da"), translator("en")


def long_ones(desk: Desk, words: int) -> list[LetterProblem]:
    letter = desk.letters.draft(mission_of(desk, "M6").id)
    block = block_of(desk, letter, BlockKind.FOLLOW_UP)
    sentence = " ".join(["Regeringen", "følger", *["op"] * (words - 2)])
    text = f"Kort er godt. {sentence}.\n{sentence}. Tak."
    desk.letters.revise_block(replace(block, text=text))
    found = desk.letters.problems(letter.id)
    notes = [one for one in found if one.severity is Severity.NOTE]
    return [one for one in notes if one.block is BlockKind.FOLLOW_UP]


def test_a_long_sentence_is_told_at_its_block_and_hinders_nothing(sample: Desk) -> None:
    told = long_ones(sample, LONGEST_SENTENCE + 1)
    assert [(one.block, one.hinders) for one in told] == [(BlockKind.FOLLOW_UP, False)] * 2
    assert DA.tell(told[0].message) == (
        "31 ord i en sætning; højst 30 kan følges til ende: ”Regeringen følger op op op op …”"
    )
    assert EN.tell(told[0].message).startswith("31 words in a sentence; at most 30 can be followed")


def test_a_sentence_of_the_most_words_is_not_told(sample: Desk) -> None:
    assert long_ones(sample, LONGEST_SENTENCE) == []


def test_the_letters_of_the_sample_can_be_followed(sample: Desk) -> None:
    said = [one for letter in sample.letters.all() for one in sample.letters.problems(letter.id)]
    assert said
    assert all(one.severity is not Severity.NOTE for one in said)
