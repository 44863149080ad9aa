# SPDX-License-Identifier: Apache-2.0
"""Where things stand on the form, as writer and reader agree: hidden names find them again."""

from __future__ import annotations

from typing import Final

# Columns from 0; the hidden ones tell the reader what a row is.
NUMBER, TEXT, MEASURE, DUE, LEAD, STATUS, EVIDENCE, COMMENT = range(8)
KEY, STATUS_BEFORE, EVIDENCE_BEFORE = 8, 9, 10
SHOWN: Final = 8
WIDTHS: Final = (6, 38, 22, 15, 20, 18, 30, 30)

PARTICULARS: Final = "missiondesk"  # name of the hidden sheet
FORMAT: Final = "reply form 1"
ROW: Final = "commitment "
HINDERS: Final = "hinders"
ASKS: Final = "asks"
# Names in the hidden sheet, in their order.
NAMES: Final = ("format", "letter", "number", "version", "period", "language", "seal")
