# SPDX-License-Identifier: Apache-2.0
"""Skills from files of ESCO: first a report on every row, then what was chosen, in one Step."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Skill
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.exchange.esco import EscoConcept, EscoFile, EscoKind
from missiondesk.services.receiving import Kind, received

if TYPE_CHECKING:
    from missiondesk.services.session import Session

FRAMEWORK: Final = "ESCO"
KEPT_LANGUAGES: Final = ("da", "en")
# The same skill of ESCO in two workspaces is one skill when they meet.
_NAMESPACE: Final = uuid.UUID("9d1a4f2c-7a55-5c0b-8f63-41a0c1f5a7e4")


class SkillStatus(Worded):
    """What the import would do with one row of the file."""

    NEW = "new", N_("new")
    FILLED = "filled", N_("name added in this language")
    CHANGED = "changed", N_("changed")
    KNOWN = "known", N_("already there")
    SKIPPED = "skipped", N_("skipped")

    @property
    def writes(self) -> bool:
        """Whether choosing the row would write anything."""
        return self in (SkillStatus.NEW, SkillStatus.FILLED, SkillStatus.CHANGED)


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One row of the file.

    Attributes:
        skill: As it would be after the import, None for a row that is skipped.
        concept: What the row says, None for a row that is skipped.
        details: Why it is skipped, or what it was called before.
    """

    line: int
    status: SkillStatus
    label: str
    concept: EscoConcept | None = None
    skill: Skill | None = None
    details: tuple[Message, ...] = ()

    @property
    def key(self) -> str:
        """By which it is chosen: the address of the skill."""
        return self.concept.uri if self.concept else f"line {self.line}"


@dataclass(frozen=True, slots=True)
class SkillsReport:
    """What importing a file of ESCO would do.

    Attributes:
        language: In which the file's names are kept, "da" or "en"; "" while nobody has said.
        rows: Every row of the file that is not blank.
        notes: What a reader should know of the file.
    """

    file: EscoFile
    language: str
    rows: tuple[SkillRow, ...]
    notes: tuple[Message, ...]

    def count(self, status: SkillStatus) -> int:
        """How many rows have this status."""
        return sum(one.status is status for one in self.rows)

    @property
    def wanted(self) -> frozenset[str]:
        """What is chosen unless somebody says otherwise: all of a collection, else nothing."""
        if not self.file.kind.chosen:
            return frozenset()
        return frozenset(one.key for one in self.rows if one.status.writes)


class SkillImport:
    """The verbs of importing ESCO."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def report(self, file: EscoFile, language: str = "") -> SkillsReport:
        """Compare a file that was read with the workspace; nothing is written.

        Args:
            file: As `read_esco_file` gives it.
            language: In which its names are kept; "" takes the one at the end of its name, when
                that is Danish or English.
        """
        kept = language or (file.language if file.language in KEPT_LANGUAGES else "")
        known = {one.uri: one for one in self._session.store.all(Skill) if one.uri}
        rows = [_row(one, known.get(one.uri), kept) for one in file.concepts]
        rows += [
            SkillRow(one.line, SkillStatus.SKIPPED, one.label, details=(one.reason,))
            for one in file.unusable
        ]
        only = message(N_("the desk keeps no relations between skills"))
        rows += [
            SkillRow(one.line, SkillStatus.SKIPPED, one.kind, details=(only,))
            for one in file.relations
        ]
        rows.sort(key=lambda it: it.line)
        return SkillsReport(file, kept, tuple(rows), tuple(_notes(file)))

    def apply(self, report: SkillsReport, chosen: Collection[str]) -> SkillsReport:
        """Write the chosen rows in one Step, compared anew with the workspace as it is.

        Raises:
            Refused: Nobody has said the language, or nothing that is chosen would be written.
        """
        if not report.language:
            raise Refused(
                N_("Say first whether the names go in as Danish or as English."), field="language"
            )
        now = self.report(report.file, report.language)
        found = [
            one.skill
            for one in now.rows
            if one.key in chosen and one.status.writes and one.skill is not None
        ]
        if not found:
            raise Refused(N_("Nothing was imported: no skill is chosen that is not there."))
        with self._session.write(Verb.IMPORT_SKILLS, found[0].id, report.file.name) as unit:
            for skill in found:
                unit.save(skill)
        return self.report(report.file, report.language)


def read_esco_file(source: Path) -> EscoFile | None:
    """Read a file of ESCO; None when it is another table.

    Raises:
        Refused: It cannot be read, or a heading is missing.
    """
    from missiondesk.exchange.csv_table import LARGEST_FILE
    from missiondesk.exchange.esco import may_be_esco, read_esco

    data = received(source, LARGEST_FILE, Kind.SKILLS)
    return read_esco(data, source.name) if may_be_esco(data) else None


def esco_id(uri: str) -> str:
    """The id of a skill of ESCO, the same in every workspace."""
    return str(uuid.uuid5(_NAMESPACE, uri))


def _row(concept: EscoConcept, known: Skill | None, language: str) -> SkillRow:
    label, text = _worded(concept.label, language), _worded(concept.description, language)
    if known is None:
        made = Skill(
            esco_id(concept.uri),
            code=concept.code,
            label=label,
            description=text,
            framework=FRAMEWORK,
            uri=concept.uri,
            broader=next(iter(concept.broader), ""),
        )
        return SkillRow(concept.line, SkillStatus.NEW, concept.label, concept, made)
    if not language:
        return SkillRow(concept.line, SkillStatus.KNOWN, concept.label, concept, known)
    after = replace(
        known,
        label=_over(known.label, label),
        description=_over(known.description, text),
        broader=known.broader or next(iter(concept.broader), ""),
    )
    before = known.label.only(language)
    if after == known:
        return SkillRow(concept.line, SkillStatus.KNOWN, concept.label, concept, known)
    if not before:
        return SkillRow(concept.line, SkillStatus.FILLED, concept.label, concept, after)
    said = (message(N_("was called “{label}”"), label=before),) if before != concept.label else ()
    return SkillRow(concept.line, SkillStatus.CHANGED, concept.label, concept, after, said)


def _worded(text: str, language: str) -> Wording:
    return Wording(en=text) if language == "en" else Wording(da=text)


def _over(before: Wording, after: Wording) -> Wording:
    return Wording(after.da or before.da, after.en or before.en)


def _notes(file: EscoFile) -> list[Message]:
    notes = []
    if file.kind is EscoKind.RELATIONS:
        notes.append(
            message(
                N_(
                    "The file says which skills are essential or optional to others. The desk "
                    "keeps of each skill what stands above it, and that is in the collections."
                )
            )
        )
        return notes
    if not file.kind.chosen:
        notes.append(
            message(
                N_(
                    "These are {kind}: headings, not skills that an office needs one by one. "
                    "Nothing is chosen until you choose it."
                ),
                kind=file.kind,
            )
        )
    if any(one.others or one.skill_type or one.reuse for one in file.concepts):
        notes.append(
            message(
                N_(
                    "Other names, kind and reuse level are searched here, and not kept in the "
                    "workspace."
                )
            )
        )
    if file.language and file.language not in KEPT_LANGUAGES:
        notes.append(
            message(
                N_(
                    "By its name the file is in “{language}”. The desk keeps names in Danish and "
                    "in English: choose which of them these stand in for."
                ),
                language=file.language,
            )
        )
    return notes
