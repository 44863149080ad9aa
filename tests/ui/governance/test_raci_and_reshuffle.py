# SPDX-License-Identifier: Apache-2.0
"""Letters typed by single keys, the chain drawn as of a day, a reshuffle with its letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.domain import raci
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.organisation import Office
from missiondesk.domain.raci import Party
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.governance.chain_tab import ChainTab
from missiondesk.ui.governance.page import GovernancePage
from missiondesk.ui.governance.raci_tab import RaciTab
from missiondesk.ui.governance.reshuffle_tab import ReshuffleTab
from missiondesk.ui.hub import Hub
from tests.screens import settle

Went = list[tuple[str, ...]]


@pytest.fixture
def went() -> Went:
    """Where the page asked to go."""
    return []


@pytest.fixture
def page(
    qtbot: QtBot, sample: Desk, hub_of: Callable[[Desk], Hub], da: Translator, went: Went
) -> GovernancePage:
    """The page of governance alone."""
    made = GovernancePage(sample, hub_of(sample), da, lambda *place: went.append(tuple(place)))
    qtbot.addWidget(made)
    made.resize(1180, 800)
    made.show()
    settle()
    return made


def office(desk: Desk, title: str) -> Office:
    return next(one for one in desk.situation.all(Office) if one.title.en == title)


def test_letters_are_typed_pasted_refused_and_undone(
    page: GovernancePage, sample: Desk, went: Went
) -> None:
    page.show_record("raci")
    tab = page.front
    assert isinstance(tab, RaciTab)
    settle()
    assert tab.minimumSizeHint().height() <= 440  # the window need not grow for it
    grid, model = tab.grid, tab.grid.letters
    assert page.head.sentence.text() == "M1: hvert emne har én ansvarlig"
    codes = [head.text for head in model.columns]
    finance = codes.index("FM\nMinister")
    rows = [head.text for head in model.rows]
    work = next(place for place, text in enumerate(rows) if text.startswith("M1.2"))
    grid.setCurrentIndex(model.index(work, finance))
    grid.setFocus()
    for key, text in (("i", "I"), ("r", "R"), ("c", "C"), ("c", "")):
        QTest.keyClicks(grid, key)
        settle()
        assert model.cell(work, finance).text == text
    assert len(sample.history.steps()) == 5
    # A screen reader hears item, party and letters; what follows from a record is told.
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "M1 Flere unge i job eller uddannelse, Beskæftigelsesminister (Carla" in spoken
    assert "Ansvarlig, Udfører (følger af oplysningerne)" in spoken
    # A second accountable on a mission is refused with the way to decide it.
    grid.setCurrentIndex(model.index(0, finance))
    QTest.keyClicks(grid, "a")
    settle()
    assert "tildele missionen" in tab.trouble.text()
    assert len(sample.history.steps()) == 5
    # A paste of several cells is one step; as of an earlier day nothing of it is there.
    QApplication.clipboard().setText("C\tC\nI\tI")
    grid.setCurrentIndex(model.index(work, finance))
    grid.paste()
    settle()
    assert len(sample.history.steps()) == 6
    assert [model.cell(work, finance + n).text for n in (0, 1)] == ["C", "C"]
    tab.choice.on = date(2026, 8, 1)
    tab.refresh()
    assert not any(
        model.cell(work, place).text == "C"
        for place, head in enumerate(model.columns)
        if head.text == "FM\nMinister"
    )
    tab.choice.on = None
    sample.history.undo()
    tab.refresh()
    initiative = next(one for one in sample.situation.all(Initiative) if one.code == "M1.2")
    cells = raci.letters(sample.situation, initiative, sample.today)
    assert Party("office", office(sample, "Minister for Finance").id) not in cells
    assert tab.document() is not None
    # A finding about letters leads to its row.
    page.show_record(f"{initiative.id}#responsibilities")
    assert page.front is tab and grid.currentIndex().row() == work


def test_the_chain_shows_its_gap_and_the_way_to_mend_it(
    page: GovernancePage, sample: Desk, went: Went, qtbot: QtBot
) -> None:
    page.show_record("chain")
    tab = page.front
    assert isinstance(tab, ChainTab)
    m3 = sample.missions.with_code("M3")
    assert m3 is not None
    tab.choice.choose(m3.id)
    assert page.head.sentence.text() == "M3: der mangler 1 led i kommandovejen"
    qtbot.waitUntil(lambda: "intet sæde" in tab.card.view.accessibleDescription(), timeout=8000)
    tab.card.show_as_table(True)
    settle()
    tab.gaps.findChildren(type(tab.gaps._items[0]))[0].click()  # type: ignore[attr-defined]
    assert went[-1][0] == "governance" and went[-1][1].endswith("#members")


def test_a_reshuffle_is_previewed_carried_out_and_undone(
    page: GovernancePage, sample: Desk, qtbot: QtBot
) -> None:
    page.show_record("reshuffle")
    tab = page.front
    assert isinstance(tab, ReshuffleTab)
    assert not tab.carry_out.isEnabled() and not page.export_button.isVisible()
    tab.form.add_move()
    assert "Vælg, hvem der afgiver" in tab.form.refusal.text()
    old, new = office(sample, "Minister for Employment"), office(sample, "Minister for Culture")
    tab.form.old.show_value(old.id)
    tab.form._offer_new()
    tab.form.new.show_value(new.id)
    tab.form.add_move()
    qtbot.waitUntil(tab.carry_out.isEnabled, timeout=8000)
    assert page.export_button.isVisible() and page.export_button.property("look") == ""
    assert "oplysninger berøres den 31. oktober 2026" in page.head.sentence.text()
    assert tab.counts.text().startswith("Missioner: 2 · Forpligtelser: ")
    assert "skal udsendes på ny" in page.head.detail.text()
    prepare = tab.document()
    assert prepare is not None and prepare().name.startswith("ressortomlaegning-2026-10-31")
    tab.carry_out.click()
    settle()
    m1 = sample.missions.with_code("M1")
    assert m1 is not None and m1.accountable_office == new.id
    assert tab.document() is not None, "what was moved can still be printed"
    sample.history.undo()
    m1 = sample.missions.with_code("M1")
    assert m1 is not None and m1.accountable_office == old.id
