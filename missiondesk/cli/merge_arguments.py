# SPDX-License-Identifier: Apache-2.0
"""The arguments of the verb merge, which puts two copies together."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from missiondesk.cli.letter_arguments import AddVerb
from missiondesk.domain.message import N_
from missiondesk.language import Translator

# Values of `domain.merging.Side`, which is not imported to say help.
_SIDES: Final = ("mine", "theirs")


def add_merge_verb(tr: Translator, add: AddVerb) -> None:
    """Add it to the parser."""
    given, options = add(
        "merge", N_("put two copies of a workspace together"), N_("the workspace file")
    )
    given.add_argument(
        "theirs", metavar="THEIRS", type=Path, help=tr.say(N_("the copy that came back"))
    )
    options.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=Path,
        required=True,
        help=tr.say(N_("the new file; one that is there is never written over")),
    )
    options.add_argument(
        "--take",
        choices=_SIDES,
        help=tr.say(N_("whose side is taken in every conflict; else they are only listed")),
    )
