# SPDX-License-Identifier: Apache-2.0
"""The verbs that need no window: sample, import, template, check, print, show …"""

from __future__ import annotations

import json
import os
import re
import sys
from argparse import Action, ArgumentParser, HelpFormatter, Namespace, _ArgumentGroup
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from missiondesk import __version__
from missiondesk.domain.entities import KINDS
from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.domain.refused import Refused
from missiondesk.language import LANGUAGES, Translator, translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk

OK, FOUND, FAILED = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Do what the arguments (without the program's name) ask for, and return the exit code.

    0 is done, 1 that something was found that wants mending, 2 that it could not be done; then one
    sentence stands on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show "▲" gets "?" and no crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    tr = translator(_language(argv, os.environ))
    try:
        return _run(argv, tr)
    except BrokenPipeError:
        # The reader ("show … | head") has seen enough. Nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return 130


def refuse_window() -> int:
    """Say that there is no screen for the window, and return the exit code."""
    tr = translator(_language((), os.environ))
    return _fail(
        tr.say(N_("There is no screen for the window; the verbs of missiondesk --help need none."))
    )


def _run(argv: Sequence[str], tr: Translator) -> int:
    from missiondesk.services.saving import Unavailable

    try:
        arguments = _parser(tr).parse_args(list(argv))
        verb: Callable[[Namespace, Translator], int] = arguments.run
        return verb(arguments, tr)
    except _Usage as error:
        return _fail(str(error))
    except (Refused, Unavailable) as error:
        return _fail(tr.tell(error.message))
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = obstacle(error)
        if not error.filename:  # such as a full disk behind ">"
            return _fail(tr.say(N_("The output cannot be written: {reason}."), reason=reason))
        name = Path(str(error.filename)).name
        return _fail(tr.say(N_("“{name}” cannot be used: {reason}."), name=name, reason=reason))
    except Exception as error:  # noqa: BLE001 - a fault of ours, told without a traceback
        return _fault(error, tr)


def _fail(sentence: str) -> int:
    print(f"missiondesk: {' '.join(sentence.split())}", file=sys.stderr)
    return FAILED


def _fault(error: Exception, tr: Translator) -> int:
    from missiondesk.system.crash import write_crash_report

    report = write_crash_report(error)
    if report is None:
        return _fail(tr.say(N_("The program has a fault and stopped.")))
    return _fail(
        tr.say(
            N_("The program has a fault and stopped. A report without your data: {path}"),
            path=str(report),
        )
    )


# ---------------------------------------------------------------- verbs


def _sample(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.services.workspaces import sample_desk

    with closing(sample_desk()) as desk:
        desk.save_as(arguments.file)
        count = len(desk.missions.all())
        print(
            tr.plural(
                "The sample with {count} mission is in {path}.",
                "The sample with {count} missions is in {path}.",
                count,
                path=str(arguments.file),
            )
        )
    return OK


def _import(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.cli.tables import tell_import
    from missiondesk.services.workspaces import blank_desk, open_desk

    new = not arguments.file.exists()
    if new:
        name = arguments.file.stem
        desk = blank_desk(title=_titled(name))
    else:
        desk = open_desk(arguments.file, read_only=not arguments.apply)
    with closing(_Discarding(desk)):
        report = desk.exchange.read_table(arguments.source)
        tell_import(report, tr)
        if not arguments.apply:
            return FOUND if report.faults else OK
        desk.exchange.apply(report)
        if new:
            desk.save_as(arguments.file)
        _saved(desk)
        print(tr.say(N_("Imported into {path}."), path=str(arguments.file)))
    return OK


def _template(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.domain.identity import today
    from missiondesk.services.exchange import write_template

    path = write_template(arguments.file, tr.lang, today())
    print(tr.say(N_("The template is in {path}."), path=str(path)))
    return OK


def _figures(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.cli.figures import reports_of
    from missiondesk.services.workspaces import open_desk

    desk = open_desk(arguments.file, read_only=not arguments.apply)
    with closing(_Discarding(desk)):
        reports = reports_of(desk, arguments, tr)
        if not arguments.apply:
            return FOUND if any(one.planned.hindrance for one in reports) else OK
        if not reports:
            raise Refused(N_("Nothing was imported: no metric is fed by the file."))
        written = desk.figures.apply(reports)
        _saved(desk)
        print(
            tr.plural(
                "{count} figure written into {path}.",
                "{count} figures written into {path}.",
                len(written),
                path=str(arguments.file),
            )
        )
    return OK


def _check(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.domain.finding import Severity
    from missiondesk.services.workspaces import open_desk

    with closing(open_desk(arguments.file, read_only=True)) as desk:
        findings = desk.readiness.findings()
        for one in findings:
            # The first three words are for programs: no blanks in them, never translated.
            subject = "_".join(one.label.split()) or "-"
            text = " ".join(tr.tell(one.message).split())
            print(one.rule, one.severity.value, subject, text)
        return FOUND if any(one.severity is Severity.ERROR for one in findings) else OK


def _print(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.services.workspaces import open_desk

    with closing(open_desk(arguments.file, read_only=True)) as desk:
        mission = _mission_id(desk, arguments.mission)
        report = desk.printing.everything(
            arguments.out, arguments.kind, tr.lang, arguments.public, mission
        )
    for file in report.files:
        pages = tr.plural("{count} page", "{count} pages", file.pages)
        print(f"{file.path} ({pages})")
        for beside in file.beside:
            print(str(beside))
        if file.missing_glyphs:
            signs = " ".join(file.missing_glyphs)
            print(tr.say(N_("  printed as boxes, no font has them: {signs}"), signs=signs))
    for skipped in report.skipped:
        why = tr.tell(skipped.why)
        print(tr.say(N_("{code}: no letter. {why}"), code=skipped.mission_code, why=why))
    if not report.files and not report.skipped:
        print(tr.say(N_("There is nothing to print.")))
    return FOUND if any(skipped.fault for skipped in report.skipped) else OK


def _show(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.services.workspaces import open_desk

    with closing(open_desk(arguments.file, read_only=True)) as desk:
        kinds = [arguments.kind] if arguments.kind else list(KINDS)
        if arguments.json:
            content = {kind: desk.listing.plain(kind) for kind in kinds}
            print(json.dumps(content, ensure_ascii=False, indent=1))
        elif arguments.kind:
            for line in desk.listing.lines(arguments.kind, tr):
                print(line)
        else:
            print(desk.settings.get().title.in_language(tr.lang) or arguments.file.name)
            for kind, count in desk.listing.counts().items():
                print(f"{count:>7} {kind}")
    return OK


# ---------------------------------------------------------------- what verbs share


class _Discarding:
    """Closes a desk whose unsaved steps are not wanted: a report, or an import that was refused."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def close(self) -> None:
        self._desk.close(discard=True)


def _titled(name: str) -> Any:
    from missiondesk.domain.wording import Wording

    return Wording(name, name)


def _saved(desk: Desk) -> None:
    from missiondesk.services.saving import NotSaved, Reason, Unavailable

    desk.wait_saved(None)
    if isinstance(desk.saving, NotSaved):
        raise Unavailable.because(Reason.NOT_SAVED, desk.saving.why)


def _mission_id(desk: Desk, code: str | None) -> str | None:
    if code is None:
        return None
    mission = desk.missions.with_code(code)
    if mission is None:
        raise Refused(N_("There is no mission {code}."), code=code)
    return mission.id


# ---------------------------------------------------------------- arguments


class _Usage(Exception):
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


def _parser(tr: Translator) -> ArgumentParser:
    return _Builder(tr).parser


class _Builder:
    """Builds the parser with every word in the chosen language."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr
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
        self._verb("sample", N_("write the sample workspace"), _sample)
        importing = self._verb(
            "import", N_("read missions, initiatives, milestones or people from a table"), _import
        )
        importing[0].add_argument(
            "source", metavar="SOURCE", type=Path, help=self._tr.say(N_("the CSV file or workbook"))
        )
        self._flag(importing[1], "--apply", N_("write it; without this it is only reported"))
        filling = N_("write a workbook to fill in for import")
        self._verb("template", filling, _template, N_("the new workbook"))
        self._add_figures()
        self._verb("check", N_("list what is missing or wrong, a finding a line"), _check)
        self._add_print()
        showing = self._verb("show", N_("list what is in a workspace"), _show)
        showing[0].add_argument(
            "kind",
            metavar="KIND",
            nargs="?",
            choices=tuple(KINDS),
            help=self._tr.say(N_("one of {kinds}"), kinds=", ".join(KINDS)),
        )
        self._flag(showing[1], "--json", N_("all fields, as JSON"))

    def _add_figures(self) -> None:
        say = self._tr.say
        given, options = self._verb(
            "figures", N_("read figures from a table of statistics"), _figures
        )
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
        say = self._tr.say
        _, options = self._verb(
            "print", N_("print letters, roadmap, metric sheets and reports as PDF"), _print
        )
        options.add_argument(
            "--out", metavar="DIR", type=Path, required=True, help=say(N_("folder for the files"))
        )
        options.add_argument(
            "--kind",
            choices=("letters", "roadmap", "metric-sheets", "stocktakes", "quarterly", "all"),
            default="all",
            help=say(N_("what is printed; all without this")),
        )
        options.add_argument("--mission", metavar="CODE", help=say(N_("only this mission")))
        self._flag(options, "--public", N_("only what is public"))

    def _verb(
        self,
        name: str,
        purpose: str,
        run: Callable[[Namespace, Translator], int],
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
        verb.set_defaults(run=run)
        given = verb.add_argument_group(self._tr.say(N_("Arguments")))
        given.add_argument("file", metavar="FILE", type=Path, help=self._tr.say(file))
        return given, self._options(verb)

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
                raise _Usage(_said(message, tr))

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


def _said(problem: str, tr: Translator) -> str:
    hint = tr.say(N_("See missiondesk --help."))
    for pattern, msgid in _SAID:
        found = re.fullmatch(pattern, problem)
        if found is not None:
            # Python puts choices in quotes or not, by its version.
            words = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            return f"{tr.say(msgid, **words)} {hint}"
    return f"{tr.say(N_('The command is not understood.'))} {hint}"


def _language(argv: Sequence[str], environment: Mapping[str, str]) -> str:
    """``--lang`` wherever it stands, else the system's language, else Danish."""
    for position, one in enumerate(argv):
        given = one.removeprefix("--lang=") if one.startswith("--lang=") else ""
        if one == "--lang" and position + 1 < len(argv):
            given = argv[position + 1]
        if given in LANGUAGES:
            return given
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "en" if value.startswith("en") else "da"
    return "da"
