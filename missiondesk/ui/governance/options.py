# SPDX-License-Identifier: Apache-2.0
"""Records as options of the forms of governance: bodies, initiatives, offices, meetings."""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.domain.body import Body, Meeting
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.initiatives import by_code
from missiondesk.services.naming import name_of
from missiondesk.ui.choices import Option


def body_options(desk: Desk, tr: Translator, besides: str = "") -> list[Option]:
    """All bodies but one, from the highest down."""
    return [(one.id, body_name(one, tr)) for one in desk.bodies.all() if one.id != besides]


def body_name(body: Body, tr: Translator) -> str:
    """Code and name."""
    return f"{body.code} {body.name.in_language(tr.lang)}".strip()


def initiative_options(
    desk: Desk, tr: Translator, mission: str | None, used: Iterable[str | None] = ()
) -> list[Option]:
    """Initiatives of a mission, or those without one; and those ``used`` wherever they are."""
    now, wanted = desk.situation, {one for one in used if one}
    found = {one.id: one for one in now.initiatives_of(mission or "")}
    found |= {one.id: one for one in now.initiatives if one.id in wanted}
    return [(one.id, name_of(one, tr.lang)) for one in by_code(tuple(found.values()))]


def meeting_name(desk: Desk, meeting: Meeting, tr: Translator) -> str:
    """The body with the meeting's date."""
    body = desk.bodies.get(meeting.body)
    name = (body.code or body.name.in_language(tr.lang)) if body else ""
    return f"{name} {tr.period(meeting.date) if meeting.date else tr.say('undated')}".strip()


def meeting_options(desk: Desk, tr: Translator) -> list[Option]:
    """All meetings, the newest first."""
    return [(one.id, meeting_name(desk, one, tr)) for one in desk.meetings.all()]
