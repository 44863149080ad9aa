# SPDX-License-Identifier: Apache-2.0
"""Placeholders that would be printed as they were typed: in a heading, in a field of the letter, or
in a text of the records that a letter takes over word for word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.message import N_, message
from missiondesk.domain.placeholders import names_in
from missiondesk.services.letter_problems import LetterProblem

# In which block what a letter says beside its texts is printed.
_PRINTED: Final[Mapping[BlockKind, tuple[str, ...]]] = {
    BlockKind.LETTERHEAD: ("sender", "sender_lines", "contact"),
    BlockKind.META: ("meta", "number"),
    BlockKind.HANDLING: ("handling",),
    BlockKind.ADDRESSEE: ("addressee",),
    BlockKind.SUBJECT: ("subject",),
    BlockKind.SALUTATION: ("salutation",),
    BlockKind.MISSION: ("mission_code", "mission_title", "mission_sentence", "missions"),
    BlockKind.GOAL: ("goal",),
    BlockKind.ACCOUNTABLE: ("commitments", "elsewhere"),
    BlockKind.SHARED: ("shared",),
    BlockKind.TIMELINE: ("timeline",),
    BlockKind.PORTFOLIO: ("initiatives",),
    BlockKind.COALITION: ("actors",),
    BlockKind.RESOURCES: ("budget",),
    BlockKind.SIGNATURE: ("place_and_date", "signatories"),
    BlockKind.COPIES: ("copies",),
    BlockKind.ANNEXES: ("annexes", "coalition", "skills", "governance"),
}


def left_over(content: LetterContent) -> Iterator[LetterProblem]:
    """Each of them once a block."""
    said: dict[tuple[BlockKind, str], None] = {}
    for block in content.blocks:
        for text in (block.heading, *block.paragraphs, *block.bullets):
            said.update({(block.kind, name): None for name in names_in(text)})
    for kind, names in _PRINTED.items():
        for text in _texts([getattr(content, name) for name in names]):
            said.update({(kind, name): None for name in names_in(text)})
    for kind, name in said:
        sentence = N_("“{name}” would be printed as it stands: no placeholder is filled in there.")
        yield LetterProblem(Severity.ERROR, message(sentence, name=f"{{{{{name}}}}}"), kind)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
