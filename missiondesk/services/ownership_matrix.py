# SPDX-License-Identifier: Apache-2.0
"""Who owns what: ministers against missions, with what each answers for, leads and shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.finding import Finding
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Office, OfficeLevel, Person
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services.report_facts import ordered

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_OVER = (MissionState.ACHIEVED, MissionState.CLOSED)


@dataclass(frozen=True, slots=True)
class Share:
    """What an office has to do with a mission, or with all of them.

    Attributes:
        accountable: Missions for which it answers.
        responsible: Missions that it shares, or in which it leads a commitment.
        leads: Commitments that it leads and that are pursued.
        shares: Commitments of others that it shares.
    """

    accountable: int = 0
    responsible: int = 0
    leads: int = 0
    shares: int = 0

    @property
    def text(self) -> str:
        """As in the matrix: "A 4+1", "R 0+2", "A", or "" for nothing to do with it."""
        letter = "A" if self.accountable else "R" if self.responsible else ""
        count = f"{self.leads}+{self.shares}" if self.leads or self.shares else ""
        return " ".join(part for part in (letter, count) if part)

    def spoken(self, tr: Translator) -> str:
        """The same as a sentence, for who cannot see the matrix."""
        parts = []
        if self.accountable:
            parts.append(tr.say(N_("accountable")))
        elif self.responsible:
            parts.append(tr.say(N_("takes part")))
        if self.leads:
            parts.append(tr.say(N_("leads {count}"), count=self.leads))
        if self.shares:
            parts.append(tr.say(N_("shares {count}"), count=self.shares))
        return ", ".join(parts) or tr.say(N_("nothing"))


@dataclass(frozen=True, slots=True)
class Owner:
    """One row: an office with its share in each mission, in the matrix's order.

    Attributes:
        person: Who holds the office today.
        findings: Too much to steer (L5), or nobody in office.
    """

    office: Office
    person: Person | None
    shares: tuple[Share, ...]
    total: Share
    findings: tuple[Finding, ...] = ()

    @property
    def id(self) -> str:
        """Id of the office."""
        return self.office.id


@dataclass(frozen=True, slots=True)
class OwnershipMatrix:
    """All ministers and other offices with a part, and all missions that are not over."""

    missions: tuple[Mission, ...]
    owners: tuple[Owner, ...]

    @property
    def ownerless(self) -> tuple[Mission, ...]:
        """Missions for which no office answers."""
        owned = {
            mission.id
            for owner in self.owners
            for mission, share in zip(self.missions, owner.shares, strict=True)
            if share.accountable
        }
        return tuple(one for one in self.missions if one.id not in owned)

    @property
    def loaded(self) -> tuple[Owner, ...]:
        """Owners with more than they can steer."""
        return tuple(one for one in self.owners if one.findings)


class Ownership:
    """Reads who owns what; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def matrix(self) -> OwnershipMatrix:
        """The matrix of today."""
        return ownership_matrix(self._session.situation, self._session.findings)

    def headline(self, matrix: OwnershipMatrix, tr: Translator) -> tuple[str, str]:
        """What it shows, in a sentence and a line of detail."""
        return matrix_finding(matrix, tr), matrix_counts(matrix, tr)


def ownership_matrix(now: Situation, findings: Sequence[Finding] = ()) -> OwnershipMatrix:
    """The matrix of a situation.

    Args:
        findings: All findings; those of L5 stand with their office.
    """
    missions = tuple(one for one in ordered(now.missions) if one.state not in _OVER)
    offices = sorted(now.all(Office), key=lambda one: sort_key(str(one.title), "da"))
    owners = []
    for office in offices:
        shares = tuple(_share(now, office, mission) for mission in missions)
        total = _total(shares)
        in_force = now.office_in_force(office.id, now.today) is not None
        if total == Share() and not (in_force and office.level is OfficeLevel.MINISTER):
            continue
        said = tuple(one for one in findings if one.rule == "L5" and one.key == office.id)
        owners.append(Owner(office, now.holder(office.id, now.today), shares, total, said))
    return OwnershipMatrix(missions, tuple(owners))


def _share(now: Situation, office: Office, mission: Mission) -> Share:
    pursued = [
        one
        for one in now.commitments_of(mission.id)
        if one.status is not CommitmentStatus.NOT_PURSUED
    ]
    leads = sum(one.lead_office == office.id for one in pursued)
    accountable = mission.accountable_office == office.id
    takes_part = not accountable and (office.id in mission.co_offices or leads > 0)
    return Share(
        int(accountable),
        int(takes_part),
        leads,
        sum(office.id in one.co_offices for one in pursued),
    )


def _total(shares: Sequence[Share]) -> Share:
    return Share(
        sum(one.accountable for one in shares),
        sum(one.responsible for one in shares),
        sum(one.leads for one in shares),
        sum(one.shares for one in shares),
    )


def matrix_finding(matrix: OwnershipMatrix, tr: Translator) -> str:
    """The worst that the matrix shows, else that all is in order."""
    if not matrix.missions:
        return tr.say(N_("There is no mission yet"))
    if matrix.ownerless:
        return tr.plural(
            "{count} mission has no minister who answers for it",
            "{count} missions have no minister who answers for them",
            len(matrix.ownerless),
        )
    if matrix.loaded:
        return tr.plural(
            "{count} minister has more than can be steered",
            "{count} ministers have more than can be steered",
            len(matrix.loaded),
        )
    return tr.say(N_("Every mission has a minister who answers for it"))


def matrix_counts(matrix: OwnershipMatrix, tr: Translator) -> str:
    """How many there are of each."""
    parts = (
        tr.plural("{count} mission", "{count} missions", len(matrix.missions)),
        tr.plural("{count} office", "{count} offices", len(matrix.owners)),
        tr.plural(
            "{count} commitment", "{count} commitments",
            sum(one.total.leads for one in matrix.owners),
        ),
    )  # fmt: skip
    return " · ".join(parts)
