# SPDX-License-Identifier: Apache-2.0
"""Placeholders that would be printed as they were typed: in a heading, in a field of the letter, in
a text of the records that a letter takes over word for word, or anywhere for want of a brace.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.message import N_, message
from missiondesk.domain.placeholders import broken_in, names_in
from missiondesk.services.letter_problems import LetterProblem
from missiondesk.services.placeholder_names import NAMES

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
    whole: dict[tuple[BlockKind, str], None] = {}
    broken: dict[tuple[BlockKind, str], None] = {}
    for kind, text in _printed(content):
        whole |= {(kind, name): None for name in names_in(text)}
        broken |= {(kind, part): None for part in broken_in(text, NAMES)}
    for kind, name in whole:
        sentence = N_("“{name}” would be printed as it stands: no placeholder is filled in there.")
        yield LetterProblem(Severity.ERROR, message(sentence, name=f"{{{{{name}}}}}"), kind)
    for kind, part in broken:
        sentence = N_(
            "“{text}” would be printed as it stands: a placeholder has two braces on either side."
        )
        yield LetterProblem(Severity.ERROR, message(sentence, text=part), kind)


def _printed(content: LetterContent) -> Iterator[tuple[BlockKind, str]]:
    for block in content.blocks:
        for text in (block.heading, *block.paragraphs, *block.bullets):
            yield block.kind, text
    for kind, names in _PRINTED.items():
        for text in _texts([getattr(content, name) for name in names]):
            yield kind, text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
