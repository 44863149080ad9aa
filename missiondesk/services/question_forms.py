# SPDX-License-Identifier: Apache-2.0
"""Questions go out to a party as a form, come back, are judged, and are read in as one Step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity, positions
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksQuestion, TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition
from missiondesk.domain.question_form import QuestionForm, QuestionRow
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.language import Translator, translator
from missiondesk.services.answer_plan import AnswerPlan, plan_answers
from missiondesk.services.document_heads import document_head
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.receiving import Kind, received
from missiondesk.services.safe_names import safe_name
from missiondesk.services.talks_partition import partitioned, reader_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class QuestionForms:
    """The verbs about the forms."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def form(self, talks_round: str, party: str, language: str) -> FileJob:
        """The form for one party as XLSX; `FileJob.make` may run on any thread.

        Raises:
            Refused: Round or party is not there (any more), or there are no questions.
        """
        self._session.the(TalksRound, talks_round)
        who = self._session.the(Party, party)
        # All that is on the form comes from what this party may see (N10).
        seen = partitioned(self._session.situation, reader_of(self._session.situation, party))
        tr = translator(language)
        form = question_form(seen, talks_round, who.id, tr)
        if not form.rows:
            raise Refused(N_("The round has no questions yet."))

        def make() -> bytes:
            from missiondesk.exchange.question_form import write_questions

            return write_questions(form)

        words = (tr.say_in("file name", "questions"), who.code, language)
        name = "-".join(safe_name(word, "x") for word in words if word)
        return FileJob(f"{name}.xlsx", form.title, make)

    def read(self, path: Path) -> AnswerPlan:
        """Read a form that came back and compare it with the workspace; nothing is written.

        Raises:
            Refused: It cannot be read, is no such form, or its round or party is not here.
        """
        from missiondesk.exchange.form_reading import LARGEST_FILE
        from missiondesk.exchange.question_form import read_questions

        filled = read_questions(received(path, LARGEST_FILE, Kind.ANSWERS), path.name)
        return plan_answers(self._session.situation, filled)

    def apply(self, plan: AnswerPlan) -> int:
        """Write all answers in one Step, compared anew with the workspace; returns how many.

        Raises:
            Refused: A cell is wrong, nothing is new, or the workspace has changed since the plan
                was made; then nothing at all is written.
        """
        now = plan_answers(self._session.situation, plan.form)
        if now.faults:
            fault = now.faults[0]
            raise Refused(
                N_("Nothing was read in. Sheet “{sheet}”, cell {place}: {fault}"),
                field="source",
                sheet=fault.sheet,
                place=fault.place,
                fault=fault.message,
            )
        if not now.changes:
            raise Refused(N_("These answers have been read in already."), field="source")
        if now.changes != plan.changes:
            raise Refused(
                N_("The workspace has changed meanwhile. Read the file again."), field="source"
            )
        about = f"{now.party.code} {now.form.file_name}"
        with self._session.write(Verb.IMPORT, now.talks_round.id, about) as unit:
            for change in now.changes:
                known = change.before is not None
                unit.save(change.after if known else _named(change.after))
        return len(now.changes)


def question_form(seen: Situation, talks_round: str, party: str, tr: Translator) -> QuestionForm:
    """The questions with what the party has answered before.

    Args:
        seen: What the party may see.
        talks_round: Id of the round.
        party: Id of the party.
    """
    about, who = seen.get(TalksRound, talks_round), seen.get(Party, party)
    assert about is not None and who is not None  # whoever calls has looked
    name = f"{who.code} {who.name}".strip()
    head = document_head(seen, tr, tr.say(N_("Questions to {party}"), party=name))
    questions = positions.questions_of(seen, talks_round)
    dates = dict.fromkeys(one.due for one in questions if one.due is not None)
    due = tr.list([tr.period(one) for one in dates])
    return QuestionForm(
        talks_round=talks_round,
        party=party,
        language=tr.lang,
        title=head.title,
        created=head.created,
        authority=head.sender,
        about=about.name.in_language(tr.lang),
        addressee=tr.say(N_("Answered by {party}."), party=name),
        due=tr.say(N_("Answers are due {date}."), date=due) if dates else "",
        mark=head.mark,
        classification=head.classification,
        rows=tuple(_row(seen, one, party, tr) for one in questions),
    )


def _row(seen: Situation, one: TalksQuestion, party: str, tr: Translator) -> QuestionRow:
    text = one.text.in_language(tr.lang)
    held = positions.answers_to(seen, one.id).get(party)
    if held is None:
        return QuestionRow(one.id, str(one.number), text)
    return QuestionRow(
        one.id, str(one.number), text, held.stance, held.intensity, held.red_line, held.text,
        held.wish,
    )  # fmt: skip


def _named(answer: PartyPosition) -> PartyPosition:
    return replace(answer, id=identity.new_id())
