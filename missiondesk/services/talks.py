# SPDX-License-Identifier: Apache-2.0
"""The room for coalition talks: the verbs that all its records share, and its subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.services.agreement import Agreement
from missiondesk.services.negotiation import Negotiation
from missiondesk.services.question_forms import QuestionForms
from missiondesk.services.seats import Seats
from missiondesk.services.talks_records import TalksRecords
from missiondesk.services.text_desk import TextDesk

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Talks(TalksRecords):
    """Adds, revises and removes; what a subject has of its own is below it.

    Attributes:
        seats: Parties, results and constellations.
        rounds: Rounds with topics, questions, positions and options.
        forms: Questions to a party as a workbook, out and back.
        text: Clauses, proposals, frozen versions and their copies.
        agreement: Goals and missions of what was agreed.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.seats = Seats(session)
        self.rounds = Negotiation(session)
        self.forms = QuestionForms(session)
        self.text = TextDesk(session)
        self.agreement = Agreement(session)
