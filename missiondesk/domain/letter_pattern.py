# SPDX-License-Identifier: Apache-2.0
"""Patterns by which an office numbers its letters and names their files: text with a closed set of
fields in braces, parsed here and never evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused

NUMBER_FIELDS: Final = ("year", "number", "mission", "kind")
FILE_FIELDS: Final = (
    "kind", "mission", "number", "addressee", "title", "language", "version", "year",
)  # fmt: skip
DEFAULT_NUMBERS: Final = "{year}-{number:3}"
LONGEST: Final = 80  # characters of a pattern
_MOST_DIGITS: Final = 9
_DIGITS = re.compile(r"[1-9]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field in a pattern; a number is filled up with zeros to ``digits``."""

    name: str
    digits: int = 0


Pattern = tuple[str | Slot, ...]


def parse(text: str, fields: tuple[str, ...], field: str = "") -> Pattern:
    """Take a pattern apart: text as it is, ``{name}``, and ``{number:3}`` for at least 3 digits.

    Args:
        text: As the office wrote it.
        fields: The names that are known here.
        field: The form's field that a refusal speaks of.

    Raises:
        Refused: A brace is alone, a name is unknown, digits are asked of a text, or it is longer
            than 80 characters; with the place, counted from 1.
    """
    if len(text) > LONGEST:
        raise Refused(N_("A pattern has at most {most} characters."), field=field, most=LONGEST)
    if any(not sign.isprintable() for sign in text):
        raise Refused(N_("A pattern is one line of plain text."), field=field)
    parts: list[str | Slot] = []
    at = 0
    while at < len(text):
        brace = next((i for i in range(at, len(text)) if text[i] in "{}"), len(text))
        if brace > at:
            parts.append(text[at:brace])
        if brace == len(text):
            break
        end = text.find("}", brace)
        if text[brace] == "}" or end < 0 or "{" in text[brace + 1 : end]:
            raise Refused(
                N_("The brace at character {place} has no partner."), field=field, place=brace + 1
            )
        parts.append(_slot(text[brace + 1 : end], brace + 1, fields, field))
        at = end + 1
    return tuple(parts)


def _slot(inside: str, place: int, fields: tuple[str, ...], field: str) -> Slot:
    name, colon, digits = inside.partition(":")
    if name not in fields:
        raise Refused(
            N_("“{name}” at character {place} is not known here. Known are: {known}."),
            field=field,
            name=inside,
            place=place,
            known=", ".join(fields),
        )
    if not colon:
        return Slot(name)
    if name != "number" or not _DIGITS.fullmatch(digits):
        raise Refused(
            N_("“{name}” at character {place}: only a number takes digits, from 1 to {most}."),
            field=field,
            name=inside,
            place=place,
            most=_MOST_DIGITS,
        )
    return Slot(name, int(digits))


def parse_numbers(text: str, field: str = "letter_pattern") -> Pattern:
    """The pattern of an office's numbers; "" is the desk's own.

    Raises:
        Refused: As `parse`, or the running number is not in it exactly once.
    """
    pattern = parse(text.strip() or DEFAULT_NUMBERS, NUMBER_FIELDS, field)
    running = sum(isinstance(part, Slot) and part.name == "number" for part in pattern)
    if running != 1:
        raise Refused(
            N_("The pattern needs the running number once: write {example}."),
            field=field,
            example="{number} / {number:3}",
        )
    return pattern


def written(pattern: Pattern) -> str:
    """The pattern as text; parsing it gives the same again."""
    return "".join(part if isinstance(part, str) else _braced(part) for part in pattern)


def _braced(slot: Slot) -> str:
    return "{" + (f"{slot.name}:{slot.digits}" if slot.digits else slot.name) + "}"


def has(pattern: Pattern, name: str) -> bool:
    """Whether a field is in the pattern."""
    return any(isinstance(part, Slot) and part.name == name for part in pattern)


def filled(pattern: Pattern, values: Mapping[str, str | int]) -> str:
    """The pattern with its fields replaced; a field without a value is left out."""
    return "".join(
        part if isinstance(part, str) else _value(part, values.get(part.name, ""))
        for part in pattern
    )


def _value(slot: Slot, value: str | int) -> str:
    return f"{value:0{slot.digits}d}" if isinstance(value, int) and slot.digits else str(value)


def number_in(pattern: Pattern, text: str, values: Mapping[str, str | int]) -> int | None:
    """The running number of a text that the pattern made with these values; None of another."""
    before, slot, after = "", None, ""
    for part in pattern:
        if isinstance(part, Slot) and part.name == "number":
            slot = part
            continue
        piece = part if isinstance(part, str) else _value(part, values.get(part.name, ""))
        before, after = (before + piece, after) if slot is None else (before, after + piece)
    if slot is None or len(text) <= len(before) + len(after):
        return None
    if not (text.startswith(before) and text.endswith(after)):
        return None
    digits = text[len(before) : len(text) - len(after)]
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 2 * _MOST_DIGITS:
        return None
    number = int(digits)
    return number if _value(slot, number) == digits else None
