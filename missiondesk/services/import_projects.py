# SPDX-License-Identifier: Apache-2.0
"""Makes an initiative of a returned project, or brings one up to this year's return.

Foreign amounts never reach the frame, which is in kroner: the whole-life cost has a currency of its
own, and what has no field is kept in the note, in the words of the file.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, TypeVar

from missiondesk.domain import identity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.period import Period, day
from missiondesk.domain.wording import Wording
from missiondesk.exchange.portfolio_returns import (
    PortfolioReturn,
    ReturnedCell,
    ReturnedProject,
    Standing,
)
from missiondesk.services.import_changes import Brought, merged
from missiondesk.services.import_draft import Draft
from missiondesk.services.import_portfolio_notes import said_place
from missiondesk.services.initiatives import sound_initiative
from missiondesk.services.naming import next_number
from missiondesk.services.portfolio_changes import said_gone, said_return
from missiondesk.services.returned_words import brief_heading, noted, short_heading, withheld_words

T = TypeVar("T")

_MADE: Final = "GMPP-"  # begins the codes that are made for projects without a number
_NUMBER: Final = re.compile(r"[^\W\d_]+_\d+_\d{4}-Q\d", re.IGNORECASE)


def made_codes(draft: Draft, file: PortfolioReturn) -> Iterator[str]:
    """Codes for projects without a number; they begin so that one sees that they were made here."""
    prefix = f"{_MADE}{file.year}-" if file.year is not None else _MADE
    first = next_number(tuple(one.code for one in draft.all(Initiative)), prefix)
    return (f"{prefix}{number}" for number in itertools.count(first))


def bring_project(
    draft: Draft,
    file: PortfolioReturn,
    project: ReturnedProject,
    known: Initiative | None,
    codes: Iterator[str],
) -> Brought:
    """Bring one project into the draft.

    Args:
        known: The initiative that the project is, or None for a new one.
        codes: Gives one to a new project without a number.

    Raises:
        Refused: It cannot be an initiative.
    """
    before = known or Initiative(
        identity.new_id(),
        code=project.number.value or next(codes),
        stage_since=day(draft.today),
        currency=file.currency,
    )
    brought = Brought(new=known is None)
    after = _Project(file, project, brought, before).brought()
    sound_initiative(after)
    brought.code, brought.title = after.code, after.title
    if after != known:
        draft.put(after)
    if known is not None and after != known and not brought.changes:
        said = N_("from this return on: {place}")
        brought.note(message(said, place=after.source_reference))
    brought.details += _remarks(project)
    return brought


class _Project:
    """Brings the cells of a project into an initiative, and says what that changes."""

    def __init__(
        self, file: PortfolioReturn, project: ReturnedProject, brought: Brought, before: Initiative
    ) -> None:
        self._file, self._project, self._brought = file, project, brought
        self._before = before
        self._after: dict[str, Any] = {}  # fields that may differ
        self._kept: list[ReturnedCell[object]] = []  # cells whose words go into the note
        self._fresh: list[str] = []  # headings of long texts that changed

    def brought(self) -> Initiative:
        """The initiative as the return has it; an empty cell changes nothing."""
        project = self._project
        self._code()
        title = merged(self._get("title"), Wording(en=project.name.text))
        self._set("title", N_("title"), title)
        self._department(project.department)
        self._value("delivery_confidence", N_("delivery confidence"), project.confidence)
        self._value("start", N_("start"), project.start)
        self._value("end", N_("end"), project.end)
        self._cost()
        self._long_text("description", project.aims, english=True)
        self._reason(project.confidence_comment)
        self._words()
        self._provenance()
        return replace(self._before, **self._after)

    # -- fields --------------------------------------------------------------------------
    def _code(self) -> None:
        """The number of the file, unless the initiative has a code that is the desk's own."""
        cell, code = self._project.number, self._before.code
        if cell.value == code:
            return
        if cell.value and (code.startswith(_MADE) or _NUMBER.fullmatch(code) is not None):
            self._set("code", N_("code"), cell.value)
        else:
            self._keep(cell)

    def _department(self, cell: ReturnedCell[str]) -> None:
        """The department as the file calls it; it is no ministry of this government."""
        if cell.value is None:
            self._keep(cell)
        else:
            self._set("delivery_body", N_("who carries it out"), cell.value)

    def _long_text(self, field: str, cell: ReturnedCell[str], *, english: bool = False) -> None:
        """Words too long to be told; what is withheld does not replace what was said before."""
        if cell.value is None:
            self._keep(cell)
            return
        given = Wording(en=cell.value) if english else cell.value
        before = self._get(field)
        after = merged(before, given)
        if after != before:
            self._after[field] = after
            self._fresh.append(short_heading(cell))

    def _reason(self, cell: ReturnedCell[str]) -> None:
        """Why the confidence is what it is; a reason of last year does not explain this year's."""
        if cell.text and cell.value is None and self._before.confidence_note:
            self._after["confidence_note"] = ""
            self._fresh.append(short_heading(cell))
        self._long_text("confidence_note", cell)

    def _keep(self, cell: ReturnedCell[object]) -> None:
        """Keep the words of a cell in the note; what is withheld has a field of its own."""
        if cell.text and cell.standing is not Standing.EXEMPT:
            self._kept.append(cell)

    def _value(self, field: str, name: str, cell: ReturnedCell[T]) -> None:
        """A value; words that stand in its place take it away, for it is no longer vouched for."""
        if cell.value is not None:
            self._set(field, name, cell.value)
            return
        self._keep(cell)
        before = self._get(field)
        if cell.text and before is not None:
            self._after[field] = None
            self._brought.note(said_gone(field, name, before))

    def _cost(self) -> None:
        """The whole-life cost, unless the initiative has amounts in another currency already."""
        cell, one = self._project.whole_life_cost, self._before
        own = one.baseline_cost is not None or one.forecast_cost is not None
        if one.currency != self._file.currency and (own or cell.value is None):
            self._keep(cell)
            return
        self._after["currency"] = self._file.currency
        self._value("baseline_cost", N_("cost as decided, GBP million"), cell)

    def _words(self) -> None:
        """What has no field, and what was withheld."""
        project = self._project
        if project.year.value is None:
            self._keep(project.year)
        note, fresh = noted(self._before.note, self._file, project, self._kept)
        self._after.update(note=note, withheld=withheld_words(project))
        known = short_heading(project.confidence)
        told = dict.fromkeys(one for one in (*self._fresh, *fresh) if one != known)
        if told and not self._brought.new:
            said = N_("new words under {headings}")
            self._brought.note(message(said, headings=", ".join(told)))

    def _provenance(self) -> None:
        project, file = self._project, self._file
        self._after["source_reference"] = f"{file.name}, {project.name.place}"
        year = project.year.value or file.year
        if year is not None and project.confidence.text:
            self._after["confidence_date"] = Period(str(year))

    def _set(self, field: str, name: str, value: object) -> None:
        before = self._get(field)
        if value == before:
            return
        self._after[field] = value
        if not (self._brought.new and field == "title"):  # the row shows it already
            self._brought.note(said_return(field, name, before, value))

    def _get(self, field: str) -> Any:
        return self._after.get(field, getattr(self._before, field))


def _remarks(project: ReturnedProject) -> list[Message]:
    """What was withheld and what cannot be read, said of every row, changed or not."""
    cells = tuple(project.cells())
    exempt = [brief_heading(cell) for cell in cells if cell.standing is Standing.EXEMPT]
    remarks = []
    if exempt:
        remarks.append(message(N_("withheld: {headings}"), headings=", ".join(exempt)))
    unread = (cell for cell in cells if cell.standing is Standing.UNREADABLE)
    return remarks + [said_place(cell, cell.why) for cell in unread if cell.why is not None]
