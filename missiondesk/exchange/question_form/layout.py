# SPDX-License-Identifier: Apache-2.0
"""Where things stand on the form, as writer and reader agree."""

from __future__ import annotations

from typing import Final

# Columns from 0; the hidden one tells the reader what a row is.
NUMBER, TEXT, STANCE, WEIGHT, RED_LINE, ANSWER, WISH, KEY = range(8)
SHOWN: Final = 7
WIDTHS: Final = (6, 44, 18, 10, 12, 52, 32)
FORMAT: Final = "question form 1"
NAMES: Final = ("format", "round", "party", "language", "seal")
ROW: Final = "question "
