# SPDX-License-Identifier: Apache-2.0
"""The verb that writes the records of a workspace as tables."""

from __future__ import annotations

from pathlib import Path

from missiondesk.cli.letter_arguments import AddVerb
from missiondesk.domain.message import N_
from missiondesk.domain.references import TABLE_KINDS
from missiondesk.language import Translator


def add_tables_verb(tr: Translator, verb: AddVerb) -> None:
    """Let the parser know it."""
    say = tr.say
    told = N_("write the records as tables that can be changed and imported")
    given, options = verb("tables", told, N_("the workspace file"))
    given.add_argument(
        "out", metavar="OUT", type=Path, help=say(N_("the new workbook, or CSV of one kind"))
    )
    options.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=TABLE_KINDS,
        metavar="KIND",
        help=say(N_("only this kind, may be repeated: {kinds}"), kinds=", ".join(TABLE_KINDS)),
    )
