# SPDX-License-Identifier: Apache-2.0
"""The verb trail: holds the trail against its hashes, and writes it as PDF, workbook or CSV."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.cli.letter_arguments import AddVerb
from missiondesk.cli.opened import opened
from missiondesk.cli.periods import asked_period
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.services.trail import TrailFilter

OK, FOUND = 0, 1


def add_trail_verb(tr: Translator, verb: AddVerb) -> None:
    """Let the parser know it."""
    say = tr.say
    told = N_("check the trail against its hashes, or write it as PDF, workbook or CSV")
    given, options = verb("trail", told, N_("the workspace file"))
    given.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        nargs="?",
        help=say(N_("the new file, .pdf, .xlsx or .csv; without it the trail is checked")),
    )
    for name, word, purpose in (
        ("--since", "PERIOD", N_("from this day, month or year on")),
        ("--until", "PERIOD", N_("up to this day, month or year")),
        ("--who", "NAME", N_("only what this person did")),
        ("--mission", "CODE", N_("only what concerns this mission")),
    ):
        options.add_argument(name, metavar=word, help=say(purpose))


def trail(arguments: Namespace, tr: Translator) -> int:
    """Check the trail, or write it."""
    with closing(opened(arguments, tr, read_only=True)) as desk:
        if arguments.out is None:
            return _check(desk, tr)
        form = arguments.out.suffix.lower().removeprefix(".")
        if form not in ("pdf", "xlsx", "csv"):
            raise Refused(N_("Name a file that ends in .pdf, .xlsx or .csv."))
        wanted = _filter(desk, arguments)
        print(str(desk.trail_files.prepare(wanted, tr.lang, form).write_to(arguments.out)))
    return OK


def _check(desk: Desk, tr: Translator) -> int:
    from missiondesk.services.trail_files import astray_lines, ending_lines

    found = desk.trail.check()
    for line in (*ending_lines(found, tr), *astray_lines(found, desk.situation, tr)):
        print(line)
    if not found.whole:
        return FOUND
    print(tr.say(N_("Every step is as it was written, and the records are as the steps tell.")))
    return OK


def _filter(desk: Desk, arguments: Namespace) -> TrailFilter:
    from missiondesk.services.trail import TrailFilter

    mission = ""
    if arguments.mission:
        found = desk.missions.with_code(arguments.mission)
        if found is None:
            raise Refused(N_("There is no mission {code}."), code=arguments.mission)
        mission = found.id
    if arguments.who and arguments.who not in desk.trail.people():
        raise Refused(
            N_("Nobody called “{who}” has written in this workspace: {people}."),
            who=arguments.who,
            people=", ".join(desk.trail.people()),
        )
    since, until = _day(arguments.since), _day(arguments.until, last=True)
    return TrailFilter(since, until, arguments.who or "", mission)


def _day(text: str | None, *, last: bool = False) -> date | None:
    if not text:
        return None
    period = asked_period(text)
    assert period is not None
    return period.last if last else period.first
