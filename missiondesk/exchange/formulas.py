# SPDX-License-Identifier: Apache-2.0
"""Text that a spreadsheet would take for a formula, whatever the file says it is (SEC-10)."""

from __future__ import annotations

from typing import Final

_STARTS: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)


def harmless(text: str) -> str:
    """The text for a CSV cell: behind an apostrophe when it would be run as a formula."""
    return f"'{text}" if text.startswith(_STARTS) else text


def as_written(cell: str) -> str:
    """The text of a CSV cell as it was before `harmless`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_STARTS) else cell
