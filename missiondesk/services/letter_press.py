# SPDX-License-Identifier: Apache-2.0
"""Many letters in one press: which can go out, what each is called, which stay behind and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.services.print_plan import PrintJob, PrintPlan, Skipped

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk


def plans(desk: Desk, letters: Iterable[Letter]) -> Iterator[PrintPlan]:
    """The letters as values that another thread may print; one with a fault is left out.

    The plan grows from one that is given to the next, the last one is whole; some more are given
    in between, for a large letter takes its time. No two files get the same name, also in a folder
    that ignores case.
    """
    jobs: list[PrintJob] = []
    skipped: list[Skipped] = []
    taken: set[str] = set()
    for letter in letters:
        for _part in desk.letters.made_ready(letter.id):
            yield PrintPlan(tuple(jobs), tuple(skipped))
        try:
            job = desk.printing.prepare_letter(letter.id)
        except Refused as refused:
            skipped.append(Skipped(_called(desk, letter), refused.message, fault=True))
        else:
            name, number = job.name, 2
            while name.casefold() in taken:
                name, number = f"{job.name.removesuffix('.pdf')}-{number}.pdf", number + 1
            taken.add(name.casefold())
            jobs.append(replace(job, name=name))
        yield PrintPlan(tuple(jobs), tuple(skipped))


def _called(desk: Desk, letter: Letter) -> str:
    """Its number and its mission's code, as far as it has them."""
    mission = desk.situation.get(Mission, letter.mission)
    return " · ".join(part for part in (letter.number, mission.code if mission else "") if part)
