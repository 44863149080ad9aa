# SPDX-License-Identifier: Apache-2.0
"""Records of the workspace as options of a form's fields: offices, ministries, missions,
parties.
"""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.domain.organisation import Office
from missiondesk.domain.party import Party
from missiondesk.language import Translator
from missiondesk.services.desk import Desk

Option = tuple[str, str]


def office_name(desk: Desk, office: Office, tr: Translator) -> str:
    """Title and who holds it today: "Beskæftigelsesminister (Eksempel Åsen)"."""
    title = office.title.in_language(tr.lang)
    holder = desk.situation.holder(office.id, desk.today)
    return f"{title} ({holder.name})" if holder is not None and holder.name else title


def office_options(
    desk: Desk, tr: Translator, used: Iterable[str | None] = (), *, holders: bool = True
) -> list[Option]:
    """Offices in force today by title, and those ``used`` although their time is over.

    Args:
        desk: The open workspace.
        tr: The screen's language.
        used: Ids that the record has now.
        holders: Say also who holds the office.
    """
    now = desk.situation
    wanted = {one for one in used if one}
    found = [
        one
        for one in desk.organisation.offices()
        if one.id in wanted or now.office_in_force(one.id, desk.today) is not None
    ]
    found.sort(key=lambda one: tr.sort_key(one.title.in_language(tr.lang)))
    if not holders:
        return [(one.id, one.title.in_language(tr.lang)) for one in found]
    return [(one.id, office_name(desk, one, tr)) for one in found]


def mission_options(desk: Desk, tr: Translator) -> list[Option]:
    """All missions by code."""
    return [
        (one.id, f"{one.code} {one.title.in_language(tr.lang)}".strip())
        for one in desk.missions.all()
    ]


def ministry_options(desk: Desk, tr: Translator, used: Iterable[str] = ()) -> list[Option]:
    """The ministries with these ids by name."""
    wanted = set(used)
    found = [one for one in desk.organisation.ministries() if one.id in wanted]
    found.sort(key=lambda one: tr.sort_key(one.name.in_language(tr.lang)))
    return [(one.id, one.name.in_language(tr.lang)) for one in found]


def party_options(desk: Desk) -> list[Option]:
    """All parties by letter."""
    found = sorted(desk.situation.all(Party), key=lambda it: it.code)
    return [(one.id, f"{one.code} {one.name}".strip()) for one in found]
