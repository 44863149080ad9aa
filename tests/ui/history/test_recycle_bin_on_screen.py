# SPDX-License-Identifier: Apache-2.0
"""The recycle bin on its tab: what lies in it, bringing back with one press and undo, erasing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton, QLabel

from missiondesk.domain import identity
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.purge import Purge
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.builders import a_letter
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


def in_the_bin(desk: Desk, window_on: Opened) -> Screen:
    screen = window_on(desk)
    screen.window.navigate("history", "bin")
    settle()
    return screen


def test_it_is_empty_and_says_so(desk: Desk, window_on: Opened) -> None:
    screen = in_the_bin(desk, window_on)
    assert screen.table("binTable") == []
    said = [label.text() for label in screen.page.findChildren(QLabel) if label.isVisible()]
    assert "Papirkurven er tom. Det, der fjernes, ligger her i 90 dage." in said
    for name in ("bringBack", "erase"):
        assert not screen.find(QAbstractButton, name).isEnabled()


def test_a_removed_record_is_brought_back_and_undone(sample: Desk, window_on: Opened) -> None:
    milestone = sample.situation.all(Milestone)[0]
    sample.milestones.remove(milestone.id)
    screen = in_the_bin(sample, window_on)
    (row,) = screen.table("binTable")
    assert row[0] == milestone.title.da
    assert row[1:3] == ["milepæl", "Sekretær"]
    assert row[4] == "90"
    screen.press("bringBack")
    assert sample.session.store.get(Milestone, milestone.id) == milestone
    assert screen.table("binTable") == []
    assert screen.toast() == f"”{milestone.title.da}” er tilbage."
    screen.undo()
    assert len(screen.table("binTable")) == 1
    screen.find(Tabs, "historyTabs").open("steps")
    settle()
    assert screen.table("stepTable")[0][1] == "Fortrudt: hent tilbage fra papirkurven"


def test_why_it_cannot_be_brought_back(sample: Desk, window_on: Opened) -> None:
    milestone = next(one for one in sample.situation.all(Milestone) if one.mission)
    sample.milestones.remove(milestone.id)
    with sample.session.store.write(Verb.REMOVE_MISSION, "") as unit:
        remove_with_belongings(unit, Mission, str(milestone.mission))
    screen = in_the_bin(sample, window_on)
    screen.choose_row("binTable", f"milestone:{milestone.id}")
    screen.press("bringBack")
    assert "Hent først det tilbage" in screen.text("binRefusalSentence")
    screen.choose_row("binTable", f"mission:{milestone.mission}")
    screen.press("bringBack")
    assert sample.session.store.get(Mission, str(milestone.mission)) is not None


def test_erasing_asks_why_who_and_for_the_word(desk: Desk, window_on: Opened) -> None:
    mission = desk.missions.add(Wording("Hemmelig", "Secret"))
    desk.missions.remove(mission.id)
    screen = in_the_bin(desk, window_on)
    screen.press("erase")
    assert not screen.window.findChildren(QLabel, "purgeRule")[0].isVisible()
    screen.type_into("reason", "Oprettet ved en fejl")
    screen.type_into("decided_by", "Kontorchefen")
    screen.press("purgePanelRecord")
    assert screen.refusal("confirm") == "Skriv SLET her for at bekræfte."
    assert desk.session.store.all(Purge) == ()
    screen.type_into("confirm", "slet")
    screen.press("purgePanelRecord")
    (purge,) = desk.session.store.all(Purge)
    assert (purge.reason, purge.decided_by) == ("Oprettet ved en fejl", "Kontorchefen")
    assert screen.table("binTable") == []
    assert b"Hemmelig" not in desk.session.store.image()


def test_what_belongs_to_the_archive_shows_the_rule(desk: Desk, window_on: Opened) -> None:
    letter = a_letter(state=LetterState.SIGNED, number="2026-9")
    with desk.session.store.write(Verb.IMPORT, "") as unit:
        unit.save(letter)
    with desk.session.store.write(Verb.REMOVE_LETTER, letter.id) as unit:
        unit.remove(Letter, letter.id)
    screen = in_the_bin(desk, window_on)
    screen.press("erase")
    assert "FOB 2010 1-1" in screen.text("purgeRule")
    for field, text in (("reason", "Fejl"), ("decided_by", "Chefen"), ("confirm", "SLET")):
        screen.type_into(field, text)
    screen.press("purgePanelRecord")
    assert "FOB 2010 1-1" in screen.text("purgePanelRefusal")
    assert desk.session.store.all(Purge) == ()
    screen.press("purgeArchival")
    screen.press("purgePanelRecord")
    assert desk.session.store.all(Purge)[0].archival


def test_after_ninety_days_only_erasing_is_left(desk: Desk, window_on: Opened) -> None:
    mission = desk.missions.add(Wording("Gammel", "Old"))
    desk.missions.remove(mission.id)
    with identity.fixed(identity.now() + timedelta(days=91)):
        screen = in_the_bin(desk, window_on)
        assert screen.table("binTable") == []
        screen.press("olderRemoved")
        (row,) = screen.table("binTable")
        assert row[4] == "udløbet"
        assert not screen.find(QAbstractButton, "bringBack").isEnabled()
        assert screen.find(QAbstractButton, "erase").isEnabled()
