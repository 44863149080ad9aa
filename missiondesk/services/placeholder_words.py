# SPDX-License-Identifier: Apache-2.0
"""The placeholders of letter texts in words, for gaps in a draft and for the list to pick from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from missiondesk.domain.message import N_

WORDS: Final[Mapping[str, str]] = {
    "mission.code": N_("the mission's code"),
    "mission.title": N_("the mission's title"),
    "mission.sentence": N_("the mission in one sentence"),
    "mission.narrative": N_("the mission's narrative"),
    "mission.challenge": N_("the challenge behind the mission"),
    "mission.target_group": N_("the mission's target group"),
    "mission.platform_reference": N_("the place in the government platform"),
    "mission.accountable": N_("the minister accountable for the mission"),
    "metric.name": N_("the key metric's name"),
    "metric.unit": N_("the key metric's unit"),
    "metric.source": N_("the key metric's source"),
    "metric.publisher": N_("the key metric's publisher"),
    "metric.baseline": N_("the baseline"),
    "metric.baseline_period": N_("the baseline's date"),
    "metric.target": N_("the target"),
    "metric.target_period": N_("the target's date"),
    "metric.latest": N_("the latest figure"),
    "metric.latest_period": N_("the latest figure's date"),
    "metric.next_publication": N_("the date of the next figure"),
    "metric.direction": N_("which way is better"),
    "metric.method": N_("the method of rating"),
    "addressee.title": N_("the addressee's title"),
    "addressee.name": N_("the addressee's name"),
    "addressee.first_name": N_("the addressee's first name"),
    "addressee.ministry": N_("the addressee's ministry"),
    "sender.name": N_("the sender"),
    "sender.place": N_("the place"),
    "letter.number": N_("the letter's number"),
    "letter.date": N_("the letter's date"),
    "letter.follow_up": N_("the date of the first follow-up"),
    "letter.cadence": N_("how often it is followed up"),
    "letter.first_100_days": N_("the end of the first 100 days"),
    "former.number": N_("the number of the letter that it replaces or recalls"),
    "former.date": N_("the date of the letter that it replaces or recalls"),
    "recall.reason": N_("the reason for the recall"),
    "shared.titles": N_("the ministers who share the mission"),
    "initiatives.count": N_("the number of initiatives"),
    "resources.years": N_("the years of the budget frame"),
    "resources.total": N_("the budget frame"),
    "data.date": N_("the date of the data"),
}

COMMITMENTS: Final = "commitments"
# All that may be missing in a letter's text: the placeholders, and rows that a text leads in to.
GAPS: Final[Mapping[str, str]] = {**WORDS, COMMITMENTS: N_("the commitments")}
