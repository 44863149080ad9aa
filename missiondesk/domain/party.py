# SPDX-License-Identifier: Apache-2.0
"""Parties, what they won at an election, and who would stand where towards a government."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class ParliamentRule(Worded):
    """What a government needs of parliament."""

    NEGATIVE = "negative", N_("No majority against it (negative parliamentarism)")
    POSITIVE = "positive", N_("A majority for it (positive parliamentarism)")


class PartyRole(Worded):
    """Where a party stands towards a government."""

    GOVERNMENT = "government", N_("In government")
    SUPPORT = "support", N_("Supports it")
    NEUTRAL = "neutral", N_("Neutral")
    UNKNOWN = "unknown", N_("Not known")
    AGAINST = "against", N_("Against it")

    @property
    def supports(self) -> bool:
        """Whether its seats count for the government."""
        return self in (PartyRole.GOVERNMENT, PartyRole.SUPPORT)


@dataclass(frozen=True, slots=True)
class Party:
    """One party.

    Attributes:
        code: Its letter on the ballot ("A"), or a short name where it has none.
        bloc: As people call it, or "".
        north_atlantic: Elected in Greenland or on the Faroes; usually stays out of votes.
    """

    id: str
    code: str = ""
    name: str = ""
    bloc: str = ""
    north_atlantic: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Election:
    """One election, and the parliament that it filled.

    Attributes:
        size: Seats in all; it differs between countries.
        majority: Seats that decide; None is more than half of ``size``.
        source: Where the result was taken from.
    """

    id: str
    name: Wording = Wording()
    date: Period | None = None
    size: int = 179
    majority: int | None = None
    rule: ParliamentRule = ParliamentRule.NEGATIVE
    source: str = ""


@dataclass(frozen=True, slots=True)
class SeatResult:
    """Seats that a party won at an election."""

    id: str
    election: str = ""
    party: str = ""
    seats: int = 0


@dataclass(frozen=True, slots=True)
class Constellation:
    """A government that might be, with who stands where; a party that is not named is unknown.

    Attributes:
        election: Id of the election whose seats count.
        government: Ids of the parties in it.
        support: Ids of the parties that would support it.
        neutral: Ids of those that would neither support nor fell it.
        against: Ids of those that would vote against it.
    """

    id: str
    election: str = ""
    name: str = ""
    government: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    note: str = ""

    def role_of(self, party: str) -> PartyRole:
        """Where the party stands."""
        if party in self.government:
            return PartyRole.GOVERNMENT
        if party in self.support:
            return PartyRole.SUPPORT
        if party in self.neutral:
            return PartyRole.NEUTRAL
        return PartyRole.AGAINST if party in self.against else PartyRole.UNKNOWN
