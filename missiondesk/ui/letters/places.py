# SPDX-License-Identifier: Apache-2.0
"""Where what is missing in a letter is mended: page, record and field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from missiondesk.domain.letter import Letter
from missiondesk.ui.letters.letter_fields import FIELD_BLOCKS
from missiondesk.ui.pages import PageName

# Placeholder, or what a block's rows are made of → field of the mission's page.
_MISSION_FIELDS: Final[Mapping[str, str]] = {
    "mission.code": "code",
    "mission.title": "title",
    "mission.sentence": "sentence",
    "mission.narrative": "narrative",
    "mission.challenge": "challenge",
    "mission.target_group": "target_group",
    "mission.platform_reference": "platform_reference",
    "mission.accountable": "accountable_office",
    "metric.name": "name",
    "metric.unit": "unit",
    "metric.source": "source",
    "metric.publisher": "publisher",
    "metric.baseline": "baseline_value",
    "metric.baseline_period": "baseline_period",
    "metric.target": "target_value",
    "metric.target_period": "target_period",
    "metric.latest": "observations",
    "metric.latest_period": "observations",
    "metric.next_publication": "delay_months",
    "metric.direction": "direction",
    "actor_types": "actor_types",
    "commitments": "commitments",
    "shared.titles": "co_offices",
    "initiatives.count": "initiatives",
    "resources.years": "initiatives",
    "resources.total": "initiatives",
}
_LETTER_FIELDS: Final[Mapping[str, str]] = {
    "letter.date": "date",
    "letter.follow_up": "follow_up",
    "letter.cadence": "follow_up_cadence",
    "sender.place": "place",
    "sender.name": "sender_offices",
}


def place_of(name: str, letter: Letter) -> tuple[str, str | None] | None:
    """Arguments for `Navigate` that lead to where ``name`` is filled in, or None.

    Args:
        name: A placeholder, or a field of the letter.
        letter: The letter in which it is missing.
    """
    if name in _MISSION_FIELDS and letter.mission:
        return PageName.MISSIONS, f"{letter.mission}#{_MISSION_FIELDS[name]}"
    if name.startswith("addressee.") or name == "addressee_person":
        if letter.addressee_office is None:
            return PageName.LETTERS, f"{letter.id}#addressee_office"
        return PageName.ORGANISATION, letter.addressee_office
    if name in ("supersedes", "former.number", "former.date") and letter.supersedes:
        return PageName.LETTERS, letter.supersedes
    field = _LETTER_FIELDS.get(name, name)
    if field in FIELD_BLOCKS:
        return PageName.LETTERS, f"{letter.id}#{field}"
    return None
