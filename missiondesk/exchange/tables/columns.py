# SPDX-License-Identifier: Apache-2.0
"""Which column of a table is which: closed lists of headings in two languages, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar",
            "feb february februar",
            "mar march marts",
            "apr april",
            "may maj",
            "jun june juni",
            "jul july juli",
            "aug august",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_STATUS = re.compile(r"(?:status|confidence|vurdering|leveringssikkerhed)\s+(.+)")
_FRAME = re.compile(r"(?:frame|budget|ramme|bevilling)\s+((?:19|20)\d\d)\b\s*(.*)")
_UNITS: Final = {
    **dict.fromkeys(("kr", "dkk", "kroner"), 1),
    **dict.fromkeys(("1 000 kr", "1000 kr", "t kr", "tkr", "thousand dkk"), 1000),
    **dict.fromkeys(("mio kr", "mill kr", "million kr", "million dkk", "dkk million"), 10**6),
    **dict.fromkeys(("mia kr", "billion kr", "billion dkk", "dkk billion"), 10**9),
}
_LANGUAGES: Final = {
    **dict.fromkeys(("da", "dansk", "danish", "in danish", "på dansk"), "da"),
    **dict.fromkeys(("en", "engelsk", "english", "in english", "på engelsk"), "en"),
}
MARKER: Final = "marker"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a table of some kind may have.

    Attributes:
        meaning: Msgid of what it means, for the report.
        english: Headings by which it is known in English, the usual one first; so ``danish``.
            Signs other than letters and digits do not count, so "target_value", "Target value"
            and "TargetValue" are one heading.
        wording: Whether it is text in two languages, so that there may be a column for each.
    """

    name: str
    meaning: str
    english: tuple[str, ...]
    danish: tuple[str, ...]
    wording: bool = False


def field(name: str, meaning: str, english: str, danish: str, wording: bool = False) -> Field:
    """A field whose headings are separated by commas."""
    return Field(name, meaning, _names(english), _names(danish), wording)


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


@dataclass(frozen=True, slots=True)
class Kind:
    """What a table may be of.

    Attributes:
        name: "missions", "initiatives", "milestones" or "people".
        title: Msgid of what it is called in the report.
        own: Plain headings that no other kind has for its title.
        needed: Fields without which it is no such table.
        telling: One of these, or a heading of its own, tells it from other kinds with a title;
            empty when ``needed`` is enough.
        statuses, frames: Whether columns such as "status jun 2026" and "frame 2026 (kr)" belong.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    needed: frozenset[str]
    own: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    statuses: bool = False
    frames: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and what it was taken for.

    Attributes:
        field: Name of the field, "status" or "frame" with its ``period``, or "" when it is not
            read.
        meaning: Msgid of what the field means, or "".
        language: "da" or "en" when the heading says it.
        factor: Kroner to a unit of a frame, None when the heading does not say.
    """

    index: int
    heading: str
    field: str = ""
    meaning: str = ""
    period: Period | None = None
    language: str = ""
    factor: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All columns of a table, and the language that its headings are in."""

    columns: tuple[Column, ...]
    language: str

    def heading_of(self, name: str) -> str:
        """The heading under which a field stands, or ""."""
        return next((one.heading for one in self.columns if one.field == name), "")

    def has(self, name: str) -> bool:
        """Whether there is a column for the field."""
        return any(one.field == name for one in self.columns)

    @property
    def known(self) -> int:
        """Number of columns that are read."""
        return sum(bool(one.field) for one in self.columns)


def plain_heading(heading: str) -> str:
    """Small letters and digits with single spaces; camelCase is taken apart."""
    apart = re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])", " ", heading)
    return " ".join(re.findall(r"[^\W_]+", apart.casefold()))


def recognise(headings: Sequence[str], kind: Kind) -> Layout:
    """What each heading is taken for; unknown ones are kept in the list as not read.

    Raises:
        Refused: Two headings mean the same.
    """
    columns: list[Column] = []
    languages: list[str] = []
    known = _by_heading(kind)
    for index, heading in enumerate(headings):
        column, spoken = _column(index, heading, kind, known)
        columns.append(column)
        if len(spoken) == 1:
            languages += spoken
    language = "da" if languages.count("da") > languages.count("en") else "en"
    _require_no_twins(columns, language)
    return Layout(tuple(columns), language)


def _require_no_twins(columns: Sequence[Column], language: str) -> None:
    """Two columns may only mean the same in two languages."""
    seen: dict[tuple[str, Period | None, str], str] = {}
    for one in columns:
        key = (one.field, one.period, one.language or language)
        if one.field and key in seen:
            raise Refused(
                N_("The headings “{first}” and “{second}” mean the same."),
                field="columns",
                first=seen[key],
                second=one.heading,
            )
        seen[key] = one.heading


def fits(layout: Layout, kind: Kind) -> bool:
    """Whether the columns are enough for a table of this kind."""
    found = {one.field for one in layout.columns}
    if not kind.needed <= found:
        return False
    if not kind.telling or not kind.telling.isdisjoint(found):
        return True
    return any(
        one.field == "title" and plain_heading(one.heading) in kind.own for one in layout.columns
    )


_Known = Mapping[str, tuple[Field, frozenset[str]]]


def _by_heading(kind: Kind) -> _Known:
    found: dict[str, tuple[Field, frozenset[str]]] = {}
    for one in kind.fields:
        for language, names in (("en", one.english), ("da", one.danish)):
            for name in names:
                before = found[name][1] if name in found else frozenset()
                found[name] = (one, before | {language})
    return found


def _column(index: int, heading: str, kind: Kind, known: _Known) -> tuple[Column, frozenset[str]]:
    plain = plain_heading(heading)
    if plain in known:
        one, languages = known[plain]
        return Column(index, heading, one.name, one.meaning), languages
    bilingual = _in_language(index, heading, plain, known)
    if bilingual is not None:
        return bilingual
    if kind.statuses and (status := _STATUS.fullmatch(plain)) is not None:
        period = _status_period(status[1])
        if period is not None:
            return Column(index, heading, "status", N_("delivery confidence"), period), frozenset()
    if kind.frames and (frame := _FRAME.fullmatch(plain)) is not None:
        factor = _UNITS.get(frame[2])
        amount = None if factor is None else Decimal(factor)
        meaning = N_("budget frame of the year")
        year = Period(frame[1])
        return Column(index, heading, "frame", meaning, year, factor=amount), frozenset()
    return Column(index, heading), frozenset()


def _in_language(
    index: int, heading: str, plain: str, known: _Known
) -> tuple[Column, frozenset[str]] | None:
    """A column of text in the language its heading names: "title (da)", "titel på engelsk"."""
    for ending, language in _LANGUAGES.items():
        start = plain.removesuffix(f" {ending}")
        if start != plain and start in known and known[start][0].wording:
            one, languages = known[start]
            return Column(index, heading, one.name, one.meaning, language=language), languages
    return None


def _status_period(words: str) -> Period | None:
    """The period in a heading: "dec 2024" is 2024-12, "2025 q2" 2025-Q2, "2025" the year."""
    parts = words.split()
    year = next((part for part in parts if re.fullmatch(r"(?:19|20)\d\d", part)), None)
    quarter = re.fullmatch(r"((?:19|20)\d\d) ?[qk]([1-4])", words)
    if quarter is not None:
        return Period(f"{quarter.group(1)}-Q{quarter.group(2)}")
    if year is None or len(parts) > 2:
        return None
    rest = [part for part in parts if part != year]
    if not rest:
        return Period(year)
    month = _MONTHS.get(rest[0])
    return Period(f"{year}-{month:02d}") if month else None
