# SPDX-License-Identifier: Apache-2.0
"""A whole government at its largest: the longest time that each view lets the screen wait.

5,000 initiatives, 2,000 requirements of skills and 500 actors. Each view is opened, and once more
after a step; the longest stretch in which the program did not come back to its events is told, in
processor time of this process, for other programs are no fault of the desk. The goal is 100 ms.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from missiondesk.domain.initiative import Money, Stage
from missiondesk.domain.mission import ActorType
from missiondesk.domain.period import Period
from missiondesk.domain.skill import Criticality, Skill
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import sample_desk
from missiondesk.system.collector import collect_now, collect_when_idle
from missiondesk.system.settings import Settings
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.widgets.tab_bar import Tabs
from tests.builders import an_initiative
from tests.more_builders import (
    a_budget_line,
    a_capability,
    a_gate,
    a_requirement,
    an_actor,
    an_actor_commitment,
)

GOAL = 0.1  # seconds
INITIATIVES, REQUIREMENTS, ACTORS = 5_000, 2_000, 500


def report(quick: bool) -> str:
    """A line for each view: opened, and again after a step; the worst stands last."""
    app = QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    share = 10 if quick else 1
    desk = large_desk(INITIATIVES // share, REQUIREMENTS // share, ACTORS // share)
    hub = Hub(desk)
    window = MainWindow(desk, hub, translator("da"), Settings(theme="light"))
    window.resize(1440, 900)
    window.show()
    collect_when_idle()
    collect_now()
    _longest(lambda: None)
    lines, worst = [], 0.0
    for page in PageName:
        opened = _longest(lambda page=page: window.show_page(page))
        lines.append((page.value, opened, _after_a_step(desk)))
        for tabs in window.pages.page(page).findChildren(Tabs):  # type: ignore[union-attr]
            for place in range(tabs.count()):
                name = f"{page.value}: {tabs.tabText(place)}"
                first = _longest(lambda tabs=tabs, place=place: tabs.setCurrentIndex(place))
                lines.append((name, first, _after_a_step(desk)))
    for _name, first, again in lines:
        worst = max(worst, first, again)
    window.close()
    desk.close(discard=True)
    body = [
        f"{name:<44} {first * 1000:>8.0f} {again * 1000:>12.0f}{_sign(max(first, again))}"
        for name, first, again in lines
    ]
    head = f"{'view':<44} {'opened':>8} {'after a step':>12}  (ms, longest stretch)"
    return "\n".join([head, *body, f"worst {worst * 1000:.0f} ms, goal {GOAL * 1000:.0f}"])


def _sign(value: float) -> str:
    return "  ■ over" if value > GOAL else ""


def _after_a_step(desk: Desk) -> float:
    initiative = desk.situation.initiatives[0]
    note = "b" if initiative.note == "a" else "a"
    return _longest(lambda: desk.initiatives.revise(replace(initiative, note=note)))


def _longest(act: Callable[[], object]) -> float:
    """The longest stretch of processor time without an event, from the act until all is calm."""
    begin = time.process_time()
    act()
    longest = time.process_time() - begin
    end = time.monotonic() + 0.6
    while time.monotonic() < end:
        begin = time.process_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        spent = time.process_time() - begin
        if spent > 0.002:
            end = time.monotonic() + 0.6
        longest = max(longest, spent)
        time.sleep(0.002)
    return longest


def large_desk(initiatives: int, requirements: int, actors: int) -> Desk:
    """The sample with so many more of each."""
    desk = sample_desk("Måling")
    now = desk.situation
    missions = [one.id for one in now.missions]
    offices = [one.office for one in now.initiatives if one.office]
    skills = [one.id for one in now.all(Skill)]
    stages = list(Stage)
    with desk.session.write(Verb.IMPORT, "", "måling") as unit:
        keys = []
        for number in range(initiatives):
            made = an_initiative(
                code=f"X{number:05d}",
                title=Wording(f"Indsats nr. {number} for unge", f"Effort no. {number}"),
                mission=missions[number % len(missions)],
                office=offices[number % len(offices)],
                stage=stages[number % len(stages)],
                impact=1 + number % 5,
                feasibility=1 + number // 5 % 5,
                frame=(Money(2026, number * 1_000_00), Money(2027, number * 2_000_00)),
            )
            keys.append(made.id)
            unit.save(made)
            if number % 5 == 1:
                unit.save(a_gate(initiative=made.id, due=Period(f"2027-{1 + number % 12:02d}")))
                unit.save(a_budget_line(initiative=made.id))
        for number in range(requirements):
            unit.save(
                a_requirement(
                    skill=skills[number % len(skills)],
                    initiative=keys[number % len(keys)],
                    fte=Decimal(1 + number % 3),
                    criticality=list(Criticality)[number % 3],
                )
            )
            if number % 10 == 0:
                unit.save(a_capability(skill=skills[number % len(skills)], unit=f"Enhed {number}"))
        kinds = list(ActorType)
        for number in range(actors):
            actor = an_actor(name=f"Aktør {number}", type=kinds[number % len(kinds)])
            unit.save(actor)
            mission = missions[number % len(missions)]
            unit.save(an_actor_commitment(actor=actor.id, mission=mission))
    return desk
