# SPDX-License-Identifier: Apache-2.0
"""What the verb "import" says of a file of ESCO, and what of it is written without a window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.skill_import import SkillsReport, SkillStatus

if TYPE_CHECKING:
    from missiondesk.exchange.esco import EscoFile
    from missiondesk.services.desk import Desk


def import_skills(desk: Desk, file: EscoFile, apply: bool, tr: Translator) -> None:
    """Print the report; with ``apply`` write what a collection holds, of other kinds nothing.

    Raises:
        Refused: The language cannot be told from the file's name, or there is nothing to write.
    """
    report = desk.skill_import.report(file)
    for line in skills_lines(report, tr):
        print(line)
    if apply:
        desk.skill_import.apply(report, report.wanted)


def skills_lines(report: SkillsReport, tr: Translator) -> Iterator[str]:
    """The lines of the report: file, counts that add up to its rows, notes, and each row."""
    file = report.file
    yield tr.say(
        N_("{source}: ESCO, {kind}, {rows} rows"),
        source=file.name,
        kind=file.kind,
        rows=file.rows,
    )
    counts = [(tr.show(one), report.count(one)) for one in SkillStatus]
    if file.blank:
        counts.append((tr.say(N_("blank")), file.blank))
    yield ", ".join(f"{word} {count}" for word, count in counts)
    for note in report.notes:
        yield tr.tell(note)
    for row in report.rows:
        details = "; ".join(tr.tell(one) for one in row.details)
        head = tr.say(
            N_("line {line}: {status}: {label}"),
            line=str(row.line),
            status=row.status,
            label=row.label,
        )
        yield f"{head} ({details})" if details else head
