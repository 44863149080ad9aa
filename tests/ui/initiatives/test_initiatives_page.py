# SPDX-License-Identifier: Apache-2.0
"""Initiatives: a long list quickly filtered, stages by lifecycle, fields with their findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.initiative import Initiative, Light, Money, Stage, Track
from missiondesk.domain.initiative_assessment import InitiativeAssessment
from missiondesk.domain.period import Period
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.initiatives.page import InitiativesPage
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.fields import NumberField
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.table import ReadTable
from tests.builders import an_initiative
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


class InitiativesScreen:
    """The page of initiatives in the user's words."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        screen.go_to(PageName.INITIATIVES)

    @property
    def page(self) -> InitiativesPage:
        assert isinstance(self.screen.page, InitiativesPage)
        return self.screen.page

    def codes(self) -> list[str]:
        return [row[0] for row in self.screen.table("initiativesTable")]

    def filter_by(self, name: str, value: str) -> None:
        box = self.screen.find(QComboBox, name)
        place = box.findData(value)
        assert place >= 0
        box.setCurrentIndex(place)
        settle()

    def open(self, initiative: Initiative) -> None:
        self.screen.window.navigate(PageName.INITIATIVES, initiative.id)
        settle()

    def primary(self) -> list[str]:
        buttons = self.page.view.findChildren(QPushButton)
        return [
            it.objectName() for it in buttons if it.property("look") == "primary" and it.isVisible()
        ]

    def moves(self) -> list[str]:
        buttons = self.page.view.head.moves
        return [stage.value for stage in Stage if buttons[stage].isVisibleTo(self.page)]


@pytest.fixture
def initiatives(sample: Desk, window_on: Opened) -> InitiativesScreen:
    return InitiativesScreen(window_on(sample))


def coded(desk: Desk, code: str) -> Initiative:
    return next(one for one in desk.initiatives.all() if one.code == code)


# ---------------------------------------------------------------- list


def test_filters_narrow_the_list_together(initiatives: InitiativesScreen, sample: Desk) -> None:
    pilots = [one.code for one in sample.initiatives.all() if one.stage is Stage.PILOT]
    initiatives.filter_by("initiativeStageFilter", Stage.PILOT.value)
    assert initiatives.codes() == pilots
    mission = sample.missions.with_code("M2")
    assert mission is not None
    initiatives.filter_by("initiativeMissionFilter", mission.id)
    both = [code for code in pilots if code.startswith("M2.")]
    assert initiatives.codes() == both
    assert str(len(both)) in initiatives.screen.text("initiativesShown")
    QTest.keyClicks(initiatives.screen.find(QLineEdit, "initiativeFilter"), "findes ikke")
    assert initiatives.codes() == []
    table = initiatives.screen.find(ReadTable, "initiativesTable")
    initiatives.screen.find(QPushButton, "emptyButton", table).click()
    assert len(initiatives.codes()) == len(sample.initiatives.all())


def test_the_ministry_filter_takes_the_responsible_office(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    office = sample.organisation.office(coded(sample, "M2.1").office or "")
    assert office is not None
    assert office.ministry is not None
    initiatives.filter_by("initiativeMinistryFilter", office.ministry)
    wanted = [
        one.code
        for one in sample.initiatives.all()
        if one.office and (found := sample.organisation.office(one.office))
        and found.ministry == office.ministry
    ]  # fmt: skip
    assert initiatives.codes() == wanted


def test_orphans_can_be_found_and_given_a_mission(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    title = initiatives.screen.find(QLineEdit, "newInitiativeTitle")
    QTest.keyClicks(title, "Uden ophæng")
    QTest.keyClick(title, Qt.Key.Key_Return)
    settle()
    orphan = next(one for one in sample.initiatives.all() if one.title.da == "Uden ophæng")
    assert orphan.mission is None
    assert initiatives.page.view.key == orphan.id
    rules = {bar.objectName() for bar in initiatives.page.view.findChildren(FindingBar)}
    assert "finding_P9" in rules
    initiatives.screen.press("backToInitiatives")
    initiatives.filter_by("initiativeMissionFilter", "-")
    assert initiatives.codes() == [orphan.code]
    initiatives.open(orphan)
    mission = sample.missions.with_code("M3")
    assert mission is not None
    initiatives.screen.choose("mission", f"M3 {mission.title.da}")
    revised = sample.initiatives.get(orphan.id)
    assert revised is not None
    assert revised.mission == mission.id


def test_thousands_of_initiatives_are_filtered_while_somebody_types_fast(
    desk: Desk, window_on: Opened, qtbot: QtBot
) -> None:
    with desk.session.write(Verb.IMPORT, "", "") as unit:
        for number in range(5_000):
            unit.save(
                an_initiative(code=f"I{number}", title=Wording(f"Initiativ {number} om noget"))
            )
    screen = InitiativesScreen(window_on(desk))
    page, field = screen.page, screen.screen.find(QLineEdit, "initiativeFilter")
    table = screen.screen.find(ReadTable, "initiativesTable")
    empty = table.findChild(QWidget, "emptyState")
    assert empty is not None
    table.select(coded(desk, "I4990").id)
    chosen = table.selected()

    def comes(text: str) -> None:
        """The rows, their number and the empty state of a plain filter, soon, and never a part."""
        plain = [one for one in desk.initiatives.all() if text in _searched(one)]
        before = list(table.rows())

        def there() -> bool:
            rows = list(table.rows())
            told = screen.screen.text("initiativesShown")
            assert (f"{len(rows)}" in told.replace(".", "")) or len(rows) == 5_000
            assert empty.isVisible() is not bool(rows)
            assert rows in (plain, before) or len(rows) > len(plain)
            return rows == plain and not page.list.narrowing.busy

        qtbot.waitUntil(there)

    QTest.keyClicks(field, "i49")
    comes("i49")
    assert table.selected() == chosen, "what was chosen stays chosen"
    QTest.keyClicks(field, "9x")
    comes("i499x")
    assert table.selected() == ""
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    comes("i")
    assert table.selected() == chosen, "and is chosen again when it comes back"


def _searched(one: Initiative) -> str:
    return f"{one.code} {one.title.da}".casefold()


def test_a_key_on_the_table_is_for_the_rows_that_were_asked_for(
    desk: Desk, window_on: Opened
) -> None:
    """Whoever types, goes down and presses Enter is quicker than the screen."""
    with desk.session.write(Verb.IMPORT, "", "") as unit:
        for number in range(5_000):
            unit.save(an_initiative(code=f"I{number}", title=Wording(f"Initiativ {number}")))
    screen = InitiativesScreen(window_on(desk))
    table = screen.screen.find(ReadTable, "initiativesTable")
    QTest.keyClicks(screen.screen.find(QLineEdit, "initiativeFilter"), "i4711")
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert screen.page.view.key == coded(desk, "I4711").id


def test_what_is_filtered_by_follows_a_changed_record(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    one = coded(sample, "M2.2")
    field = initiatives.screen.find(QLineEdit, "initiativeFilter")
    field.setText("fyrtårn ganske")
    assert not initiatives.screen.find(ReadTable, "initiativesTable").rows()
    sample.initiatives.revise(replace(one, title=Wording("Ganske andre fyrtårne", "Lights")))
    settle()
    shown = initiatives.screen.find(ReadTable, "initiativesTable").rows()
    assert [each.id for each in shown] == [one.id]


# ---------------------------------------------------------------- one initiative


def test_only_the_stages_that_may_follow_have_buttons(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    view = initiatives.page.view
    initiatives.open(coded(sample, "M2.2"))
    assert initiatives.moves() == ["idea", "scale", "closed"]
    initiatives.screen.press("move_scale")  # the gate is asked first
    assert view.moves.gate.isVisible()
    assert not view.tabs.isVisible()
    assert initiatives.primary() == ["gatePanelRecord"]
    initiatives.screen.press("gatePanelLeave")
    assert view.tabs.isVisible()
    assert initiatives.primary() == ["move_scale"]
    initiatives.open(coded(sample, "M2.3"))
    initiatives.screen.press("move_pilot")
    moved = coded(sample, "M2.3")
    assert moved.stage is Stage.PILOT
    assert moved.stage_since == Period(sample.today.isoformat())
    assert initiatives.moves() == ["idea", "scale", "closed"]
    initiatives.screen.undo()
    assert initiatives.moves() == ["pilot", "closed"]


def test_lights_are_computed_beside_what_people_judge_and_a_track_follows(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    view, one = initiatives.page.view, coded(sample, "M2.1")
    initiatives.screen.window.navigate(PageName.INITIATIVES, f"{one.id}#baseline_cost")
    settle()
    assert view.tabs.current() == "status"
    initiatives.screen.type_into("baseline_cost", "20")
    initiatives.screen.type_into("forecast_cost", "22,1")
    said = {it.accessibleName() for it in view.status.computed.findChildren(QLabel)}
    assert any("Rød" in it and "10,5" in it for it in said)
    initiatives.screen.press("track_new_plan")
    kept = coded(sample, "M2.1")
    assert (kept.forecast_cost, kept.track) == (22_10_000_000, Track.NEW_PLAN)
    view.tabs.open("gates")
    assert len(view.gates.table.rows()) == 2
    assert not view.gates.plan_button.isVisible()


def test_the_judgement_of_a_half_year_is_kept_and_undone(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    one = coded(sample, "M2.1")
    status = initiatives.page.view.status
    initiatives.screen.window.navigate(PageName.INITIATIVES, f"{one.id}#overall_light")
    settle()
    sample.initiatives.revise(replace(one, overall_light=Light.RED))  # by another page, say
    settle()
    (kept,) = sample.initiatives.assessments(one.id)
    assert (kept.period, kept.light) == (Period("2026-H2"), Light.RED)
    assert "2. halvår 2026" in status.kept.text() and "rød" in status.kept.text().casefold()
    with sample.session.write(Verb.REVISE_INITIATIVE, one.id) as unit:
        unit.remove(InitiativeAssessment, kept.id)
    settle()
    assert not status.kept.isVisible()
    initiatives.screen.press("keepJudgement")
    assert [it.light for it in sample.initiatives.assessments(one.id)] == [Light.RED]
    assert status.kept.isVisible()
    initiatives.screen.undo()
    assert sample.initiatives.assessments(one.id) == ()


def test_the_list_says_findings_in_words(sample: Desk, initiatives: InitiativesScreen) -> None:
    finding = next(one for one in sample.readiness.findings() if one.rule == "P1")
    found = [row[-1] for row in initiatives.screen.table("initiativesTable") if row[-1]]
    said = f"{translator('da').tell(finding.message)} (regel P1)"
    assert any(said in one for one in found)


def test_a_missing_field_carries_its_finding_until_it_is_filled(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    finding = next(one for one in sample.readiness.findings() if one.rule == "P1")
    initiatives.screen.window.navigate(PageName.INITIATIVES, f"{finding.key}#{finding.field}")
    settle()
    field = initiatives.page.view.words.field(finding.field)
    assert field is not None
    assert [bar.objectName() for bar in field.findings()] == ["finding_P1"]
    assert initiatives.screen.window.focusWidget() in field.editors()
    initiatives.screen.type_into(finding.field, "Under 100 på et år", "da")
    assert field.findings() == ()


def test_dates_and_contribution_are_typed(initiatives: InitiativesScreen, sample: Desk) -> None:
    initiatives.open(coded(sample, "M1.1"))
    initiatives.screen.type_into("end", "31.12.2031")
    initiatives.screen.type_into("contribution", "-0,75")
    revised = coded(sample, "M1.1")
    assert revised.end == Period("2031-12-31")
    assert str(revised.contribution) == "-0.75"
    initiatives.screen.type_into("end", "1.1.2001")
    assert initiatives.screen.refusal("end")
    assert coded(sample, "M1.1").end == Period("2031-12-31")


def test_the_ends_of_a_contribution_are_counted_as_it_is(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    one = next(it for it in sample.initiatives.all() if it.mission)
    initiatives.open(one)
    screen = initiatives.screen
    unit = screen.find(NumberField, "contribution").unit.text()
    assert unit
    for name, number in (("contribution", 2), ("contribution_low", 1), ("contribution_high", 3)):
        screen.type_into(name, f"{number} {unit}")
        assert not screen.refusal(name)
    found = sample.initiatives.get(one.id)
    assert found is not None
    assert (found.contribution_low, found.contribution, found.contribution_high) == (1, 2, 3)


def test_the_frame_is_a_small_sheet_in_millions(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    initiatives.open(coded(sample, "M2.3"))
    initiatives.screen.paste_into("frameSheet", "2027\t1,5\n2028\t2")
    assert coded(sample, "M2.3").frame == (Money(2027, 150_000_000), Money(2028, 200_000_000))
    assert "3,5" in initiatives.screen.text("frameTotal")
    initiatives.screen.paste_into("frameSheet", "2027\t1.500.000 kr.\n2028\t0,002 mia. kr.")
    assert coded(sample, "M2.3").frame == (Money(2027, 150_000_000), Money(2028, 200_000_000))
    initiatives.screen.paste_into("frameSheet", "2027\t12 %")
    assert "(2,5\u00a0mio.\u00a0kr.)" in initiatives.screen.text("frameSheetTrouble")
    initiatives.screen.paste_into("frameSheet", "2027\t1,5")
    initiatives.screen.paste_into("frameSheet", "sent", row=2)
    assert "sent" in initiatives.screen.text("frameSheetTrouble")
    assert len(coded(sample, "M2.3").frame) == 2


def test_removing_goes_back_to_the_list_with_an_undo(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    gone = coded(sample, "M2.3")
    initiatives.open(gone)
    initiatives.screen.press("removeInitiative")
    assert sample.initiatives.get(gone.id) is None
    assert "M2.3" not in initiatives.codes()
    initiatives.screen.press("toastButton")
    assert "M2.3" in initiatives.codes()


def test_the_way_to_the_mission_and_back(initiatives: InitiativesScreen, sample: Desk) -> None:
    initiatives.open(coded(sample, "M2.2"))
    initiatives.screen.press("toMission")
    assert initiatives.screen.window.pages.current() == PageName.MISSIONS
    initiatives.screen.go_to(PageName.INITIATIVES)
    assert initiatives.page.view.key == coded(sample, "M2.2").id


def test_all_controls_have_names_for_screen_readers(
    initiatives: InitiativesScreen, sample: Desk
) -> None:
    kinds: tuple[type[QWidget], ...] = (QLineEdit, QComboBox, QPushButton)
    for show in (lambda: None, lambda: initiatives.open(coded(sample, "M2.2"))):
        show()
        for kind in kinds:
            for control in initiatives.page.findChildren(kind):
                if control.isVisibleTo(initiatives.page):
                    assert control.accessibleName(), control.objectName()
