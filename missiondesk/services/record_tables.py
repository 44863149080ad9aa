# SPDX-License-Identifier: Apache-2.0
"""Tables of the workspace's records as files that can be changed and read back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.references import TABLE_KINDS
from missiondesk.language import translator
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.record_names import RecordNames, called_by
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class RecordTables:
    """Makes files of tables; nothing here writes to the desk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def workbook(self, language: str, kinds: Iterable[str] = ()) -> FileJob:
        """A workbook with a sheet a kind; without ``kinds`` all that can be written.

        Args:
            language: Of headings and words, "da" or "en".
            kinds: Names as in `missiondesk.domain.entities.KINDS`.
        """
        chosen = tuple(kinds) or TABLE_KINDS
        rows: dict[str, tuple[Entity, ...]] = {
            kind: self._rows(kind, language) for kind in TABLE_KINDS if kind in chosen
        }
        names, today = RecordNames(self._session.situation), self._session.today
        tr = translator(language)

        def make() -> bytes:
            from missiondesk.exchange.record_tables import records_workbook

            return records_workbook(rows, language, names.name, today)

        word = safe_name(tr.say_in("file name", "tables"))
        return FileJob(f"{word}-{today.isoformat()}-{language}.xlsx", tr.say("Tables"), make)

    def csv(self, kind: str, language: str) -> FileJob:
        """One kind as CSV."""
        rows, today = self._rows(kind, language), self._session.today
        names, tr = RecordNames(self._session.situation), translator(language)
        title = tr.say(KIND_WORDS[kind])

        def make() -> bytes:
            from missiondesk.exchange.record_tables import records_csv

            return records_csv(kind, rows, language, names.name, today)

        return FileJob(f"{safe_name(title)}-{today.isoformat()}-{language}.csv", title, make)

    def _rows(self, kind: str, language: str) -> tuple[Entity, ...]:
        """The records as people look for them: by code, number or name."""
        tr = translator(language)
        found = self._session.situation.all(KINDS[kind])
        return tuple(sorted(found, key=lambda one: tr.sort_key((called_by(one) or (one.id,))[0])))
