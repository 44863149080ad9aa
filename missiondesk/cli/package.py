# SPDX-License-Identifier: Apache-2.0
"""The verb package: documents with their metadata for the authority's case system."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.cli.letter_arguments import AddVerb
from missiondesk.cli.opened import opened
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.services.journalising import Filable

OK = 0


def add_package_verb(tr: Translator, verb: AddVerb) -> None:
    """Let the parser know it."""
    say = tr.say
    told = N_("write letters, decisions and minutes with their metadata for the case system")
    given, options = verb("package", told, N_("the workspace file"))
    given.add_argument(
        "out", metavar="OUT", type=Path, help=say(N_("the new folder, or a file that ends in .zip"))
    )
    for name, word, purpose in (
        ("--letter", "NO", N_("this letter; may be repeated")),
        ("--decision", "NO", N_("this decision; may be repeated")),
        ("--kind", "KIND", N_("this other document, as `print` names it; may be repeated")),
    ):
        options.add_argument(name, metavar=word, action="append", default=[], help=say(purpose))
    options.add_argument(
        "--case", metavar="NO", default="", help=say(N_("the case that the package is for"))
    )
    options.add_argument(
        "--all", action="store_true", help=say(N_("also what was journalised before"))
    )


def package(arguments: Namespace, tr: Translator) -> int:
    """Write the package of what is named, else of all that is not journalised yet."""
    with closing(opened(arguments, tr, read_only=True)) as desk:
        chosen = list(_chosen(desk, arguments, tr))
        if not chosen:
            print(tr.say(N_("Everything is journalised; there is nothing to write.")))
            return OK
        job = desk.case_packages.prepare(chosen, tr.lang, arguments.case)
        zipped = arguments.out.suffix.lower() == ".zip"
        write = job.write_zip if zipped else job.write_folder
        print(str(write(arguments.out)))
        for one in chosen:
            print("  " + ": ".join(filter(None, (one.reference, one.title))))
    return OK


def _chosen(desk: Desk, arguments: Namespace, tr: Translator) -> Iterator[Filable]:
    every = desk.journalising.all(tr)
    named = False
    for kind, numbers in (("letter", arguments.letter), ("decision", arguments.decision)):
        for number in numbers:
            named = True
            found = [one for one in every if one.kind == kind and one.reference == number]
            if not found:
                raise Refused(
                    N_("There is no signed letter or decision with the number {number}."),
                    number=number,
                )
            yield from found
    for kind in arguments.kind:
        named = True
        yield from _documents(desk, kind, tr)
    if not named:
        yield from every if arguments.all else desk.journalising.waiting(tr)


def _documents(desk: Desk, kind: str, tr: Translator) -> Iterator[Filable]:
    from missiondesk.services.document_jobs import kind_named

    try:
        found = kind_named(kind)
    except KeyError:
        raise Refused(N_("There is no kind of document “{kind}”."), kind=kind) from None
    for subject in found.subjects(desk.situation, None):
        yield desk.journalising.document(kind, subject, tr.lang, tr)
