# SPDX-License-Identifier: Apache-2.0
"""A government with everything that the document set can say, and each document made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from missiondesk.documents.annex import print_annex
from missiondesk.documents.half_year import print_half_year
from missiondesk.documents.mission_plots import ReportPlots
from missiondesk.documents.one_pager import print_one_pager
from missiondesk.documents.portfolio import (
    print_closing_note,
    print_gate_memo,
    print_portfolio_review,
)
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.register import print_register
from missiondesk.domain.assessment import Confidence
from missiondesk.domain.decision import DecisionKind
from missiondesk.domain.entities import Entity
from missiondesk.domain.gate import CriterionKind, GateResult, Verdict
from missiondesk.domain.initiative import Initiative, Light, Money, Stage, Track
from missiondesk.domain.letter import LetterState
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import MissionState
from missiondesk.domain.period import Period
from missiondesk.domain.register_content import DecisionLine, RiskLine
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import Criticality
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.closing_note import closing_note, mission_closing_note
from missiondesk.services.commitment_annex import commitment_annex
from missiondesk.services.decision_register import decisions_of, decisions_told
from missiondesk.services.gate_memo import gate_memo
from missiondesk.services.half_year_report import half_year_report
from missiondesk.services.mission_plots import in_order
from missiondesk.services.one_pager import one_pager
from missiondesk.services.plotting import trajectory_plot
from missiondesk.services.portfolio_review import portfolio_review
from missiondesk.services.registers import commitment_register, letter_register
from missiondesk.services.report_plots import mission_plots, report_plots
from missiondesk.services.risk_register import risks_told
from missiondesk.services.stop_list_document import stop_list
from tests import builders as make
from tests import more_builders as more
from tests.documents.reports_of import full_situation, situation_of

PERIOD = Period("2026-H2")

# Content and charts; charts is None where a document has none.
Made = tuple[Any, Any]


@cache
def whole_situation() -> Situation:
    """Two missions, an orphan, a pilot that never ends, a closed initiative and letters."""
    now = full_situation(2)
    records: list[Entity] = [one for kind in now.kinds for one in now.all(kind)]
    mission, other = now.missions
    office = now.all(type(make.an_office()))[0].id
    zombie = make.an_initiative(
        code="I13", mission=mission.id, stage_since=Period("2024-10"), gate_due=Period("2026-06"),
        office=office, baseline_cost=100_000_000_00, forecast_cost=112_000_000_00,
        baseline_end=Period("2028-09"), benefit_light=Light.YELLOW, overall_light=Light.GREEN,
        track=Track.NEW_PLAN, track_since=Period("2026-09"),
        delivery_confidence=Confidence.AT_RISK, confidence_note="Få ansøgere.",
    )  # fmt: skip
    closed = make.an_initiative(
        code="I14", mission=mission.id, stage=Stage.CLOSED, stage_since=Period("2026-09"),
        office=office,
    )  # fmt: skip
    told = make.an_initiative(
        code="I15", mission=mission.id, stage=Stage.CLOSED, stage_since=Period("2026-10"),
        office=office, closing_reason=Wording("For få kom i gang.", "Too few began."),
        learned=Wording("Spørg kommunerne først.", "Ask the municipalities first."),
        freed=(Money(2027, 12_000_000_00), Money(2028, 6_000_000_00)), freed_fte=Decimal("2.5"),
        after_staff="Flytter til I1.", after_users="Får et andet tilbud.",
        after_money="Tilbage til reserven.",
    )  # fmt: skip
    letter = make.a_letter(
        mission=mission.id, number="2026-001", state=LetterState.ISSUED, addressee_office=office
    )
    records = [
        replace(one, state=MissionState.ACHIEVED) if one == other else one for one in records
    ]
    return situation_of(
        [
            *records, zombie, closed, told, letter, *_steering(zombie, told),
            make.a_letter(mission=other.id),
            make.an_initiative(code="I99", title=Wording("Forældreløst", "Orphaned")),
            make.a_milestone(mission=mission.id, initiative=zombie.id),
            make.a_milestone(
                mission=mission.id, due=Period("2026-08"), status=MilestoneStatus.MISSED
            ),
            make.a_learning_entry(mission=mission.id, initiative=zombie.id),
        ]
    )  # fmt: skip


def _steering(judged: Initiative, closed: Initiative) -> list[Entity]:
    """Gates, criteria of every kind, and a critical skill that nobody has."""
    gate = more.a_gate(initiative=judged.id, due=Period("2026-06"))
    held = more.a_gate(
        initiative=closed.id, due=Period("2026-09"), result=GateResult.STOP, held=Period("2026-09")
    )
    skill = more.a_skill()
    return [
        gate, held, skill,
        more.a_criterion(
            initiative=judged.id, gate=gate.id, measured=Decimal(512), measured_at=Period("2026-08")
        ),
        more.a_criterion(
            initiative=judged.id, kind=CriterionKind.KILL, threshold=None, verdict=Verdict.MET,
            measured_at=Period("2026-09"), text=Wording("Ingen virkning", "No effect"),
        ),
        more.a_criterion(initiative=judged.id, kind=CriterionKind.SCALE),
        more.a_requirement(
            skill=skill.id, initiative=judged.id, criticality=Criticality.CRITICAL,
            needed_from=Period("2026-10"),
        ),
        more.a_decision(
            initiative=closed.id, gate=held.id, kind=DecisionKind.CLOSE, rationale="For få.",
        ),
    ]  # fmt: skip


def _coded(now: Situation, code: str) -> Initiative:
    return next(one for one in now.initiatives if one.code == code)


def _one_pager(now: Situation, language: str) -> Made:
    tr, mission = translator(language), now.missions[0]
    return one_pager(now, mission, tr, public=False), trajectory_plot(now, mission.id, tr)


def _half_year(now: Situation, language: str, alone: bool = False) -> Made:
    tr, mission = translator(language), now.missions[0] if alone else None
    missions = [mission] if mission is not None else list(in_order(now))
    return half_year_report(now, PERIOD, tr, False, mission), report_plots(now, missions, tr)


def _review(now: Situation, language: str) -> Made:
    tr = translator(language)
    content = portfolio_review(now, tr, public=False)
    plots = {one.key: mission_plots(now, one.key, tr) for one in content.gaps}
    return content, ReportPlots(missions=plots)


def _decisions(now: Situation, language: str) -> Made:
    tr = translator(language)
    decided = DecisionLine(
        "1. november 2026", "Missionsrådet (eksempel)", "M1", "Forsøget opskaleres.",
        "Kriterierne er nået.", "Beskæftigelsesminister, 1. juni 2027", "2026-0001",
    )  # fmt: skip
    return decisions_told(now, [decided, *decisions_of(now, tr)], tr, public=False), None


def _risks(now: Situation, language: str) -> Made:
    risks = (
        RiskLine("M1", "Få virksomheder → få praktikpladser → målet nås ikke", 2, 3),
        RiskLine("M2", "Tallet forsinkes → ingen ved, om vi er på vej", 4, 5, "Ny kilde", "Kontor",
                 "1. december 2026"),
        RiskLine("M2", "Ikke vurderet endnu"),
    )  # fmt: skip
    return risks_told(now, risks, translator(language), public=False), None


MAKERS: dict[str, Callable[[Situation, str], Made]] = {
    "one-pager": _one_pager,
    "annex": lambda now, lang: (
        commitment_annex(now, now.missions[0], translator(lang), public=False),
        None,
    ),
    "half-year": _half_year,
    "half-year of one": lambda now, lang: _half_year(now, lang, alone=True),
    "letters": lambda now, lang: (letter_register(now, translator(lang), False), None),
    "commitments": lambda now, lang: (commitment_register(now, translator(lang), False), None),
    "decisions": _decisions,
    "risks": _risks,
    "review": _review,
    "memo": lambda now, lang: (gate_memo(now, _coded(now, "I13"), translator(lang)), None),
    "closing": lambda now, lang: (closing_note(now, _coded(now, "I15"), translator(lang)), None),
    "stop list": lambda now, lang: (stop_list(now, translator(lang), False), None),
    "mission closing": lambda now, lang: (
        mission_closing_note(now, now.missions[1], translator(lang)),
        None,
    ),
}
KINDS = tuple(MAKERS)

_PRINTERS: dict[str, Callable[..., PrintedDocument]] = {
    "one-pager": print_one_pager,
    "annex": print_annex,
    "half-year": print_half_year,
    "half-year of one": print_half_year,
    "review": print_portfolio_review,
    "memo": print_gate_memo,
    "closing": print_closing_note,
    "mission closing": print_closing_note,
}


def made(kind: str, now: Situation, language: str = "da") -> Made:
    """Content and charts of a document."""
    return MAKERS[kind](now, language)


def printed(kind: str, content: Any, plots: Any) -> PrintedDocument:
    """The document on paper."""
    maker = _PRINTERS.get(kind, print_register)
    return maker(content, plots) if kind in _CHARTED else maker(content)


_CHARTED = ("one-pager", "half-year", "half-year of one", "review")
