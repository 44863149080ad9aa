# SPDX-License-Identifier: Apache-2.0
"""Compares a yearly return on major projects with the workspace: each project is an initiative."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.exchange.portfolio_returns import PortfolioReturn, ReturnedProject
from missiondesk.services.import_draft import Draft, folded
from missiondesk.services.import_portfolio_notes import (
    notes_on,
    returned_before,
    said_place,
    warnings_on,
)
from missiondesk.services.import_projects import bring_project, made_codes
from missiondesk.services.import_report import ColumnUse, ImportRow, Planned, TableReport
from missiondesk.services.list_states import RowStatus

_WORDS: Final = re.compile(r"[^\W_]+")


def plan_portfolio(situation: Situation, file: PortfolioReturn) -> Planned:
    """What importing ``file`` into the workspace would do; nothing is written.

    A project is known by its number, which is the code of its initiative, else by its name.
    """
    draft = Draft(situation, file.name)
    known = _Known(draft, file.projects)
    codes = made_codes(draft, file)
    rows: list[ImportRow] = []
    matched = {one.id for one in known.by_line.values()}
    faults: list[Message] = []
    for project in file.projects:
        try:
            brought = bring_project(draft, file, project, known.of(project), codes)
        except Refused as refused:
            fault = said_place(project.name, refused.message)
            faults.append(fault)
            rows.append(_row(project, RowStatus.UNREADABLE, details=(fault,)))
            continue
        changed = RowStatus.CHANGED if brought.changes else RowStatus.UNCHANGED
        status = RowStatus.NEW if brought.new else changed
        rows.append(_row(project, status, brought.code, brought.title, tuple(brought.details)))
    table = TableReport(
        message(N_("major projects")), "", _columns(file), tuple(rows), sideways=file.sideways
    )
    here = returned_before(situation)
    return Planned(
        (table,),
        tuple(draft.records.values()),
        tuple(faults),
        notes_on(file, rows, here, matched),
        warnings_on(file, here, matched),
    )


def _row(
    project: ReturnedProject,
    status: RowStatus,
    code: str = "",
    title: Wording | None = None,
    details: tuple[Message, ...] = (),
) -> ImportRow:
    code = code or project.number.text
    name = title or Wording(en=project.name.text)
    return ImportRow(project.line, status, code, name, details)


def _columns(file: PortfolioReturn) -> tuple[ColumnUse, ...]:
    """What each heading is taken for. Those that are not known are kept too, with the note."""
    return tuple(
        ColumnUse(heading.partition("\n")[0], message(_MEANINGS.get(field, N_("note"))))
        for heading, field in file.headings
    )


_MEANINGS: Final = {
    "year": N_("year of the return"),
    "number": N_("code"),
    "name": N_("title"),
    "department": N_("who carries it out"),
    "aims": N_("description"),
    "confidence": N_("delivery confidence"),
    "confidence_comment": N_("reason for the confidence"),
    "start": N_("start"),
    "end": N_("end"),
    "whole_life_cost": N_("cost as decided"),
}


@dataclass(slots=True)
class _Known:
    """Which initiative each project is. All numbers come before all names, so that a project that
    took over the name of another is not mistaken for it.
    """

    draft: Draft
    by_line: dict[int, Initiative]
    faults: dict[int, Refused]

    def __init__(self, draft: Draft, projects: tuple[ReturnedProject, ...]) -> None:
        self.draft, self.by_line, self.faults = draft, {}, {}
        names = Counter(named(project.name.text) for project in projects)
        self._by_number(projects)
        claimed = {one.id for one in self.by_line.values()}
        here: dict[str, list[Initiative]] = {}
        for one in draft.all(Initiative):
            for name in {named(one.title.da), named(one.title.en)} - {""}:
                here.setdefault(name, []).append(one)
        for project in projects:
            name = named(project.name.text)
            if project.line in self.by_line or project.line in self.faults or not name:
                continue
            if names[name] > 1 and not project.number.value:
                self._refuse(project, N_("The file has this name more than once."))
                continue
            found = [one for one in here.get(name, ()) if one.id not in claimed]
            if names[name] == 1 and len(found) == 1:
                self.by_line[project.line] = found[0]
            elif found:
                self._refuse(project, N_("“{text}” may be any of several."))

    def of(self, project: ReturnedProject) -> Initiative | None:
        """The initiative that the project is, or None for a new one.

        Raises:
            Refused: It has no name, or it is not sure which one it is.
        """
        if not project.name.text:
            raise Refused(N_("An initiative needs a title."), field="title")
        if project.line in self.faults:
            raise self.faults[project.line]
        return self.by_line.get(project.line)

    def _by_number(self, projects: Iterable[ReturnedProject]) -> None:
        lines: dict[str, int] = {}
        for project in projects:
            number = project.number.value
            if number is None:
                continue
            first = lines.setdefault(folded(number), project.line)
            if first != project.line:
                self.faults[project.line] = Refused(
                    N_("Line {line} speaks of the same."), field="code", line=str(first)
                )
            elif found := self.draft.where(Initiative, "code", number):
                self.by_line[project.line] = found[0]

    def _refuse(self, project: ReturnedProject, why: str) -> None:
        self.faults[project.line] = Refused(why, field="title", text=project.name.text)


def named(text: str) -> str:
    """A name by its words alone: "GOV.UK Verify" is "Gov UK Verify"."""
    return " ".join(_WORDS.findall(text.casefold())) or folded(text)
