# SPDX-License-Identifier: Apache-2.0
"""The part of letters that is common to the whole government: laid down once, printed in each."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from missiondesk.domain.letter import BlockKind, CommonBlock, LetterBlock
from missiondesk.domain.letter_kinds import COMMON
from missiondesk.domain.situation import Situation
from missiondesk.language import standard_blocks

if TYPE_CHECKING:
    from missiondesk.store.unit import Unit

# Two copies of a workspace lay the common part down under the same ids.
_NAMESPACE: Final = uuid.UUID("2b0f0d1e-6a0c-5b57-9a53-0c1f6f4d7a12")


def common_part(now: Situation, language: str) -> tuple[CommonBlock, ...]:
    """The common blocks in printing order; the standard text where none is laid down yet."""
    there = {one.kind: one for one in now.all(CommonBlock) if one.language == language}
    kinds = [kind for kind in BlockKind if kind in COMMON or kind in there]
    standard = {one.kind: one for one in standard_part(language)}
    return tuple(there.get(kind) or standard[kind] for kind in kinds)


def standard_part(language: str) -> tuple[CommonBlock, ...]:
    """The common part in the standard texts, as it is laid down with the first letter."""
    texts = {block.kind: block for block in standard_blocks(language)}
    return tuple(
        CommonBlock(
            str(uuid.uuid5(_NAMESPACE, f"{language}/{kind.value}")),
            language=language,
            kind=kind,
            position=list(BlockKind).index(kind),
            heading=texts[kind.value].heading,
            text=texts[kind.value].text,
        )
        for kind in COMMON
    )


def lay_down(unit: Unit, language: str) -> None:
    """Write the standard text of each common block that the workspace does not have yet.

    A letter that follows the common part then never depends on the texts of a later program.
    """
    there = {one.kind for one in unit.all(CommonBlock) if one.language == language}
    for block in standard_part(language):
        if block.kind not in there:
            unit.save(block)


def as_printed(
    now: Situation, language: str, blocks: tuple[LetterBlock, ...]
) -> tuple[LetterBlock, ...]:
    """The blocks with the heading and text that they print: of their own or of the common part."""
    if not any(block.common for block in blocks):
        return blocks
    part = {one.kind: one for one in common_part(now, language)}
    return tuple(
        replace(block, heading=part[block.kind].heading, text=part[block.kind].text)
        if block.common and block.kind in part
        else block
        for block in blocks
    )
