# SPDX-License-Identifier: Apache-2.0
"""The verb due: lists what falls due, or writes it as a file for calendars."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from missiondesk.cli.letter_arguments import AddVerb
from missiondesk.cli.opened import opened
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

_DAYS = 120
_MOST_DAYS = 3_660


def add_due_verb(tr: Translator, verb: AddVerb) -> None:
    """Let the parser know it."""
    say = tr.say
    given, options = verb(
        "due", N_("list what falls due, or write it for calendars"), N_("the workspace file")
    )
    given.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        nargs="?",
        help=say(N_("the new file, .ics; without it the list is printed")),
    )
    options.add_argument(
        "--days",
        metavar="DAYS",
        type=int,
        default=_DAYS,
        help=say(N_("how many days ahead; {days} without this"), days=_DAYS),
    )


def due(arguments: Namespace, tr: Translator) -> int:
    """Print the list, or write the file."""
    from missiondesk.services.due_calendar import due_calendar

    if not 0 <= arguments.days <= _MOST_DAYS:
        raise Refused(N_("Days are a number from 0 to {most}."), most=_MOST_DAYS)
    with closing(opened(arguments, tr, read_only=True)) as desk:
        found = desk.overview.due(days=arguments.days)
        if arguments.out is None:
            for one in found:
                late = tr.say("overdue") if one.overdue else ""
                parts = (tr.period(one.when), late, one.mission_code, tr.tell(one.what))
                print(" · ".join(" ".join(part.split()) for part in parts if part))
            return 0
        if arguments.out.suffix.lower() != ".ics":
            raise Refused(N_("Name a file that ends in .ics."))
        print(str(due_calendar(found, tr.lang).write_to(arguments.out)))
    return 0
