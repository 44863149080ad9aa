# SPDX-License-Identifier: Apache-2.0
"""The words of letters: their own, and those common to the whole government."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.domain.letter import CommonBlock, Letter, LetterBlock
from missiondesk.domain.message import N_, Message
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.language import translator
from missiondesk.services.letter_common import common_part, lay_down
from missiondesk.services.letter_reading import LetterReading


class LetterTexts(LetterReading):
    """The verbs about the words of letters."""

    def revise_block(self, block: LetterBlock) -> LetterBlock:
        """Write the block as given; other words than the common ones make it the letter's own.

        Raises:
            Refused: The letter is signed (L7).
        """
        self._session.the(LetterBlock, block.id)
        self._editable(block.letter)
        if block.common:
            shown = next(one for one in self.blocks(block.letter) if one.id == block.id)
            same = (block.heading, block.text) == (shown.heading, shown.text)
            if shown.common and same:
                block = replace(block, heading="", text="")
            else:
                block = replace(block, common=False)
        with self._session.write(Verb.REVISE_BLOCK, block.id, self.name(block.letter)) as unit:
            unit.save(block)
        return block

    def follow_common(self, block: str, yes: bool) -> LetterBlock:
        """Let a block of a letter follow the common part, or begin words of its own from it.

        Args:
            block: Id of the block.
            yes: True for the common text; False for the letter's own, which begins as that text.

        Raises:
            Refused: The letter is signed (L7), or no text of this kind is common.
        """
        before = self._session.the(LetterBlock, block)
        letter = self._editable(before.letter)
        if before.common == yes:
            return before
        part = {one.kind: one for one in common_part(self._session.situation, letter.language)}
        common = part.get(before.kind)
        if common is None:
            raise Refused(N_("This block has no text that is common to the government."))
        words = ("", "") if yes else (common.heading, common.text)
        after = replace(before, common=yes, heading=words[0], text=words[1])
        with self._session.write(Verb.REVISE_BLOCK, block, self.name(before.letter)) as unit:
            if yes:
                lay_down(unit, letter.language)
            unit.save(after)
        return after

    def revise_common(self, block: CommonBlock) -> CommonBlock:
        """Write a block of the common part; all letters that follow it and are not signed say it.

        Raises:
            Refused: It has no text.
        """
        if not block.text.strip():
            raise Refused(N_("The common part needs a text here."), field="text")
        about = translator(block.language).tell(Message(block.kind.word))
        with self._session.write(Verb.REVISE_COMMON, block.id, about) as unit:
            unit.save(block)
        return block

    def _editable(self, key: str) -> Letter:
        letter = self._session.the(Letter, key)
        if letter.state.final:
            raise Refused(
                N_("A signed letter is not changed any more. Draft a revised one."), rule="L7"
            )
        return letter
