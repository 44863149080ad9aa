# SPDX-License-Identifier: Apache-2.0
"""The government platform: chapters with a narrative each, and goals from which missions grow."""

from __future__ import annotations

from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class PlatformChapter:
    """One chapter of the platform.

    Attributes:
        number: Its place, from 1.
        narrative: One paragraph that is not a list: what holds the chapter's goals together.
    """

    id: str
    number: int = 0
    title: Wording = Wording()
    narrative: Wording = Wording()


@dataclass(frozen=True, slots=True)
class PlatformGoal:
    """One numbered goal of a chapter, and what became of it (N8).

    Attributes:
        number: Its place in the chapter, from 1; it is printed as "2.3".
        mission: Id of the mission that serves it, or None: nobody took it up.
        office: Id of the office that answers for it.
        frame: Money by year, in whole øre.
        financing: Where the money comes from.
        agreed_by: Parties that agreed on it, as printed.
    """

    id: str
    chapter: str = ""
    number: int = 0
    text: Wording = Wording()
    mission: str | None = None
    office: str | None = None
    due: Period | None = None
    frame: tuple[Money, ...] = ()
    financing: str = ""
    agreed_by: str = ""
    publication: Publication = Publication.PUBLIC
