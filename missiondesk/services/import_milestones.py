# SPDX-License-Identifier: Apache-2.0
"""Brings rows of milestones in; one that moves keeps the date it had first, as in the form."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from missiondesk.domain import identity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.milestone import Milestone, MilestoneKind, MilestoneStatus
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.refused import Refused
from missiondesk.exchange.tables.milestones import MilestoneRow
from missiondesk.services.import_changes import Brought, said_change
from missiondesk.services.import_draft import Draft
from missiondesk.services.milestones import with_first_date

_FIELDS: Final = (
    ("title", "title", N_("title")),
    ("due", "due", N_("date")),
    ("kind", "kind", N_("kind of milestone")),
    ("status", "status", N_("status")),
    ("evidence", "evidence", N_("evidence")),
)


def bring_milestone(draft: Draft, row: MilestoneRow) -> Brought:
    """Bring one row into the draft.

    Raises:
        Refused: Mission, initiative or office are not known, or it belongs to no mission.
    """
    initiative = draft.initiative(row.initiative)
    mission = draft.mission(row.mission) or _mission_of(draft, initiative)
    if mission is None:
        raise Refused(N_("A milestone belongs to a mission."), field="mission")
    if initiative is not None and initiative.mission not in (None, mission.id):
        raise Refused(N_("The initiative belongs to another mission."), field="initiative")
    office = draft.office(row.office)
    known = _known(draft, row, mission)
    brought = Brought(new=known is None)
    if known is None:
        milestone = Milestone(
            identity.new_id(),
            mission=mission.id,
            title=row.title,
            due=row.due,
            kind=row.kind or MilestoneKind.DELIVERY,
            status=row.status or MilestoneStatus.PLANNED,
            evidence=row.evidence,
        )
        for name, value in (
            (N_("mission"), mission.title),
            (N_("date"), row.due or Message(N_("no date yet"))),
        ):
            said = message(N_("{field}: {value}"), field=Message(name), value=value)
            brought.details.append(said)
    else:
        milestone = with_first_date(known, brought.revised(known, row, _FIELDS))
    milestone = _belonging(draft, brought, milestone, initiative, office)
    draft.claim(milestone, row.line, "title")
    if milestone != known:
        draft.put(milestone)
    brought.title = milestone.title
    return brought


def _mission_of(draft: Draft, initiative: Initiative | None) -> Mission | None:
    return draft.get(Mission, initiative.mission) if initiative is not None else None


def _known(draft: Draft, row: MilestoneRow, mission: Mission) -> Milestone | None:
    titled = draft.where(Milestone, "title", row.title)
    same = [one for one in titled if one.mission == mission.id]
    if len(same) > 1:
        raise Refused(N_("“{text}” may be any of several."), field="title", text=row.title)
    return same[0] if same else None


def _belonging(
    draft: Draft,
    brought: Brought,
    milestone: Milestone,
    initiative: Initiative | None,
    office: Office | None,
) -> Milestone:
    """The milestone with its initiative and office, said where they change."""
    if initiative is not None and milestone.initiative != initiative.id:
        earlier = draft.get(Initiative, milestone.initiative)
        before = earlier.title if earlier else None
        brought.note(said_change(N_("initiative"), before, initiative.title))
        milestone = replace(milestone, initiative=initiative.id)
    if office is not None and milestone.office != office.id:
        holder = draft.get(Office, milestone.office)
        before = holder.title if holder else None
        brought.note(said_change(N_("office that leads it"), before, office.title))
        milestone = replace(milestone, office=office.id)
    return milestone
