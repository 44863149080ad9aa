# SPDX-License-Identifier: Apache-2.0
"""What the document set says: from the data on record, and in public nothing that is internal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from missiondesk.documents.portfolio import print_closing_note, print_gate_memo
from missiondesk.domain import identity
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.initiative import Money, Stage
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import Publication
from missiondesk.domain.period import Period, add_days
from missiondesk.domain.refused import Refused
from missiondesk.domain.register_content import RiskLine
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.closing_note import closing_note, mission_closing_note
from missiondesk.services.commitment_annex import commitment_annex, status_words
from missiondesk.services.decision_register import decision_register
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import DOCUMENT_KINDS, KIND_NAMES, kind_named
from missiondesk.services.document_kinds import Needs, ordered
from missiondesk.services.gate_memo import decision_near, gate_memo
from missiondesk.services.half_year_report import half_year_report, last_half_year
from missiondesk.services.letter_counts import how_letters_stand
from missiondesk.services.one_pager import one_pager
from missiondesk.services.past import on_the_eve
from missiondesk.services.portfolio_review import portfolio_review
from missiondesk.services.publication import published
from missiondesk.services.quarterly_report import quarterly_report
from missiondesk.services.registers import commitment_register, letter_register
from missiondesk.services.report_facts import MissionFacts
from missiondesk.services.risk_register import risks_told
from missiondesk.services.stop_list_document import stop_list
from tests import builders as make
from tests.documents.document_set_of import PERIOD, whole_situation
from tests.documents.inspection import page_texts
from tests.documents.reports_of import situation_of
from tests.sample import a_sample
from tests.services.test_roadmap import CANARY, with_canaries

DA, EN = translator("da"), translator("en")


@pytest.fixture(scope="module")
def shared() -> Iterator[Desk]:
    """One sample for all that only read it."""
    opened = a_sample()
    yield opened
    opened.close(discard=True)


# ---- the table of kinds


def test_every_kind_has_its_own_name_and_a_danish_title() -> None:
    assert len(set(KIND_NAMES)) == len(KIND_NAMES)
    for kind in DOCUMENT_KINDS:
        assert kind_named(kind.name) is kind
        assert DA.say(kind.title) != kind.title or kind.title.startswith("RACI")


def test_each_kind_is_prepared_of_what_it_is_about(shared: Desk) -> None:
    for kind in DOCUMENT_KINDS:
        choices = shared.printing.choices(kind.name, "da")
        if kind.needs is Needs.NOTHING:
            assert choices[0] == ("", "")
        for key, name in choices[:1]:
            job = shared.printing.prepare(kind.name, "da", subject=key)
            assert job.title
            assert job.name.endswith(".pdf")
            assert name or not key


def test_what_is_not_public_is_not_prepared_in_public(shared: Desk) -> None:
    internal = shared.missions.with_code("M4")
    assert internal is not None
    with pytest.raises(Refused, match="not public"):
        shared.printing.prepare("one-pagers", "da", public=True, subject=internal.id)
    with pytest.raises(Refused, match="no public version"):
        shared.printing.prepare("gate-memos", "da", public=True)
    with pytest.raises(Refused, match="not there"):
        shared.printing.prepare("annexes", "da", subject="gone")
    with pytest.raises(KeyError):
        shared.printing.prepare("ode", "da")


def test_a_report_is_about_the_period_that_is_asked_for(shared: Desk) -> None:
    printing = shared.printing
    assert printing.prepare("half-year", "en").name == "half-year-report-2026-H1-en.pdf"
    asked = printing.prepare("half-year", "en", period=Period("2025-H2"))
    assert asked.name == "half-year-report-2025-H2-en.pdf"
    (quarter,) = printing.plan("quarterly", "en", period=Period("2026-Q1")).jobs
    assert quarter.name == "quarterly-report-2026-Q1-en.pdf"
    for kind, words in (("half-year", "no half-year"), ("roadmap", "does not report")):
        with pytest.raises(Refused, match=words):
            printing.plan(kind, "en", period=Period("2026-Q1"))
    later = {"half-year": "2031-H2", "quarterly": "2031-Q1", "all": "2031-H2"}
    for kind, period in later.items():
        with pytest.raises(Refused, match="has not begun"):
            printing.plan(kind, "en", period=Period(period))


def test_only_near_decisions_and_closed_initiatives_have_notes(shared: Desk) -> None:
    memos = {job.name for job in shared.printing.plan("gate-memos", "en").jobs}
    assert "gate-memo-M4-2-en.pdf" in memos  # overdue
    assert "gate-memo-M1-2-en.pdf" not in memos  # due in eleven months
    closed = [job.name for job in shared.printing.plan("closing-notes", "en").jobs]
    assert closed == ["closing-note-M1-4-en.pdf", "closing-note-M5-5-en.pdf"]
    assert shared.printing.plan("mission-closing-notes", "en").jobs == ()


# ---- nothing internal is public


def test_nothing_internal_is_in_what_is_public(sample: Desk) -> None:
    with_canaries(sample)
    for stocktake in sample.situation.all(Stocktake):
        sample.stocktakes.revise(replace(stocktake, decisions_taken=Wording(CANARY, CANARY)))
    for entry in sample.situation.learning_of(sample.missions.all()[0].id):
        if entry.publication is Publication.INTERNAL:
            sample.learning.revise(replace(entry, saw=Wording(CANARY, CANARY)))
    for promise in sample.situation.commitments:
        sample.commitments.revise(replace(promise, evidence=CANARY))
    now, public = sample.situation, published(sample.situation)
    for tr in (DA, EN):
        told = [letter_register(public, tr, True), commitment_register(public, tr, True),
                decision_register(public, tr, True), portfolio_review(public, tr, True),
                half_year_report(public, PERIOD, tr, True)]  # fmt: skip
        for mission in public.missions:
            told += [one_pager(public, mission, tr, True),
                     commitment_annex(public, mission, tr, True),
                     mission_closing_note(public, mission, tr, True),
                     half_year_report(public, PERIOD, tr, True, mission)]  # fmt: skip
        told += [closing_note(public, one, tr, True) for one in public.initiatives]
        assert CANARY not in repr(told)
        assert all(one.head.classification == tr.say("May be published") for one in told)
    assert CANARY in repr(commitment_register(now, DA, False))
    assert CANARY in repr(portfolio_review(now, DA, False))
    for name in ("one-pagers", "half-year", "portfolio-review", "commitment-register"):
        order = ordered(sample.session, "da", public=True)
        for job in list(kind_named(name).planned(order))[:1]:
            assert "offentlig" in job.name
            assert CANARY not in "".join(page_texts(job.make().data))


# ---- what each says


def test_the_one_pager_says_what_a_leader_asks(shared: Desk) -> None:
    mission = shared.missions.with_code("M1")
    assert mission is not None
    page = one_pager(shared.situation, mission, EN, public=False)
    assert page.head.mark == "EXAMPLE"
    assert page.milestones[0] == "December 2026: Agreement with the first 30 municipalities"
    assert page.milestones[1].endswith("(Moved)")
    assert page.who[0] == ("Accountable", "Minister for Employment, Carla Eksempel")
    assert page.initiatives[0].stage == "Pilot (1)"
    assert page.money[-1] == ("In all", "DKK\u00a0727.0\u00a0million")
    assert page.next_update == "Next stocktake: 20 November 2026."


def test_money_long_past_and_far_ahead_stands_together() -> None:
    mission = make.a_mission()
    frame = tuple(Money(year, 10**9) for year in range(2015, 2045))
    now = situation_of(
        (make.a_secretariat(), mission, make.an_initiative(mission=mission.id, frame=frame))
    )
    money = one_pager(now, mission, DA, public=False).money
    assert [label for label, _ in money] == [
        "til 2025", "2026", "2027", "2028", "2029", "2030", "2031", "fra 2032", "I alt",
    ]  # fmt: skip
    assert money[0][1] == "110,0\u00a0mio.\u00a0kr."


def test_the_annex_holds_every_commitment_in_full(shared: Desk) -> None:
    mission = shared.missions.with_code("M1")
    assert mission is not None
    annex = commitment_annex(shared.situation, mission, DA, public=False)
    made = shared.situation.commitments_of(mission.id)
    assert [row[0] for row in annex.commitments.rows] == [str(one.number) for one in made]
    for one, row in zip(made, annex.commitments.rows, strict=True):
        assert one.text.da in row[1] and one.measure.da in row[1]
    assert "2026-001 (Beskæftigelsesminister) 22. juni 2026" in annex.lead
    assert annex.shared.rows[0] == ("Beskæftigelsesminister", "1, 2", "3, 4, 5")


def test_a_short_status_is_broken_no_more_than_the_date_below_it(shared: Desk) -> None:
    """“In” stood above “progress” in a narrow column; a long status may take two lines."""
    one = next(it for it in shared.commitments.all() if it.status_date)
    said = {
        status: status_words(replace(one, status=status), EN).split("\n")[0]
        for status in CommitmentStatus
    }
    assert " " not in said[CommitmentStatus.IN_PROGRESS]
    assert " " in said[CommitmentStatus.MET_MODIFIED]


def test_an_annex_without_a_signed_letter_is_a_draft() -> None:
    mission = make.a_mission()
    now = situation_of(
        (make.a_secretariat(), mission, make.a_commitment(mission=mission.id, due=None))
    )
    annex = commitment_annex(now, mission, DA, public=False)
    assert annex.head.mark == "UDKAST"
    assert annex.commitments.rows[0][2:4] == ("endnu uden dato", "ingen ansvarlig endnu")


def test_the_half_year_tells_milestones_met_missed_and_moved() -> None:
    mission = make.a_mission()
    of = {"mission": mission.id}
    now = situation_of(
        (
            make.a_secretariat(),
            mission,
            make.a_milestone(title=Wording("Nået", "Met"), due=Period("2026-08"),
                             status=MilestoneStatus.MET, **of),
            make.a_milestone(title=Wording("Ikke nået", "Missed"), due=Period("2026-09"),
                             status=MilestoneStatus.MISSED, **of),
            make.a_milestone(title=Wording("Flyttet", "Moved"), due=Period("2027-03"),
                             original_due=Period("2026-10"), **of),
            make.a_milestone(title=Wording("Senere", "Later"), due=Period("2028"), **of),
            make.a_commitment(status=CommitmentStatus.MET, status_date=Period("2026-08"), **of),
            make.a_commitment(number=2, due=Period("2026-09"), **of),
            make.a_commitment(number=3, due=Period("2028"), **of),
        )
    )  # fmt: skip
    report = half_year_report(now, PERIOD, EN, public=False)
    (told,) = report.missions
    assert report.opening[1] == (
        "In H2 2026: 3 milestones, of which 1 met, 1 moved and 1 not met. "
        "1 commitment changed its status."
    )
    assert [row[1:] for row in told.milestones.rows] == [
        ("Met", "✓\u00a0Met"),
        ("Missed", "■\u00a0Missed"),
        ("Moved", "→\u00a0Moved, now due March 2027"),
    ]
    assert [row[0] for row in told.changes.rows] == ["1"]
    assert [row[:3] for row in told.asked.rows] == [
        ("September 2026, overdue", "Conclude an agreement with Local Government.", "Commitment"),
        ("March 2027", "Moved", "Milestone"),
    ]
    assert report.commitments.rows[0][1:] == ("2", "0", "1", "0", "0", "1", "3")
    assert report.head.mark == "DRAFT"
    assert report.head.subtitle.startswith("the half-year is not over · ")
    quarter = Period.of(now.today, "quarter")
    assert "the quarter is not over" in quarterly_report(now, quarter, EN).head.subtitle
    before = Period.of(add_days(quarter.first, -1), "quarter")
    assert "not over" not in quarterly_report(now, before, EN).head.subtitle


def test_the_half_year_is_held_against_its_beginning(desk: Desk) -> None:
    with identity.fixed(datetime(2026, 5, 20, 12, tzinfo=UTC)):
        mission = desk.missions.add(Wording("Mission"))
        promise = desk.commitments.add(make.a_commitment(mission=mission.id))
        desk.commitments.add(make.a_commitment(mission=mission.id, number=2))
    with identity.fixed(datetime(2026, 8, 20, 12, tzinfo=UTC)):
        desk.commitments.revise(replace(promise, status=CommitmentStatus.IN_PROGRESS))
    with identity.fixed(datetime(2027, 1, 20, 12, tzinfo=UTC)):
        store, now = desk.session.store, desk.situation
        then = on_the_eve(store, now, PERIOD.first)
        assert then is not None
        assert on_the_eve(store, now, date(2026, 5, 20)) is None
        (told,) = half_year_report(now, PERIOD, EN, False, mission, then).missions
        assert told.commitments == (
            "2 commitments. Open: 1; In progress: 1. "
            "As the half-year began: 2 commitments. Open: 2."
        )
        assert [row[3] for row in told.changes.rows] == [
            "◑\u00a0In\u00a0progress\n20\u00a0August\u00a02026\nbefore: Open"
        ]
        job = desk.printing.prepare("half-year", "en", subject=mission.id)
        assert job.name.endswith("2026-H2-en.pdf")


def test_the_half_year_of_one_is_from_its_minister_to_the_leadership(shared: Desk) -> None:
    mission = shared.missions.with_code("M1")
    assert mission is not None
    now = shared.situation
    assert last_half_year(now) == Period("2026-H1")
    report = half_year_report(now, Period("2026-H1"), EN, False, mission)
    assert report.single
    assert report.head.subtitle.startswith(
        "from Minister for Employment to Prime Minister's Office"
    )


def test_registers_hold_everything_in_order(shared: Desk) -> None:
    now = shared.situation
    letters = letter_register(now, EN, public=False)
    numbers = sorted(one.number for one in now.letters if one.number)
    assert numbers
    without = ["–"] * (len(now.letters) - len(numbers))
    assert [row[0] for row in letters.rows.rows] == [*numbers, *without]
    assert letters.finding == how_letters_stand(now.letters, EN)
    commitments = commitment_register(now, DA, public=False)
    assert len(commitments.rows.rows) == len(now.commitments)
    assert [row[0] for row in commitments.rows.rows] == sorted(
        row[0] for row in commitments.rows.rows
    )
    public = letter_register(published(now), EN, public=True)
    shown = [row[0] for row in public.rows.rows]
    assert "–" not in shown
    assert set(shown) == {one.number for one in published(now).letters}


def test_decisions_come_from_stocktakes_and_from_changes_of_metrics() -> None:
    told = decision_register(whole_situation(), DA, public=False)
    texts = [row[2] for row in told.rows.rows]
    assert any("Data skal skaffes." in text for text in texts)
    assert any(text.startswith("Ændrede målemetoden: mål\nFør: 30.000") for text in texts)
    dates = [row[0].replace("\u00a0", " ") for row in told.rows.rows]
    assert dates.index("20. august 2026\nStatusmøde 1") < dates.index("1. juli 2026\nStatusmøde 1")


def test_risks_stand_by_weight_and_those_not_judged_last() -> None:
    now = situation_of((make.a_secretariat(),))
    risks = (RiskLine("a", "lille", 1, 2), RiskLine("b", "ukendt"), RiskLine("c", "stor", 5, 4))
    told = risks_told(now, risks, DA, public=False)
    assert [(row[0], row[2].replace("\u00a0", " ")) for row in told.rows.rows] == [
        ("c", "20 (5 × 4)"), ("a", "2 (1 × 2)"), ("b", "ikke vurderet"),
    ]  # fmt: skip
    assert told.finding == ("3 risici er registreret. 1 vejer 15 eller mere. 1 er ikke vurderet.")


def test_the_review_names_what_wants_a_decision() -> None:
    review = portfolio_review(whole_situation(), EN, public=False)
    told = {(row[0].split()[0], row[3]) for row in review.attention.rows}
    assert told == {("I13", "P2"), ("I13", "P3"), ("I13", "P4"), ("I99", "P9")}
    assert [row[0].split()[0] for row in review.closed.rows] == ["I14", "I15"]
    assert review.gates.rows[0][0::3] == ("June 2026", "overdue")
    by_stage = {rows.title: len(rows.rows) for rows in review.initiatives}
    assert by_stage == {"Pilot (6)": 6}
    assert review.money.rows[-1][-1] == "288.0"


def test_a_portfolio_that_closes_and_tries_nothing_is_told_so() -> None:
    mission = make.a_mission()
    now = situation_of(
        (make.a_secretariat(), mission,
         make.an_initiative(mission=mission.id, stage=Stage.SCALE, frame=()))
    )  # fmt: skip
    warnings = portfolio_review(now, EN, public=False).warnings
    assert warnings == (
        "Nothing is being tried: no initiative is an idea or a pilot.",
        "Nothing has been closed within twelve months.",
    )


def test_the_memo_is_signed_by_the_chair_of_the_body_that_decides(sample: Desk) -> None:
    now = sample.situation
    signed = {
        one.code: gate_memo(now, one, EN).signing
        for one in now.initiatives
        if one.code in ("M1.1", "M4.1", "M4.2")
    }
    first, second = signed["M4.1"]
    assert first.title == "Prime Minister, chair of Coordination committee (example)"
    assert (first.name, second.title) == ("Anna Eksempel", "Minister for Employment")
    # The minister who chairs signs once; where no body decides the minister does.
    assert [one.name for one in signed["M1.1"]] == ["Carla Eksempel"]
    assert [one.title for one in signed["M4.2"]] == ["Minister for Employment"]


def test_the_memo_says_all_that_is_known_and_what_is_not() -> None:
    now = whole_situation()
    zombie = next(one for one in now.initiatives if one.code == "I13")
    memo = gate_memo(now, zombie, EN)
    assert memo.finding == "The decision was due in June 2026: it is 125 days late."
    form = page_texts(print_gate_memo(memo).data)[-1]
    assert "Decided" in form and "Method" not in form[form.index("Recommendation, tick one") :]
    assert [part.title for part in memo.parts] == [
        "Hypothesis", "Riskiest assumption", "What would make us scale", "What would make us stop",
    ]  # fmt: skip
    assert memo.parts[1].text == "" and memo.parts[1].empty == "Nothing has been recorded."
    assert len(memo.learning.rows) == 1
    assert [choice.word for choice in memo.choices] == [
        "Pass", "Pass on conditions", "Recycle", "Hold", "Stop",
    ]  # fmt: skip
    assert memo.signing[0].name == "Eksempel Åsen"
    assert memo.asked == (
        "Whether I13 goes from Pilot to Scale.",
        (
            "The stop criterion “No effect” is met: going on takes a reason and the name of who "
            "decides."
        ),
        "The gate to scale is blocked until all critical skills are covered.",
    )
    lights = dict(memo.lights.rows)
    assert plain(lights["Cost"]) == "■ Red: DKK 12.0 million or 12% more than decided."
    assert plain(lights["Schedule"]) == "● Yellow: 3 whole months later than decided."
    assert "not shown as green while a decision is overdue (P2)" in lights["Shown as"]
    assert lights["What follows"] == "New plan, since September 2026"
    assert [(plain(row[2]), plain(row[5])) for row in memo.criteria.rows] == [
        ("at least 500 unge", "✓ Criterion met"), ("", "■ Criterion met"),
        ("at least 500 unge", "○ not known"),
    ]  # fmt: skip
    assert [plain(row[4]) for row in memo.skills.rows] == ["■ not covered"]


def plain(text: str) -> str:
    """The text with usual blanks."""
    return text.replace("\u00a0", " ")


def test_the_closing_note_and_the_stop_list_say_what_was_recorded() -> None:
    now = whole_situation()
    told = next(one for one in now.initiatives if one.code == "I15")
    note = closing_note(now, told, EN)
    assert [(part.title, part.text) for part in note.parts[1:]] == [
        ("Why it ends", "Too few began."), ("What was learned", "Ask the municipalities first."),
    ]  # fmt: skip
    assert [part.text for part in note.after] == [
        "Flytter til I1.", "Får et andet tilbud.", "Tilbage til reserven.",
    ]  # fmt: skip
    assert note.freed.rows[-1] == ("Work years", "2.5")
    assert note.gates.rows == (("September 2026", "Pilot → Scale", "Stopped", "For få."),)
    told_list = stop_list(now, EN, public=False)
    assert told_list.finding.startswith("2 initiatives have been closed, 2 within twelve months.")
    assert plain(told_list.counts.rows[-1][1]) == "DKK 18.0 million"
    assert tuple(map(plain, told_list.rows.rows[0][2:])) == (
        "Too few began.", "Ask the municipalities first.", "DKK 18.0 million", "2.5",
    )  # fmt: skip
    assert told_list.rows.rows[1][2] == "not recorded"


def test_the_closing_note_invents_nothing() -> None:
    now = whole_situation()
    closed = next(one for one in now.initiatives if one.code == "I14")
    note = closing_note(now, closed, DA)
    assert note.finding == "Initiativet blev lukket i september 2026."
    by_hand = [part for part in (*note.parts, *note.after) if part.lines]
    assert [part.text for part in by_hand] == [""] * 5
    assert all(part.empty == "Ikke registreret: udfyldes i hånden." for part in by_hand)
    # What is not published is not called unrecorded, and nobody fills it in by hand.
    public = closing_note(now, closed, DA, public=True)
    assert all(part.text for part in (*public.parts, *public.after))
    assert print_closing_note(public).pages == 1
    assert note.head.mark == ""
    live = next(one for one in now.initiatives if one.code == "I13")
    assert closing_note(now, live, DA).head.mark == "UDKAST"
    over = mission_closing_note(now, now.missions[1], DA)
    assert ("Status", "Opnået") in over.facts.rows
    assert over.finding == MissionFacts(now, now.missions[1], DA).finding


def test_a_decision_is_near_or_not_at_the_end_of_the_calendar_too() -> None:
    one = make.an_initiative(gate_due=Period("9999"))
    assert decision_near(Situation({}, date(9999, 12, 31)), one)
    assert not decision_near(Situation({}, date(2026, 11, 2)), one)
