# SPDX-License-Identifier: Apache-2.0
"""The verbs seal and unseal: make a workspace file confidential, and plain again."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from missiondesk.cli.letter_arguments import AddVerb
from missiondesk.cli.opened import Discarding
from missiondesk.cli.passphrases import Passphrases
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

OK = 0


def seal(arguments: Namespace, tr: Translator) -> int:
    """Make the file confidential by a passphrase that is chosen now."""
    from missiondesk.services.workspaces import open_desk

    with closing(Discarding(open_desk(arguments.file))) as held:
        # A sealed file was refused above: its passphrases are managed in the window.
        confidential = held.desk.confidential
        told = Passphrases(arguments, tr).ask_new(N_("New passphrase"))
        act = confidential.prepare(told, recovery=arguments.recovery_key)
        confidential.carry_out(act)
        _tell_left(confidential.follow_up(), tr)
    print(tr.say(N_("{path} is confidential now."), path=str(arguments.file)))
    if act.recovery_key:
        print(tr.say(N_("Recovery key, shown only once: {key}"), key=act.recovery_key))
    return OK


def unseal(arguments: Namespace, tr: Translator) -> int:
    """Make the file plain again."""
    from missiondesk.services.saving import Reason, Unavailable
    from missiondesk.services.workspaces import open_desk

    try:
        open_desk(arguments.file, read_only=True).close()
    except Unavailable as why:
        if why.reason is not Reason.SEALED:
            raise
    else:
        raise Refused(N_("The workspace is not confidential."))
    told = Passphrases(arguments, tr).ask(N_("Passphrase"))
    with closing(Discarding(open_desk(arguments.file, passphrase=told))) as held:
        confidential = held.desk.confidential
        confidential.carry_out(confidential.prepare_plain(told))
        _tell_left(confidential.follow_up(), tr)
    print(tr.say(N_("{path} is plain now: anyone can read it."), path=str(arguments.file)))
    return OK


def _tell_left(count: int, tr: Translator) -> None:
    """Say how many backups stayed as they were."""
    if count:
        print(
            tr.plural(
                "{count} backup could not be written anew and is as it was.",
                "{count} backups could not be written anew and are as they were.",
                count,
            )
        )


def add_sealing_verbs(tr: Translator, add: AddVerb) -> None:
    """Add both to the parser."""
    file = N_("the workspace file")
    _, options = add("seal", N_("make a workspace confidential"), file)
    options.add_argument(
        "--recovery-key",
        action="store_true",
        help=tr.say(N_("make a recovery key too and print it")),
    )
    add("unseal", N_("make a confidential workspace plain again"), file)
