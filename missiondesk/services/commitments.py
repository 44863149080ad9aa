# SPDX-License-Identifier: Apache-2.0
"""Commitments: what one minister leads and others share, one action each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity, lifecycle
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import day
from missiondesk.domain.readiness.splitting import find_split
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Commitments:
    """The verbs about commitments."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Commitment, ...]:
        """All commitments in their order."""
        return self._session.store.all(Commitment)

    def get(self, key: str) -> Commitment | None:
        """The commitment with this id, or None."""
        return self._session.store.get(Commitment, key)

    def of_mission(self, mission: str) -> tuple[Commitment, ...]:
        """Commitments of a mission by number."""
        return self._session.situation.commitments_of(mission)

    def add(self, commitment: Commitment) -> Commitment:
        """Add the commitment as the last of its mission; without a lead the mission's office leads.

        Raises:
            Refused: It has no text or no mission.
        """
        mission = self._session.store.get(Mission, commitment.mission)
        present = self.of_mission(commitment.mission)
        commitment = replace(
            commitment,
            id=commitment.id or identity.new_id(),
            number=commitment.number or 1 + max((one.number for one in present), default=0),
            lead_office=commitment.lead_office or (mission.accountable_office if mission else None),
        )
        self._sound(commitment)
        return self._session.keep(Verb.ADD_COMMITMENT, commitment)

    def revise(self, commitment: Commitment) -> Commitment:
        """Write the commitment as given; a changed status is dated today unless it is dated anew.

        Raises:
            Refused: A field is wrong, or the status does not follow the present one.
        """
        before = self._session.the(Commitment, commitment.id)
        lifecycle.require(before.status, commitment.status, "status")
        changed = commitment.status is not before.status
        if changed and commitment.status_date == before.status_date:
            commitment = replace(commitment, status_date=day(self._session.today))
        self._sound(commitment)
        return self._session.keep(Verb.REVISE_COMMITMENT, commitment)

    def split(self, key: str) -> tuple[Commitment, Commitment]:
        """Make two commitments of one that joins two actions by "og", "samt" or "and" (L3).

        The first keeps id and number, the second comes right after it and the later ones move on
        by one; lead, date and co-leads are those of the first.

        Raises:
            Refused: No two actions are joined in its text.
        """
        whole = self._session.the(Commitment, key)
        first, second = _parts(whole.text)
        former = replace(whole, text=first)
        latter = replace(
            whole,
            id=identity.new_id(),
            number=whole.number + 1,
            text=second,
            measure=Wording(),
            evidence="",
        )
        with self._session.write(Verb.SPLIT_COMMITMENT, key, name_of(whole)) as unit:
            for other in unit.where(Commitment, mission=whole.mission):
                if other.number > whole.number:
                    unit.save(replace(other, number=other.number + 1))
            unit.save(former)
            unit.save(latter)
        return former, latter

    def remove(self, key: str) -> None:
        """Remove the commitment and close the gap in the numbers."""
        gone = self._session.the(Commitment, key)
        with self._session.write(Verb.REMOVE_COMMITMENT, key, name_of(gone)) as unit:
            remove_with_belongings(unit, Commitment, key)
            for other in unit.where(Commitment, mission=gone.mission):
                if other.number > gone.number:
                    unit.save(replace(other, number=other.number - 1))

    def _sound(self, commitment: Commitment) -> None:
        if not commitment.text:
            raise Refused(N_("A commitment needs a text."), field="text")
        if self._session.store.get(Mission, commitment.mission) is None:
            raise Refused(N_("A commitment belongs to a mission."), field="mission")
        if commitment.status is CommitmentStatus.NOT_PURSUED and not commitment.reason.strip():
            raise Refused(N_("Say why the commitment is not pursued any more."), field="reason")
        if commitment.lead_office in commitment.co_offices:
            raise Refused(
                N_("The office that leads cannot share with itself."), field="co_offices", rule="L2"
            )


def _parts(text: Wording) -> tuple[Wording, Wording]:
    danish, english = find_split(text.da, "da"), find_split(text.en, "en")
    if danish is None and english is None:
        raise Refused(
            N_("No “and” joins two actions in this text; there is nothing to split."),
            field="text",
            rule="L3",
        )
    # A language in which nothing is joined keeps its whole text in the first part.
    da = (danish.first, danish.second) if danish else (text.da, "")
    en = (english.first, english.second) if english else (text.en, "")
    return Wording(da[0], en[0]), Wording(da[1], en[1])
