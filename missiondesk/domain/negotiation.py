# SPDX-License-Identifier: Apache-2.0
"""A round of coalition talks: who talks, when they meet, on what topics, what they are asked."""

from __future__ import annotations

from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class Audience(Worded):
    """Who may see a record of the talks, from the fewest to all."""

    SECRETARIAT = "secretariat", N_("Secretariat only")
    OWN = "own", N_("The party itself")
    PARTIES = "parties", N_("All parties in the talks")
    PUBLIC = "public", N_("Everyone")


class RoundState(Worded):
    """How far the talks are."""

    PREPARED = "prepared", N_("In preparation")
    RUNNING = "running", N_("Under way")
    CONCLUDED = "concluded", N_("Concluded")
    BROKEN_OFF = "broken_off", N_("Broken off")


@dataclass(frozen=True, slots=True)
class TalksRound:
    """One round.

    Attributes:
        lead: Who leads the talks (forhandlingsleder), and who appointed him or her.
        parties: Ids of the parties at the table.
        frame: Fiscal room by year in whole øre.
        permanent: Fiscal room for good, in whole øre; None while unknown.
    """

    id: str
    name: Wording = Wording()
    lead: str = ""
    appointed_by: str = ""
    start: Period | None = None
    end: Period | None = None
    state: RoundState = RoundState.PREPARED
    parties: tuple[str, ...] = ()
    frame: tuple[Money, ...] = ()
    permanent: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TalksMeeting:
    """One meeting of a round.

    Attributes:
        parties: Ids of the parties that take part.
        agenda: What is to be talked about, with the points that may part them.
        minutes: What was said and agreed.
        audience: Who may see it; the party itself is each that takes part.
    """

    id: str
    talks_round: str = ""
    date: Period | None = None
    title: str = ""
    place: str = ""
    parties: tuple[str, ...] = ()
    agenda: str = ""
    minutes: str = ""
    audience: Audience = Audience.SECRETARIAT


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of a round.

    Attributes:
        number: Its place, from 1.
        chapter: Id of the chapter of the platform to which it belongs.
        conflict: How far the parties are expected to be apart, 1 to 5; None while unknown.
    """

    id: str
    talks_round: str = ""
    number: int = 0
    title: Wording = Wording()
    chapter: str | None = None
    mission: str | None = None
    conflict: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TalksQuestion:
    """One numbered question to all parties.

    Attributes:
        number: As printed, from 1.
        asked: When it was sent.
        due: When the answers have to be in.
    """

    id: str
    talks_round: str = ""
    number: int = 0
    text: Wording = Wording()
    topic: str | None = None
    asked: Period | None = None
    due: Period | None = None
