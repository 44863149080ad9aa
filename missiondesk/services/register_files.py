# SPDX-License-Identifier: Apache-2.0
"""The registers of letters and commitments as XLSX or CSV; nothing here writes to the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period
from missiondesk.language import Translator, sort_key, translator
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.exchange.spreadsheet.writing import CellValue
    from missiondesk.services.letter_register import RegisterRow
    from missiondesk.services.session import Session

FORMS: Final = ("xlsx", "csv")

Cells = Sequence["CellValue"]


class RegisterFiles:
    """Makes files of registers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def letters(self, rows: Iterable[RegisterRow], language: str, form: str = "xlsx") -> FileJob:
        """The rows of the letter register, as they are sorted and filtered.

        Args:
            rows: From `LetterRegister.rows`.
            language: Of headings and words, "da" or "en".
            form: One of `FORMS`.
        """
        tr = translator(language)
        headings = (
            tr.say("Number"),
            tr.say("Version"),
            tr.say("Kind"),
            tr.say("State"),
            tr.say(N_("State since")),
            tr.say("Date"),
            tr.say("Addressee"),
            tr.say(N_("Holder")),
            tr.say("Mission"),
            tr.say("Language"),
            tr.say("Classification"),
            tr.say("Follow-up"),
            tr.say(N_("Reply due")),
            tr.say(N_("Reply received")),
        )
        made = [_letter(row, tr) for row in rows]
        word = tr.say_in("file name", "letter-register")
        return self._job(tr.say("Register of letters"), word, headings, made, tr, form)

    def commitments(self, keys: Iterable[str] | None, language: str, form: str = "xlsx") -> FileJob:
        """Commitments with their status and evidence, a row each.

        Args:
            keys: Ids in the order of the rows; None is all, by mission and number.
            language: Of headings and words, "da" or "en".
            form: One of `FORMS`.
        """
        tr = translator(language)
        headings = (
            tr.say("Mission"),
            tr.say("No."),
            tr.say("Commitment"),
            tr.say("Measure"),
            tr.say("Kind"),
            tr.say("Due"),
            tr.say("Led by"),
            tr.say(N_("Shared with")),
            tr.say("Status"),
            tr.say(N_("Status since")),
            tr.say("Evidence"),
            tr.say("Reason"),
        )
        made = [self._commitment(one, tr) for one in self._chosen(keys)]
        word = tr.say_in("file name", "commitment-register")
        return self._job(tr.say("Register of commitments"), word, headings, made, tr, form)

    def table(
        self,
        title: str,
        word: str,
        headings: Sequence[str],
        rows: Sequence[Cells],
        language: str,
        form: str = "xlsx",
    ) -> FileJob:
        """Any table of the screen as a file.

        Args:
            title: What it is, in the language.
            word: The first word of the file's name.
            headings: One for each column.
            rows: Values of each row: text, numbers, dates or None.
            language: "da" or "en".
            form: One of `FORMS`.
        """
        return self._job(title, word, headings, rows, translator(language), form)

    def _job(
        self,
        title: str,
        word: str,
        headings: Sequence[str],
        rows: Sequence[Cells],
        tr: Translator,
        form: str,
    ) -> FileJob:
        if form not in FORMS:
            raise ValueError(f"no such form of a register: {form!r}")
        secretariat = self._session.secretariat
        authority = secretariat.sender.in_language(tr.lang)
        stand = self._session.today

        def make() -> bytes:
            from missiondesk.exchange.registers import Register, register_csv, register_xlsx

            register = Register(title, tr.lang, tuple(headings), rows, authority, stand)
            return register_xlsx(register) if form == "xlsx" else register_csv(register)

        return FileJob(f"{safe_name(word)}-{stand.isoformat()}-{tr.lang}.{form}", title, make)

    def _chosen(self, keys: Iterable[str] | None) -> list[Commitment]:
        now = self._session.situation
        if keys is not None:
            found = (now.get(Commitment, key) for key in keys)
            return [one for one in found if one is not None]
        codes = {one.id: sort_key(one.code, "da") for one in now.missions}
        return sorted(now.commitments, key=lambda it: (codes.get(it.mission, ""), it.number))

    def _commitment(self, one: Commitment, tr: Translator) -> Cells:
        now = self._session.situation
        mission = now.get(Mission, one.mission)
        due = [tr.show(one.cadence)] if one.cadence else []
        shared = (now.get(Office, key) for key in one.co_offices)
        lead = now.get(Office, one.lead_office)
        return (
            mission.code if mission else "",
            one.number,
            one.text.in_language(tr.lang),
            one.measure.in_language(tr.lang),
            tr.show(one.kind),
            day_or_words(one.due, tr) or ", ".join(due),
            lead.title.in_language(tr.lang) if lead else "",
            "; ".join(office.title.in_language(tr.lang) for office in shared if office),
            tr.show(one.status),
            day_or_words(one.status_date, tr),
            one.evidence,
            one.reason,
        )


def _letter(row: RegisterRow, tr: Translator) -> Cells:
    return (
        row.number,
        row.version,
        tr.show(row.kind),
        tr.show(row.state),
        row.state_day,
        day_or_words(row.dated, tr),
        row.addressee.in_language(tr.lang) if row.addressees <= 1 else _several(row, tr),
        row.holder,
        row.title.in_language(tr.lang),
        row.language,
        tr.show(row.classification),
        day_or_words(row.follow_up, tr),
        row.reply_due,
        day_or_words(row.reply_received, tr),
    )


def _several(row: RegisterRow, tr: Translator) -> str:
    said = tr.plural("{count} office", "{count} offices", row.addressees)
    title = row.addressee.in_language(tr.lang)
    return f"{title} ({said})" if title else said


def day_or_words(period: Period | None, tr: Translator) -> date | str | None:
    """A day as a date that a sheet can sort; what is known less finely in words."""
    if period is None:
        return None
    return period.first if period.precision == "day" else tr.period(period)
