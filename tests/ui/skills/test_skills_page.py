# SPDX-License-Identifier: Apache-2.0
"""Skills on the screen: the map read by cell, a gap found and sourced, the sentence after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missiondesk.domain.skill import SourcingState
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.skills.experts_tab import ExpertsTab
from missiondesk.ui.skills.heat_tab import HeatTab
from missiondesk.ui.skills.list_tab import ListTab
from missiondesk.ui.skills.needs_tab import NeedsTab
from missiondesk.ui.skills.page import SkillsPage
from missiondesk.ui.skills.sourcing_tab import SourcingTab
from missiondesk.ui.skills.units_tab import UnitsTab
from missiondesk.ui.widgets.choice_fields import ChoiceField
from tests.screens import settle

EN = translator("en")
Pages = Callable[[Desk], SkillsPage]


@pytest.fixture
def page_of(qtbot: QtBot, hub_of: Callable[[Desk], Hub]) -> Iterator[Pages]:
    """Shows the page alone; navigation within it works."""

    def make(desk: Desk) -> SkillsPage:
        def navigate(_page: str, key: str | None) -> None:
            page.show_record(key or "")

        page = SkillsPage(desk, hub_of(desk), EN, navigate)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        settle()
        return page

    return make


def test_the_map_is_walked_by_cell_and_says_age_and_target(sample: Desk, page_of: Pages) -> None:
    page = page_of(sample)
    assert page.head.sentence.text() == "2 critical skills are uncovered, the first from Q4 2026"
    assert page.count() == 2
    tab = page.front()
    assert isinstance(tab, HeatTab)
    model = tab.table.model()
    row = next(at for at, it in enumerate(tab.table.rows()) if it.skill.code == "K07")
    said = [
        str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for column in range(model.columnCount())
    ]
    (old,) = [text for text in said if "more than a year ago" in text]
    assert old == (
        "SUM Patientforløb (eksempel): Design and user research: level 2 of target 2, "
        "1 work year, assessed March 2025, more than a year ago"
    )
    assert "BM Analyse og effekt (eksempel): Design and user research: not assessed" in said
    assert model.index(row, said.index(old)).data() == "2\u00a0✓"
    alone = next(it for it in tab.table.rows() if it.skill.code == "K09")
    place = tab.table.rows().index(alone)
    first = str(model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert first == "Skill: Partnership brokering, target 3 · critical · ▲ one person alone"
    tab.table.setCurrentIndex(model.index(row, said.index(old) - 1))
    QTest.keyClick(tab.table, Qt.Key.Key_Right)
    assert tab.table.currentIndex().column() == said.index(old)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    units = page.front()
    assert isinstance(units, UnitsTab)
    assert units.form.record is not None and units.form.record.unit.startswith("Patientforløb")


def test_a_gap_is_found_sourced_and_gone(sample: Desk, page_of: Pages) -> None:
    page = page_of(sample)
    (law,) = [one for one in sample.equipment.needs() if one.skill and one.skill.code == "K10"]
    page.show_record(f"{law.id}#fte")
    needs = page.front()
    assert isinstance(needs, NeedsTab)
    field = needs.form.field("fte")
    assert field is not None
    assert [bar.objectName() for bar in field.findings()] == ["finding_K1"]
    needs.plan_sourcing()
    sourcing = page.front()
    assert isinstance(sourcing, SourcingTab)
    made = sourcing.form.record
    assert made is not None and made.requirement == law.id
    state = sourcing.form.field("state")
    assert isinstance(state, ChoiceField)
    state.editor.setCurrentIndex(state.editor.findText("Agreed"))
    state.commit()
    kept = sample.sourcing.get(made.id)
    assert kept is not None and kept.state is SourcingState.AGREED
    assert page.head.sentence.text() == "1 critical skill is uncovered from Q4 2026"
    sample.history.undo()
    assert page.head.sentence.text().startswith("2 critical skills")
    page.show_record(law.id)
    needs.text.setText("landbrug findes ikke")
    assert not needs.table.rows()
    needs.clear_filter()
    needs.state.setCurrentIndex(needs.state.findData("open"))
    assert len(needs.table.rows()) == 2


def test_from_nothing_to_the_first_need_and_an_expert(desk: Desk, page_of: Pages) -> None:
    from missiondesk.domain.wording import Wording

    mission = desk.missions.add(Wording("Unge i job", "Young people in work"))
    page = page_of(desk)
    assert page.head.sentence.text() == "No need for skills is recorded yet"
    page.begin_need()
    needs = page.front()
    assert isinstance(needs, NeedsTab)
    needs.add()  # there is no skill yet: it leads to the list
    skills = page.front()
    assert isinstance(skills, ListTab)
    skills.shipped.click()
    assert len(skills.table.rows()) == 12
    assert not skills.shipped.isVisible()
    page.show_record("needs")
    needs.new_owner.setCurrentIndex(needs.new_owner.findData(f"mission:{mission.id}"))
    needs.new_skill.setCurrentIndex(1)
    needs.add()
    assert needs.form.record is not None and needs.form.record.mission == mission.id
    page.show_record("experts")
    experts = page.front()
    assert isinstance(experts, ExpertsTab)
    experts.line.setText("Eksempel Ekspert")
    experts.add()
    assert [one.name for one in desk.experts.all()] == ["Eksempel Ekspert"]
    experts.remove()
    assert not desk.experts.all()
