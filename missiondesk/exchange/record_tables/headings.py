# SPDX-License-Identifier: Apache-2.0
"""The headings of a table of records in either language, and what they mean when read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.references import TABLE_KINDS
from missiondesk.exchange.record_tables.shapes import FieldShape, Sort, shapes_of
from missiondesk.language import LANGUAGES, Translator, translator

_YEAR: Final = re.compile(r"\b((?:19|20|21)\d\d)\b")
_MARK: Final = "{year}"


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """One column.

    Attributes:
        shape: The field; None is the key.
        part: "da" or "en" of a wording, a year of amounts, else "".
    """

    heading: str
    shape: FieldShape | None
    part: str = ""


def key_heading(kind: str, tr: Translator) -> str:
    """Heading of the column of keys, which says of what kind the table is."""
    return tr.say(N_("Key ({kind})"), kind=tr.say(KIND_WORDS[kind]))


def columns_of(kind: str, tr: Translator, years: Iterable[int]) -> tuple[RecordColumn, ...]:
    """All columns of a kind in one language.

    Args:
        years: For which amounts there is a column.
    """
    found = [RecordColumn(key_heading(kind, tr), None)]
    for shape in shapes_of(kind):
        word = _capital(tr.say(shape.word))
        if shape.sort is Sort.WORDING:
            found += [RecordColumn(f"{word} ({part})", shape, part) for part in LANGUAGES]
        elif shape.sort is Sort.MONEY:
            found += [
                RecordColumn(_of_year(word, str(year), tr), shape, str(year)) for year in years
            ]
        elif shape.sort is Sort.MILLIONS:
            found.append(RecordColumn(tr.say(N_("{word} (millions)"), word=word), shape))
        else:
            found.append(RecordColumn(word, shape))
    return tuple(found)


def kind_told(headings: Iterable[str]) -> tuple[str, Translator] | None:
    """Kind and language of a table by its first heading, or None when it is no such table."""
    first = next(iter(headings), "")
    return _keys().get(_folded(first))


def read_headings(
    kind: str, tr: Translator, headings: Iterable[str]
) -> tuple[RecordColumn | None, ...]:
    """What each heading means; None is not known. Headings of one language are read as such."""
    known = {_folded(one.heading): one for one in columns_of(kind, tr, ())}
    money = {
        _folded(_of_year(_capital(tr.say(shape.word)), _MARK, tr)): shape
        for shape in shapes_of(kind)
        if shape.sort is Sort.MONEY
    }
    found: list[RecordColumn | None] = []
    for heading in headings:
        folded = _folded(heading)
        year = _YEAR.search(heading)
        shape = money.get(_folded(_YEAR.sub(_MARK, heading, count=1))) if year else None
        if year and shape is not None:
            found.append(RecordColumn(heading, shape, year.group(1)))
        else:
            found.append(known.get(folded))
    return tuple(found)


def years_of(amounts: Iterable[tuple[Money, ...]], today_year: int) -> tuple[int, ...]:
    """The years that columns are needed for: those with an amount, this year and the next."""
    years = {money.year for one in amounts for money in one}
    return tuple(sorted(years | {today_year, today_year + 1}))


def _of_year(word: str, year: str, tr: Translator) -> str:
    return tr.say(N_("{word} {year} (DKK m)"), word=word, year=year)


@cache
def _keys() -> dict[str, tuple[str, Translator]]:
    return {
        _folded(key_heading(kind, tr)): (kind, tr)
        for tr in map(translator, LANGUAGES)
        for kind in TABLE_KINDS
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
