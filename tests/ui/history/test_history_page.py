# SPDX-License-Identifier: Apache-2.0
"""The history shows each step with its fields before and after, narrowed down by subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from PySide6.QtWidgets import QComboBox

from missiondesk.domain.entities import KINDS
from missiondesk.domain.field_words import FIELD_WORDS, KIND_WORDS
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import ActorType
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.trail_subjects import SUBJECTS, belongs_to
from missiondesk.services.trail_words import change_rows
from missiondesk.ui.pages import PageName
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_word(kind: str) -> None:
    names = {field.name for field in fields(KINDS[kind])} - {"id"}
    assert names <= set(FIELD_WORDS)
    assert kind in KIND_WORDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_belongs_to_a_subject(kind: str, sample: Desk) -> None:
    step = sample.history.steps()[-1]
    narrowed = replace(step, changes=tuple(c for c in step.changes if c.kind == kind))
    if narrowed.changes:
        assert sum(belongs_to(narrowed, subject) for subject in SUBJECTS) == 1


def test_every_change_of_the_sample_can_be_read(sample: Desk, da: Translator) -> None:
    rows = [
        row for step in sample.history.steps() for row in change_rows(step, sample.situation, da)
    ]
    assert len(rows) > 500
    told = " ".join(row.after for row in rows)
    assert '"da":' not in told
    assert not any(len(part) == 36 and part.count("-") == 4 for part in told.split())


def test_values_are_said_in_words(desk: Desk, da: Translator) -> None:
    mission = desk.missions.add(Wording("Før", "Before"))
    office = desk.organisation.offices()[0]
    desk.missions.revise(
        replace(
            mission,
            title=Wording("Efter", "After"),
            horizon=Period("2030-Q2"),
            actor_types=(ActorType.FOUNDATION, ActorType.LABOUR),
            accountable_office=office.id,
            wicked_scale=4,
        )
    )
    rows = {row.field: row for row in change_rows(desk.history.steps(1)[0], desk.situation, da)}
    assert (rows["Titel"].before, rows["Titel"].after) == ("Før / Before", "Efter / After")
    assert "2. kvartal 2030" in {row.after for row in rows.values()}
    assert office.title.da in {row.after for row in rows.values()}
    assert any(" og " in row.after for row in rows.values())
    assert len(rows) == 5
    desk.initiatives.add(Initiative("", title=Wording("Havn"), baseline_cost=125_050_000_000))
    rows = {row.field: row for row in change_rows(desk.history.steps(1)[0], desk.situation, da)}
    assert rows["Besluttet pris"].after == "1.250.500.000,00"


def test_newest_first_and_narrowed_down(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    desk.missions.add(Wording("En mission", "A mission"))
    desk.settings.revise(replace(desk.settings.get(), contact="tlf. 1"))
    screen.go_to(PageName.HISTORY)
    assert [step.number for step in desk.history.steps()] == [3, 2, 1]
    assert len(screen.table("stepTable")) == 3
    box = screen.find(QComboBox, "subjectFilter")
    box.setCurrentIndex(box.findData("missions"))
    settle()
    (row,) = screen.table("stepTable")
    assert row[2] == "Sekretær"
    changes = screen.table("changeTable")
    assert any("En mission" in row[2] for row in changes)


def test_the_last_step_is_undone_from_here(desk: Desk, window_on: Opened) -> None:
    screen = window_on(desk)
    desk.missions.add(Wording("En mission", "A mission"))
    screen.go_to(PageName.HISTORY)
    screen.press("undoLast")
    assert desk.missions.all() == ()
    assert len(screen.table("stepTable")) == 3
