# SPDX-License-Identifier: Apache-2.0
"""From agreement to government on the screen: a sheet of agreed clauses, missions, and undo."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformGoal
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.pages import PageName
from missiondesk.ui.talks.mission_plans import PlanForm
from missiondesk.ui.untaken_texts import kept_texts
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.finding_bar import FindingBar
from tests.screens import Screen, settle
from tests.talks_builders import a_party, a_round

Opened = Callable[[Desk], Screen]


@pytest.fixture
def agreed(desk: Desk) -> Desk:
    """Two clauses that the one party at the table accepts."""
    desk.talks.add(a_party(code="A"))
    table = tuple(one.id for one in desk.situation.all(Party))
    desk.talks.add(a_round(parties=table))
    chapter = desk.platform.add_chapter(Wording("Arbejde"))
    for word in ("Flere i arbejde.", "Kortere ventetid."):
        clause = desk.talks.text.add_clause(chapter.id, Wording(word))
        desk.talks.text.accept(clause.id, table)
    return desk


@pytest.fixture
def screen(agreed: Desk, window_on: Opened) -> Screen:
    shown = window_on(agreed)
    shown.window.navigate(PageName.TALKS, "agreement")
    settle()
    return shown


def findings(screen: Screen) -> dict[str, str]:
    """What is said beneath the fields of the form, by field."""
    form = screen.find(PlanForm, "planForm")
    return {
        field.name: " ".join(bar.sentence.text() for bar in field.findChildren(FindingBar))
        for field in form.findChildren(Field)
        if field.findChildren(FindingBar)
    }


def test_missions_are_made_of_what_was_agreed(agreed: Desk, screen: Screen) -> None:
    desk = agreed
    assert screen.heading() == "2 aftalte punkter er endnu ikke mål"
    screen.paste_into("agreementSheet", "Alle i arbejde\nHurtig hjælp", column=1)
    screen.paste_into("agreementSheet", "Andel i arbejde\t%\t62,5\t2025\t70\t2030\tDST", column=3)
    screen.press("makeMissions")
    assert screen.toast().startswith("2 missioner er lavet")
    assert [one.title.da for one in desk.situation.all(Mission)] == [
        "Alle i arbejde", "Hurtig hjælp",
    ]  # fmt: skip
    first, second = desk.situation.all(OutcomeMetric)
    assert (first.baseline_value, first.baseline_period) == (Decimal("62.5"), Period("2025"))
    assert (first.target_value, first.target_period) == (Decimal(70), Period("2030"))
    assert (first.unit.da, first.source.da) == ("%", "DST")
    assert second.baseline_value is None
    assert screen.heading() == "0 aftalte punkter er endnu ikke mål"
    rows = screen.table("becameTable")
    assert [row[1] for row in rows] == ["M1", "M2"]
    assert rows[0][2] == "▲ ingen ansvarlig minister"
    assert "intet udgangspunkt" in rows[1][2]
    assert [row[3] for row in rows] == ["–", "–"]
    screen.press("draftLetters")
    assert screen.toast().startswith("2 breve er oprettet")
    assert [row[3] for row in screen.table("becameTable")] == ["Udkast", "Udkast"]
    assert not screen.find(QPushButton, "draftLetters").isEnabled()
    letters = desk.letters.all()
    assert [one.mission for one in letters] == [one.id for one in desk.situation.all(Mission)]
    assert {one.language for one in letters} == {"da"}
    screen.undo()  # both in one step
    assert desk.letters.all() == ()
    screen.undo()
    assert desk.situation.all(Mission) == ()
    assert screen.heading() == "2 aftalte punkter er endnu ikke mål"


def test_what_a_mission_still_lacks_stands_beneath_its_fields(agreed: Desk, screen: Screen) -> None:
    assert findings(screen) == {}, "a goal without a mission lacks nothing"
    screen.type_into("title", "Alle i arbejde")
    assert findings(screen) == {
        "metric": "Intet nøgletal.",
        "baseline": "Intet udgangspunkt.",
        "target": "Intet dateret mål.",
        "office": "Ingen ansvarlig minister.",
    }
    screen.type_into("metric", "Andel i arbejde")
    screen.type_into("baseline", "62,5")
    screen.type_into("target", "70")
    assert findings(screen) == {
        "baseline_period": "Udgangspunktet har ingen dato.",
        "until": "Intet dateret mål.",
        "office": "Ingen ansvarlig minister.",
    }
    screen.type_into("baseline_period", "2025")
    screen.type_into("until", "2030")
    assert list(findings(screen)) == ["office"]
    screen.press("makeMissions")
    (metric,) = agreed.situation.all(OutcomeMetric)
    assert (metric.baseline_value, metric.target_period) == (Decimal("62.5"), Period("2030"))


def test_a_row_is_edited_in_the_sheet_and_in_the_form_alike(screen: Screen) -> None:
    screen.paste_into("agreementSheet", "Alle i arbejde\nHurtig hjælp", column=1)
    sheet = screen.find(QTableView, "agreementSheet")
    sheet.setCurrentIndex(sheet.model().index(1, 1))
    assert screen.text("planClause").endswith("Kortere ventetid.")
    screen.type_into("baseline", "48,5")
    assert sheet.model().index(1, 5).data() == "48,5"
    screen.paste_into("agreementSheet", "50", row=1, column=5)
    form = screen.find(PlanForm, "planForm")
    assert form.record is not None and form.record.baseline == Decimal(50)


def test_nothing_is_made_while_a_cell_is_wrong(agreed: Desk, screen: Screen) -> None:
    screen.paste_into("agreementSheet", "Alle i arbejde", column=1)
    screen.paste_into("agreementSheet", "halvtreds", column=5)
    screen.press("makeMissions")
    assert agreed.situation.all(Mission) == ()
    assert screen.text("talksTrouble").startswith("Ret først")
    screen.type_into("source", "Danmarks Statistik")
    assert screen.refusal("source").startswith("Ret først")


def test_a_row_of_no_clause_is_refused(agreed: Desk, screen: Screen) -> None:
    screen.paste_into("agreementSheet", "Et\nTo\nTre", column=1)
    assert "hører ikke til noget" in screen.text("agreementSheetTrouble")
    screen.press("makeMissions")
    assert agreed.situation.all(Mission) == ()


def test_a_clause_left_out_stays_out_until_it_is_taken_back(agreed: Desk, screen: Screen) -> None:
    sheet = screen.find(QTableView, "agreementSheet")
    sheet.setCurrentIndex(sheet.model().index(0, 1))
    screen.press("agreementSheetRemove")
    agreed.talks.add(a_party(code="B"))
    settle()
    assert [sheet.model().index(row, 0).data() for row in range(2)] == ["1.2 Kortere ventetid.", ""]
    screen.press("makeMissions")
    (goal,) = agreed.situation.all(PlatformGoal)
    assert goal.text.da == "Kortere ventetid."
    screen.press("takeBack")
    assert sheet.model().index(0, 0).data() == "1.1 Flere i arbejde."
    assert not screen.window.findChildren(QAbstractButton, "takeBack")[0].isVisible()


def test_a_plan_that_cannot_be_read_is_missing_in_no_record(screen: Screen, qtbot: QtBot) -> None:
    chip = screen.window.top.chip
    qtbot.waitUntil(lambda: chip.text().startswith("✓ Gemt"))
    screen.type_into("baseline", "abc")
    assert screen.refusal("baseline")
    assert not kept_texts(screen.window.pages)
