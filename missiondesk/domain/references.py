# SPDX-License-Identifier: Apache-2.0
"""Which fields are ids of other records, and which of them say to whom a record belongs."""

from __future__ import annotations

from typing import Final

# Kind of record -> field -> kind of record whose id it holds. The tables' references, the removal
# of what belongs to a record, and the names in the trail are all made from it.
REFERENCES: Final[dict[str, dict[str, str]]] = {
    "secretariat": {"finance_ministry": "ministry"},
    "office": {"ministry": "ministry"},
    "appointment": {"office": "office", "person": "person"},
    "mission": {"accountable_office": "office"},
    "metric": {"mission": "mission", "part_of": "metric"},
    "observation": {"metric": "metric"},
    "assessment": {"mission": "mission"},
    "milestone": {"mission": "mission", "initiative": "initiative", "office": "office"},
    "initiative": {"mission": "mission", "office": "office"},
    "commitment": {"mission": "mission", "lead_office": "office"},
    "letter": {
        "mission": "mission",
        "addressee_office": "office",
        "addressee_person": "person",
        "supersedes": "letter",
    },
    "letter_block": {"letter": "letter"},
    "trajectory_point": {"metric": "metric"},
    "metric_change": {"metric": "metric"},
    "figure_feed": {"metric": "metric"},
    "learning": {"mission": "mission", "initiative": "initiative"},
    "stocktake": {"mission": "mission"},
    "letter_reply": {"letter": "letter"},
    "platform_goal": {"chapter": "platform_chapter", "mission": "mission", "office": "office"},
    "seat_result": {"election": "election", "party": "party"},
    "constellation": {"election": "election"},
    "talks_meeting": {"talks_round": "talks_round"},
    "topic": {"talks_round": "talks_round", "chapter": "platform_chapter", "mission": "mission"},
    "talks_question": {"talks_round": "talks_round", "topic": "topic"},
    "party_position": {"party": "party", "topic": "topic", "question": "talks_question"},
    "talks_option": {"topic": "topic"},
    "clause": {"chapter": "platform_chapter", "proposer": "party", "goal": "platform_goal"},
    "clause_proposal": {"clause": "clause", "party": "party"},
    "draft_copy": {"draft": "talks_draft", "party": "party"},
    "financing_line": {"clause": "clause"},
    "body": {"mission": "mission", "reports_to": "body"},
    "membership": {"body": "body", "office": "office", "actor": "actor"},
    "meeting": {"body": "body"},
    "agenda_item": {
        "meeting": "meeting",
        "mission": "mission",
        "initiative": "initiative",
        "office": "office",
    },
    "decision": {
        "body": "body",
        "meeting": "meeting",
        "mission": "mission",
        "initiative": "initiative",
        "gate": "gate",
        "owner": "office",
    },
    "action": {
        "meeting": "meeting",
        "decision": "decision",
        "mission": "mission",
        "initiative": "initiative",
        "office": "office",
    },
    "responsibility": {
        "mission": "mission",
        "commitment": "commitment",
        "initiative": "initiative",
        "gate": "gate",
        "office": "office",
        "body": "body",
    },
    "issue": {
        "mission": "mission",
        "initiative": "initiative",
        "raised_by": "office",
        "owner": "office",
    },
    "risk": {"mission": "mission", "initiative": "initiative", "owner": "office"},
    "dependency": {
        "initiative": "initiative",
        "mission": "mission",
        "on_initiative": "initiative",
        "on_mission": "mission",
    },
    "gate": {"initiative": "initiative", "body": "body"},
    "criterion": {"initiative": "initiative", "gate": "gate", "metric": "metric"},
    "budget_line": {"initiative": "initiative"},
    "skill_requirement": {
        "skill": "skill",
        "mission": "mission",
        "initiative": "initiative",
        "body": "body",
    },
    "capability": {"skill": "skill", "ministry": "ministry"},
    "sourcing_action": {
        "skill": "skill",
        "requirement": "skill_requirement",
        "expert": "expert",
        "actor": "actor",
    },
    "expert": {"skill": "skill", "mission": "mission"},
    "actor_commitment": {"actor": "actor", "mission": "mission", "initiative": "initiative"},
    "coalition_need": {"mission": "mission"},
    "engagement": {"actor": "actor", "mission": "mission", "office": "office"},
    "initiative_assessment": {"initiative": "initiative"},
    "copy_sent": {"ministry": "ministry", "party": "party"},
    "comment": {"answers": "comment"},
    "journal_mark": {"letter": "letter", "decision": "decision", "meeting": "meeting"},
}

# Fields that hold a list of ids.
LISTED: Final[dict[str, dict[str, str]]] = {
    "mission": {"co_offices": "office"},
    "commitment": {"co_offices": "office"},
    "letter": {"sender_offices": "office", "co_addressees": "office"},
    "initiative": {"also_missions": "mission"},
    "constellation": dict.fromkeys(("government", "support", "neutral", "against"), "party"),
    "talks_round": {"parties": "party"},
    "talks_meeting": {"parties": "party"},
    "talks_option": {"violates": "party_position"},
    "clause": {"accepted": "party"},
    "financing_line": {"agreed_by": "party"},
    "package": {"clauses": "clause", "options": "talks_option"},
}

# Fields by which a record belongs to another: when that one is removed, it goes too. Every other
# reference is only cleared.
OWNERS: Final[dict[str, tuple[str, ...]]] = {
    "appointment": ("office",),
    "metric": ("mission", "part_of"),
    "observation": ("metric",),
    "assessment": ("mission",),
    "milestone": ("mission",),
    "commitment": ("mission",),
    "letter": ("mission",),
    "letter_block": ("letter",),
    "trajectory_point": ("metric",),
    "metric_change": ("metric",),
    "figure_feed": ("metric",),
    "learning": ("mission",),
    "stocktake": ("mission",),
    "letter_reply": ("letter",),
    "platform_goal": ("chapter",),
    "seat_result": ("election", "party"),
    "constellation": ("election",),
    "talks_meeting": ("talks_round",),
    "topic": ("talks_round",),
    "talks_question": ("talks_round",),
    "party_position": ("party", "topic", "question"),
    "talks_option": ("topic",),
    "clause": ("chapter",),
    "clause_proposal": ("clause", "party"),
    "draft_copy": ("draft",),
    "membership": ("body", "actor"),
    "meeting": ("body",),
    "agenda_item": ("meeting",),
    "responsibility": ("mission", "commitment", "initiative", "gate", "office", "body"),
    "dependency": ("initiative", "mission", "on_initiative", "on_mission"),
    "gate": ("initiative",),
    "criterion": ("initiative", "gate"),
    "budget_line": ("initiative",),
    "skill_requirement": ("skill", "mission", "initiative", "body"),
    "capability": ("skill",),
    "sourcing_action": ("skill",),
    "actor_commitment": ("actor",),
    "coalition_need": ("mission",),
    "engagement": ("actor",),
    "journal_mark": ("letter", "decision", "meeting"),
    "initiative_assessment": ("initiative",),
    "comment": ("answers",),
}

# The kinds of coalition talks, what is referred to before what refers to it.
TALKS_KINDS: Final = (
    "party", "election", "seat_result", "constellation", "talks_round", "talks_meeting", "topic",
    "talks_question", "party_position", "talks_option", "clause", "clause_proposal", "talks_draft",
    "draft_copy", "financing_line", "package",
)  # fmt: skip

# The kinds that can be written and read as tables, what is referred to before what refers to it.
TABLE_KINDS: Final = (
    "initiative", "actor", "body", "membership", "meeting", "agenda_item", "gate", "decision",
    "action", "responsibility", "issue", "risk", "dependency", "criterion", "budget_line", "skill",
    "skill_requirement", "capability", "expert", "sourcing_action", "actor_commitment",
    "coalition_need", "engagement", *TALKS_KINDS,
)  # fmt: skip

# Fields on which an index forbids two alike; a revision of one is written as removal and insertion,
# so that two records can change places within one write.
UNIQUE: Final[dict[str, tuple[str, ...]]] = {
    "metric": ("mission", "key"),
    "observation": ("metric", "period"),
    "trajectory_point": ("metric", "period"),
    "common_block": ("language", "kind"),
    "seat_result": ("election", "party"),
}
