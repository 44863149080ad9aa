# SPDX-License-Identifier: Apache-2.0
"""The verbs backups and restore: what backups there are, and going back to one."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import TYPE_CHECKING

from missiondesk.cli.opened import Discarding, opened, saved
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.backups import Backup
    from missiondesk.services.desk import Desk

OK = 0


def list_backups(arguments: Namespace, tr: Translator) -> int:
    """Print each backup with its number: when, why, how large, and what is in it."""
    from missiondesk.services.backup_words import (
        cause_line,
        contents_line,
        last_step_line,
        size_word,
    )

    with closing(opened(arguments, tr, read_only=True)) as desk:
        backups = desk.backups.all()
        if not backups:
            print(tr.say(N_("There is no backup of this workspace yet.")))
        for number, backup in enumerate(backups, start=1):
            why, size = cause_line(backup.cause, tr), size_word(backup.size, tr)
            print(f"{number:>3}  {tr.moment(backup.made)}  {size}  {why}")
            one = desk.backups.look_at(backup)
            if one.contents is None:
                print(f"     {tr.tell(one.trouble) if one.trouble else ''}")
                continue
            last = last_step_line(one.contents, tr)
            print("     " + ". ".join(filter(None, (contents_line(one.contents, tr), last))))
    return OK


def restore(arguments: Namespace, tr: Translator) -> int:
    """Print what going back would change; with --apply go back, as one step."""
    from missiondesk.services.backup_words import change_lines, plan_lines

    desk = opened(arguments, tr, read_only=not arguments.apply)
    with closing(Discarding(desk)):
        plan = desk.restoring.compare(_chosen(desk, arguments.number))
        for line in plan_lines(plan, tr):
            print(line)
        for change in change_lines(plan, desk.restoring.finder(plan), tr):
            print(f"  {change.record}: {' '.join(change.what.split())}")
        if not arguments.apply or not plan.keys:
            return OK
        desk.restoring.restore(plan)
        saved(desk)
        print(tr.say(N_("The workspace is as it was on {moment}."), moment=tr.moment(plan.made)))
    return OK


def _chosen(desk: Desk, number: int) -> Backup:
    backups = desk.backups.all()
    if not 1 <= number <= len(backups):
        raise Refused(
            N_("There is no backup {number}; the verb backups lists them."), number=str(number)
        )
    return backups[number - 1]
