# SPDX-License-Identifier: Apache-2.0
"""The verbs send, which makes a copy for somebody, and fingerprint, which says four words of it."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import TYPE_CHECKING

from missiondesk.cli.opened import Discarding, saved
from missiondesk.cli.passphrases import Passphrases
from missiondesk.domain.copy_sent import Audience, Purpose
from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk

OK = 0


def fingerprint(arguments: Namespace, tr: Translator) -> int:
    """Print the words, and what the file knows of being a copy."""
    from missiondesk.services.workspaces import open_apart

    told = Passphrases(arguments, tr)
    desk = told.for_file(arguments.file, lambda one: open_apart(arguments.file, passphrase=one))
    with closing(Discarding(desk)) as held:
        print(held.desk.copies.fingerprint())
        mark = held.desk.copy_mark
        if mark is not None:
            print(
                tr.say(
                    N_("A copy for {recipient}, {purpose}, from {sender}."),
                    recipient=mark.recipient,
                    purpose=tr.say(mark.purpose.word),
                    sender=mark.sender,
                )
            )
    return OK


def send(arguments: Namespace, tr: Translator) -> int:
    """Make the copy, note it in the workspace, and print the covering note."""
    from missiondesk.language import translator
    from missiondesk.services.copies import Sending
    from missiondesk.services.copy_words import covering_note
    from missiondesk.services.workspaces import open_desk

    told = Passphrases(arguments, tr)
    opened = told.for_file(arguments.file, lambda one: open_desk(arguments.file, passphrase=one))
    with closing(Discarding(opened)) as held:
        desk = held.desk
        own = told.ask_new(N_("Passphrase of the copy")) if arguments.close else None
        copy = desk.copies.send(
            arguments.out,
            Sending(
                arguments.to,
                {it.value: it for it in Purpose}[arguments.purpose],
                {it.value: it for it in Audience}[arguments.audience],
                _ministry(desk, arguments.ministry),
                tr.lang,
                arguments.comments,
                _party(desk, arguments.party),
            ),
            own,
        )
        saved(desk)
        print(covering_note(copy, desk.settings.get(), translator(copy.language)))
    return OK


def _ministry(desk: Desk, code: str | None) -> str | None:
    if code is None:
        return None
    for one in desk.organisation.ministries():
        if one.code.casefold() == code.casefold():
            return one.id
    raise Refused(N_("There is no ministry with the code {code}."), code=code, field="ministry")


def _party(desk: Desk, code: str | None) -> str | None:
    if code is None:
        return None
    for one in desk.situation.all(Party):
        if one.code.casefold() == code.casefold():
            return one.id
    raise Refused(N_("There is no party {letter}."), letter=code, field="party")
