# SPDX-License-Identifier: Apache-2.0
"""C1 to C6: actors earn their seats, coalitions are mixed and two-sided, enough is promised, and
promises are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from missiondesk.domain import coalition
from missiondesk.domain.actor import Actor, ActorCommitment, CoalitionNeed
from missiondesk.domain.body import Body, Membership
from missiondesk.domain.coalition import QUIET_MONTHS, Standing
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import ActorType, Mission
from missiondesk.domain.organisation import holds_on
from missiondesk.domain.readiness.subjects import finding
from missiondesk.domain.situation import Situation

_HALF: Final = Decimal("0.5")


def earned_seats(situation: Situation) -> Iterator[Finding]:
    """C1: no seat without a live commitment that something shows."""
    for seat in situation.all(Membership):
        actor = situation.get(Actor, seat.actor)
        if actor is None or not holds_on(seat.valid_from, seat.valid_to, situation.today):
            continue
        standing = coalition.standing_of(situation, actor.id)
        if standing is Standing.ACTIVE:
            continue
        body = situation.get(Body, seat.body)
        name = body.name if body is not None else Message("?")
        text = (
            N_("{actor} sits in {body} without a live commitment.")
            if standing is Standing.NONE
            else N_(
                "{actor} sits in {body}, and nothing has shown for six months that it delivers."
            )
        )
        mend = message(N_("Agree on a commitment, get evidence of one, or end the seat."))
        said = message(text, actor=actor.name, body=name)
        yield finding(situation, "C1", Severity.WARNING, seat, said, mend, "actor")


def evidenced(situation: Situation) -> Iterator[Finding]:
    """C1: six months without evidence make an actor inactive."""
    for promise in situation.all(ActorCommitment):
        if not coalition.is_quiet(promise, situation.today):
            continue
        since = promise.evidence_date or promise.state_date
        said = (
            message(N_("Nothing shows that the commitment is kept, and it has no date."))
            if since is None
            else message(
                N_("Nothing has shown since {date} that the commitment is kept; after {months} "
                   "months the actor is inactive."),
                date=since,
                months=QUIET_MONTHS,
            )
        )  # fmt: skip
        mend = message(N_("Ask the actor, and enter what shows it and when."))
        yield finding(situation, "C1", Severity.WARNING, promise, said, mend, "evidence_date")


def mixed(situation: Situation) -> Iterator[Finding]:
    """C2: at least three types of actors, newcomers and established about half each."""
    for mission in _live(situation):
        promises = coalition.promises_of(situation, mission.id)
        if not promises:
            continue
        mix = coalition.mix_of(situation, mission.id)
        if len(mix.types) < coalition.LEAST_TYPES:
            said = message(
                N_("Actors of {count} types stand by the mission; a coalition has at least "
                   "{least}."),
                count=len(mix.types),
                least=coalition.LEAST_TYPES,
            )  # fmt: skip
            mend = message(N_("Win actors of other types, or agree with those that have offered."))
            yield finding(situation, "C2", Severity.WARNING, mission, said, mend, "actor_types")
        if not mix.about_half:
            said = message(
                N_("{count} of the {all} actors are newcomers; about half should be, from 30 to "
                   "70 per cent."),
                count=mix.newcomers,
                all=len(mix.actors),
            )  # fmt: skip
            mend = message(N_("Invite newcomers and established actors in equal parts."))
            yield finding(situation, "C2", Severity.NOTE, mission, said, mend, "actor_types")
        yield from _told_apart(situation, mission, mix)


def _told_apart(situation: Situation, mission: Mission, mix: coalition.Mix) -> Iterator[Finding]:
    """The kinds named on the mission are those whose actors have committed."""
    named, there = set(mission.actor_types), set(mix.types)
    for text, kinds in (
        (N_("Named on the mission, but no actor of them has committed: {types}."), named - there),
        (N_("Committed, but not named on the mission: {types}."), there - named),
    ):
        if not kinds:
            continue
        words = tuple(Message(one.word) for one in ActorType if one in kinds)
        mend = message(N_("Name the kinds whose actors take part, or win the others."))
        said = message(text, types=_joined(words))
        yield finding(situation, "C2", Severity.NOTE, mission, said, mend, "actor_types")


def _joined(words: tuple[Message, ...]) -> Message:
    """Words as one list, said in whichever language."""
    if len(words) == 1:
        return words[0]
    return message(N_("{first}, {rest}"), first=words[0], rest=_joined(words[1:]))


def enough(situation: Situation) -> Iterator[Finding]:
    """C3: what is promised covers what is needed, kind by kind and unit by unit."""
    for mission in _live(situation):
        needs = situation.referring(CoalitionNeed, "mission", mission.id)
        if not needs:
            continue
        promises = coalition.promises_of(situation, mission.id)
        for one in coalition.need_sums(needs, promises):
            if not one.needs or not one.lacking:
                continue
            said = message(
                N_("{promised} of {needed} {unit} promised; {lacking} lacking."),
                promised=one.promised,
                needed=one.needed or Decimal(0),
                unit=one.unit,
                lacking=one.lacking,
            )
            if one.unknown or one.otherwise:
                said = message(
                    N_("{sum} Promises of this kind that stand in no sum, without a quantity or "
                       "in other units: {count}."),
                    sum=said,
                    count=one.unknown + one.otherwise,
                )  # fmt: skip
            mend = message(N_("Find actors that bring what is lacking, or need less."))
            yield finding(situation, "C3", Severity.NOTE, one.needs[0], said, mend, "quantity")


def kept(situation: Situation) -> Iterator[Finding]:
    """C4: at least half of the promises are kept, and what became of each is said in time."""
    for promise in situation.all(ActorCommitment):
        if promise.end is None or not coalition.outlived(promise, situation.today):
            continue
        said = message(
            N_("The commitment's time is over ({date}), and nobody has said what became of it."),
            date=promise.end,
        )
        mend = message(N_("Say whether it was delivered, withdrawn or has lapsed."))
        yield finding(situation, "C4", Severity.WARNING, promise, said, mend, "state")
    for mission in situation.missions:
        rate = coalition.kept_of(coalition.promises_of(situation, mission.id))
        if mission.state.live and rate.rate is not None and rate.rate < _HALF:
            yield _broken(situation, mission, rate, Severity.WARNING, "actor_types")
    for actor in situation.all(Actor):
        rate = coalition.kept_of(coalition.promises_by(situation, actor.id))
        if rate.rate is not None and rate.rate < _HALF:
            yield _broken(situation, actor, rate, Severity.NOTE, "")


def _broken(
    situation: Situation,
    record: Mission | Actor,
    rate: coalition.Kept,
    severity: Severity,
    field: str,
) -> Finding:
    said = message(
        N_("{kept} of {all} commitments that are over were delivered."),
        kept=rate.delivered,
        all=rate.over,
    )
    mend = message(N_("Ask what stood in the way, and agree on less that is sure."))
    return finding(situation, "C4", severity, record, said, mend, field)


def withdrawals_answered(situation: Situation) -> Iterator[Finding]:
    """C5: the mission's owner is told of a withdrawal and answers it."""
    for mission in _live(situation):
        for promise in coalition.promises_of(situation, mission.id):
            if not coalition.unanswered(situation, promise, mission.id):
                continue
            actor = situation.get(Actor, promise.actor)
            name = actor.name if actor is not None else "?"
            text = promise.text
            said = message(N_("{actor} has withdrawn: {text}"), actor=name, text=text)
            mend = message(
                N_("Tell the accountable minister, and note the contact with the actor or the "
                   "decision that answers it.")
            )  # fmt: skip
            yield finding(situation, "C5", Severity.WARNING, mission, said, mend, "actor_types")


def two_sided(situation: Situation) -> Iterator[Finding]:
    """C6: labour and employers are both there, or neither.

    Where no actor has committed yet, the kinds named on the mission are judged.
    """
    for mission in _live(situation):
        types = coalition.mix_of(situation, mission.id).types or mission.actor_types
        missing = coalition.missing_partner(types)
        if missing is None:
            continue
        said = message(
            N_("Employers take part, trade unions do not.")
            if missing is ActorType.LABOUR
            else N_("Trade unions take part, employers do not.")
        )
        mend = message(N_("Invite the other side of the labour market."))
        yield finding(situation, "C6", Severity.WARNING, mission, said, mend, "actor_types")


def _live(situation: Situation) -> Iterator[Mission]:
    return (one for one in situation.missions if one.state.live)


RULES = (earned_seats, evidenced, mixed, enough, kept, withdrawals_answered, two_sided)
