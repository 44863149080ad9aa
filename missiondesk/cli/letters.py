# SPDX-License-Identifier: Apache-2.0
"""The verbs about letters for others: docx writes Word files, reply sends out and reads in forms,
sign puts a digital signature on a PDF.
"""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import TYPE_CHECKING

from missiondesk.cli.opened import Discarding, opened, saved
from missiondesk.cli.passphrases import Passphrases
from missiondesk.cli.periods import asked_period
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.domain.letter import Letter
    from missiondesk.services.desk import Desk
    from missiondesk.services.reply_plan import ReplyChange, ReplyPlan

OK, FOUND = 0, 1


def docx(arguments: Namespace, tr: Translator) -> int:
    """Write as Word files the letters that `print` prints in this language, or the one named."""
    with closing(opened(arguments, tr, read_only=True)) as desk:
        mission = None
        if arguments.mission:
            found = desk.missions.with_code(arguments.mission)
            if found is None:
                raise Refused(N_("There is no mission {code}."), code=arguments.mission)
            mission = found.id
        if arguments.letter:
            return _one_word_file(desk, arguments, mission, tr)
        return _word_files(desk, arguments, mission, tr)


def _one_word_file(desk: Desk, arguments: Namespace, mission: str | None, tr: Translator) -> int:
    letter = _numbered(desk, arguments.letter)
    if mission not in (None, letter.mission):
        print(tr.say(N_("There is nothing to print.")))
    else:
        print(str(desk.letter_docx.prepare(letter.id).write(arguments.out)))
    return OK


def _word_files(desk: Desk, arguments: Namespace, mission: str | None, tr: Translator) -> int:
    from missiondesk.cli.documents import tell_skipped
    from missiondesk.services.document_jobs import LETTERS
    from missiondesk.services.letter_docx import word_file
    from missiondesk.services.print_plan import unwritten_letters
    from missiondesk.services.print_remarks import unwritten_remarks

    plan = desk.printing.plan(LETTERS, tr.lang, mission=mission)
    for job in plan.jobs:
        print(str(word_file(job).write(arguments.out)))
        for remark in unwritten_remarks(unwritten_letters((job,)), tr):
            print(f"  {remark}")
    tell_skipped(plan.skipped, tr)
    if not plan.jobs and not plan.skipped:
        print(tr.say(N_("There is nothing to print.")))
    return FOUND if any(one.fault for one in plan.skipped) else OK


def reply(arguments: Namespace, tr: Translator) -> int:
    """Make a form for a reply, or read one that came back."""
    if arguments.source is None:
        if not arguments.letter or arguments.out is None:
            raise Refused(N_("Name a form that came back, or a letter with --letter and --out."))
        with closing(opened(arguments, tr, read_only=True)) as desk:
            period = asked_period(arguments.period)
            job = desk.replies.form(_numbered(desk, arguments.letter).id, period)
            print(str(job.write(arguments.out)))
        return OK
    desk = opened(arguments, tr, read_only=not arguments.apply)
    with closing(Discarding(desk)):
        plan = desk.replies.read(arguments.source)
        # With --apply a reply that is there already is refused below, which says it.
        _tell(plan, tr, already=plan.already and not arguments.apply)
        if plan.faults:
            raise Refused(
                N_("Nothing can be read in while the form has faults; each is named with its cell.")
            )
        if not arguments.apply:
            return OK
        desk.replies.apply(plan)
        saved(desk)
        print(tr.say(N_("The reply was read into {path}."), path=str(arguments.file)))
    return OK


def sign(arguments: Namespace, tr: Translator) -> int:
    """Sign a PDF; the passphrase is never an argument, which others on the machine could read."""
    from missiondesk.exchange import signing
    from missiondesk.services.signing import sign_file

    # Nobody is asked for a passphrase in vain.
    signing.require_library()
    signed = sign_file(
        arguments.file,
        arguments.certificate,
        Passphrases(arguments, tr).ask(N_("Passphrase of the certificate file")),
        tr.lang,
        arguments.reason,
    )
    print(
        tr.say(
            N_("Signed by {signer} in {path}; the certificate is valid to {date}."),
            signer=signed.signer,
            path=str(signed.path),
            date=signed.valid_to,
        )
    )
    return OK


def _numbered(desk: Desk, number: str) -> Letter:
    found = [one for one in desk.letters.all() if one.number == number]
    if not found:
        raise Refused(N_("There is no letter {number}."), number=number)
    return found[-1]


def _tell(plan: ReplyPlan, tr: Translator, *, already: bool) -> None:
    """The report: what would change, then what is wrong."""
    print(
        tr.say(
            N_("Reply to letter {number}, {period}"),
            number=plan.letter.number,
            period=plan.period,
        )
    )
    if already:
        print(tr.say(N_("This reply has been read in already.")))
    for change in plan.changes:
        print(_said(change, tr))
    print(
        tr.plural(
            "{count} commitment stays as it is.",
            "{count} commitments stay as they are.",
            plan.unchanged,
        )
    )
    if plan.summary:
        print(plan.summary)
    for fault in plan.faults:
        print(
            tr.say(
                N_("Sheet “{sheet}”, cell {place}: {fault}"),
                sheet=fault.sheet,
                place=fault.place,
                fault=fault.message,
            )
        )


def _said(change: ReplyChange, tr: Translator) -> str:
    before, after = change.before, change.after
    if after.status is before.status:
        return tr.say(
            N_("No. {number}: new evidence: {evidence}"),
            number=change.number,
            evidence=after.evidence,
        )
    said = tr.say(
        N_("No. {number}: {before} → {after}"),
        number=change.number,
        before=before.status,
        after=after.status,
    )
    if after.evidence != before.evidence:
        return f"{said}. {tr.say('Evidence')}: {after.evidence}"
    return said
