# SPDX-License-Identifier: Apache-2.0
"""Keeps the words of a return that have no field of their own: a block in the initiative's note,
under the name of the file, beside whatever people wrote there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from missiondesk.exchange.portfolio_returns import (
    PortfolioReturn,
    ReturnedCell,
    ReturnedProject,
    Standing,
)

_RULE: Final = "⸻"
_BRIEF: Final = 40  # signs
# From the first heading of a block to the last line that ends one.
_BLOCK: Final = re.compile(rf"^{_RULE} [^\n]+ {_RULE}$.*^{_RULE}$", re.DOTALL | re.MULTILINE)
_FIELDS: Final = (
    "confidence", "category", "schedule_comment", "year_baseline", "year_forecast", "variance",
    "variance_comment", "budget_comment", "benefits", "benefits_comment",
)  # fmt: skip


def is_returned(note: str) -> bool:
    """Whether the note of an initiative has the words of a return."""
    return _RULE in note and _BLOCK.search(note) is not None


def noted(
    note: str,
    file: PortfolioReturn,
    project: ReturnedProject,
    kept: Iterable[ReturnedCell[object]],
) -> tuple[str, tuple[str, ...]]:
    """The note with the words of this return instead of those of the one before.

    Args:
        note: As it is; what people wrote around the block stays.
        kept: Further cells whose words have no place elsewhere.

    Returns:
        The note, and the headings under which it has words that were not there before.
    """
    cells = [getattr(project, field) for field in _FIELDS]
    parts = {
        _part(cell): short_heading(cell)
        for cell in (*cells, *project.others, *kept)
        if cell.text and cell.standing is not Standing.EXEMPT
    }
    found = _BLOCK.search(note)
    before = found[0] if found is not None else ""
    if not parts:
        return note.replace(before, "").strip() if before else note, ()
    block = "\n".join((f"{_RULE} {file.name} {_RULE}", "\n\n".join(parts), _RULE))
    fresh = tuple(heading for part, heading in parts.items() if part not in before)
    if before:
        return note.replace(before, block), fresh
    return "\n\n".join(filter(None, (note, block))), fresh


def withheld_words(project: ReturnedProject) -> str:
    """What the return withholds, with the section of the act that it names, a line each."""
    held = (cell for cell in project.cells() if cell.standing is Standing.EXEMPT)
    return "\n".join(f"{short_heading(cell)}: {' '.join(cell.text.split())}" for cell in held)


def short_heading(cell: ReturnedCell[object]) -> str:
    """The first line of a heading; the next ones explain it."""
    return cell.heading.partition("\n")[0]


def brief_heading(cell: ReturnedCell[object]) -> str:
    """The same for a list of headings; the oldest returns have whole sentences there."""
    heading = short_heading(cell)
    return heading if len(heading) <= _BRIEF else f"{heading[: _BRIEF - 1].rstrip()}…"


def _part(cell: ReturnedCell[object]) -> str:
    return f"{short_heading(cell)}: {cell.text}"
