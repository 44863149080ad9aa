# SPDX-License-Identifier: Apache-2.0
"""What the forms about skills let choose: skills, levels, and who needs something."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.body import Body
from missiondesk.domain.message import N_
from missiondesk.domain.skill import SkillRequirement
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.naming import name_of
from missiondesk.ui.choices import Option, mission_options

Owner = tuple[str, str]  # field of the requirement, id

LEVELS: Final = (
    N_("0 none"),
    N_("1 aware"),
    N_("2 practises with help"),
    N_("3 practises alone"),
    N_("4 teaches others"),
)


def skill_options(desk: Desk, tr: Translator) -> list[Option]:
    """All skills, those with a code first."""
    return [
        (one.id, f"{one.code} {one.label.in_language(tr.lang)}".strip())
        for one in desk.skills.all(tr.lang)
    ]


def level_options(tr: Translator, least: int = 1) -> list[tuple[int, str]]:
    """The levels from ``least`` on in words."""
    return [(level, tr.say(word)) for level, word in enumerate(LEVELS) if level >= least]


def owner_options(desk: Desk, tr: Translator) -> list[tuple[Owner, str]]:
    """Missions, bodies and initiatives that may need a skill."""
    missions = [(("mission", key), text) for key, text in mission_options(desk, tr)]
    bodies = [
        (("body", one.id), f"{one.code} {one.name.in_language(tr.lang)}".strip())
        for one in desk.situation.all(Body)
    ]
    initiatives = [
        (("initiative", one.id), name_of(one, tr.lang)) for one in desk.initiatives.all()
    ]
    return [*missions, *bodies, *initiatives]


def owner_of(requirement: SkillRequirement) -> Owner | None:
    """Who needs it, as one of `owner_options`."""
    for field in ("mission", "initiative", "body"):
        key = getattr(requirement, field)
        if key is not None:
            return field, key
    return None


def owner_fields(owner: Owner | None) -> dict[str, str | None]:
    """The three fields of a requirement that say who needs it."""
    fields: dict[str, str | None] = dict.fromkeys(("mission", "initiative", "body"))
    if owner is not None:
        fields[owner[0]] = owner[1]
    return fields


def split_owner(text: str) -> Owner:
    """An owner from the text by which a box keeps it: "mission:" and the id."""
    field, _, key = text.partition(":")
    return field, key
