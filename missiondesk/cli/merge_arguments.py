# SPDX-License-Identifier: Apache-2.0
"""The arguments of the verbs on copies: merge, send, fingerprint and comments."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from missiondesk.cli.letter_arguments import AddVerb, add_new_file
from missiondesk.domain.message import N_
from missiondesk.language import Translator

# Values of `domain.merging.Side`, `domain.copy_sent.Purpose` and `Audience`, which are not imported
# to say help.
_SIDES: Final = ("mine", "theirs")
_PURPOSES: Final = ("edit", "comment", "read")
_AUDIENCES: Final = ("secretariat", "ministry", "party", "public")


def add_merge_verb(tr: Translator, add: AddVerb) -> None:
    """Add it to the parser."""
    given, options = add(
        "merge", N_("put two copies of a workspace together"), N_("the workspace file")
    )
    given.add_argument(
        "theirs", metavar="THEIRS", type=Path, help=tr.say(N_("the copy that came back"))
    )
    add_new_file(tr, options)
    options.add_argument(
        "--take",
        choices=_SIDES,
        help=tr.say(N_("whose side is taken in every conflict; else they are only listed")),
    )
    options.add_argument(
        "--report",
        metavar="PDF",
        type=Path,
        help=tr.say(N_("what came in and what was chosen, as a PDF")),
    )


def add_copy_verbs(tr: Translator, add: AddVerb) -> None:
    """Add what makes copies and tells versions to the parser."""
    add("fingerprint", N_("say the four words of a version"), N_("the workspace file"))
    _, options = add("send", N_("make a copy for somebody"), N_("the workspace file"))
    add_new_file(tr, options)
    options.add_argument(
        "--to", metavar="NAME", required=True, help=tr.say(N_("to whom the copy goes"))
    )
    options.add_argument(
        "--for",
        dest="purpose",
        choices=_PURPOSES,
        default=_PURPOSES[0],
        help=tr.say(N_("what they are to do with it; to work on without this")),
    )
    options.add_argument(
        "--audience",
        choices=_AUDIENCES,
        default=_AUDIENCES[0],
        help=tr.say(N_("who may see what is in it; everything without this")),
    )
    options.add_argument(
        "--ministry", metavar="CODE", help=tr.say(N_("the ministry, for --audience ministry"))
    )
    options.add_argument(
        "--party", metavar="LETTER", help=tr.say(N_("the party's letter, for --audience party"))
    )
    options.add_argument(
        "--close",
        action="store_true",
        help=tr.say(N_("close the copy with a passphrase of its own, which is asked for")),
    )
    options.add_argument(
        "--comments",
        action="store_true",
        help=tr.say(N_("with the comments on what is in it")),
    )
    _add_comments(tr, add)


def _add_comments(tr: Translator, add: AddVerb) -> None:
    given, options = add(
        "comments",
        N_("list comments, send a letter out for comments, or read them in"),
        N_("the workspace file"),
    )
    given.add_argument(
        "source",
        metavar="SOURCE",
        type=Path,
        nargs="?",
        help=tr.say(N_("a sheet with comments that came back")),
    )
    options.add_argument(
        "--letter", metavar="NO", help=tr.say(N_("number of the letter that is sent out"))
    )
    options.add_argument("--out", metavar="DIR", type=Path, help=tr.say(N_("folder for the files")))
    options.add_argument(
        "--apply",
        action="store_true",
        help=tr.say(N_("write it; without this it is only reported")),
    )
