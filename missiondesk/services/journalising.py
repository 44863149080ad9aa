# SPDX-License-Identifier: Apache-2.0
"""What belongs into the authority's case system, and the marks that say what lies there already."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from missiondesk.domain import identity
from missiondesk.domain.body import Body, Meeting, MeetingState
from missiondesk.domain.decision import Decision, DecisionState
from missiondesk.domain.identity import new_id
from missiondesk.domain.journal_mark import JournalMark
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.language import Translator
from missiondesk.services.document_jobs import kind_named
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

LETTER: Final = "letter"
DECISION: Final = "decision"
MEETING: Final = "meeting"
DOCUMENT: Final = "document"
_DECIDED: Final = (DecisionState.TAKEN, DecisionState.CARRIED_OUT)


@dataclass(frozen=True, slots=True)
class Filable:
    """One document for the case system.

    Attributes:
        kind: `LETTER`, `DECISION`, `MEETING` (its minutes) or `DOCUMENT` (any other).
        key: Id of the record; of any other document its kind, "#", and the id of what it is about.
        title: What it is called.
        reference: Its own number.
        language: "da" or "en" where the document has one of its own, else "".
        mark: Where it lies already, or None.
    """

    kind: str
    key: str
    title: str
    reference: str = ""
    dated: Period | None = None
    language: str = ""
    mark: JournalMark | None = None

    @property
    def place(self) -> str:
        """By which it is chosen."""
        return f"{self.kind}:{self.key}:{self.language if self.kind == DOCUMENT else ''}"


class Journalising:
    """Lists what belongs into the case system, and marks what was put there."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading ---------------------------------------------------------------------------
    def all(self, tr: Translator) -> tuple[Filable, ...]:
        """Signed and issued letters, decisions, minutes and marked documents, newest first."""
        found = [*self._letters(tr), *self._decisions(tr), *self._meetings(tr), *self._others(tr)]
        found.sort(key=lambda it: it.dated.last.isoformat() if it.dated else "", reverse=True)
        return tuple(found)

    def waiting(self, tr: Translator) -> tuple[Filable, ...]:
        """Those that are not marked yet."""
        return tuple(one for one in self.all(tr) if one.mark is None)

    def mark_of(self, kind: str, key: str) -> JournalMark | None:
        """The mark of a letter, a decision or a meeting, or None."""
        return next(iter(self._session.store.where(JournalMark, **{kind: key})), None)

    def words(self, kind: str, key: str, tr: Translator) -> str:
        """Where a letter, a decision or a meeting lies, in a list; "" while it is not marked."""
        mark = self.mark_of(kind, key)
        return tr.say(N_("journalised, case {case}"), case=mark.case_number) if mark else ""

    def document(self, kind: str, subject: str, language: str, tr: Translator) -> Filable:
        """Any other document of the table of kinds, marked or not.

        Raises:
            KeyError: There is no such kind.
        """
        found = kind_named(kind)
        words = found.words(self._session.situation, subject, language) if subject else ""
        title = ": ".join(filter(None, (tr.say(found.title), words)))
        key = f"{kind}#{subject}"
        marks = self._session.store.where(JournalMark, document=key, language=language)
        mark = marks[-1] if marks else None
        return Filable(DOCUMENT, key, title, "", mark.filed if mark else None, language, mark)

    def _letters(self, tr: Translator) -> Iterable[Filable]:
        now = self._session.situation
        marks = self._marks(LETTER)
        for one in now.all(Letter):
            if one.state.final:
                mission = now.get(Mission, one.mission)
                about = name_of(mission, tr.lang) if mission else ""
                title = ": ".join(filter(None, (tr.show(one.kind), about)))
                yield Filable(
                    LETTER, one.id, title, one.number, one.date, one.language, marks.get(one.id)
                )

    def _decisions(self, tr: Translator) -> Iterable[Filable]:
        marks = self._marks(DECISION)
        for one in self._session.situation.all(Decision):
            if one.state in _DECIDED:
                title = one.text.in_language(tr.lang)
                yield Filable(DECISION, one.id, title, one.number, one.date, "", marks.get(one.id))

    def _meetings(self, tr: Translator) -> Iterable[Filable]:
        now = self._session.situation
        marks = self._marks(MEETING)
        for one in now.all(Meeting):
            if one.state is MeetingState.HELD:
                body = now.get(Body, one.body)
                name = body.name.in_language(tr.lang) if body else ""
                title = ": ".join(filter(None, (tr.say(N_("Minutes")), name)))
                yield Filable(MEETING, one.id, title, "", one.date, "", marks.get(one.id))

    def _others(self, tr: Translator) -> Iterable[Filable]:
        for one in self._session.situation.all(JournalMark):
            if one.document:
                yield Filable(DOCUMENT, one.document, one.title, "", one.filed, one.language, one)

    def _marks(self, kind: str) -> dict[str, JournalMark]:
        found = self._session.situation.all(JournalMark)
        return {getattr(one, kind): one for one in found if getattr(one, kind)}

    # -- marking ---------------------------------------------------------------------------
    def journalise(
        self,
        documents: Collection[Filable],
        case_number: str,
        document_number: str = "",
        filed: Period | None = None,
        filed_by: str = "",
    ) -> None:
        """Mark documents as journalised, in one Step; a mark that is there is put right.

        Raises:
            Refused: The case number, the day or the person is missing, the day is no day or lies
                in the future, or one document number is given to several.
        """
        if not case_number.strip():
            raise Refused(N_("Give the number of the case."), field="case_number")
        if filed is None or filed.precision != "day":
            raise Refused(N_("Give the day itself."), field="filed")
        if filed.first > max(self._session.today, identity.today()):
            raise Refused(N_("The day lies in the future."), field="filed")
        if not filed_by.strip():
            raise Refused(N_("Say who journalised it."), field="filed_by")
        if document_number.strip() and len(documents) > 1:
            raise Refused(
                N_("Each document has a number of its own; mark them one by one."),
                field="document_number",
            )
        first = next(iter(documents))
        about = first.reference or first.title if len(documents) == 1 else str(len(documents))
        with self._session.write(Verb.JOURNALISE, first.key.partition("#")[0], about) as unit:
            for one in documents:
                unit.save(
                    replace(
                        self._begun(one),
                        case_number=case_number.strip(),
                        document_number=document_number.strip(),
                        filed=filed,
                        filed_by=filed_by.strip(),
                    )
                )

    def remove_mark(self, document: Filable) -> None:
        """Take the mark away again, as one Step; the trail keeps that it was there."""
        if document.mark is None:
            return
        about = document.reference or document.title
        with self._session.write(Verb.REMOVE_JOURNAL_MARK, document.mark.id, about) as unit:
            unit.remove(JournalMark, document.mark.id)

    def _begun(self, one: Filable) -> JournalMark:
        if one.mark is not None:
            return one.mark
        if one.kind == DOCUMENT:
            return JournalMark(new_id(), document=one.key, title=one.title, language=one.language)
        mark = JournalMark(
            new_id(),
            letter=one.key if one.kind == LETTER else None,
            decision=one.key if one.kind == DECISION else None,
            meeting=one.key if one.kind == MEETING else None,
        )
        letter = self._session.store.get(Letter, one.key) if one.kind == LETTER else None
        return replace(mark, sha256=letter.kept_pdf) if letter is not None else mark
