# SPDX-License-Identifier: Apache-2.0
"""Governance sheet, skills plan and actors' commitments of a mission as jobs for any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.mission import Mission
from missiondesk.services.actor_contract import actor_contract
from missiondesk.services.chain_plots import chain_plot
from missiondesk.services.document_kinds import Order
from missiondesk.services.governance_sheet import governance_sheet
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.skills_plan import skills_plan, skills_plot

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def governance_job(order: Order) -> PrintJob:
    """The governance and RACI sheet of the mission that the order names."""
    mission = _mission(order)
    content = governance_sheet(order.now, mission, order.tr, order.public)
    picture = None if order.public else chain_plot(order.now, mission, order.tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.governance import print_governance

        return print_governance(content, picture)

    name = order.named(order.tr.say_in("file name", "governance"), _mission(order).code)
    return PrintJob(name, content.head.title, make)


def skills_job(order: Order) -> PrintJob:
    """The skills plan of the mission that the order names."""
    content = skills_plan(order.now, _mission(order), order.tr, order.public)
    plot = skills_plot(order.now, _mission(order), order.tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.governance import print_skills

        return print_skills(content, plot)

    name = order.named(order.tr.say_in("file name", "skills-plan"), _mission(order).code)
    return PrintJob(name, content.head.title, make)


def actors_job(order: Order) -> PrintJob:
    """The actors' commitments to the mission that the order names."""
    content = actor_contract(order.now, _mission(order), order.tr, order.public)

    def make() -> PrintedDocument:
        from missiondesk.documents.governance import print_actors

        return print_actors(content)

    name = order.named(order.tr.say_in("file name", "actors-commitments"), _mission(order).code)
    return PrintJob(name, content.head.title, make)


def _mission(order: Order) -> Mission:
    found = order.now.get(Mission, order.subject)
    assert found is not None
    return found
