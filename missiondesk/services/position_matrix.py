# SPDX-License-Identifier: Apache-2.0
"""Composes the position matrix and the questions with their answers, for one reader each."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain import positions
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksQuestion, TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.positions import Climate, TopicRow
from missiondesk.domain.question_form import MOST_WEIGHT
from missiondesk.domain.report_content import Rows
from missiondesk.domain.talks_sheet_content import TalksSection, TalksSheetContent
from missiondesk.language import Translator
from missiondesk.services.document_kinds import Order
from missiondesk.services.position_words import (
    climate_word,
    held_letters,
    legend,
    matrix_said,
    party_name,
    source_said,
)
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import said
from missiondesk.services.talks_heads import partition_note, sheet_job, talks_head

_ABREAST = 9  # parties in a table
_MIDDLE = 3  # of 5, where nobody said how much it matters
_WARMTH = {PartyStance.FOR: 1.0, PartyStance.CONDITIONAL: 0.5, PartyStance.AGAINST: -1.0}


def positions_job(order: Order) -> PrintJob:
    """The matrix of a round."""
    content = position_matrix(order)
    return sheet_job(order, content, order.tr.say_in("file name", "positions"))


def questions_job(order: Order) -> PrintJob:
    """The questions of a round."""
    content = question_sheet(order)
    return sheet_job(order, content, order.tr.say_in("file name", "questions"))


def position_matrix(order: Order) -> TalksSheetContent:
    """Topics against parties, with red lines and where each was said."""
    now, tr = order.now, order.tr
    talks_round = now.get(TalksRound, order.subject) or TalksRound("")
    parties = positions.at_the_table(now, talks_round)
    rows = positions.topic_rows(now, talks_round)
    name = talks_round.name.in_language(tr.lang)
    apart = tuple(
        f"{one.topic.number} {one.topic.title.in_language(tr.lang)}"
        for one in rows
        if one.climate is Climate.APART
    )
    sections = [
        TalksSection(tr.say(N_("Topics and parties")), (legend(tr), _heat_said(tr)), (),
                     _matrix(rows, parties, tr)),
        TalksSection(tr.say(N_("Where the parties are apart")), (), apart),
        TalksSection(tr.say(N_("What the parties hold")), (), (), _held(rows, parties, tr)),
    ]  # fmt: skip
    return TalksSheetContent(
        head=talks_head(order, tr.say(N_("Positions of the parties")), (name,)),
        finding=f"{matrix_said(rows, tr)}.",
        sections=tuple(sections),
        method=partition_note(order),
    )


def _matrix(rows: Sequence[TopicRow], parties: Sequence[Party], tr: Translator) -> tuple[Rows, ...]:
    parts = [parties[at : at + _ABREAST] for at in range(0, len(parties), _ABREAST)]
    return tuple(
        Rows(
            head=(tr.say(N_("Topic")), *(one.code for one in part), tr.say(N_("State"))),
            rows=tuple(
                (
                    f"{row.topic.number} {row.topic.title.in_language(tr.lang)}",
                    *(
                        held_letters(row.held.get(one.id), one.id in row.silent, tr) or "–"
                        for one in part
                    ),
                    climate_word(row.climate, tr),
                )
                for row in rows
            ),
            empty=tr.say(N_("There are no topics yet.")),
            heat=tuple((0.0, *(_heat(row.held.get(one.id)) for one in part), 0.0) for row in rows),
        )
        for part in parts
    )


def _heat(held: PartyPosition | None) -> float:
    """How warmly a party goes along, from 1 for "for it, 5 of 5" to −1 for "against it, 5 of 5"."""
    if held is None:
        return 0.0
    weight = (held.intensity or _MIDDLE) / MOST_WEIGHT
    return weight * _WARMTH.get(held.stance, 0.0)


def _heat_said(tr: Translator) -> str:
    return tr.say(
        N_("The ground is green where a party goes along and red where it is against; the stronger "
           "it is, the more it matters to the party.")
    )  # fmt: skip


def _held(rows: Sequence[TopicRow], parties: Sequence[Party], tr: Translator) -> tuple[Rows, ...]:
    """What is said topic by topic; a topic of which nobody has said more is left out."""
    found = []
    for row in rows:
        lines = tuple(
            _line(one, held, tr)
            for one in parties
            if (held := row.held.get(one.id)) is not None
            and (held.text.strip() or held.red_line or held.source.strip())
        )
        if lines:
            found.append(
                Rows(
                    title=f"{row.topic.number} {row.topic.title.in_language(tr.lang)}",
                    head=tuple(map(tr.say, (N_("Party"), N_("Stance"), N_("What it says"),
                                            N_("Source")))),
                    rows=lines,
                )
            )  # fmt: skip
    return tuple(found)


def _line(party: Party, held: PartyPosition, tr: Translator) -> tuple[str, ...]:
    text = [held.text]
    if held.red_line:
        text.insert(0, tr.say(N_("! Red line")))
    if held.wish.strip():
        text.append(tr.say(N_("Would trade it for: {wish}"), wish=held.wish))
    stance = tr.show(held.stance)
    return (
        party_name(party),
        stance,
        "\n".join(filter(None, text)),
        source_said(held, tr),
    )


# -- questions ---------------------------------------------------------------------------
def question_sheet(order: Order) -> TalksSheetContent:
    """All questions with deadline, and the answers that the reader may see."""
    now, tr = order.now, order.tr
    talks_round = now.get(TalksRound, order.subject) or TalksRound("")
    parties = positions.at_the_table(now, talks_round)
    questions = positions.questions_of(now, talks_round.id)
    name = talks_round.name.in_language(tr.lang)
    return TalksSheetContent(
        head=talks_head(order, tr.say(N_("Questions to the parties")), (name,)),
        finding=tr.plural(
            "{count} question to all parties.", "{count} questions to all parties.", len(questions)
        ),
        texts=_deadline(questions, tr),
        sections=tuple(_question(order, one, parties) for one in questions),
        method=partition_note(order),
    )


def _deadline(questions: Sequence[TalksQuestion], tr: Translator) -> tuple[str, ...]:
    found = dict.fromkeys(one.due for one in questions if one.due is not None)
    if not found:
        return ()
    dates = tr.list([tr.period(one) for one in found])
    return (tr.say(N_("Answers are due {date}."), date=dates),)


def _question(order: Order, one: TalksQuestion, parties: Sequence[Party]) -> TalksSection:
    now, tr = order.now, order.tr
    answers = positions.answers_to(now, one.id)
    lines = tuple(_line(party, answers[party.id], tr) for party in parties if party.id in answers)
    head = (N_("Party"), N_("Stance"), N_("Answer"), N_("Source"))
    silent = positions.silent_on(now, one, [party.id for party in parties])
    texts = []
    if one.due is not None:
        texts.append(tr.say(N_("Due {date}."), date=said(one.due, tr)))
    if silent and not order.reader.key:
        names = [party.code for party in parties if party.id in silent]
        texts.append(tr.say(N_("Not answered in time: {parties}."), parties=tr.list(names)))
    return TalksSection(
        f"{one.number} {one.text.in_language(tr.lang)}",
        tuple(texts),
        (),
        (Rows(head=tuple(map(tr.say, head)), rows=lines,
              empty=tr.say(N_("No answer to be seen here yet."))),),
    )  # fmt: skip
