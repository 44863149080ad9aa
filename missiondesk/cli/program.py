# SPDX-License-Identifier: Apache-2.0
"""The verbs that need no window: sample, import, template, check, print, show …"""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from missiondesk.cli import backups, copies, letters, sealing
from missiondesk.cli.arguments import Usage, parser
from missiondesk.cli.comments import comments
from missiondesk.cli.due import due
from missiondesk.cli.merge import merge
from missiondesk.cli.opened import Discarding, opened, saved
from missiondesk.cli.package import package
from missiondesk.cli.salvage import salvage
from missiondesk.cli.trail import trail
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
        verbs = {
            "sample": _sample,
            "import": _import,
            "template": _template,
            "tables": _tables,
            "figures": _figures,
            "check": _check,
            "print": _print,
            "compare": _compare,
            "show": _show,
            "docx": letters.docx,
            "reply": letters.reply,
            "sign": letters.sign,
            "merge": merge,
            "seal": sealing.seal,
            "unseal": sealing.unseal,
            "trail": trail,
            "due": due,
            "package": package,
            "send": copies.send,
            "fingerprint": copies.fingerprint,
            "comments": comments,
            "backups": backups.list_backups,
            "restore": backups.restore,
            "salvage": salvage,
        }
        arguments = parser(tr, verbs).parse_args(list(argv))
        verb: Callable[[Namespace, Translator], int] = arguments.run
        return verb(arguments, tr)
    except Usage as error:
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
    from missiondesk.cli.skills import import_skills
    from missiondesk.cli.tables import tell_import
    from missiondesk.services.skill_import import read_esco_file
    from missiondesk.services.workspaces import blank_desk

    new = not arguments.file.exists()
    if new:
        name = arguments.file.stem
        desk = blank_desk(title=_titled(name))
    else:
        desk = opened(arguments, tr, read_only=not arguments.apply)
    with closing(Discarding(desk)):
        skills = read_esco_file(arguments.source)
        if skills is not None:
            import_skills(desk, skills, arguments.apply, tr)
            if not arguments.apply:
                return OK
        else:
            report = desk.exchange.read_table(arguments.source)
            tell_import(report, tr)
            if not arguments.apply:
                return FOUND if report.faults else OK
            desk.exchange.apply(report)
        if new:
            desk.save_as(arguments.file)
        saved(desk)
        print(tr.say(N_("Imported into {path}."), path=str(arguments.file)))
    return OK


def _template(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.domain.identity import today
    from missiondesk.services.exchange import write_template

    path = write_template(arguments.file, tr.lang, today())
    print(tr.say(N_("The template is in {path}."), path=str(path)))
    return OK


def _tables(arguments: Namespace, tr: Translator) -> int:
    path: Path = arguments.out
    as_csv = path.suffix.lower() == ".csv"
    if not as_csv and path.suffix.lower() != ".xlsx":
        raise Refused(
            N_("The tables are a workbook or a CSV: let the name end in .xlsx or .csv."),
            field="out",
        )
    if as_csv and len(arguments.kind) != 1:
        raise Refused(N_("A CSV holds one kind: name it with --kind."))
    if path.exists():
        raise Refused(N_("The file “{name}” is there already."), name=path.name)
    desk = opened(arguments, tr, read_only=True)
    with closing(Discarding(desk)):
        tables = desk.record_tables
        job = (
            tables.csv(arguments.kind[0], tr.lang)
            if as_csv
            else tables.workbook(tr.lang, arguments.kind)
        )
        written = job.write_to(path)
    print(tr.say(N_("The tables are in {path}."), path=str(written)))
    return OK


def _figures(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.cli.figures import reports_of

    desk = opened(arguments, tr, read_only=not arguments.apply)
    with closing(Discarding(desk)):
        reports = reports_of(desk, arguments, tr)
        if not arguments.apply:
            return FOUND if any(one.planned.hindrance for one in reports) else OK
        if not reports:
            raise Refused(N_("Nothing was imported: no metric is fed by the file."))
        written = desk.figures.apply(reports)
        saved(desk)
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
    from missiondesk.domain.finding_groups import FindingGroup, grouped
    from missiondesk.services.finding_words import group_sentence, subject_of

    with closing(opened(arguments, tr, read_only=True)) as desk:
        findings = desk.readiness.findings()
        groups = (
            grouped(findings) if arguments.grouped else [FindingGroup((one,)) for one in findings]
        )
        for group in groups:
            # The first three words are for programs: no blanks in them, never translated.
            one = group.first
            subject = "_".join(subject_of(group).split()) or "-"
            text = " ".join(group_sentence(group, tr).split())
            print(one.rule, one.severity.value, subject, text)
        return FOUND if any(one.severity is Severity.ERROR for one in findings) else OK


def _print(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.cli.documents import print_wanted, tell, wanted_kind

    kind = wanted_kind(arguments, tr)
    with closing(opened(arguments, tr, read_only=True)) as desk:
        mission = _mission_id(desk, arguments.mission)
        report = print_wanted(desk, arguments, kind, mission, tr)
    tell(report, tr)
    return FOUND if any(skipped.fault for skipped in report.skipped) else OK


def _compare(arguments: Namespace, tr: Translator) -> int:
    from missiondesk.cli.documents import compare_letters, tell

    with closing(opened(arguments, tr, read_only=True)) as desk:
        tell(compare_letters(desk, arguments, tr), tr)
    return OK


def _show(arguments: Namespace, tr: Translator) -> int:
    with closing(opened(arguments, tr, read_only=True)) as desk:
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


def _titled(name: str) -> Any:
    from missiondesk.domain.wording import Wording

    return Wording(name, name)


def _mission_id(desk: Desk, code: str | None) -> str | None:
    if code is None:
        return None
    mission = desk.missions.with_code(code)
    if mission is None:
        raise Refused(N_("There is no mission {code}."), code=code)
    return mission.id


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
