# SPDX-License-Identifier: Apache-2.0
"""A block that is to be shown and comes out empty is told; whatever is printed is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind, Letter
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from tests.pdf_text import page_texts
from tests.services.letter_desk import LetterState, block_of, followed, mission_of, moved

_WITHOUT_HEADING = {
    BlockKind.LETTERHEAD,
    BlockKind.META,
    BlockKind.HANDLING,
    BlockKind.ADDRESSEE,
    BlockKind.SUBJECT,
    BlockKind.SALUTATION,
    BlockKind.SIGNATURE,
}
HEADED = [kind for kind in BlockKind if kind not in _WITHOUT_HEADING]


def headed(desk: Desk, letter: Letter, *, text: bool) -> None:
    """Give every block a heading of its own that is found on paper, and perhaps no text."""
    for place, kind in enumerate(HEADED):
        block = block_of(desk, letter, kind)
        words = block.text if text else ""
        desk.letters.revise_block(
            replace(block, heading=f"Qz{place:02}x", text=words, shown=True, common=False)
        )


def told(desk: Desk, letter: Letter) -> set[BlockKind]:
    return {
        one.block
        for one in desk.letters.problems(letter.id)
        if one.block is not None and "is not printed" in one.message.msgid
    }


def not_on_paper(desk: Desk, letter: Letter) -> set[BlockKind]:
    text = "".join(page_texts(desk.printing.preview(letter.id).make().data))
    return {kind for place, kind in enumerate(HEADED) if f"Qz{place:02}x" not in text}


@pytest.mark.parametrize("code", ["M1", "M2", "M4", "M5", "M6"])
@pytest.mark.parametrize("text", [True, False])
def test_exactly_what_is_not_on_paper_is_told(sample: Desk, code: str, text: bool) -> None:
    letter = sample.letters.draft(mission_of(sample, code).id, language="en")
    headed(sample, letter, text=text)
    assert told(sample, letter) | spent(sample, letter) == not_on_paper(sample, letter)

    annexes = block_of(sample, letter, BlockKind.ANNEXES)
    sample.letters.revise_block(replace(annexes, shown=False))
    missing = not_on_paper(sample, letter) - {BlockKind.ANNEXES}
    assert told(sample, letter) | spent(sample, letter) == missing


def spent(desk: Desk, letter: Letter) -> set[BlockKind]:
    """Told in words of its own: the money is of years that are over."""
    problems = desk.letters.problems(letter.id)
    return {BlockKind.RESOURCES for one in problems if one.field == "resources.years"}


def test_a_bare_mission_is_told_what_its_letter_lacks(desk: Desk) -> None:
    letter = desk.letters.draft(desk.missions.add(Wording("Ny", "New")).id)
    headed(desk, letter, text=False)
    assert told(desk, letter) == not_on_paper(desk, letter)
    said = {one.block: one for one in desk.letters.problems(letter.id) if "printed" in str(one)}
    assert said[BlockKind.PORTFOLIO].field == "initiatives.count", (
        "it leads to where that is mended"
    )
    assert said[BlockKind.PRINCIPLES].severity is Severity.NOTE, (
        "it may be meant, so it hinders not"
    )


def test_nothing_is_told_of_a_block_that_is_left_out_or_of_a_signed_letter(sample: Desk) -> None:
    letter = followed(sample, sample.letters.draft(mission_of(sample, "M3").id))
    principles = block_of(sample, letter, BlockKind.PRINCIPLES)
    sample.letters.revise_block(replace(principles, text="", common=False))
    assert BlockKind.PRINCIPLES in told(sample, letter)
    sample.letters.revise_block(replace(principles, text="", common=False, shown=False))
    assert BlockKind.PRINCIPLES not in told(sample, letter)
    sample.letters.revise_block(replace(principles, text="", common=False))
    moved(sample, letter, LetterState.SIGNED)
    assert not told(sample, letter)
