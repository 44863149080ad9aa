# SPDX-License-Identifier: Apache-2.0
"""What the reports say: from the data that they are to show, public ones from public data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from missiondesk.documents.stocktake import print_stocktake
from missiondesk.domain.assessment import Confidence
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.initiative import Stage
from missiondesk.domain.message import Message
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import MissionState, Publication
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.metric_sheet import metric_sheet
from missiondesk.services.open_data import open_data
from missiondesk.services.publication import published
from missiondesk.services.quarterly_report import last_quarter, quarterly_report, reported
from missiondesk.services.report_facts import MissionFacts
from missiondesk.services.report_plots import report_plots
from missiondesk.services.report_rows import contribution_rows, in_unit
from missiondesk.services.stocktake_pack import missions_of, stocktake_pack
from tests import builders as make
from tests.documents.reports_of import full_situation, situation_of
from tests.services.test_roadmap import CANARY, with_canaries

DA, EN = translator("da"), translator("en")


def facts_of(now: Situation, number: int = 0) -> MissionFacts:
    return MissionFacts(now, now.missions[number], DA)


def only(**fields: object) -> Situation:
    """One mission with a metric whose fields are given."""
    mission = make.a_mission()
    metric = make.a_metric(mission=mission.id, **fields)
    return situation_of((make.a_secretariat(), mission, metric, make.an_observation(
        metric=metric.id)))  # fmt: skip


# ---- the metric sheet


def test_the_sheet_names_what_each_figure_is() -> None:
    now = full_situation(1)
    sheet = metric_sheet(now, now.missions[0], DA, public=False)
    measured = {row[0]: row[1] for row in sheet.measured.rows}
    assert measured["Udgangspunkt"] == "43.000\u00a0personer (2018)"
    assert measured["Delmål"] == "36.000\u00a0personer (2027)"
    assert measured["Tabel"] == "EKS01"
    newest = sheet.figures.rows[0]
    assert newest[:2] == ("2025", "38.100")
    corrected = next(row for row in sheet.figures.rows if row[0] == "2021")
    assert corrected[5] == "var 41.000\u00a0personer: revideret af Danmarks Statistik"
    assert sheet.changes.rows[0][2] == "30.000\u00a0personer (2030)"
    assert sheet.forecast.rows[-1][0] == "2030"
    assert "growth-ratio" not in sheet.lenses.rows[0][0]
    said = "Grundlag: udgangspunkt 43.000 (2018); seneste tal 38.100 (2025); mål 25.000 (2030);"
    assert sheet.lenses.note.startswith(f"{said} retning: lavere er bedre.")


def test_a_long_series_is_shown_from_its_newest_end() -> None:
    mission = make.a_mission()
    metric = make.a_metric(mission=mission.id)
    seen = [make.an_observation(metric=metric.id, period=Period(f"{1970 + at}"))
            for at in range(50)]  # fmt: skip
    figures = metric_sheet(
        situation_of((make.a_secretariat(), mission, metric, *seen)), mission, DA, public=False
    ).figures
    assert (len(figures.rows), figures.rows[0][0]) == (40, "2019")
    assert figures.note.startswith("10 ældre tal")


def test_a_changed_metric_whose_former_values_are_unreadable_says_only_what_changed() -> None:
    mission = make.a_mission()
    metric = make.a_metric(mission=mission.id)
    for former in ("", "{", "[]", '{"target_value":"x"}', '{"target_value":[]}'):
        change = make.a_metric_change(metric=metric.id, former=former)
        now = situation_of((make.a_secretariat(), mission, metric, change))
        row = metric_sheet(now, mission, DA, public=False).changes.rows[0]
        assert (row[1], row[2]) == ("mål", "")


def test_the_public_sheet_holds_no_judgement_of_people() -> None:
    now = published(full_situation(1))
    sheet = metric_sheet(now, now.missions[0], DA, public=True)
    assert sheet.standing.confidence is None
    assert "Tallene følger stien" not in repr(sheet)
    assert sheet.changes.rows[0][5] == ""
    assert sheet.head.classification == "Må offentliggøres"


def test_a_sheet_that_is_not_public_is_refused(sample: Desk) -> None:
    mission = sample.missions.with_code("M4")
    assert mission is not None
    with pytest.raises(Refused):
        sample.printing.prepare_metric_sheet(mission.id, "da", public=True)
    assert sample.printing.prepare_metric_sheet(mission.id, "da").make().pages >= 1


@pytest.mark.parametrize(
    ("change", "decimals", "said"),
    [
        ("-4", 1, "−4,0\u00a0indekspoint"),
        ("-1.5", 1, "−1,5\u00a0indekspoint"),
        ("0.25", 1, "+0,25\u00a0indekspoint"),
        ("9000", 0, "+9.000\u00a0indekspoint"),
    ],
)
def test_changes_below_each_other_have_the_metrics_decimals_or_more(
    change: str, decimals: int, said: str
) -> None:
    metric = make.a_metric(unit=Wording("indekspoint", "index points"), decimals=decimals)
    assert in_unit(metric, Decimal(change), translator("da")) == said
    assert in_unit(metric, None, translator("da")) == ""


def test_two_scales_that_part_are_said_to() -> None:
    now = full_situation(1)
    mission = now.missions[0]
    for narrative, words in (("Fordi.", "begrundelsen"), ("", "ingen har begrundet")):
        judged = make.an_assessment(
            mission=mission.id, confidence=Confidence.ON_TRACK, narrative=narrative,
            period=Period("2026-11-03"),
        )  # fmt: skip
        records = [one for kind in now.kinds for one in now.all(kind)]
        again = situation_of([*records, judged])
        assert words in facts_of(again).standing().divergence


# ---- the stocktake


def test_a_stocktake_shows_what_was_known_at_its_cut_off(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    taken = sample.stocktakes.plan(mission.id, Period("2026-10-20"), Period("2026-10-15"))
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    late = make.an_observation(
        id="", period=Period("2024"), value=Decimal("6.0"), published=Period("2026-10-16")
    )
    sample.metrics.record(metric.id, [*sample.metrics.observations(metric.id), late])
    content = stocktake_pack(sample.stocktakes.seen(taken.id), taken, DA)
    assert content.head.data_date == "15. oktober 2026"
    assert "6,6" in content.finding and "2024" not in repr(content.missions[0].chart)
    assert content.head.mark == "EKSEMPEL"
    assert sample.printing.prepare_stocktake(taken.id, "da").name == "statusmoede-M1-2-da.pdf"


def test_a_planned_stocktake_of_a_real_government_is_a_draft(desk: Desk) -> None:
    desk.missions.add(Wording("Mission"))
    taken = desk.stocktakes.plan(None)
    draft = stocktake_pack(desk.stocktakes.seen(taken.id), taken, DA)
    assert draft.head.mark == "UDKAST"
    frozen = desk.stocktakes.freeze(taken.id)
    assert stocktake_pack(desk.stocktakes.seen(taken.id), frozen, DA).head.mark == ""


def test_a_pack_without_its_mission_is_still_a_page() -> None:
    now = situation_of((make.a_secretariat(), make.a_stocktake(mission="gone")))
    taken = now.all(Stocktake)[0]
    document = print_stocktake(stocktake_pack(now, taken, DA), report_plots(now, [], DA))
    assert document.pages == 1


def test_a_pack_shows_what_is_due_and_what_was_learned_since() -> None:
    now = full_situation(1)
    taken = now.stocktakes_of(now.missions[0].id)[-1]
    (mission,) = stocktake_pack(now, taken, DA).missions
    assert [row[0] for row in mission.milestones.rows] == [
        "1. september 2026", "februar 2027", "1. kvartal 2027",
    ]  # fmt: skip
    assert mission.milestones.rows[1][4] == "→\u00a0Flyttet, først oktober 2026"
    assert [row[0].split("\n")[0] for row in mission.learning.rows] == [
        "oktober 2026", "august 2026",
    ]  # fmt: skip
    assert (mission.last_held, mission.last_decisions) == (
        "1. juli 2026",
        ("Forsøget fortsætter.",),
    )


def test_a_pack_of_all_leaves_out_what_is_only_an_idea() -> None:
    now = full_situation(2)
    idea = replace(now.missions[1], state=MissionState.IDEA)
    records = [one for kind in now.kinds for one in now.all(kind) if one != now.missions[1]]
    again = situation_of([*records, idea])
    taken = again.stocktakes_of("")[-1]
    assert [one.code for one in missions_of(again, taken)] == ["M1"]


def test_the_initiatives_are_held_against_the_way_that_is_left() -> None:
    now = full_situation(1)
    rows = contribution_rows(facts_of(now))
    assert (
        "−13.100\u00a0personer" in rows.lead and "10.100\u00a0personer er ikke dækket" in rows.lead
    )
    assert "1 initiativ har intet skøn." in rows.lead
    assert rows.rows[0][3] == "−4.000 til −1.000"


def test_a_target_that_is_reached_needs_no_pace(sample: Desk) -> None:
    mission = sample.missions.with_code("M7")
    assert mission is not None
    facts = MissionFacts(sample.situation, mission, DA)
    assert facts.needed == ""
    assert contribution_rows(facts).lead == ""
    assert facts.following == "juni 2025, forsinket"


# ---- the quarterly report


@pytest.mark.parametrize(
    ("today", "quarter"),
    [("2026-10-31", "2026-Q3"), ("2026-09-30", "2026-Q2"), ("2026-01-01", "2025-Q4")],
)
def test_the_last_quarter_is_the_one_that_is_over(today: str, quarter: str) -> None:
    now = situation_of((make.a_secretariat(),), date.fromisoformat(today))
    assert last_quarter(now) == Period(quarter)


def test_only_a_quarter_is_reported_on(sample: Desk) -> None:
    with pytest.raises(Refused):
        sample.printing.prepare_quarterly("da", Period("2026"))
    job = sample.printing.prepare_quarterly("da", Period("2026-Q2"))
    assert job.name == "kvartalsrapport-2026-Q2-da.pdf"
    assert len(job.beside) == 7


def test_the_quarter_s_events_are_told_once_and_in_their_column() -> None:
    mission = make.a_mission()
    of = {"mission": mission.id}
    within, after = Period("2026-08"), Period("2026-11")
    now = situation_of(
        (
            make.a_secretariat(),
            mission,
            make.a_milestone(title=Wording("Nået", "Met"), due=within,
                             status=MilestoneStatus.MET, **of),
            make.a_milestone(title=Wording("Senere", "Later"), due=after, **of),
            make.a_commitment(status=CommitmentStatus.MET, status_date=within,
                              text=Wording("Holdt", "Kept"), **of),
            make.a_commitment(status=CommitmentStatus.MET, status_date=after, number=2,
                              text=Wording("Holdt senere", "Kept later"), **of),
            make.an_initiative(stage=Stage.SCALE, stage_since=within, **of),
            make.an_initiative(stage=Stage.IDEA, stage_since=within,
                               title=Wording("Idé", "Idea"), **of),
        )
    )  # fmt: skip
    (one,) = quarterly_report(published(now), Period("2026-Q3"), EN).missions
    assert one.done == ("Met", "Kept", "One entrance for young people: now scale")
    assert one.doing == ("One entrance for young people (scale)",)
    assert one.coming == ("November 2026: Later",)


def test_a_quarter_without_events_says_so() -> None:
    now = situation_of((make.a_secretariat(), make.a_mission()))
    report = quarterly_report(published(now), Period("2026-Q3"), EN)
    assert "no milestone was due" in report.narrative[1]
    assert report.missions[0].finding == "The mission has no key metric yet."


def test_the_opening_names_a_few_and_counts_the_others() -> None:
    report = quarterly_report(published(full_situation(9)), Period("2026-Q3"), EN)
    assert "(M6) and 3 others." in report.narrative[1]


def test_learning_that_is_not_public_stays_inside() -> None:
    now = full_situation(1)
    report = quarterly_report(published(now), Period("2026-Q4"), EN)
    assert len(report.missions[0].learning) == 1
    assert all(one.publication is Publication.PUBLIC for one in published(now).learning_of(
        now.missions[0].id))  # fmt: skip


def test_nothing_internal_is_in_what_is_public(sample: Desk) -> None:
    with_canaries(sample)
    for stocktake in sample.situation.all(Stocktake):
        sample.stocktakes.revise(replace(stocktake, issues=Wording(CANARY, CANARY)))
    for entry in sample.situation.learning_of(sample.missions.all()[0].id):
        if entry.publication is Publication.INTERNAL:
            sample.learning.revise(replace(entry, saw=Wording(CANARY, CANARY)))
    now, public = sample.situation, published(sample.situation)
    for tr in (DA, EN):
        files = open_data(public, tr)
        assert not [one.name for one in files if CANARY.encode() in one.data]
        assert CANARY not in repr(quarterly_report(public, Period("2026-Q3"), tr, files))
        for mission in public.missions:
            assert CANARY not in repr(metric_sheet(public, mission, tr, public=True))
            assert CANARY not in repr(report_plots(public, reported(public), tr))
    taken = now.all(Stocktake)[0]
    assert CANARY in repr(stocktake_pack(now, taken, DA))


def test_no_sentence_is_left_untold() -> None:
    now = full_situation(1)
    sheet = metric_sheet(now, now.missions[0], EN, public=False)
    assert "Message(" not in repr(sheet)
    assert not isinstance(sheet.forecast.lead, Message)
