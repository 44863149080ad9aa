# SPDX-License-Identifier: Apache-2.0
"""The verb salvage: what validates in a damaged workspace goes into a new file, with a report."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from missiondesk.cli.letter_arguments import AddVerb, add_new_file
from missiondesk.cli.opened import Discarding
from missiondesk.cli.passphrases import Passphrases
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

OK, FOUND = 0, 1


def add_salvage_verb(tr: Translator, add: AddVerb) -> None:
    """Add it to the parser."""
    _, options = add(
        "salvage",
        N_("recover what validates in a damaged workspace"),
        N_("the damaged file; it is only read"),
    )
    add_new_file(tr, options)


def salvage(arguments: Namespace, tr: Translator) -> int:
    """Print the report, and what the newest backup is; exit 1 when anything is lost."""
    from missiondesk.services.damage import newest_backup, recover
    from missiondesk.services.salvage_words import offer_line, salvage_lines

    file: Path = arguments.file
    if arguments.out.exists():
        raise Refused(
            N_("“{file}” is there already. It was not changed. Choose another name."),
            file=arguments.out.name,
        )
    desk, done = Passphrases(arguments, tr).for_file(
        file, lambda told: recover(file, passphrase=told)
    )
    with closing(Discarding(desk)):
        offered = newest_backup(file.absolute(), damaged=not done.complete)
        if offered is not None:
            print(offer_line(offered, tr))
            print(f"  {offered.backup.path}")
        for line in salvage_lines(done, file.name, tr):
            print(line)
        desk.save_as(arguments.out)
    print(tr.say(N_("Written to {path}."), path=str(arguments.out)))
    return OK if done.complete else FOUND
