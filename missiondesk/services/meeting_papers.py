# SPDX-License-Identifier: Apache-2.0
"""Composes the papers of a meeting (indstilling) and the minutes of one that was held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from missiondesk.domain import governance
from missiondesk.domain.actor import Actor
from missiondesk.domain.body import (
    AgendaItem,
    Body,
    ItemPurpose,
    Meeting,
    MeetingState,
    MemberRole,
)
from missiondesk.domain.decision import Action, ActionState, Decision, DecisionState
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.meeting_content import AgendaCover, MeetingContent
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.report_content import ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.money_rows import decided_money
from missiondesk.services.naming import name_of
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_method
from missiondesk.services.report_facts import said

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

_NOBODY = N_("nobody yet")


def board_paper_job(order: Order) -> PrintJob:
    """The papers of the meeting that the order names."""
    return _job(order, held=False)


def minutes_job(order: Order) -> PrintJob:
    """The minutes of the meeting that the order names."""
    return _job(order, held=True)


def is_ahead(now: Situation, meeting: Meeting) -> bool:
    """Whether papers are wanted: it is planned and not past."""
    return governance.is_coming(meeting, now.today)


def was_held(now: Situation, meeting: Meeting) -> bool:
    """Whether minutes are wanted."""
    return meeting.state is MeetingState.HELD


def _job(order: Order, *, held: bool) -> PrintJob:
    meeting, tr = order.now.get(Meeting, order.subject), order.tr
    assert meeting is not None
    content = minutes(order.now, meeting, tr) if held else board_paper(order.now, meeting, tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.governance import print_meeting

        return print_meeting(content)

    body = order.now.get(Body, meeting.body)
    papers = tr.say_in("file name", "board-paper")
    word = tr.say_in("file name", "minutes") if held else papers
    code = body.code if body is not None else ""
    name = order.named(word, code, str(meeting.date or ""))
    return PrintJob(name, content.head.title, make)


def board_paper(now: Situation, meeting: Meeting, tr: Translator) -> MeetingContent:
    """Agenda, every item with its recommendation, and what former meetings left to do."""
    made = _Meeting(now, meeting, tr)
    asked = sum(one.purpose is ItemPurpose.DECISION for one in made.items)
    finding = tr.plural(
        "{body} is asked for {count} decision.", "{body} is asked for {count} decisions.", asked,
        body=made.name,
    ) if asked else tr.say(N_("{body} is not asked for a decision."), body=made.name)  # fmt: skip
    return MeetingContent(
        head=made.head(tr.say(N_("Papers for the meeting: {body}"), body=made.name)),
        finding=finding,
        facts=made.facts(held=False),
        agenda=made.agenda(tr.say(N_("Nothing is on the agenda."))),
        covers=tuple(made.covers()),
        decisions=made.decisions(
            tr.say(N_("Still to be carried out from former meetings")), made.former()
        ),
        actions=made.actions(tr.say(N_("Actions still to be done")), made.left_to_do()),
        method=register_method(now, tr),
    )


def minutes(now: Situation, meeting: Meeting, tr: Translator) -> MeetingContent:
    """Who came, what was on the agenda, what was said, decided and is to be done."""
    made = _Meeting(now, meeting, tr)
    decided = list(now.referring(Decision, "meeting", meeting.id))
    finding = tr.plural(
        "{body} took {count} decision.", "{body} took {count} decisions.", len(decided),
        body=made.name,
    ) if decided else tr.say(N_("{body} took no decision."), body=made.name)  # fmt: skip
    return MeetingContent(
        head=made.head(tr.say(N_("Minutes of the meeting: {body}"), body=made.name)),
        finding=" ".join(filter(None, (finding, made.without_quorum()))),
        facts=made.facts(held=True),
        agenda=made.agenda(tr.say(N_("No agenda is recorded."))),
        minutes=tuple(meeting.minutes.splitlines())
        or (tr.say(N_("What was said has not been written down.")),),
        decisions=made.decisions(tr.say(N_("Decisions")), decided),
        actions=made.actions(
            tr.say(N_("Actions")), list(now.referring(Action, "meeting", meeting.id))
        ),
        method=register_method(now, tr),
    )


class _Meeting:
    """One meeting with the words of its parts."""

    def __init__(self, now: Situation, meeting: Meeting, tr: Translator) -> None:
        self._now, self._meeting, self._tr = now, meeting, tr
        self._body = now.get(Body, meeting.body)
        self.name = self._body.name.in_language(tr.lang) if self._body else "–"
        items = now.referring(AgendaItem, "meeting", meeting.id)
        self.items = sorted(items, key=lambda it: it.position)

    def head(self, title: str) -> ReportHead:
        """The document's head; the meeting's day stands under its title."""
        date, tr = self._meeting.date, self._tr
        about = (tr.period(date),) if date else ()
        return document_head(
            self._now, tr, title, about, code=self._body.code if self._body else ""
        )

    def facts(self, *, held: bool) -> Rows:
        """Chair, date, place, papers, and who came."""
        tr, meeting = self._tr, self._meeting
        day = meeting.date.last if meeting.date else self._now.today
        seats = governance.seats_of(self._now, meeting.body, day)
        rows = [
            (tr.say(N_("Date")), said(meeting.date, tr)),
            (tr.say(N_("Place")), meeting.place),
            (tr.say(N_("Papers due")), "" if held else said(meeting.papers_due, tr)),
        ]
        for label, role in (
            (N_("Chair"), MemberRole.CHAIR),
            (N_("Members"), MemberRole.MEMBER),
            (N_("Observers"), MemberRole.OBSERVER),
            (N_("Secretary"), MemberRole.SECRETARY),
        ):
            named = [self._seat(one.office, one.actor) for one in seats if one.role is role]
            rows.append((tr.say(label), "; ".join(filter(None, named))))
        if held and meeting.present is not None:
            rows.append((tr.say(N_("Members present")), tr.number(meeting.present)))
        quorum = self._body.quorum if self._body else None
        if quorum is not None:
            rows.append((tr.say(N_("Quorum")), tr.number(quorum)))
        kept = tuple(one for one in rows if one[1] and one[1] != "–")
        return Rows(title=tr.say(N_("The meeting")), rows=kept)

    def without_quorum(self) -> str:
        """That too few came to decide; empty when enough did or it is not known."""
        if self._body is None or not governance.lacks_quorum(self._now, self._meeting):
            return ""
        return self._tr.say(
            N_("The meeting was without a quorum: {present} present, {quorum} required."),
            present=self._meeting.present or 0,
            quorum=self._body.quorum or 0,
        )

    def _seat(self, office: str | None, actor: str | None) -> str:
        found, other = self._now.get(Office, office), self._now.get(Actor, actor)
        if found is not None:
            return found.title.in_language(self._tr.lang)
        return other.name if other is not None else ""

    def _office(self, key: str | None) -> str:
        found = self._now.get(Office, key)
        return found.title.in_language(self._tr.lang) if found else self._tr.say(_NOBODY)

    def agenda(self, empty: str) -> Rows:
        """The items in their order; ``empty`` is said when there are none."""
        tr = self._tr
        return Rows(
            title=tr.say(N_("Agenda")),
            head=tuple(map(tr.say, (N_("No."), N_("Item"), N_("Purpose"), N_("Presented by")))),
            rows=tuple(
                (
                    str(one.position),
                    one.title,
                    tr.show(one.purpose),
                    self._office(one.office) if one.office else "–",
                )
                for one in self.items
            ),
            empty=empty,
        )

    def covers(self) -> Iterator[AgendaCover]:
        """Each item with its recommendation and background."""
        tr = self._tr
        for one in self.items:
            mission = self._now.get(Mission, one.mission)
            initiative = self._now.get(Initiative, one.initiative)
            about = [name_of(it, tr.lang) for it in (mission, initiative) if it is not None]
            presented = ""
            if one.office:
                presented = tr.say(N_("presented by {office}"), office=self._office(one.office))
            facts = " · ".join(filter(None, (tr.show(one.purpose), presented, *about)))
            yield AgendaCover(
                f"{one.position}. {one.title}", facts, one.recommendation, one.background
            )

    def former(self) -> list[Decision]:
        """Decisions of the body that were taken and not carried out."""
        rows = self._now.referring(Decision, "body", self._meeting.body)
        return [one for one in rows if one.state is DecisionState.TAKEN]

    def left_to_do(self) -> list[Action]:
        """Actions of the body's meetings that are not done."""
        meetings = [one.id for one in self._now.referring(Meeting, "body", self._meeting.body)]
        rows = [one for key in meetings for one in self._now.referring(Action, "meeting", key)]
        return [one for one in rows if one.state is ActionState.OPEN]

    def decisions(self, title: str, rows: list[Decision]) -> Rows:
        """Number, text, who carries it out, by when."""
        tr = self._tr
        words = (N_("No."), N_("Decision"), N_("Carried out by"), N_("Due"), N_("State"))
        return Rows(
            title=title,
            head=tuple(map(tr.say, words)),
            rows=tuple(
                (
                    one.number,
                    "\n".join(
                        filter(
                            None,
                            (
                                one.text.in_language(tr.lang),
                                one.rationale,
                                decided_money(one, tr),
                            ),
                        )
                    ),
                    self._office(one.owner),
                    said(one.due, tr),
                    tr.show(one.state),
                )
                for one in rows
            ),
        )

    def actions(self, title: str, rows: list[Action]) -> Rows:
        """What, who, by when."""
        tr = self._tr
        words = (N_("Action"), N_("Done by"), N_("Due"), N_("State"))
        return Rows(
            title=title,
            head=tuple(map(tr.say, words)),
            rows=tuple(
                (one.text, self._office(one.office), said(one.due, tr), tr.show(one.state))
                for one in rows
            ),
        )
