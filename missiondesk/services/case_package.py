# SPDX-License-Identifier: Apache-2.0
"""Composes the package for the case system: issued letters as they were, all else printed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.decision import Decision
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.domain.register_content import RegisterContent
from missiondesk.language import Translator, translator
from missiondesk.services.atomic_files import write_file, write_whole
from missiondesk.services.decision_register import decisions_of, decisions_told
from missiondesk.services.document_kinds import ordered
from missiondesk.services.journalising import DECISION, DOCUMENT, LETTER, Filable
from missiondesk.services.meeting_papers import minutes_job
from missiondesk.services.print_plan import PrintJob, never, silent
from missiondesk.services.printing import Printing
from missiondesk.services.report_facts import classification_of
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.exchange.case_package import CaseDocument
    from missiondesk.services.session import Session

_FOR_EVERYBODY: Final = ("quarterly",)  # there is no internal version of it
_LONGEST: Final = 60  # characters of a title in a file's name


@dataclass(frozen=True, slots=True)
class CaseJob:
    """A package that is ready to be made, on any thread.

    Attributes:
        name: Of the folder, and with ".zip" of the file.
        count: How many documents it holds.
        files: Makes all files by name; told how far it is, and asked whether to stop.
    """

    name: str
    title: str
    count: int
    files: Callable[[Callable[[int, int, str], None], Callable[[], bool]], dict[str, bytes] | None]

    def write_zip(
        self,
        path: Path,
        progress: Callable[[int, int, str], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> Path | None:
        """Write the package as one file, whole or not at all; None when it was stopped.

        Raises:
            OSError: It cannot be written; an older file is still whole.
        """
        from missiondesk.exchange.case_package import zipped

        files = self.files(progress, cancelled)
        return None if files is None else write_file(path, zipped(files))

    def write_folder(
        self,
        folder: Path,
        progress: Callable[[int, int, str], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> Path | None:
        """Write the package as a folder, whole or not at all; None when it was stopped.

        Raises:
            Refused: The folder is there already.
            OSError: It cannot be written; nothing of it is left.
        """
        if folder.exists():
            raise Refused(
                N_("“{file}” is there already. It was not changed. Choose another name."),
                file=folder.name,
            )
        files = self.files(progress, cancelled)
        if files is None:
            return None
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".missiondesk-", dir=folder.parent))
        try:
            for name, data in files.items():
                write_whole(beside, name, data)
            beside.chmod(0o755)
            beside.rename(folder)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        return folder


class CasePackages:
    """Makes packages; nothing here writes to the workspace."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._printing = Printing(session)

    def prepare(self, chosen: Sequence[Filable], language: str, case_number: str = "") -> CaseJob:
        """The package of these documents.

        Args:
            chosen: From `Journalising`.
            language: "da" or "en": of the metadata, and of what has no language of its own.
            case_number: The case they are meant for, where they have no mark yet.

        Raises:
            Refused: Nothing is chosen, or a letter cannot be printed.
        """
        if not chosen:
            raise Refused(N_("Choose what the package is to hold."))
        tr = translator(language)
        parts = [self._part(one, tr, case_number) for one in chosen]
        stand = self._session.today.isoformat()
        name = f"{safe_name(tr.say_in('file name', 'case-package'))}-{stand}-{language}"

        def files(
            progress: Callable[[int, int, str], None], cancelled: Callable[[], bool]
        ) -> dict[str, bytes] | None:
            from missiondesk.exchange.case_package import package

            documents: list[CaseDocument] = []
            for done, (job, told) in enumerate(parts):
                if cancelled():
                    return None
                progress(done, len(parts), job.title)
                documents.append(replace(told, data=job.make().data))
            progress(len(parts), len(parts), "")
            help_name = f"{safe_name(tr.say_in('file name', 'read-me'))}.txt"
            return package(_apart(documents), language, help_name, fields_told(tr))

        return CaseJob(name, tr.say(N_("Package for the case system")), len(parts), files)

    def _part(
        self, one: Filable, tr: Translator, case_number: str
    ) -> tuple[PrintJob, CaseDocument]:
        from missiondesk.exchange.case_package import CaseDocument

        now, mark = self._session.situation, one.mark
        job, spoken = self._job(one, tr)
        letter = now.get(Letter, one.key) if one.kind == LETTER else None
        public = one.key.partition("#")[0] in _FOR_EVERYBODY
        marked = classification_of(now, tr, public=public)
        if letter is not None:
            marked = tr.show(letter.classification)
        dated = one.dated.last if one.dated and one.kind != DOCUMENT else self._session.today
        title = safe_name(one.title[:_LONGEST], "")
        number = safe_name(one.reference or dated.isoformat(), "")
        file = "-".join(filter(None, (number, title, spoken.lang)))
        told = CaseDocument(
            file=f"{file}.pdf",
            data=b"",
            title=one.title,
            kind=tr.say(_WORDS[one.kind]),
            reference=one.reference,
            date=dated,
            language=spoken.lang,
            classification=marked,
            sender=self._sender(letter, tr),
            recipient=self._recipient(letter, tr),
            case_number=mark.case_number if mark else case_number or _own_case(letter),
            document_number=mark.document_number if mark else "",
            journalised=mark.filed.last if mark and mark.filed else None,
            journalised_by=mark.filed_by if mark else "",
        )
        return job, told

    def _job(self, one: Filable, tr: Translator) -> tuple[PrintJob, Translator]:
        """What makes the PDF, and the language that it speaks."""
        if one.kind == LETTER:
            return self._printing.prepare_letter(one.key), translator(one.language)
        if one.kind == DECISION:
            return self._decision_job(one.key, tr), tr
        if one.kind == DOCUMENT:
            kind, _, subject = one.key.partition("#")
            spoken = translator(one.language or tr.lang)
            return self._printing.prepare(kind, spoken.lang, subject=subject), spoken
        return minutes_job(ordered(self._session, tr.lang, subject=one.key)), tr

    def _decision_job(self, key: str, tr: Translator) -> PrintJob:
        """One decision on a page, as the register of decisions says it."""
        now = self._session.situation
        decision = self._session.the(Decision, key)
        wanted = decision.text.in_language(tr.lang)
        found = [
            line
            for line in decisions_of(now, tr)
            if line.reference == decision.number and line.text == wanted
        ]
        register = decisions_told(now, found[:1], tr, public=False)
        title = tr.say(N_("Decision {number}"), number=decision.number).strip()
        content: RegisterContent = replace(
            register, head=replace(register.head, title=title), finding=""
        )

        def make() -> PrintedDocument:
            from missiondesk.documents.register import print_register

            return print_register(content)

        return PrintJob(f"{safe_name(title)}.pdf", title, make)

    def _sender(self, letter: Letter | None, tr: Translator) -> str:
        now = self._session.situation
        if letter is not None and letter.sender_offices:
            found = (now.get(Office, key) for key in letter.sender_offices)
            return "; ".join(one.title.in_language(tr.lang) for one in found if one)
        return now.secretariat.sender.in_language(tr.lang)

    def _recipient(self, letter: Letter | None, tr: Translator) -> str:
        if letter is None:
            return ""
        now = self._session.situation
        keys = (letter.addressee_office, *letter.co_addressees)
        found = (now.get(Office, key) for key in keys)
        return "; ".join(one.title.in_language(tr.lang) for one in found if one)


_WORDS: Final = {
    "letter": N_("Letter"),
    "decision": N_("Decision"),
    "meeting": N_("Minutes"),
    "document": N_("Document"),
}


def _own_case(letter: Letter | None) -> str:
    return letter.case_number if letter is not None else ""


def _apart(documents: Sequence[CaseDocument]) -> list[CaseDocument]:
    """File names told apart by a number, also for a folder that ignores case."""
    taken: set[str] = set()
    found = []
    for one in documents:
        stem = one.file.removesuffix(".pdf") or "document"
        name, number = f"{stem}.pdf", 2
        while name.casefold() in taken:
            name, number = f"{stem}-{number}.pdf", number + 1
        taken.add(name.casefold())
        found.append(replace(one, file=name))
    return found


def fields_told(tr: Translator) -> str:
    """The page that says what is in the package and what its fields mean."""
    meanings = (
        ("file", N_("name of the document in the package")),
        ("title", N_("title of the document")),
        ("kind", N_("letter, decision, minutes, or another document")),
        ("reference", N_("the document's own number, of a letter or a decision")),
        ("date", N_("the document's date, year-month-day")),
        ("language", N_("language of the document: da or en")),
        ("classification", N_("its handling mark")),
        ("sender", N_("who sent it, by office")),
        ("recipient", N_("to whom it went, by office; empty where it was sent to nobody")),
        ("case_number", N_("number of the case")),
        ("document_number", N_("its number in the case system, where it has one already")),
        ("journalised", N_("when it was journalised before, year-month-day")),
        ("journalised_by", N_("by whom it was journalised before")),
        ("format", N_("the standards that the file fulfils")),
        ("bytes", N_("size of the file in bytes")),
        ("sha256", N_("hash of the file (SHA-256), by which it is known again")),
    )
    lines = [
        tr.say(N_("Package for the case system")),
        "",
        tr.say(
            N_(
                "The documents are PDF/A-3a and can be journalised as they are. metadata.xml and "
                "metadata.csv say the same of each of them; manifest-sha256.txt has the hash of "
                "every file and can be checked with “sha256sum -c”. An issued letter is the very "
                "file that was issued."
            )
        ),
        "",
        *(f"{name}: {tr.say(meaning)}" for name, meaning in meanings),
        "",
    ]
    return "\n".join(lines)
