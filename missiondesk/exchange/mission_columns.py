# SPDX-License-Identifier: Apache-2.0
"""Which column of a table of missions is which: a closed list of headings in two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused

# Field: what it means, English headings, Danish headings. Signs other than letters and digits do
# not count, so "target_value", "Target value" and "TargetValue" are one heading.
_FIELDS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("code", N_("code of the mission"), "no, number, code, mission no", "nr, nummer, kode"),
    (
        "title",
        N_("title of the mission"),
        "target, title, mission, mission title, goal",
        "titel, mission, missionens titel, målsætning",
    ),
    ("sentence", N_("the mission in one sentence"), "sentence, mission statement", "sætning"),
    (
        "metric",
        N_("name of the key metric"),
        "metric, key metric, indicator, key figure, measure",
        "nøgletal, indikator, effektmål",
    ),
    ("direction", N_("which way is better"), "direction, better when", "retning"),
    ("target_value", N_("value of the target"), "target value", "målværdi, måltal"),
    ("unit", N_("unit and shape of the target"), "unit, target unit", "enhed"),
    (
        "target_period",
        N_("date of the target"),
        "target year, target date, target period, by",
        "målår, måldato",
    ),
    ("baseline_value", N_("value of the baseline"), "baseline, baseline value", "udgangspunkt"),
    (
        "baseline_period",
        N_("date of the baseline"),
        "baseline year, baseline period, baseline date",
        "udgangsår, udgangsperiode",
    ),
    (
        "observed",
        N_("latest observation"),
        "observed, observation, latest, latest value, observed value",
        "observeret, seneste, seneste tal, observation",
    ),
    (
        "observed_period",
        N_("period of the observation"),
        "observed period, period, latest period, observation period",
        "periode, seneste periode",
    ),
    ("source", N_("source"), "source, data source", "kilde, datakilde"),
    ("publisher", N_("publisher of the data"), "publisher", "udgiver"),
    ("geography", N_("geography"), "geography, country, area", "geografi, land, område"),
    ("note", N_("note"), "note, notes, comment, remark", "note, noter, bemærkning"),
)
REQUIRED: Final = ("title",)
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


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and what it was taken for.

    Attributes:
        field: Name of the field, "status" with its ``period``, or "" when it is not read.
        meaning: Msgid of what the field means, or "".
    """

    index: int
    heading: str
    field: str = ""
    meaning: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All columns of a table, and the language that its headings are in."""

    columns: tuple[Column, ...]
    language: str

    def heading_of(self, field: str) -> str:
        """The heading under which a field stands, or ""."""
        return next((one.heading for one in self.columns if one.field == field), "")


def plain_heading(heading: str) -> str:
    """Small letters and digits with single spaces; camelCase is taken apart."""
    apart = re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])", " ", heading)
    return " ".join(re.findall(r"[^\W_]+", apart.casefold()))


def _by_heading() -> Mapping[str, tuple[str, str, frozenset[str]]]:
    found: dict[str, tuple[str, str, frozenset[str]]] = {}
    for field, meaning, english, danish in _FIELDS:
        for language, names in (("en", english), ("da", danish)):
            for name in names.split(", "):
                before = found[name][2] if name in found else frozenset()
                found[name] = (field, meaning, before | {language})
    return found


_KNOWN: Final = _by_heading()


def recognise(headings: Sequence[str]) -> Layout:
    """What each heading is taken for; unknown ones are kept in the list as not read.

    Raises:
        Refused: Two headings mean the same, or there is none for the title.
    """
    columns: list[Column] = []
    languages: list[str] = []
    for index, heading in enumerate(headings):
        column, spoken = _column(index, heading)
        twin = next((one for one in columns if _same(one, column)), None)
        if twin is not None:
            raise Refused(
                N_("The headings “{first}” and “{second}” mean the same."),
                first=twin.heading,
                second=heading,
            )
        columns.append(column)
        if len(spoken) == 1:
            languages += spoken
    for field in REQUIRED:
        if not any(one.field == field for one in columns):
            raise Refused(N_("No column is recognised as the mission's title."))
    danish = languages.count("da") > languages.count("en")
    return Layout(tuple(columns), "da" if danish else "en")


def _same(one: Column, other: Column) -> bool:
    return one.field != "" and (one.field, one.period) == (other.field, other.period)


def _column(index: int, heading: str) -> tuple[Column, frozenset[str]]:
    plain = plain_heading(heading)
    if plain in _KNOWN:
        field, meaning, languages = _KNOWN[plain]
        return Column(index, heading, field, meaning), languages
    status = _STATUS.fullmatch(plain)
    period = _status_period(status.group(1)) if status else None
    if period is not None:
        meaning = N_("delivery confidence")
        return Column(index, heading, "status", meaning, period), frozenset()
    return Column(index, heading), frozenset()


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
