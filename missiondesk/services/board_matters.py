# SPDX-License-Identifier: Apache-2.0
"""What a board has to see now: decisions, issues over time, red twice running, bodies asleep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from missiondesk.domain import governance
from missiondesk.domain.body import Body, Meeting
from missiondesk.domain.decision import Decision, DecisionState
from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Issue
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, add_days, day
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.decisions import is_overdue
from missiondesk.services.issues import clocked
from missiondesk.services.list_states import Matter
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

LOOK_AHEAD_DAYS: Final = 45


@dataclass(frozen=True, slots=True)
class BoardMatter:
    """One thing that a board has to see.

    Attributes:
        kind: Kind of the record, with its id in ``key``.
        name: Its name in both languages, as a message.
        why: What is the matter, a sentence.
        when: Since when, or by when.
        late: Its time is over; else it is coming.
        agenda: When it is on the agenda of a coming meeting, that meeting's date.
    """

    matter: Matter
    kind: str
    key: str
    name: Message
    why: Message
    when: Period | None = None
    late: bool = True
    mission: Mission | None = None
    body: Body | None = None
    agenda: Period | None = None

    @property
    def id(self) -> str:
        """Matter and record together; a record may be there for two reasons."""
        return f"{self.matter.value}/{self.key}"


class BoardMatters:
    """Reads what has to be seen; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: tuple[Situation, tuple[BoardMatter, ...]] | None = None

    def all(self) -> tuple[BoardMatter, ...]:
        """Everything, the late before the coming; kept until the next Step."""
        now = self._session.situation
        if self._kept is None or self._kept[0] is not now:
            self._kept = (now, board_matters(now))
        return self._kept[1]

    def headline(self, tr: Translator) -> tuple[str, str]:
        """How many things wait, and of which sort."""
        rows = self.all()
        return matters_sentence(rows, tr), matters_counts(rows, tr)


def board_matters(now: Situation) -> tuple[BoardMatter, ...]:
    """What boards have to see in this situation: by matter, the earliest first."""
    found = [*_issues(now), *_red(now), *_decisions(now), *_stale(now)]
    order = list(Matter)
    found.sort(
        key=lambda it: (
            not it.late,
            order.index(it.matter),
            it.when.last.toordinal() if it.when else 0,
            it.key,
        )
    )
    return tuple(found)


def matters_sentence(rows: Sequence[BoardMatter], tr: Translator) -> str:
    """How many things a board has to see."""
    if not rows:
        return tr.say(N_("Nothing waits for a board"))
    late = sum(one.late for one in rows)
    if 0 < late < len(rows):
        return tr.plural(
            "{count} of {all} things for a board is late",
            "{count} of {all} things for a board are late",
            late,
            all=len(rows),
        )
    if late:
        return tr.plural(
            "{count} thing must be seen by a board", "{count} things must be seen by a board", late
        )
    return tr.plural(
        "{count} decision is coming, nothing is late",
        "{count} decisions are coming, nothing is late",
        len(rows),
    )


def matters_counts(rows: Sequence[BoardMatter], tr: Translator) -> str:
    """How many of each sort, in a line."""
    count = Counter(one.matter for one in rows)
    return " · ".join(
        f"{tr.show(matter)}:\u00a0{tr.number(count[matter])}" for matter in Matter if count[matter]
    )


def _named(record: Entity) -> Message:
    """The record's name in the reader's language."""
    match record:
        case Issue():
            return Message("{name}", (("name", name_of(record)),))
        case Decision():
            return Message("{number} {text}", (("number", record.number), ("text", record.text)))
        case Body():
            return Message("{name}", (("name", record.name),))
        case Mission() | Initiative():
            return Message("{code} {title}", (("code", record.code), ("title", record.title)))
        case _:
            return Message("{name}", (("name", name_of(record)),))


def _matter(
    now: Situation,
    matter: Matter,
    record: Entity,
    why: Message,
    when: Period | None,
    mission: str | None,
    *,
    late: bool = True,
    body: str | None = None,
    agenda: Meeting | None = None,
) -> BoardMatter:
    return BoardMatter(
        matter, KIND_OF[type(record)], record.id, _named(record), why, when, late,
        now.get(Mission, mission), now.get(Body, body), agenda.date if agenda else None,
    )  # fmt: skip


def _issues(now: Situation) -> Iterator[BoardMatter]:
    for row in clocked(now):
        issue, clock = row.issue, row.clock
        if clock is None or not clock.over:
            continue
        why = message(
            N_("Unresolved for {days} working days; {limit} are allowed at this level."),
            days=clock.days, limit=clock.limit,
        )  # fmt: skip
        yield _matter(now, Matter.ISSUE, issue, why, day(clock.since), issue.mission)


def _red(now: Situation) -> Iterator[BoardMatter]:
    for mission in now.missions:
        periods = governance.red_periods(now, mission) if mission.state.live else ()
        if len(periods) > 1:
            why = message(
                N_("Judged red {count} periods running, since {period}."),
                count=len(periods), period=periods[-1],
            )  # fmt: skip
            agenda = governance.on_coming_agenda(now, "mission", mission.id)
            yield _matter(
                now, Matter.RED, mission, why, periods[-1], mission.id,
                late=agenda is None, agenda=agenda,
            )  # fmt: skip
    for one in now.initiatives:
        if governance.red_for_long(now, one):
            why, since = message(N_("Red for more than a half-year.")), one.track_since
            judged = governance.red_half_years_of(now, one)
            if judged:
                since = judged[-1]
                why = message(
                    N_("Judged red {count} half-years running, since {period}."),
                    count=len(judged), period=since,
                )  # fmt: skip
            agenda = governance.on_coming_agenda(now, "initiative", one.id)
            yield _matter(
                now, Matter.RED, one, why, since, one.mission,
                late=agenda is None, agenda=agenda,
            )  # fmt: skip


def _decisions(now: Situation) -> Iterator[BoardMatter]:
    ahead = add_days(now.today, LOOK_AHEAD_DAYS)
    for one in now.all(Decision):
        late = is_overdue(one, now)
        if one.state is DecisionState.ASKED and (one.date is None or one.date.first <= ahead):
            why = message(N_("A decision is asked for."))
            if one.date is not None:
                why = message(N_("A decision is needed by {date}."), date=one.date)
            yield _matter(
                now, Matter.DECISION, one, why, one.date, one.mission, late=late, body=one.body
            )
        elif one.state is DecisionState.TAKEN and late:
            why = message(N_("It was to be carried out by {date}."), date=one.due)
            yield _matter(now, Matter.LATE, one, why, one.due, one.mission, body=one.body)


def _stale(now: Situation) -> Iterator[BoardMatter]:
    for body in now.all(Body):
        if not governance.is_stale(now, body):
            continue
        last = governance.last_held(now, body.id)
        why = message(N_("The body has not met since {date}."), date=last.date if last else None)
        if last is None:
            why = message(N_("The body has not met since it was set up."))
        when = last.date if last else body.valid_from
        planned = governance.next_planned(now, body.id)
        yield _matter(
            now, Matter.STALE, body, why, when, body.mission, body=body.id, agenda=planned
        )
