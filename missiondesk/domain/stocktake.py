# SPDX-License-Identifier: Apache-2.0
"""The stocktake: a meeting that looks at the figures as they were known on one day."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class StocktakeState(Worded):
    """Whether the figures still move."""

    PLANNED = "planned", N_("Planned")
    FROZEN = "frozen", N_("Figures frozen")
    HELD = "held", N_("Held")

    @property
    def fixed(self) -> bool:
        """What is shown is what was known when the figures were frozen."""
        return self is not StocktakeState.PLANNED


@dataclass(frozen=True, slots=True)
class Stocktake:
    """One stocktake of a mission, or of all missions.

    What was seen is not copied: the trail is walked back to the step that froze the figures.

    Attributes:
        mission: Id of the mission, or None for all of them.
        held: When the meeting is or was held.
        data_cutoff: Figures published after this day are left out.
        issues: What stands in the way, a line each, three at most.
        decisions_asked: What the meeting is asked to decide, a line each.
        decisions_taken: What it decided, a line each.
    """

    id: str
    mission: str | None = None
    number: int = 1
    held: Period = Period("2000")
    data_cutoff: Period = Period("2000")
    state: StocktakeState = StocktakeState.PLANNED
    issues: Wording = Wording()
    decisions_asked: Wording = Wording()
    decisions_taken: Wording = Wording()
    note: str = ""
