# SPDX-License-Identifier: Apache-2.0
"""The verb comments: lists them, sends a letter out for them, and reads a sheet that came back."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import TYPE_CHECKING

from missiondesk.cli.opened import Discarding, opened, saved
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk

OK = 0


def comments(arguments: Namespace, tr: Translator) -> int:
    """Do what the arguments ask for; without a letter or a sheet the comments are listed."""
    write = arguments.source is not None and arguments.apply
    with closing(Discarding(opened(arguments, tr, read_only=not write))) as held:
        desk = held.desk
        if arguments.source is not None:
            return _read(desk, arguments, tr)
        if arguments.letter:
            return _send(desk, arguments)
        _list(desk, tr)
    return OK


def _send(desk: Desk, arguments: Namespace) -> int:
    from missiondesk.services.atomic_files import write_whole

    if arguments.out is None:
        raise Refused(N_("Name a folder for the files with --out."))
    found = [one for one in desk.letters.all() if one.number == arguments.letter]
    if not found:
        raise Refused(N_("There is no letter {number}."), number=arguments.letter)
    letter = found[-1].id
    print(str(desk.comments.sheet(letter).write(arguments.out)))
    numbered = desk.comments.numbered(letter)
    print(str(write_whole(arguments.out, numbered.name, numbered.make().data)))
    return OK


def _read(desk: Desk, arguments: Namespace, tr: Translator) -> int:
    from missiondesk.services.comment_words import text_said

    plan = desk.comments.read(arguments.source)
    for one in plan.comments:
        print(f"{one.place or '–'}: {' '.join(text_said(one, tr).split())} ({one.author})")
    if plan.known:
        print(
            tr.plural(
                "{count} comment is here already.", "{count} comments are here already.", plan.known
            )
        )
    if arguments.apply:
        desk.comments.apply(plan)
        saved(desk)
        print(tr.say(N_("The comments were read into {path}."), path=str(arguments.file)))
    return OK


def _list(desk: Desk, tr: Translator) -> None:
    from missiondesk.services.comment_words import made_said, state_said, subject_said, text_said

    for one in desk.comments.all():
        text = " ".join(text_said(one, tr).split())
        parts = (
            subject_said(one, desk.comments, tr),
            text,
            made_said(one, tr),
            state_said(one, tr),
        )
        print(" | ".join(part for part in parts if part))
