# SPDX-License-Identifier: Apache-2.0
"""Where things stand on the sheet, as writer and reader agree."""

from __future__ import annotations

from typing import Final

# Columns from 0; the hidden one tells the reader what a row is.
PLACE, TEXT, COMMENT, PROPOSAL, KEY = range(5)
SHOWN: Final = 4
WIDTHS: Final = (8, 60, 45, 45)
FORMAT: Final = "comment sheet 1"
NAMES: Final = ("format", "letter", "version", "language", "seal")
ROW: Final = "paragraph "
AUTHOR: Final = "author"
AUTHOR_SHOWN: Final = 2  # column in which the name is written
