# SPDX-License-Identifier: Apache-2.0
"""What the template says of each column, and the example that it shows there."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.initiative import Instrument, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.metric import Direction
from missiondesk.domain.milestone import MilestoneKind, MilestoneStatus
from missiondesk.domain.organisation import OfficeLevel
from missiondesk.domain.wording import Wording

Example = Wording | Decimal | Worded | str


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column of the template.

    Attributes:
        field: The field of the kind; "status" and "frame" stand for those of a period.
        help: Msgid of a line of help.
        example: What stands in the example row; a wording is said in the template's language.
        choices: The closed list that the column takes, or None.
        width: In characters.
        both: Whether a second column for the other language follows.
    """

    field: str
    help: str
    example: Example = ""
    choices: type[Worded] | None = None
    width: int = 16
    both: bool = False


_C = TemplateColumn
_MINISTER = Wording("Eksempelminister", "Example minister")
_MISSION = Wording(
    "Færre unge uden job og uddannelse", "Fewer young people outside work and school"
)
_QUARTER = Wording("2026K2", "2026Q2")
_INITIATIVE = Wording("Mentor til unge i hver kommune", "A mentor for young people in every town")

PEOPLE: Final = (
    _C("name", N_("The person’s full name."), "Kim Eksempel", width=24),
    _C("first_name", N_("Only when it is not the first word of the name."), "Kim"),
    _C(
        "office",
        N_("Title of the office as it is written in letters."),
        _MINISTER,
        width=28,
        both=True,
    ),
    _C("level", N_("Choose one; without it a minister."), OfficeLevel.MINISTER, OfficeLevel),
    _C(
        "ministry",
        N_("Name of the ministry."),
        Wording("Eksempelministeriet", "Ministry of Examples"),
        width=28,
        both=True,
    ),
    _C("ministry_code", N_("Short code of the ministry."), "EKS"),
    _C("from", N_("First day in office; the former holder leaves the day before."), "01.10.2026"),
    _C("to", N_("Last day in office; empty as long as it is open.")),
)
MISSIONS: Final = (
    _C("code", N_("Number of the mission; empty takes the next free one."), "M90"),
    _C("title", N_("The mission as a goal, in few words."), _MISSION, width=36, both=True),
    _C(
        "sentence",
        N_("The mission in one sentence of at most 25 words."),
        Wording(
            "Andelen af unge uden job og uddannelse halveres inden 2030.",
            "The share of young people outside work and school is halved by 2030.",
        ),
        width=40,
    ),
    _C(
        "metric",
        N_("The one figure that shows whether it works."),
        Wording(
            "Andel unge uden job og uddannelse", "Share of young people outside work and school"
        ),
        width=30,
        both=True,
    ),
    _C("direction", N_("Which way is better? Choose one."), Direction.DOWN, Direction, 20),
    _C("target_value", N_("The figure to reach, as a number."), Decimal("3.5")),
    _C(
        "unit",
        N_("Unit of the figure; write “change” or “total” behind it when the target is one."),
        "%",
    ),
    _C("target_period", N_("Year or date by which it is to be reached."), "2030"),
    _C("baseline_value", N_("The figure from which it starts."), Decimal(7)),
    _C("baseline_period", N_("Year or period of the starting figure."), "2025"),
    _C("observed", N_("The newest published figure."), Decimal("6.8")),
    _C("observed_period", N_("Period of the newest figure: 2026, 2026Q2, 2026-03."), _QUARTER),
    _C(
        "status",
        N_("Delivery confidence of that month; change the month in the heading."),
        Confidence.PROBABLE,
        Confidence,
        22,
    ),
    _C(
        "source",
        N_("Where the figure is published."),
        Wording("Eksempelbanken, tabel EKS1", "Example bank, table EKS1"),
        width=26,
    ),
    _C(
        "publisher",
        N_("Who publishes the figure."),
        Wording("Eksempelstatistikken", "Example statistics"),
        width=22,
    ),
    _C("geography", N_("Country or area that the figure is about."), Wording("Danmark", "Denmark")),
    _C("office", N_("Title of the one office that answers for it."), _MINISTER, width=26),
    _C("co_offices", N_("Titles of the offices that share it, with semicolons between them.")),
    _C("note", N_("For internal use."), width=30),
)
INITIATIVES: Final = (
    _C("code", N_("Code of the initiative; empty takes the next free one."), "M90.1"),
    _C("title", N_("What is done, in few words."), _INITIATIVE, width=36, both=True),
    _C("mission", N_("Code or title of the mission it belongs to."), "M90"),
    _C(
        "hypothesis",
        N_("What we believe will happen, and why."),
        Wording(
            "Flere gennemfører, når en voksen følger dem.",
            "More complete when an adult follows them.",
        ),
        width=36,
    ),
    _C("riskiest_assumption", N_("What must be true for it to work."), width=30),
    _C("office", N_("Title of the office that leads it."), _MINISTER, width=26),
    _C(
        "delivery_body",
        N_("Who carries it out."),
        Wording("Kommunerne", "The municipalities"),
        width=20,
    ),
    _C("stage", N_("Choose one; without it an idea."), Stage.PILOT, Stage),
    _C("start", N_("Year or date on which it starts."), "2026"),
    _C("end", N_("Year or date on which it ends."), "2028"),
    _C("instrument", N_("By what means? Choose one."), Instrument.SERVICE, Instrument),
    _C("contribution", N_("Expected change of the key metric, in its unit."), Decimal("-0.4")),
    _C("contribution_period", N_("Year by which the change is expected."), "2028"),
    _C("kill_criteria", N_("What would make us stop."), width=30),
    _C("scale_criteria", N_("What would make us scale it up."), width=30),
    _C("gate_due", N_("When it is next decided on: scale, change or stop."), "2027"),
    _C(
        "frame",
        N_("Amount of that year; the heading says the year and the unit."),
        Decimal("12.5"),
        width=18,
    ),
    _C("note", N_("For internal use."), width=30),
)
MILESTONES: Final = (
    _C(
        "title",
        N_("What happens, in few words."),
        Wording("Lov om mentorer er vedtaget", "The act on mentors is passed"),
        width=36,
        both=True,
    ),
    _C("mission", N_("Code or title of the mission it belongs to."), "M90"),
    _C("initiative", N_("Code or title of the initiative it belongs to, if any."), "M90.1"),
    _C(
        "due",
        N_("Year, quarter, month or day: 2027, 2027Q2, 2027-03, 24.03.2027."),
        Wording("2027K2", "2027Q2"),
    ),
    _C("kind", N_("Choose one; without it a delivery."), MilestoneKind.LEGAL, MilestoneKind, 18),
    _C("office", N_("Title of the office that leads it."), _MINISTER, width=26),
    _C("status", N_("Choose one; without it planned."), MilestoneStatus.PLANNED, MilestoneStatus),
    _C("evidence", N_("Where one can see that it was met."), width=30),
)
