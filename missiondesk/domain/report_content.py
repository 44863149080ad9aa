# SPDX-License-Identifier: Apache-2.0
"""What metric sheets, stocktake packs and public reports have in common, as plain values in the
document's language.
"""

from __future__ import annotations

from typing import Final

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A state as printed: sign and word, colour last (D8).

    Attributes:
        tone: "good", "wait", "bad", "unknown" or "ink".
    """

    symbol: str
    word: str
    tone: str = "unknown"

    @property
    def text(self) -> str:
        """Sign and word, kept together."""
        return f"{self.symbol}\u00a0{self.word}".strip()


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What a report says about itself, on its first page and on all of them.

    Attributes:
        title: Document title, never empty.
        subtitle: One line under it.
        created: ISO date that stamps the file, so that equal content gives equal bytes.
        reference: Case or file reference for the foot, or "".
        classification: Handling mark on every page, or "".
        mark: Watermark ("UDKAST", "EKSEMPEL"), or "".
        data_date: The day to which figures were read, in words; it stands on every page.
    """

    language: str
    title: str
    subtitle: str
    created: str
    sender: str
    data_date: str
    contact: str = ""
    reference: str = ""
    classification: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of text.

    Attributes:
        title: Its heading, or "".
        numbers: Columns that hold numbers.
        lead: What it shows, in a sentence above it, or "".
        note: Source, date and method below it, or "".
        empty: What is said instead while there is no row, or "" to leave it out.
        total: The last row sums up the others.
        heat: For each row how warm each cell is, from −1 (bad) over 0 (nothing) to 1 (good); it is
            the ground of the cell, whose text says the same. Empty for a table without.
    """

    title: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: frozenset[int] = frozenset()
    lead: str = ""
    note: str = ""
    empty: str = ""
    total: bool = False
    heat: tuple[tuple[float, ...], ...] = ()


NO_ROWS: Final = Rows()


@dataclass(frozen=True, slots=True)
class Standing:
    """The two scales of a mission, apart: computed development and people's confidence.

    Attributes:
        sentence: What the rating means, with the pace.
        confidence: None in public, and while nobody has judged.
        judged: Who judged, and when.
        narrative: Why, in the assessor's words.
        next_step: What is done about it next.
        divergence: A sentence when the two scales part by two steps (D3), or "".
    """

    rating: StatusMark
    sentence: str = ""
    confidence: StatusMark | None = None
    judged: str = ""
    narrative: str = ""
    next_step: str = ""
    divergence: str = ""


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What stands by a chart: figures beside it, source, date and method under it."""

    facts: tuple[tuple[str, str], ...] = ()
    caption: str = ""


NO_WORDS: Final = ChartWords()


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that travels inside the document and is written beside it."""

    name: str
    media_type: str
    data: bytes
    description: str


@dataclass(frozen=True, slots=True)
class MethodNote:
    """How it was computed and from where: the last lines of every report."""

    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


NO_METHOD: Final = MethodNote()
