# SPDX-License-Identifier: Apache-2.0
"""The workbook to fill in: a sheet for each kind, with help, an example and lists of choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.spreadsheet.writing import (
    CellValue,
    Properties,
    WrittenSheet,
    write_workbook,
)
from missiondesk.exchange.tables import kinds, template_words
from missiondesk.exchange.tables.columns import MARKER, Field, Kind
from missiondesk.exchange.tables.template_words import TemplateColumn
from missiondesk.language import Translator, translator

_SHEETS: Final = (
    (kinds.PEOPLE, N_("People"), template_words.PEOPLE),
    (kinds.MISSIONS, N_("Missions"), template_words.MISSIONS),
    (kinds.INITIATIVES, N_("Initiatives"), template_words.INITIATIVES),
    (kinds.MILESTONES, N_("Milestones"), template_words.MILESTONES),
)
_FRAME_YEARS: Final = 2
_MARKER_WIDTH: Final = 12


@dataclass(frozen=True, slots=True)
class _Written:
    """One column as it is written."""

    heading: str
    help: str
    example: CellValue
    width: int
    choices: tuple[str, ...] = ()


def template(language: str, today: date) -> bytes:
    """The template as an XLSX in Danish or English.

    The rows marked as help and example are skipped by the import.

    Args:
        language: "da" or "en"; of headings, help and lists.
        today: The day whose month and year stand in the headings that have one.
    """
    tr = translator(language)
    sheets = [_sheet(kind, tr.say(name), columns, tr, today) for kind, name, columns in _SHEETS]
    title = tr.say(N_("Missions, initiatives, milestones and people: template"))
    return write_workbook(sheets, Properties(title, tr.tag))


def _sheet(
    kind: Kind, name: str, columns: Sequence[TemplateColumn], tr: Translator, today: date
) -> WrittenSheet:
    fields = {one.name: one for one in kind.fields}
    marker = _Written(
        _heading(fields[MARKER], tr.lang),
        tr.say_in("template", "Help"),
        tr.say_in("template", "Example"),
        _MARKER_WIDTH,
    )
    written = [marker]
    for column in columns:
        written += _written(column, fields, tr, today)
    return WrittenSheet(
        name,
        tuple(one.heading for one in written),
        (tuple(one.help for one in written), tuple(one.example for one in written)),
        tuple(one.width for one in written),
        {place: one.choices for place, one in enumerate(written) if one.choices},
        quiet=2,
    )


def _written(
    column: TemplateColumn, fields: dict[str, Field], tr: Translator, today: date
) -> Iterator[_Written]:
    said = tr.say(column.help)
    choices = () if column.choices is None else tuple(map(tr.show, column.choices))
    example = _example(column, tr)
    if column.field == "status" and "status" not in fields:
        heading = f"Status {tr.period(_month(today))}"
        yield _Written(heading, said, example, column.width, choices)
    elif column.field == "frame":
        for year in range(today.year, today.year + _FRAME_YEARS):
            yield _Written(_frame_heading(year, tr), said, example, column.width)
    else:
        heading = _heading(fields[column.field], tr.lang)
        yield _Written(heading, said, example, column.width, choices)
        if column.both:
            yield _other_language(column, heading, tr)


def _other_language(column: TemplateColumn, heading: str, tr: Translator) -> _Written:
    other = "en" if tr.lang == "da" else "da"
    named = {"da": f"{heading} på engelsk", "en": f"{heading} in Danish"}[tr.lang]
    text = column.example.only(other) if isinstance(column.example, Wording) else ""
    said = tr.say(N_("The same in English.") if other == "en" else N_("The same in Danish."))
    return _Written(named, said, text, column.width)


def _heading(field: Field, language: str) -> str:
    names = field.danish if language == "da" else field.english
    return f"{names[0][:1].upper()}{names[0][1:]}"


def _frame_heading(year: int, tr: Translator) -> str:
    return f"Ramme {year} (mio. kr.)" if tr.lang == "da" else f"Frame {year} (million DKK)"


def _month(today: date) -> Period:
    return Period.of(today, "month")


def _example(column: TemplateColumn, tr: Translator) -> CellValue:
    value = column.example
    if isinstance(value, Wording):
        return value.only(tr.lang)
    if isinstance(value, Worded):
        return tr.show(value)
    if isinstance(value, Decimal):
        return value
    # A year is a number in a sheet, as a person types it.
    return Decimal(value) if value.isdigit() else value
