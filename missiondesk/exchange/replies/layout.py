# SPDX-License-Identifier: Apache-2.0
"""Where things stand on the form, as writer and reader agree: hidden names find them again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from missiondesk.domain.reply_content import print_of
from missiondesk.language.clean_text import clean_text

# Columns from 0; the hidden ones tell the reader what a row is.
NUMBER, TEXT, MEASURE, DUE, LEAD, STATUS, EVIDENCE, COMMENT = range(8)
KEY, STATUS_BEFORE, EVIDENCE_BEFORE = 8, 9, 10
SHOWN: Final = 8
WIDTHS: Final = (6, 38, 22, 15, 20, 18, 30, 30)

FORMAT: Final = "reply form 1"
ROW: Final = "commitment "
LETTER_NUMBER: Final = "letter number"
HINDERS: Final = "hinders"
ASKS: Final = "asks"
NUMBER_SHOWN: Final = 2  # column of the letter's number in the head
# Names in the hidden sheet, in their order; "print" covers the sheet itself, "seal" the rows too.
NAMES: Final = ("format", "letter", "number", "version", "period", "language", "print", "seal")


def squeezed(text: str) -> str:
    """The signs of a text that every spreadsheet keeps; white space is kept by each otherwise."""
    return "".join(clean_text(text).split())


def print_of_sheet(told: Iterable[str]) -> str:
    """What shows whether the hidden sheet is as it was written."""
    return print_of("|".join(squeezed(one) for one in told))
