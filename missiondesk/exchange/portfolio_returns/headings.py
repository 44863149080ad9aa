# SPDX-License-Identifier: Apache-2.0
"""Recognises a return by its headings: which way it lies, and what each heading means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.csv_table import MOST_COLUMNS

# What the headings of all years are, folded to small letters and digits; each whole.
_FORMS: Final[dict[str, str]] = {
    "year": r"year",
    "number": r"project number|gmpp id( number)?",
    "name": r"project name",
    "department": r"department",
    "category": r"(annual )?report category",
    "aims": r"description( aims)?",
    "confidence": r"colour rating|([im]pa |sro )?(rag rating|delivery confidence assessment)",
    "confidence_comment": (
        r"rating comment|departmental commentary on actions planned or taken on the "
        r"[im]pa rag rating"
    ),
    "start": r"(project )?start date",
    "end": r"(project )?end date",
    "schedule_comment": r"schedule comment|departmental narrative on schedule( including .*)?",
    "year_baseline": r"yearly budget|total baseline|\d{4} \d\d budget( million)?",
    "year_forecast": r"yearly forecast|forecast incl n(gc|cg)|\d{4} \d\d forecast( million)?",
    "variance": r"variance budget forecast( age)?",
    "variance_comment": (
        r"variance comment|departmental narrative on budget forecast variance( for .*)?"
    ),
    "whole_life_cost": (
        r"wlc baseline incl n(gc|cg)|total budgeted whole life costs?( million)?( including .*)?"
    ),
    "budget_comment": r"budget comment|departmental narrative on budgeted whole life costs?",
    "benefits": r"total baseline benefits( m)?",
    "benefits_comment": r"benefits comment",
}
_KNOWN: Final = {field: re.compile(form) for field, form in _FORMS.items()}
FIELDS: Final = tuple(_FORMS)
_NEEDED: Final = ("name", "department", "confidence", "start", "end", "whole_life_cost")
# A file with so many of the known headings is meant to be a return.
_MEANT: Final = 5
_YEAR: Final = re.compile(r"(\d{4}) (\d\d) ")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a return lies.

    Attributes:
        sideways: Whether the headings stand below each other and each project has a column.
        headings: As the file has them, in its order, trimmed.
        fields: What each heading means, "" for one that is not known.
    """

    sideways: bool
    headings: tuple[str, ...]
    fields: tuple[str, ...]

    def places(self, field: str) -> tuple[int, ...]:
        """Where the field stands, counted from 0; a return may have a heading twice."""
        return tuple(place for place, one in enumerate(self.fields) if one == field)

    def year(self) -> int | None:
        """The year in which the financial year of the headings ends: 2016 of "2015/16 Budget"."""
        years = {
            int(found[1]) + 1
            for heading in self.headings
            if (found := _YEAR.match(f"{folded(heading)} ")) and _follows(found[1], found[2])
        }
        return years.pop() if len(years) == 1 else None


def layout_of(rows: Sequence[Sequence[str]]) -> Layout | None:
    """The layout, headings in the first row or in the first column; None when it is no return.

    Raises:
        Refused: It is meant to be a return, but headings are missing that it needs; the sentence
            says which, and what was found (field "columns").
    """
    across = _layout(False, rows[0] if rows else ())
    down = _layout(True, [row[0] for row in rows] if len(rows) <= MOST_COLUMNS else ())
    best = max(across, down, key=_known)
    if _known(best) < _MEANT:
        return None
    missing = [field for field in _NEEDED if field not in best.fields]
    if missing:
        raise Refused(
            N_(
                "This looks like a return on major projects, but headings are missing. Expected: "
                "{expected}. Found: {found}."
            ),
            field="columns",
            expected=", ".join(_SAID[one] for one in missing),
            found=", ".join(filter(None, best.headings)),
        )
    return best


# As the newest returns write them; they are names of the file, not words of the desk.
_SAID: Final = {
    "name": "project_name",
    "department": "department",
    "confidence": "colour_rating",
    "start": "start_date",
    "end": "end_date",
    "whole_life_cost": "wlc_baseline_incl_NCG",
}


def folded(heading: str) -> str:
    """A heading's first line in small letters and digits, with single spaces between."""
    line = heading.strip().partition("\n")[0]
    return " ".join(re.findall("[a-z0-9]+", line.casefold()))


def _layout(sideways: bool, headings: Sequence[str]) -> Layout:
    tidy = tuple(heading.strip() for heading in headings)
    return Layout(sideways, tidy, tuple(map(_meaning, tidy)))


@lru_cache(maxsize=4096)
def _meaning(heading: str) -> str:
    plain = folded(heading)
    return next((field for field, form in _KNOWN.items() if form.fullmatch(plain)), "")


def _known(layout: Layout) -> int:
    return len(set(layout.fields) - {""})


def _follows(year: str, short: str) -> bool:
    return (int(year) + 1) % 100 == int(short)
