# SPDX-License-Identifier: Apache-2.0
"""The arguments of the verbs about letters for others: docx, reply, sign."""

from __future__ import annotations

from argparse import _ArgumentGroup
from collections.abc import Callable
from pathlib import Path

from missiondesk.domain.message import N_
from missiondesk.language import Translator

Groups = tuple[_ArgumentGroup, _ArgumentGroup]
# Name of a verb, its purpose and what its FILE is; gives the groups of arguments and options.
AddVerb = Callable[[str, str, str], Groups]


def add_new_file(tr: Translator, options: _ArgumentGroup) -> None:
    """Ask for the file that a verb makes, ``--out``."""
    options.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=Path,
        required=True,
        help=tr.say(N_("the new file; one that is there is never written over")),
    )


def add_letter_verbs(tr: Translator, add: AddVerb) -> None:
    """Add the three verbs to the parser."""
    workspace = N_("the workspace file")
    _, options = add("docx", N_("write letters as Word files"), workspace)
    options.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        required=True,
        help=tr.say(N_("folder for the files")),
    )
    options.add_argument(
        "--letter", metavar="NO", help=tr.say(N_("only the letter of this number"))
    )
    options.add_argument("--mission", metavar="CODE", help=tr.say(N_("only this mission")))
    _reply(
        tr, *add("reply", N_("make the form for the reply to a letter, or read one in"), workspace)
    )
    _sign(tr, add("sign", N_("sign a PDF with a certificate file"), N_("the PDF file"))[1])


def _reply(tr: Translator, given: _ArgumentGroup, options: _ArgumentGroup) -> None:
    given.add_argument(
        "source",
        metavar="SOURCE",
        nargs="?",
        type=Path,
        help=tr.say(N_("a form that came back; without it a form is made")),
    )
    options.add_argument("--letter", metavar="NO", help=tr.say(N_("the letter to make a form of")))
    options.add_argument("--period", metavar="PERIOD", help=tr.say(N_("the half-year, as 2026-H2")))
    options.add_argument("--out", metavar="DIR", type=Path, help=tr.say(N_("folder for the form")))
    options.add_argument(
        "--apply",
        action="store_true",
        help=tr.say(N_("write it; without this it is only reported")),
    )


def _sign(tr: Translator, options: _ArgumentGroup) -> None:
    options.add_argument(
        "--certificate",
        metavar="FILE",
        type=Path,
        required=True,
        help=tr.say(N_("the certificate file, .p12 or .pfx")),
    )
    options.add_argument(
        "--reason", metavar="TEXT", default="", help=tr.say(N_("why it is signed"))
    )
