# SPDX-License-Identifier: Apache-2.0
"""The verbs "print" and "compare": documents into a folder, letters into one file, two compared."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from missiondesk.cli.arguments import Usage
from missiondesk.cli.periods import asked_period
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.services.print_plan import PrintReport, Skipped


def wanted_kind(arguments: Namespace, tr: Translator) -> str:
    """The kind of document that is asked for; the roadmap's by its paper.

    Raises:
        Usage: The options do not go together, or do not say where to.
    """
    from missiondesk.services.document_jobs import ALL, LETTERS, ROADMAPS

    kind: str = arguments.kind
    if (arguments.out is None) == (arguments.combined is None):
        raise Usage(tr.say(N_("Say where to: either --out DIR or --combined FILE.")))
    if arguments.duplex and arguments.combined is None:
        raise Usage(tr.say(N_("Only one file of all letters is set for both sides: --combined.")))
    if arguments.combined is not None and kind not in (ALL, LETTERS):
        raise Usage(tr.say(N_("Only letters go into one file together: leave out --kind.")))
    if arguments.paper is not None and kind != ROADMAPS["A3"]:
        raise Usage(tr.say(N_("Only the roadmap has a choice of paper: add --kind roadmap.")))
    if arguments.combined is not None:
        return LETTERS
    return ROADMAPS[arguments.paper] if arguments.paper is not None else kind


def print_wanted(
    desk: Desk, arguments: Namespace, kind: str, mission: str | None, tr: Translator
) -> PrintReport:
    """Print what the options ask for.

    Raises:
        Refused: There is no letter for a file of all letters.
        OSError: A file cannot be written.
    """
    period = asked_period(arguments.period)
    plan = desk.printing.plan(kind, tr.lang, arguments.public, mission, period)
    if arguments.combined is None:
        return plan.run(arguments.out)
    return plan.run_combined(arguments.combined, duplex=arguments.duplex)


def compare_letters(desk: Desk, arguments: Namespace, tr: Translator) -> PrintReport:
    """Compare two letters word by word and write the page.

    Raises:
        Refused: There is no such letter, or the two cannot be compared.
        OSError: The file cannot be written.
    """
    from missiondesk.services.print_plan import PrintPlan

    former, latter = (_letter(desk, said) for said in (arguments.former, arguments.latter))
    job = desk.printing.prepare_difference(former, latter, tr.lang)
    return PrintPlan((job,)).run(arguments.out)


def tell(report: PrintReport, tr: Translator) -> None:
    """Say on standard output what was written and what was left out."""
    from missiondesk.services.print_remarks import print_remarks, unwritten_remarks

    for file in report.files:
        pages = tr.plural("{count} page", "{count} pages", file.pages)
        print(f"{file.path} ({pages})")
        for beside in file.beside:
            print(str(beside))
        for remark in print_remarks(file.missing_glyphs, file.cut_texts, tr):
            print(f"  {remark}")
        for remark in unwritten_remarks(file.unwritten, tr):
            print(f"  {remark}")
    tell_skipped(report.skipped, tr)
    if not report.files and not report.skipped:
        print(tr.say(N_("There is nothing to print.")))


def tell_skipped(skipped: Iterable[Skipped], tr: Translator) -> None:
    """Say which letters were left out, and why."""
    for one in skipped:
        why = tr.tell(one.why)
        print(tr.say(N_("{code}: no letter. {why}"), code=one.mission_code, why=why))


def _letter(desk: Desk, said: str) -> str:
    """Id of the letter with this number or id."""
    for letter in desk.letters.all():
        if said.casefold() in (letter.number.casefold(), letter.id):
            return letter.id
    raise Refused(N_("There is no letter {number}."), number=said)
