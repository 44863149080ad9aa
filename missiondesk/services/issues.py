# SPDX-License-Identifier: Apache-2.0
"""Issues with the clock that moves them up, until someone settles them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from missiondesk.domain import governance, identity
from missiondesk.domain.governance import IssueClock
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.issue import Issue, IssueLevel, IssueState
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of, next_number

if TYPE_CHECKING:
    from missiondesk.services.session import Session

NUMBERED: Final = "E"


@dataclass(frozen=True, slots=True)
class ClockedIssue:
    """An issue with its clock and the names that lists show."""

    issue: Issue
    clock: IssueClock | None
    mission: Mission | None
    initiative: Initiative | None
    owner: Office | None

    @property
    def id(self) -> str:
        """Id of the issue."""
        return self.issue.id

    @property
    def over(self) -> bool:
        """Whether it has to move up."""
        return self.clock is not None and self.clock.over


class Issues:
    """The verbs about issues; each is one Step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str | None) -> Issue | None:
        """The issue with this id, or None."""
        return self._session.situation.get(Issue, key)

    def all(self) -> tuple[ClockedIssue, ...]:
        """Issues by urgency: those over time first, then by how long they may still lie."""
        return clocked(self._session.situation)

    def raise_issue(self, issue: Issue) -> Issue:
        """Raise an issue under the next number, today unless another day is given.

        Raises:
            Refused: It has no title.
        """
        known = tuple(one.number for one in self._session.situation.all(Issue))
        raised = issue.raised or day(self._session.today)
        made = replace(
            issue,
            id=issue.id or identity.new_id(),
            number=issue.number or f"{NUMBERED}{next_number(known, NUMBERED)}",
            raised=raised,
            level_since=issue.level_since or raised,
        )
        _sound(made)
        return self._session.keep(Verb.RAISE_ISSUE, made)

    def revise(self, issue: Issue) -> Issue:
        """Write the issue as given; at another level its clock begins anew today.

        Raises:
            Refused: It has no title.
        """
        before = self._session.the(Issue, issue.id)
        if issue.level is not before.level and issue.level_since == before.level_since:
            issue = replace(issue, level_since=day(self._session.today))
        if before.raised is None and issue.raised is not None and issue.level_since is None:
            issue = replace(issue, level_since=issue.raised)
        _sound(issue)
        return self._session.keep(Verb.REVISE_ISSUE, issue)

    def escalate(self, key: str) -> Issue:
        """Move the issue up to the next level, where its clock begins anew today.

        Raises:
            Refused: It is settled, or lies at the top already.
        """
        issue = self._open(key)
        above = issue.level.above
        if above is None:
            raise Refused(N_("The issue lies with the committee; no level is above it."))
        moved = replace(issue, level=above, level_since=day(self._session.today))
        return self._session.keep(Verb.ESCALATE_ISSUE, moved)

    def resolve(self, key: str, resolution: str = "", on: Period | None = None) -> Issue:
        """Settle the issue, today unless another day is given.

        Raises:
            Refused: It is settled already, or it is not said how.
        """
        return self._settle(key, IssueState.RESOLVED, resolution, on)

    def withdraw(self, key: str, why: str = "") -> Issue:
        """Withdraw the issue: it needs no answer any more.

        Raises:
            Refused: It is settled already, or it is not said why.
        """
        return self._settle(key, IssueState.WITHDRAWN, why, None)

    def reopen(self, key: str) -> Issue:
        """Take up a settled issue again; its clock begins anew today."""
        issue = self._session.the(Issue, key)
        again = replace(
            issue, state=IssueState.OPEN, resolved=None, level_since=day(self._session.today)
        )
        return self._session.keep(Verb.REVISE_ISSUE, again)

    def remove(self, key: str) -> None:
        """Remove the issue."""
        gone = self._session.the(Issue, key)
        with self._session.write(Verb.REMOVE_ISSUE, key, name_of(gone)) as unit:
            unit.remove(Issue, key)

    def _open(self, key: str) -> Issue:
        issue = self._session.the(Issue, key)
        if issue.state is not IssueState.OPEN:
            raise Refused(N_("The issue is settled already."), field="state")
        return issue

    def _settle(self, key: str, state: IssueState, how: str, on: Period | None) -> Issue:
        issue = self._open(key)
        said = how.strip() or issue.resolution
        if not said.strip():
            raise Refused(N_("Say how it was settled, or why it is withdrawn."), field="resolution")
        settled = replace(
            issue, state=state, resolution=said, resolved=on or day(self._session.today)
        )
        return self._session.keep(Verb.RESOLVE_ISSUE, settled)


def clocked(now: Situation) -> tuple[ClockedIssue, ...]:
    """All issues of a situation, the most urgent first, the settled ones last."""
    rows = [
        ClockedIssue(
            one,
            governance.clock_of(one, now.secretariat, now.today),
            now.get(Mission, one.mission),
            now.get(Initiative, one.initiative),
            now.get(Office, one.owner),
        )
        for one in now.all(Issue)
    ]
    return tuple(sorted(rows, key=_urgency))


def _urgency(row: ClockedIssue) -> tuple[int, int, str]:
    """Over time first, then by the working days that are left; the higher level before."""
    if row.issue.state is not IssueState.OPEN:
        return 2, 0, row.issue.number
    height = list(IssueLevel).index(row.issue.level)
    if row.clock is None or row.clock.limit is None:
        return 1, 10_000 - height, row.issue.number
    return int(not row.over), row.clock.limit - row.clock.days, row.issue.number


def _sound(issue: Issue) -> None:
    if not issue.title.strip():
        raise Refused(N_("An issue needs a title."), field="title")
