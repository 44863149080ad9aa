# SPDX-License-Identifier: Apache-2.0
"""A government with everything a report can say, and reports composed from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from missiondesk.documents.metric_sheet import print_metric_sheet
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.quarterly import print_quarterly
from missiondesk.documents.stocktake import print_stocktake
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.entities import Entity
from missiondesk.domain.letter import Classification
from missiondesk.domain.metric import IndicatorKind, ObservationStatus
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import Mission, Publication
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake, StocktakeState
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.metric_sheet import metric_sheet
from missiondesk.services.open_data import open_data
from missiondesk.services.plotting import trajectory_plot
from missiondesk.services.publication import published
from missiondesk.services.quarterly_report import quarterly_report, reported
from missiondesk.services.report_plots import report_plots
from missiondesk.services.stocktake_pack import missions_of, stocktake_pack, with_cutoff
from tests import builders as make

TODAY = date(2026, 11, 2)
QUARTER = Period("2026-Q3")
KINDS = ("sheet", "public sheet", "stocktake", "stocktake of all", "quarterly")


def situation_of(records: Iterable[Entity], today: date = TODAY) -> Situation:
    """The records as a situation."""
    found: defaultdict[type[Entity], list[Entity]] = defaultdict(list)
    for record in records:
        found[type(record)].append(record)
    return Situation({kind: tuple(rows) for kind, rows in found.items()}, today)


def full_situation(missions: int = 3) -> Situation:
    """Missions with all that hangs on one, and stocktakes of each and of all."""
    office = make.an_office()
    person = make.a_person()
    records: list[Entity] = [
        make.a_secretariat(classification=Classification.RESTRICTED),
        office,
        person,
        make.an_appointment(office=office.id, person=person.id),
        make.a_stocktake(
            number=1,
            held=Period("2026-08-20"),
            state=StocktakeState.HELD,
            decisions_taken=Wording("Data skal skaffes.", "Data must be found."),
        ),
        make.a_stocktake(number=2),
    ]
    for number in range(1, missions + 1):
        records += _mission(number, office.id)
    return situation_of(records)


def _mission(number: int, office: str) -> list[Entity]:
    mission = make.a_mission(code=f"M{number}", accountable_office=office)
    metric = make.a_metric(mission=mission.id, baseline_period=Period("2018"))
    part = make.a_metric(
        mission=mission.id, key=False, part_of=metric.id, part_name=Wording("Kvinder", "Women")
    )
    other = make.a_metric(
        mission=mission.id, key=False, indicator=IndicatorKind.DEPLOYMENT, dead_band=Decimal(500)
    )
    of = {"mission": mission.id}
    figures: list[Entity] = [
        make.an_observation(
            metric=metric.id,
            period=Period(str(2018 + at)),
            value=Decimal(43000 - 700 * at),
            published=Period(f"{2019 + at}-08-20"),
        )
        for at in range(8)
    ]
    figures[3] = replace(
        figures[3],  # type: ignore[type-var]
        former_value=Decimal(41000),
        reason="revideret af Danmarks Statistik",
        status=ObservationStatus.REVISED,
    )
    return [
        mission, metric, part, other, *figures,
        make.an_observation(metric=part.id, period=Period("2024"), value=Decimal(20000)),
        make.an_observation(metric=part.id),
        make.an_observation(metric=other.id, period=Period("2024"), value=Decimal(40700)),
        make.an_observation(metric=other.id),
        make.a_trajectory_point(metric=metric.id, period=Period("2027"), value=Decimal(36000)),
        make.a_metric_change(metric=metric.id, former='{"target_value":"30000"}'),
        make.an_assessment(period=Period("2026-06-30"), **of),
        make.an_assessment(next_step="Aftal næste skridt", **of),
        make.an_initiative(
            code=f"I{number}1", contribution_low=Decimal(-4000), contribution_high=Decimal(-1000),
            **of,
        ),
        make.an_initiative(code=f"I{number}2", contribution=None, **of),
        make.a_milestone(office=office, **of),
        make.a_milestone(due=Period("2026-09-01"), status=MilestoneStatus.MET, **of),
        make.a_milestone(
            due=Period("2027-02"), original_due=Period("2026-10"), status=MilestoneStatus.MOVED,
            publication=Publication.INTERNAL, **of,
        ),
        make.a_commitment(lead_office=office, evidence="17 af 30", **of),
        make.a_commitment(number=2, status=CommitmentStatus.MET, status_date=Period("2026-09"),
                          **of),
        make.a_learning_entry(publication=Publication.PUBLIC, **of),
        make.a_learning_entry(period=Period("2026-10"), **of),
        make.a_stocktake(
            number=1, held=Period("2026-07-01"), state=StocktakeState.HELD,
            decisions_taken=Wording("Forsøget fortsætter.", "The pilot goes on."), **of,
        ),
        make.a_stocktake(number=2, **of),
    ]  # fmt: skip


def report_of(kind: str, now: Situation, language: str = "da") -> tuple[Any, Any]:
    """Content and charts of a report of ``kind`` on the first mission, or on all."""
    tr = translator(language)
    if kind in ("sheet", "public sheet"):
        public = kind == "public sheet"
        now = published(now) if public else now
        mission = now.missions[0] if now.missions else Mission("")
        return metric_sheet(now, mission, tr, public), trajectory_plot(now, mission.id, tr)
    if kind == "quarterly":
        public_now = published(now)
        files = open_data(public_now, tr)
        plots = report_plots(public_now, reported(public_now), tr)
        return quarterly_report(public_now, QUARTER, tr, files), plots
    owner = "" if kind == "stocktake of all" else now.missions[0].id
    found = now.stocktakes_of(owner)
    stocktake = found[-1] if found else Stocktake("")
    shown = with_cutoff(now, stocktake)
    missions = missions_of(shown, stocktake)
    return stocktake_pack(shown, stocktake, tr), report_plots(shown, missions, tr)


def printed(kind: str, content: Any, plots: Any) -> PrintedDocument:
    """The report on paper."""
    if kind in ("sheet", "public sheet"):
        return print_metric_sheet(content, plots)
    return print_quarterly(content, plots) if kind == "quarterly" else print_stocktake(
        content, plots
    )  # fmt: skip
