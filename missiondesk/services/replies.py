# SPDX-License-Identifier: Apache-2.0
"""Replies to letters: a form goes out, comes back, is judged, and is read in as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.letter import Letter
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledForm
from missiondesk.domain.step import Verb
from missiondesk.language import translator
from missiondesk.services.document_kinds import require_begun
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.letters import Letters
from missiondesk.services.receiving import Kind, received
from missiondesk.services.reply_forms import reply_form
from missiondesk.services.reply_plan import ReplyPlan, letter_of, plan_reply, require_half_year
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Replies:
    """The verbs about replies."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._letters = Letters(session)

    def to_letter(self, letter: str) -> tuple[LetterReply, ...]:
        """Replies to a letter, the oldest half-year first."""
        return self._session.situation.replies_to(letter)

    def half_year(self) -> Period:
        """The half-year in which today falls: the one a form is usually about."""
        return Period.of(self._session.today, "half_year")

    def form(self, letter: str, period: Period | None = None) -> FileJob:
        """The form to a letter as XLSX; `FileJob.make` may run on any thread.

        Args:
            letter: Id of a letter that is in force.
            period: The half-year, that of today unless given.

        Raises:
            Refused: There is no such letter, it is not in force, or the period is no half-year or
                has not begun.
        """
        found = self._session.the(Letter, letter)
        if not found.state.in_force:
            raise Refused(N_("A form for a reply is made of a letter that is signed and in force."))
        period = period or self.half_year()
        require_half_year(period)
        require_begun(period, self._session.today)
        spoken, written = self._letters.spoken(letter)
        form = reply_form(self._session.situation, spoken, written, period)

        def make() -> bytes:
            from missiondesk.exchange.replies import write_form

            return write_form(form)

        tr = translator(form.language)
        words = (tr.say_in("file name", "reply-form"), form.number, str(period), form.language)
        name = "-".join(safe_name(word, "x") for word in words if word)
        return FileJob(f"{name}.xlsx", form.title, make)

    def read(self, path: Path) -> ReplyPlan:
        """Read a form that came back and compare it with the workspace; nothing is written.

        Raises:
            Refused: It cannot be read, is no such form, or its letter is unknown, another version
                or no longer in force.
        """
        from missiondesk.exchange.form_reading import LARGEST_FILE
        from missiondesk.exchange.replies.reading import read_form

        return self._plan(read_form(received(path, LARGEST_FILE, Kind.REPLY), path.name))

    def apply(self, plan: ReplyPlan) -> LetterReply:
        """Write all that the plan says in one step, compared anew with the workspace as it is.

        A reply that is there already about the same half-year is replaced.

        Raises:
            Refused: The plan has a fault, the reply was read in before, or the workspace has
                changed since the plan was made; then nothing at all is written.
        """
        now = self._plan(plan.form)
        if now.faults:
            fault = now.faults[0]
            raise Refused(
                N_("Nothing was read in. Sheet “{sheet}”, cell {place}: {fault}"),
                field="source",
                sheet=fault.sheet,
                place=fault.place,
                fault=fault.message,
            )
        if now.already:
            raise Refused(N_("This reply has been read in already."), field="source")
        if (now.changes, now.former) != (plan.changes, plan.former):
            raise Refused(
                N_("The workspace has changed meanwhile. Read the file again."), field="source"
            )
        reply = LetterReply(
            id=now.former.id if now.former else identity.new_id(),
            letter=now.letter.id,
            period=now.period,
            received=day(self._session.today),
            sender=now.sender,
            summary=now.summary,
            file_name=now.form.file_name,
        )
        about = self._letters.name(now.letter.id)
        with self._session.write(Verb.READ_REPLY, now.letter.id, about) as unit:
            for change in now.changes:
                unit.save(change.after)
            unit.save(reply)
        return reply

    def remove(self, reply: str) -> None:
        """Remove the record of a reply; what it changed in the commitments stays.

        Raises:
            Refused: It is not there (any more).
        """
        found = self._session.the(LetterReply, reply)
        about = self._letters.name(found.letter)
        with self._session.write(Verb.REMOVE_REPLY, found.letter, about) as unit:
            unit.remove(LetterReply, reply)

    def _plan(self, form: FilledForm) -> ReplyPlan:
        now = self._session.situation
        letter, _ = letter_of(now, form)
        return plan_reply(now, self._letters.spoken(letter.id)[0], form)
