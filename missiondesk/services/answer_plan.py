# SPDX-License-Identifier: Apache-2.0
"""What a form of questions that came back would change, and each cell that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from missiondesk.domain import positions
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.negotiation import TalksQuestion, TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.period import day
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.question_form import (
    LEAST_WEIGHT,
    MOST_WEIGHT,
    FilledQuestion,
    FilledQuestions,
)
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledCell
from missiondesk.domain.situation import Situation
from missiondesk.language import LANGUAGES, Translator, translator
from missiondesk.language.clean_text import clean_text, one_line
from missiondesk.services.reply_plan import ReplyFault
from missiondesk.services.talks_partition import partitioned, reader_of


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An answer as it is, or None while there is none, and as the form would make it."""

    question: TalksQuestion
    before: PartyPosition | None
    after: PartyPosition


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """The whole form, to be confirmed.

    Attributes:
        changes: Answers that would be new or other ones, by number; a new one has no id yet.
        unchanged: Questions with nothing new.
        faults: Nothing is read in while there is one.
    """

    form: FilledQuestions
    talks_round: TalksRound
    party: Party
    changes: tuple[AnswerChange, ...]
    unchanged: int
    faults: tuple[ReplyFault, ...] = ()


def plan_answers(now: Situation, form: FilledQuestions) -> AnswerPlan:
    """Compare a form with the workspace; nothing is written.

    Raises:
        Refused: Its round or its party is not here.
    """
    talks_round, party = now.get(TalksRound, form.talks_round), now.get(Party, form.party)
    if talks_round is None or party is None or form.language not in LANGUAGES:
        raise Refused(N_("The form is about talks that are not in this workspace."))
    # An answer that the party may not see was not on its form, and is not overwritten by it.
    seen = partitioned(now, reader_of(now, party.id))
    tr, changes, faults = translator(form.language), [], []
    for row in form.rows:
        question = now.get(TalksQuestion, row.key)
        if question is None:
            gone = message(N_("The question is not in the workspace any more."))
            faults.append(ReplyFault(form.sheet, row.number.place, gone))
            continue
        answer = positions.answers_to(seen, question.id).get(party.id)
        before = now.get(PartyPosition, answer.id) if answer is not None else None
        judged = _Judged(row, question, before, now, tr)
        found = [ReplyFault(form.sheet, place, said) for place, said in judged.faults()]
        faults += found
        if not found and (change := judged.change(party.id, form.file_name)) is not None:
            changes.append(change)
    return AnswerPlan(
        form, talks_round, party, tuple(changes), len(form.rows) - len(changes), tuple(faults)
    )


class _Judged:
    """One row against the question and the answer that is there."""

    def __init__(
        self,
        row: FilledQuestion,
        question: TalksQuestion,
        present: PartyPosition | None,
        now: Situation,
        tr: Translator,
    ) -> None:
        self._row, self._question, self._present = row, question, present
        self._today, self._tr = day(now.today), tr

    def faults(self) -> Iterator[tuple[str, Message]]:
        """Cell and sentence of everything that is wrong."""
        row, tr = self._row, self._tr
        wrong = [cell for cell in (row.number, row.text, *row.asked) if cell.fault is not None]
        for cell in wrong:
            if cell.fault is not None:
                yield cell.place, cell.fault
        if wrong:
            return
        if one_line(row.text.text) != one_line(self._question.text.in_language(tr.lang)):
            yield row.text.place, message(N_("The question reads otherwise now; send a new form."))
        if _said(row.stance) and self._stance is None:
            words = ", ".join(tr.show(one) for one in PartyStance)
            yield row.stance.place, _none_of(row.stance, words)
        if _said(row.weight) and self._weight is None:
            yield row.weight.place, message(
                N_("“{text}” is no figure from {least} to {most}."),
                text=_said(row.weight), least=LEAST_WEIGHT, most=MOST_WEIGHT,
            )  # fmt: skip
        if _said(row.red_line) and self._red_line is None:
            yield row.red_line.place, _none_of(row.red_line, f"{tr.say('yes')}, {tr.say('no')}")
        answered = any(map(_said, row.asked))
        if answered and self._present is None and not (_said(row.stance) or _said(row.answer)):
            yield row.stance.place, message(N_("Say at least the stance, or write an answer."))

    def change(self, party: str, file_name: str) -> AnswerChange | None:
        """What the row changes; a cell left empty takes nothing away."""
        before = self._present
        if before is None:
            if not any(map(_said, self._row.asked)):
                return None
            question = self._question
            new = PartyPosition("", party, question.topic, question.id, date=self._today)
            return AnswerChange(question, None, self._filled(new, file_name))
        after = self._filled(before, before.source)
        if after == before:
            return None
        return AnswerChange(
            self._question, before, replace(after, source=file_name, date=self._today)
        )

    def _filled(self, held: PartyPosition, source: str) -> PartyPosition:
        row = self._row
        return replace(
            held,
            stance=self._stance or held.stance,
            intensity=self._weight if self._weight is not None else held.intensity,
            red_line=self._red_line if self._red_line is not None else held.red_line,
            text=_written(row.answer, held.text),
            wish=_written(row.wish, held.wish),
            source=source,
        )

    # -- what is said --------------------------------------------------------------------
    @property
    def _stance(self) -> PartyStance | None:
        said = _said(self._row.stance).casefold()
        return next((it for it in PartyStance if self._tr.show(it).casefold() == said), None)

    @property
    def _weight(self) -> int | None:
        said = _said(self._row.weight).removesuffix(".0")
        wanted = map(str, range(LEAST_WEIGHT, MOST_WEIGHT + 1))
        return int(said) if said in wanted else None

    @property
    def _red_line(self) -> bool | None:
        said = _said(self._row.red_line).casefold()
        words = {self._tr.say("yes").casefold(): True, self._tr.say("no").casefold(): False}
        return words.get(said)


def _said(cell: FilledCell) -> str:
    return one_line(cell.text)


def _written(cell: FilledCell, before: str) -> str:
    """What is written in the cell; as before when it is empty or only its white space differs."""
    if not _said(cell) or _said(cell) == one_line(before):
        return before
    return clean_text(cell.text).strip()


def _none_of(cell: FilledCell, words: str) -> Message:
    return message(N_("“{text}” is none of {words}."), text=_said(cell), words=words)
