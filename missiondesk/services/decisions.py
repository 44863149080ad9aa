# SPDX-License-Identifier: Apache-2.0
"""Decisions with owner and date, numbered as they come, and the actions that follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from missiondesk.domain import governance, identity
from missiondesk.domain.body import Body, Meeting
from missiondesk.domain.decision import Action, ActionState, Decision, DecisionState
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of, next_number

if TYPE_CHECKING:
    from missiondesk.services.session import Session

NUMBERED: Final = "B"
_NO_OWNER = N_("A decision that was taken has somebody who carries it out.")
_NO_DATE = N_("A decision that was taken has a date.")


@dataclass(frozen=True, slots=True)
class LoggedDecision:
    """A decision with the names that its log shows.

    Attributes:
        overdue: Taken, not carried out, and its day is past; or asked for, and needed by now.
        words: What a search looks through, in small letters.
    """

    decision: Decision
    body: Body | None
    mission: Mission | None
    initiative: Initiative | None
    owner: Office | None
    overdue: bool
    words: str

    @property
    def id(self) -> str:
        """Id of the decision."""
        return self.decision.id


@dataclass(frozen=True, slots=True)
class WantedDecisions:
    """Which decisions are looked for; None and "" let all pass."""

    text: str = ""
    mission: str | None = None
    body: str | None = None
    state: DecisionState | None = None

    def passed(self, rows: Iterable[LoggedDecision]) -> tuple[LoggedDecision, ...]:
        """Those of ``rows`` that fit, in their order."""
        words = self.text.casefold().split()
        return tuple(
            one
            for one in rows
            if self.mission in (None, one.decision.mission)
            and self.body in (None, one.decision.body)
            and self.state in (None, one.decision.state)
            and all(word in one.words for word in words)
        )


class Decisions:
    """The verbs about decisions and actions; each is one Step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -------------------------------------------------------------------------
    def get(self, key: str | None) -> Decision | None:
        """The decision with this id, or None."""
        return self._session.situation.get(Decision, key)

    def log(self) -> tuple[LoggedDecision, ...]:
        """All decisions, the newest first."""
        return logged(self._session.situation)

    # -- decisions -----------------------------------------------------------------------
    def add(self, decision: Decision) -> Decision:
        """Record a decision under the next number.

        Raises:
            Refused: It has no text, or was taken and has no owner or no date (G6).
        """
        known = tuple(one.number for one in self._session.situation.all(Decision))
        made = replace(
            decision,
            id=decision.id or identity.new_id(),
            number=decision.number or f"{NUMBERED}{next_number(known, NUMBERED)}",
        )
        sound_decision(made)
        valid_decision(made, None)
        return self._session.keep(Verb.ADD_DECISION, made)

    def revise(self, decision: Decision) -> Decision:
        """Write the decision as given.

        Raises:
            Refused: It has no text, or loses the owner or the date that a decision taken must
                have; one that came without them may be mended piece by piece.
        """
        before = self._session.the(Decision, decision.id)
        sound_decision(decision)
        valid_decision(decision, before)
        return self._session.keep(Verb.REVISE_DECISION, decision)

    def remove(self, key: str) -> None:
        """Remove the decision; its actions stay without it."""
        gone = self._session.the(Decision, key)
        with self._session.write(Verb.REMOVE_DECISION, key, name_of(gone)) as unit:
            remove_with_belongings(unit, Decision, key)

    # -- actions -------------------------------------------------------------------------
    def actions(self) -> tuple[Action, ...]:
        """All actions, the earliest due first, those without a date last."""
        rows = self._session.situation.all(Action)
        return tuple(sorted(rows, key=lambda it: it.due.last.toordinal() if it.due else 10**7))

    def action(self, key: str) -> Action | None:
        """The action with this id, or None."""
        return self._session.situation.get(Action, key)

    def add_action(self, action: Action) -> Action:
        """Add something to be done.

        Raises:
            Refused: It has no text.
        """
        made = replace(action, id=action.id or identity.new_id())
        _sound_action(made)
        return self._session.keep(Verb.ADD_ACTION, made)

    def revise_action(self, action: Action) -> Action:
        """Write the action as given; one that is done now is dated today unless it is dated.

        Raises:
            Refused: It has no text.
        """
        before = self._session.the(Action, action.id)
        done = action.state is ActionState.DONE
        if done and before.state is not ActionState.DONE and action.done is None:
            action = replace(action, done=day(self._session.today))
        _sound_action(action)
        return self._session.keep(Verb.REVISE_ACTION, action)

    def remove_action(self, key: str) -> None:
        """Remove the action."""
        gone = self._session.the(Action, key)
        with self._session.write(Verb.REMOVE_ACTION, key, name_of(gone)) as unit:
            unit.remove(Action, key)


def logged(now: Situation) -> tuple[LoggedDecision, ...]:
    """All decisions of a situation, the newest first, those without a date before them."""
    rows = [_logged(now, one) for one in now.all(Decision)]
    rows.sort(key=lambda it: it.decision.number)
    rows.sort(key=lambda it: _day(it.decision.date), reverse=True)
    return tuple(rows)


def is_overdue(decision: Decision, now: Situation) -> bool:
    """Taken and not carried out by its day, or asked for and needed before today."""
    if decision.state is DecisionState.TAKEN:
        return decision.due is not None and decision.due.last < now.today
    asked = decision.state is DecisionState.ASKED
    return asked and decision.date is not None and decision.date.last < now.today


def _logged(now: Situation, one: Decision) -> LoggedDecision:
    body, meeting = now.get(Body, one.body), now.get(Meeting, one.meeting)
    if body is None and meeting is not None:
        body = now.get(Body, meeting.body)
    mission, initiative = now.get(Mission, one.mission), now.get(Initiative, one.initiative)
    owner = now.get(Office, one.owner)
    said = [one.number, one.text.da, one.text.en, one.rationale, one.rejected, one.decided_by]
    for wording in (
        body.name if body else None,
        mission.title if mission else None,
        initiative.title if initiative else None,
        owner.title if owner else None,
    ):
        said += [wording.da, wording.en] if wording else []
    said += [record.code for record in (body, mission, initiative) if record is not None]
    words = " ".join(said).casefold()
    return LoggedDecision(one, body, mission, initiative, owner, is_overdue(one, now), words)


def _day(period: Period | None) -> int:
    return period.last.toordinal() if period else 10**7


def sound_decision(decision: Decision) -> None:
    """Refuse a decision without a text or with two amounts for one year."""
    if not decision.text:
        raise Refused(N_("A decision needs a text."), field="text")
    for name, amounts in (("money", decision.money), ("freed", decision.freed)):
        years = [money.year for money in amounts]
        if len(set(years)) != len(years):
            raise Refused(N_("The money has two amounts for one year."), field=name)
        if any(money.oere < 0 for money in amounts):
            raise Refused(N_("An amount is negative."), field=name)


def valid_decision(decision: Decision, before: Decision | None) -> None:
    """G6, where this very change would break it."""
    lacked = governance.missing_of(before) if before is not None else ()
    for field in governance.missing_of(decision):
        if field not in lacked:
            raise Refused(_NO_OWNER if field == "owner" else _NO_DATE, field=field, rule="G6")


def _sound_action(action: Action) -> None:
    if not action.text.strip():
        raise Refused(N_("An action needs a text."), field="text")
