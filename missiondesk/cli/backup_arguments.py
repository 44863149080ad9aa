# SPDX-License-Identifier: Apache-2.0
"""The arguments of the verbs backups and restore."""

from __future__ import annotations

from missiondesk.cli.letter_arguments import AddVerb
from missiondesk.domain.message import N_
from missiondesk.language import Translator


def add_backup_verbs(tr: Translator, add: AddVerb) -> None:
    """Add them to the parser."""
    add("backups", N_("list the backups of a workspace"), N_("the workspace file"))
    given, options = add(
        "restore", N_("go back to a backup of a workspace"), N_("the workspace file")
    )
    given.add_argument(
        "number",
        metavar="NUMBER",
        type=int,
        help=tr.say(N_("which one, as the verb backups numbers them; 1 is the newest")),
    )
    options.add_argument(
        "--apply",
        action="store_true",
        help=tr.say(N_("write it; without this the difference is only listed")),
    )
