# SPDX-License-Identifier: Apache-2.0
"""What may be asked for on the command line, with every word in the chosen language."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser, HelpFormatter, Namespace, _ArgumentGroup
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NoReturn

from missiondesk import __version__
from missiondesk.cli.backup_arguments import add_backup_verbs
from missiondesk.cli.due import add_due_verb
from missiondesk.cli.letter_arguments import add_letter_verbs
from missiondesk.cli.merge_arguments import add_copy_verbs, add_merge_verb
from missiondesk.cli.package import add_package_verb
from missiondesk.cli.passphrases import add_passphrase_options
from missiondesk.cli.salvage import add_salvage_verb
from missiondesk.cli.sealing import add_sealing_verbs
from missiondesk.cli.table_arguments import add_tables_verb
from missiondesk.cli.trail import add_trail_verb
from missiondesk.domain.entities import KINDS
from missiondesk.domain.message import N_
from missiondesk.language import LANGUAGES, Translator

# They make files of which none can be confidential.
_WITHOUT_PASSPHRASE: Final = ("sample", "template")


class Usage(Exception):
    """The command line is not understood; the sentence says what."""


_SAID: Final[tuple[tuple[str, str], ...]] = (
    (r"the following arguments are required: (?P<what>.+)", N_("{what} is missing.")),
    (r"unrecognized arguments: (?P<what>.+)", N_("“{what}” is not understood.")),
    (
        r"argument .+: invalid choice: '(?P<what>.*)' \(choose from (?P<choices>.+)\)",
        N_("“{what}” is no choice here; choose from {choices}."),
    ),
    (r"argument (?P<what>.+): expected .*", N_("{what} needs a value.")),
)


Run = Callable[[Namespace, Translator], int]


def parser(tr: Translator, verbs: Mapping[str, Run]) -> ArgumentParser:
    """The parser with every word in the language; ``verbs`` says what each verb runs."""
    return _Builder(tr, verbs).parser


class _Builder:
    """Builds the parser with every word in the chosen language."""

    def __init__(self, tr: Translator, runs: Mapping[str, Run]) -> None:
        self._tr = tr
        self._runs = runs
        self.parser = self._make("missiondesk", N_("A desk for a government's missions."))
        options = self._options(self.parser)
        options.add_argument(
            "--version",
            action="version",
            version=f"missiondesk {__version__}",
            help=tr.say(N_("show the version and leave")),
        )
        self.parser.epilog = tr.say(
            N_("Without a verb the window opens: missiondesk [FILE]. Help on a verb: VERB --help.")
        )
        self._verbs = self.parser.add_subparsers(
            title=tr.say(N_("Verbs")), metavar="VERB", required=True, parser_class=self._class()
        )
        self._add_verbs()

    def _add_verbs(self) -> None:
        self._verb("sample", N_("write the sample workspace"))
        importing = self._verb(
            "import",
            N_(
                "read missions, initiatives, milestones or people from a table, a yearly return on "
                "major projects, or skills from a file of ESCO"
            ),
        )
        importing[0].add_argument(
            "source", metavar="SOURCE", type=Path, help=self._tr.say(N_("the CSV file or workbook"))
        )
        self._flag(importing[1], "--apply", N_("write it; without this it is only reported"))
        filling = N_("write a workbook to fill in for import")
        self._verb("template", filling, N_("the new workbook"))
        add_tables_verb(self._tr, self._verb)
        self._add_figures()
        checking = self._verb("check", N_("list what is missing or wrong, a finding a line"))
        self._flag(checking[1], "--grouped", N_("many findings of one rule in one line"))
        self._add_print()
        self._add_compare()
        showing = self._verb("show", N_("list what is in a workspace"))
        showing[0].add_argument(
            "kind",
            metavar="KIND",
            nargs="?",
            choices=tuple(KINDS),
            help=self._tr.say(N_("one of {kinds}"), kinds=", ".join(KINDS)),
        )
        self._flag(showing[1], "--json", N_("all fields, as JSON"))
        add_letter_verbs(self._tr, self._verb)
        add_merge_verb(self._tr, self._verb)
        add_sealing_verbs(self._tr, self._verb)
        add_trail_verb(self._tr, self._verb)
        add_package_verb(self._tr, self._verb)
        add_copy_verbs(self._tr, self._verb)
        add_backup_verbs(self._tr, self._verb)
        add_salvage_verb(self._tr, self._verb)
        add_due_verb(self._tr, self._verb)

    def _add_figures(self) -> None:
        say = self._tr.say
        given, options = self._verb("figures", N_("read figures from a table of statistics"))
        given.add_argument(
            "source", metavar="SOURCE", type=Path, help=say(N_("the file of statistics"))
        )
        options.add_argument("--mission", metavar="CODE", help=say(N_("whose key metric is fed")))
        options.add_argument("--table", metavar="ID", help=say(N_("which table of the file")))
        options.add_argument(
            "--select",
            metavar="DIM=VALUE",
            action="append",
            help=say(N_("a value chosen in a dimension; may be repeated")),
        )
        options.add_argument(
            "--factor", metavar="NUMBER", help=say(N_("what every figure is multiplied by"))
        )
        options.add_argument("--since", metavar="PERIOD", help=say(N_("first period, as 2015")))
        self._flag(options, "--apply", N_("write it; without this it is only reported"))

    def _add_print(self) -> None:
        from missiondesk.services.document_jobs import KIND_NAMES, ROADMAPS

        say = self._tr.say
        _, options = self._verb(
            "print", N_("print letters, roadmap, metric sheets and reports as PDF")
        )
        options.add_argument(
            "--out", metavar="DIR", type=Path, help=say(N_("folder for the files"))
        )
        options.add_argument(
            "--combined",
            metavar="PDF",
            type=Path,
            help=say(N_("one file of all letters instead of a folder")),
        )
        self._flag(options, "--duplex", N_("in it each letter begins on the front of a sheet"))
        options.add_argument(
            "--kind",
            choices=KIND_NAMES,
            default="all",
            help=say(N_("what is printed; all without this")),
        )
        options.add_argument(
            "--paper",
            choices=tuple(ROADMAPS),
            help=say(N_("paper of the roadmap; A2 is a poster on one sheet")),
        )
        options.add_argument("--mission", metavar="CODE", help=say(N_("only this mission")))
        options.add_argument(
            "--period",
            metavar="PERIOD",
            help=say(
                N_("what a report is about, as 2026-Q2 or 2026-H1; else the last that is over")
            ),
        )
        self._flag(options, "--public", N_("only what is public"))

    def _add_compare(self) -> None:
        say = self._tr.say
        given, options = self._verb("compare", N_("compare two letters word by word, as PDF"))
        for name, purpose in (
            ("former", N_("number or id of the letter compared from")),
            ("latter", N_("number or id of the letter compared to")),
        ):
            given.add_argument(name, metavar=name.upper(), help=say(purpose))
        options.add_argument(
            "--out", metavar="DIR", type=Path, required=True, help=say(N_("folder for the file"))
        )

    def _verb(
        self,
        name: str,
        purpose: str,
        file: str = N_("the workspace file"),
    ) -> tuple[_ArgumentGroup, _ArgumentGroup]:
        said = self._tr.say(purpose)
        verb = self._verbs.add_parser(
            name,
            help=said,
            description=f"{said[:1].upper()}{said[1:]}.",
            add_help=False,
            formatter_class=self._formatter(),
        )
        verb.set_defaults(run=self._runs[name])
        given = verb.add_argument_group(self._tr.say(N_("Arguments")))
        given.add_argument("file", metavar="FILE", type=Path, help=self._tr.say(file))
        options = self._options(verb)
        if name not in _WITHOUT_PASSPHRASE:
            add_passphrase_options(self._tr, options)
        return given, options

    def _options(self, parser: ArgumentParser) -> _ArgumentGroup:
        options = parser.add_argument_group(self._tr.say(N_("Options")))
        options.add_argument(
            "-h", "--help", action="help", help=self._tr.say(N_("show this help and leave"))
        )
        options.add_argument(
            "--lang",
            choices=LANGUAGES,
            help=self._tr.say(N_("language of messages and documents; else that of LANG, else da")),
        )
        return options

    def _flag(self, group: _ArgumentGroup, name: str, purpose: str) -> None:
        group.add_argument(name, action="store_true", help=self._tr.say(purpose))

    def _make(self, name: str, purpose: str) -> ArgumentParser:
        return self._class()(
            prog=name,
            description=self._tr.say(purpose),
            add_help=False,
            formatter_class=self._formatter(),
        )

    def _class(self) -> type[ArgumentParser]:
        tr = self._tr

        class Parser(ArgumentParser):
            def error(self, message: str) -> NoReturn:
                raise Usage(_said(message, self.prog, tr))

        return Parser

    def _formatter(self) -> type[HelpFormatter]:
        usage = self._tr.say(N_("Usage: "))

        class Formatter(HelpFormatter):
            def add_usage(
                self,
                text: str | None,
                actions: Iterable[Action],
                groups: Iterable[Any],
                prefix: str | None = None,
            ) -> None:
                super().add_usage(text, actions, groups, usage if prefix is None else prefix)

        return Formatter


def _said(problem: str, command: str, tr: Translator) -> str:
    hint = tr.say(N_("See {command} --help."), command=command)
    for pattern, msgid in _SAID:
        found = re.fullmatch(pattern, problem)
        if found is not None:
            # Python puts choices in quotes or not, by its version.
            words = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            return f"{tr.say(msgid, **words)} {hint}"
    return f"{tr.say(N_('The command is not understood.'))} {hint}"
