# SPDX-License-Identifier: Apache-2.0
"""What the words of a cell mean: given, withheld, not there, or not to be read; never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar

from missiondesk.domain.message import N_, Message, message
from missiondesk.exchange.portfolio_returns.returned import ReturnedCell, Standing
from missiondesk.exchange.statistics.written_numbers import is_missing

T = TypeVar("T")

_LINE_END = re.compile(r"\r*\n|\r")
_EXEMPT: Final = re.compile(
    r"(?:data )?exempt(?:ion|ed)?\b[\s\-\u2010-\u2015:,]*(?:under\b|from\b|section|\.?$)",
    re.IGNORECASE,
)
# All that returns write where there is nothing; each is the whole of the cell.
_NOTHING: Final = re.compile(
    r"""(?:(?:data|narrative|information)[ ])?not[ ](?:provided|available|supplied|reported)
        (?:[ ]by[ ](?:the[ ])?department)?
      |tb[acd] | to[ ]be[ ](?:confirmed|determined|decided) | none
      |the[ ](?:gmpp[ ])?project[ ]did[ ]not[ ]provide[ ]data
      |(?:na[ ])?the[ ]project[ ]did[ ]not[ ]provide[ ]data
      |the[ ]project[ ]is[ ](?:still[ ]at[ ]the[ ]planning[ ]stage[ ]and[ ]is[ ])?
        not[ ](?:yet[ ])?in[ ]a[ ]position[ ]to[ ]provide[ ]this[ ]information
      |early[ ]planning[ ]gmpp[ ]project(?:[ ]\([^()]*\))?""",
    re.IGNORECASE | re.VERBOSE,
)


def tidied(text: str) -> str:
    """The text with lines that end alike, and without blanks at its edges."""
    return _LINE_END.sub("\n", text).strip()


def standing_of(text: str) -> Standing:
    """Whether a tidied text gives something; `GIVEN` does not say that it can be read."""
    if is_missing(text):
        return Standing.NOT_GIVEN
    if _EXEMPT.match(text):
        return Standing.EXEMPT
    plain = " ".join(text.split()).rstrip(". ")
    return Standing.NOT_GIVEN if _NOTHING.fullmatch(plain) else Standing.GIVEN


def cell_of(
    heading: str, place: str, text: str, read: Callable[[str], T | Message]
) -> ReturnedCell[T]:
    """A cell whose words are read by ``read``, which gives a message for what it cannot read."""
    text = tidied(text)
    standing = standing_of(text)
    if standing is not Standing.GIVEN:
        return ReturnedCell(heading, place, text, None, standing)
    value = read(text)
    if isinstance(value, Message):
        return ReturnedCell(heading, place, text, None, Standing.UNREADABLE, value)
    return ReturnedCell(heading, place, text, value, Standing.GIVEN)


def contradicting(first: ReturnedCell[T], texts: list[str]) -> ReturnedCell[T]:
    """The cell of a heading that the file has twice, with a text in each."""
    return ReturnedCell(
        first.heading,
        first.place,
        " | ".join(texts),
        None,
        Standing.UNREADABLE,
        message(N_("The heading stands there twice, and the cells say different things.")),
    )


def no_cell() -> ReturnedCell[T]:
    """For a field that the file has no heading for."""
    return ReturnedCell("", "", "", None, Standing.NOT_GIVEN)
