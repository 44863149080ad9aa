# SPDX-License-Identifier: Apache-2.0
"""The table of the backups: when and why each was made, and what is in it."""

from __future__ import annotations

from missiondesk.language import Translator
from missiondesk.services.backup_words import (
    cause_line,
    contents_line,
    last_step_line,
    size_word,
)
from missiondesk.services.backups import Listed
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.table import Column, ReadTable


def backup_table(tr: Translator) -> ReadTable[Listed]:
    """When and why each was made, what is in it, and how large it is."""
    say = tr.say
    return ReadTable(
        [
            Column(say("Made"), lambda it: tr.moment(it.backup.made),
                   detail=lambda it: cause_line(it.backup.cause, tr),
                   sort=lambda it: it.backup.made, stretch=3, wrap=True, lines=3, strong=True),
            Column(say("What is in it"), lambda it: _contents(it, tr),
                   detail=lambda it: _last(it, tr), stretch=4, wrap=True, detail_lines=5),
            Column(say("Size"), lambda it: size_word(it.backup.size, tr),
                   sort=lambda it: it.backup.size),
        ],
        lambda it: it.backup.path.name,
        name="backupTable",
        title=say("Backups of this workspace"),
        sort_text=tr.sort_key,
        empty=EmptyState(
            say(
                "There is no backup yet. One is made before every import, merge and restoration, "
                "and every 15 minutes while you work."
            ),
        ),
    )  # fmt: skip


def _contents(one: Listed, tr: Translator) -> str:
    if one.contents is None:
        return tr.say("It cannot be read")
    return contents_line(one.contents, tr)


def _last(one: Listed, tr: Translator) -> str:
    if one.contents is None:
        return tr.tell(one.trouble) if one.trouble is not None else ""
    last = last_step_line(one.contents, tr)
    if one.here:
        return last
    copy = tr.say("Made of a copy of this workspace in another place.")
    return f"{last}. {copy}" if last else copy
