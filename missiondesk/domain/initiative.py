# SPDX-License-Identifier: Apache-2.0
"""Initiatives: the active portfolio under a mission that is launched, scaled and closed."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class Stage(Worded):
    """Stage of an initiative in the portfolio."""

    IDEA = "idea", N_("Idea")
    PILOT = "pilot", N_("Pilot")
    SCALE = "scale", N_("Scale")
    EMBED = "embed", N_("Embed")
    CLOSED = "closed", N_("Closed")


class Instrument(Worded):
    """By what means the state acts."""

    LAW = "law", N_("Law")
    FUNDING = "funding", N_("Funding")
    SERVICE = "service", N_("Service")
    REGULATION = "regulation", N_("Regulation")
    PROCUREMENT = "procurement", N_("Procurement")
    PARTNERSHIP = "partnership", N_("Partnership")
    DATA = "data", N_("Data")
    ANALYSIS = "analysis", N_("Analysis")


class Facet(Worded):
    """OPSI's four facets of innovation, by which a portfolio is seen to be mixed."""

    ENHANCEMENT = "enhancement", N_("Enhancement-oriented")
    MISSION = "mission", N_("Mission-oriented")
    ADAPTIVE = "adaptive", N_("Adaptive")
    ANTICIPATORY = "anticipatory", N_("Anticipatory")


class Light(Worded):
    """The Danish traffic light of an initiative, best first."""

    GREEN = "green", N_("Green")
    YELLOW = "yellow", N_("Yellow")
    RED = "red", N_("Red")

    @property
    def symbol(self) -> str:
        """Sign that stands before the word, so that it is not told by colour alone."""
        return {"green": "►", "yellow": "●", "red": "■"}[self.value]


class Track(Worded):
    """What follows on yellow or red: one of three tracks."""

    BACK_TO_PLAN = "back_to_plan", N_("Back to plan")
    NEW_PLAN = "new_plan", N_("New plan")
    CLOSE = "close", N_("Close")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole øre for one year."""

    year: int
    oere: int


@dataclass(frozen=True, slots=True)
class Initiative:
    """One effort that is tried, scaled, embedded or closed.

    Attributes:
        mission: Id of the mission it serves, or None: an orphan (P9).
        hypothesis: What we believe will happen, and why.
        contribution: Expected change of the key metric, in its unit.
        contribution_low: With `contribution_high` the range in which it is believed to lie.
        kill_criteria: What would make us stop.
        gate_due: When the next decision (scale, change, stop) falls.
        frame: Budget frame by year.
        also_missions: Ids of further missions to which it contributes.
        impact: With `feasibility` and `risk_level` from 1 to 5; None while nobody has judged it.
        evidence_level: Strength of the evidence from 1 (an impression) to 5 (several sound
            studies), or None.
        fte: Work years (årsværk) that it takes.
        spent: What was spent, by year.
        currency: ISO code of `baseline_cost` and `forecast_cost`, which are in hundredths of it;
            frames, spent and freed money are always øre.
        baseline_cost: What it was decided to cost in all, `forecast_cost` what it is now expected
            to cost; None is unknown.
        baseline_end: The end that was decided; `end` is the one now expected.
        benefit_light: How the benefits stand; `overall_light` is people's own judgement of all.
        track: What is done about yellow or red, since `track_since`.
        closing_reason: Why it was closed (P8), with what was learned and freed, and what became of
            staff, users and money.
        withheld: What the returned portfolio withheld, in its own words, a line each.
        source_reference: File and place from which it was read in.
    """

    id: str
    code: str = ""
    mission: str | None = None
    title: Wording = Wording()
    hypothesis: Wording = Wording()
    riskiest_assumption: Wording = Wording()
    office: str | None = None
    delivery_body: str = ""
    stage: Stage = Stage.IDEA
    stage_since: Period | None = None
    start: Period | None = None
    end: Period | None = None
    instrument: Instrument | None = None
    contribution: Decimal | None = None
    contribution_period: Period | None = None
    kill_criteria: Wording = Wording()
    scale_criteria: Wording = Wording()
    gate_due: Period | None = None
    frame: tuple[Money, ...] = ()
    publication: Publication = Publication.PUBLIC
    note: str = ""
    contribution_low: Decimal | None = None
    contribution_high: Decimal | None = None
    also_missions: tuple[str, ...] = ()
    description: Wording = Wording()
    target_group: Wording = Wording()
    geography: str = ""
    facet: Facet | None = None
    impact: int | None = None
    feasibility: int | None = None
    risk_level: int | None = None
    evidence_level: int | None = None
    fte: Decimal | None = None
    spent: tuple[Money, ...] = ()
    currency: str = "DKK"
    baseline_cost: int | None = None
    forecast_cost: int | None = None
    baseline_end: Period | None = None
    benefit_light: Light | None = None
    overall_light: Light | None = None
    track: Track | None = None
    track_since: Period | None = None
    delivery_confidence: Confidence | None = None
    confidence_note: str = ""
    confidence_date: Period | None = None
    closing_reason: Wording = Wording()
    learned: Wording = Wording()
    freed: tuple[Money, ...] = ()
    freed_fte: Decimal | None = None
    after_staff: str = ""
    after_users: str = ""
    after_money: str = ""
    withheld: str = ""
    source_reference: str = ""
