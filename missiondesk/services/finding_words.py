# SPDX-License-Identifier: Apache-2.0
"""A group of findings in words: how many there are, what they say, and of which records."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.finding_groups import FindingGroup
from missiondesk.domain.message import N_
from missiondesk.language import Translator

_NAMED: Final = 4  # records that are named before the rest is counted


def subject_of(group: FindingGroup) -> str:
    """Of what a single finding speaks, or how many a group holds: "244 ×"."""
    return group.first.label if len(group) == 1 else f"{len(group)}\u00a0×"


def group_sentence(group: FindingGroup, tr: Translator) -> str:
    """What is found; of many, what they have in common and which records they are."""
    sentence = tr.tell(group.first.message)
    if len(group) == 1:
        return sentence
    if group.said_alike is None:
        sentence = tr.say(N_("for instance {sentence}"), sentence=sentence)
    return tr.say(N_("{sentence} ({records})"), sentence=sentence, records=records_of(group, tr))


def with_rule(sentence: str, rule: str, tr: Translator) -> str:
    """The sentence with the rule's id at its end, where nobody takes it for a mission's."""
    return tr.say("{sentence} (rule {rule})", sentence=sentence, rule=rule) if rule else sentence


def records_of(group: FindingGroup, tr: Translator) -> str:
    """The first records by name, and how many more there are."""
    labels = group.labels
    named = ", ".join(labels[:_NAMED])
    more = len(labels) - _NAMED
    if more <= 0:
        return named
    return tr.plural(
        "{records} and {count} more", "{records} and {count} more", more, records=named
    )
