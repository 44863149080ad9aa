# SPDX-License-Identifier: Apache-2.0
"""What a kind of document is: its name, what it is about, who may see it, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from missiondesk.domain.actor import Actor
from missiondesk.domain.body import Body, Meeting
from missiondesk.domain.clause import DraftCopy, TalksDraft
from missiondesk.domain.coalition import promises_of
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.negotiation import TalksMeeting, TalksRound, Topic
from missiondesk.domain.party import Election
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake
from missiondesk.language import Translator, sort_key, translator
from missiondesk.services.initiatives import by_code
from missiondesk.services.naming import name_of
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.publication import published
from missiondesk.services.safe_names import safe_name
from missiondesk.services.seats import elections_of
from missiondesk.services.talks_partition import EVERYTHING, Reader, partitioned, reader_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

Subject = (
    Mission
    | Initiative
    | Stocktake
    | Letter
    | Actor
    | Meeting
    | Election
    | TalksRound
    | Topic
    | TalksMeeting
    | TalksDraft
    | DraftCopy
)


class Needs(Enum):
    """What a document is about."""

    NOTHING = "nothing"  # the whole government
    MISSION = "mission"
    INITIATIVE = "initiative"
    STOCKTAKE = "stocktake"
    LETTER = "letter"
    ACTOR = "actor"
    MEETING = "meeting"
    ELECTION = "election"
    ROUND = "round"
    TOPIC = "topic"
    TALKS_MEETING = "talks_meeting"
    DRAFT = "draft"
    DRAFT_COPY = "draft_copy"


_RECORDS: dict[Needs, type[Subject]] = {
    Needs.MISSION: Mission,
    Needs.INITIATIVE: Initiative,
    Needs.STOCKTAKE: Stocktake,
    Needs.LETTER: Letter,
    Needs.ACTOR: Actor,
    Needs.MEETING: Meeting,
    Needs.ELECTION: Election,
    Needs.ROUND: TalksRound,
    Needs.TOPIC: Topic,
    Needs.TALKS_MEETING: TalksMeeting,
    Needs.DRAFT: TalksDraft,
    Needs.DRAFT_COPY: DraftCopy,
}

_IN_TALKS = (
    Needs.ROUND, Needs.TOPIC, Needs.TALKS_MEETING, Needs.DRAFT, Needs.DRAFT_COPY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    """One document as it is asked for.

    Attributes:
        session: The open workspace, for what lies further back than the present.
        now: The situation that it is made from; for a public document the published one.
        public: Whether everyone may read it.
        subject: Id of the record it is about, or "" for the whole government.
        period: What it reports on; None for the last one that is over.
        reader: For whom, in coalition talks; ``now`` holds only what that reader may see (N10).
    """

    session: Session
    now: Situation
    language: str
    public: bool = False
    subject: str = ""
    period: Period | None = None
    reader: Reader = EVERYTHING

    def covering(self, precision: str) -> Period | None:
        """The period, where it is of this precision."""
        wanted = self.period is not None and self.period.precision == precision
        return self.period if wanted else None

    @property
    def tr(self) -> Translator:
        """The document's language."""
        return translator(self.language)

    def about(self, subject: str) -> Order:
        """The same document about another record."""
        return replace(self, subject=subject)

    def named(self, *words: str) -> str:
        """The file's name: what it is and what tells it apart, its publicity and language."""
        public = self.tr.say_in("file name", "public") if self.public else ""
        return file_name((*words, public, self.reader.file_word(self.now, self.tr), self.language))


def ordered(
    session: Session,
    language: str,
    public: bool = False,
    subject: str = "",
    period: Period | None = None,
    reader: str = "",
) -> Order:
    """A document of the present data, of the published part, or of what one reader may see."""
    now = session.situation
    who = reader_of(now, reader)
    seen = published(now) if public else partitioned(now, who)
    return Order(session, seen, language, public, subject, period, who)


def _any(now: Situation, record: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind of document.

    Attributes:
        name: The word on the command line, in the plural where there are several.
        title: What people call it.
        make: Composes it; ``PrintJob.make`` may then run on any thread.
        public: Whether there is a public version of it.
        narrows: It is of the whole government, but may be of one mission too.
        period: Precision of the period that it reports on, or "".
        wanted: Which of the records it is made of when nobody names one.
        readers: It can be made for one party or for all, in coalition talks.
    """

    name: str
    title: str
    needs: Needs
    make: Callable[[Order], PrintJob]
    public: bool = True
    narrows: bool = False
    period: str = ""
    wanted: Callable[[Situation, Any], bool] = _any
    readers: bool = False

    def planned(self, order: Order, mission: str | None = None) -> Iterator[PrintJob]:
        """All documents of the kind, or those of one mission."""
        if order.public and not self.public:
            return
        for subject in self.subjects(order.now, mission):
            yield self.make(order.about(subject))

    def subjects(self, now: Situation, mission: str | None = None) -> list[str]:
        """Ids of the records that it is made of, "" for the whole government."""
        if self.needs is Needs.NOTHING:
            if mission is None:
                return [""]
            return [mission] if self.narrows and now.get(Mission, mission) else []
        return [one.id for one in self._records(now, mission) if self.wanted(now, one)]

    def _records(self, now: Situation, mission: str | None) -> list[Any]:
        missions = sorted(now.missions, key=lambda one: sort_key(one.code, "da"))
        chosen = [one for one in missions if mission in (None, one.id)]
        if self.needs is Needs.MISSION:
            return list(chosen)
        if self.needs is Needs.STOCKTAKE:
            owners = [*([""] if mission is None else []), *(one.id for one in chosen)]
            return [one for owner in owners for one in now.stocktakes_of(owner)[-1:]]
        if self.needs is Needs.ACTOR:
            return _actors(now, mission)
        if self.needs is Needs.MEETING:
            return _meetings(now, mission)
        if self.needs is Needs.ELECTION:
            return list(elections_of(now)) if mission is None else []
        if self.needs in _IN_TALKS:
            return list(now.all(_RECORDS[self.needs])) if mission is None else []
        of_missions = [one.id for one in chosen]
        if self.needs is Needs.INITIATIVE:
            orphans = [""] if mission is None else []
            owners = [*of_missions, *orphans]
            return [one for owner in owners for one in by_code(now.initiatives_of(owner))]
        return [one for owner in of_missions for one in now.letters_of(owner)]

    def let(self, order: Order) -> None:
        """Let an order through that this kind of document can answer.

        Raises:
            Refused: There is no public version, or the period is none that it reports on or has
                not begun.
        """
        if order.public and not self.public:
            raise Refused(N_("There is no public version of this document."))
        if order.reader.key and not self.readers:
            raise Refused(N_("This document is for the secretariat only."))
        period = order.period
        if period is not None and period.precision != self.period:
            raise Refused(_NO_PERIOD[self.period], field="period", period=period)
        if period is not None:
            require_begun(period, order.now.today)

    def record(self, order: Order) -> Subject | None:
        """The record that the order names; None where the document needs none.

        Raises:
            Refused: It is not there, or it is not public.
        """
        if self.needs is Needs.NOTHING and not order.subject:
            return None
        kind = _RECORDS.get(self.needs, Mission)
        found = order.now.get(kind, order.subject)
        if found is None:
            order.session.the(kind, order.subject)
            raise Refused(_NOT_PUBLIC.get(kind, N_("The record is not public.")))
        return found

    def offered(self, now: Situation) -> list[str]:
        """Ids of all that it may be about, "" for the whole government first."""
        if self.needs is Needs.STOCKTAKE:
            return [one.id for one in now.all(Stocktake)]
        if self.needs is Needs.MEETING:
            return self.subjects(now)
        if self.needs is not Needs.NOTHING:
            return [one.id for one in self._records(now, None)]
        return ["", *(one.id for one in now.missions)] if self.narrows else [""]

    def words(self, now: Situation, subject: str, language: str) -> str:
        """How the record is called in a list of choices, "" for the whole government."""
        found = now.get(_RECORDS.get(self.needs, Mission), subject)
        if isinstance(found, Stocktake):
            return translator(language).say(
                N_("Stocktake {number}: {about}"),
                number=str(found.number),
                about=self._mission_of(now, found.mission, language),
            )
        if isinstance(found, Meeting):
            return " ".join(_meeting_words(now, found, language))
        return name_of(found, language) if found is not None else ""

    def _mission_of(self, now: Situation, mission: str | None, language: str) -> str:
        found = now.get(Mission, mission)
        if found is None:
            return translator(language).say(N_("all missions"))
        return name_of(found, language)


def _meetings(now: Situation, mission: str | None) -> list[Any]:
    """Meetings by date, or those of one mission's bodies."""
    bodies = [one.id for one in now.all(Body) if mission in (None, one.mission)]
    found = [one for body in bodies for one in now.referring(Meeting, "body", body)]
    return sorted(found, key=lambda it: it.date.last if it.date else date.max)


def _meeting_words(now: Situation, meeting: Meeting, language: str) -> tuple[str, str]:
    """The body, and the day of the meeting."""
    body, tr = now.get(Body, meeting.body), translator(language)
    name = (body.code or body.name.in_language(language)) if body is not None else "–"
    return name, tr.period(meeting.date) if meeting.date else tr.say(N_("undated"))


def require_begun(period: Period, today: date) -> None:
    """Refuse what lies wholly after the day to which the data stand.

    Raises:
        Refused: The period begins later.
    """
    if period.first > today:
        raise Refused(
            N_("The period {period} has not begun: the data stand as of {date}."),
            field="period",
            period=period,
            date=today,
        )


def _actors(now: Situation, mission: str | None) -> list[Any]:
    """All actors by name, or those with a commitment under the mission."""
    found: Iterable[Actor] = now.all(Actor)
    if mission is not None:
        keys = {one.actor for one in promises_of(now, mission)}
        found = (one for one in found if one.id in keys)
    return sorted(found, key=lambda one: (sort_key(one.name, "da"), one.id))


_NO_PERIOD: dict[str, str] = {
    "": N_("This document does not report on a period."),
    "quarter": N_("“{period}” is no quarter."),
    "half_year": N_("“{period}” is no half-year."),
}
_NOT_PUBLIC: dict[type[Subject], str] = {
    Mission: N_("The mission is not public."),
    Initiative: N_("The initiative is not public."),
}


def file_name(words: tuple[str, ...]) -> str:
    """The words, plainly spelled and apart by dashes, as the name of a PDF."""
    return f"{'-'.join(safe_name(word, 'x') for word in words if word)}.pdf"
