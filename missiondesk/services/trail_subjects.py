# SPDX-License-Identifier: Apache-2.0
"""By what the trail can be narrowed down: subjects for people, kinds for the trail."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.references import TALKS_KINDS
from missiondesk.domain.step import Step

SUBJECTS: Final = {
    "missions": N_("missions"),
    "metrics": N_("key metrics and observations"),
    "learning": N_("learning and stocktakes"),
    "initiatives": N_("initiatives"),
    "milestones": N_("milestones"),
    "letters": N_("letters and commitments"),
    "platform": N_("the platform"),
    "governance": N_("governance"),
    "portfolio": N_("gates and money"),
    "skills": N_("skills"),
    "actors": N_("actors"),
    "talks": N_("talks"),
    "organisation": N_("ministries and people"),
    "copies": N_("copies and comments"),
    "records": N_("journalising and purges"),
    "secretariat": N_("the secretariat"),
}
_KINDS: Final = {
    "missions": {"mission"},
    "metrics": {
        "metric",
        "observation",
        "assessment",
        "trajectory_point",
        "metric_change",
        "figure_feed",
    },
    "learning": {"learning", "stocktake"},
    "initiatives": {"initiative", "initiative_assessment"},
    "milestones": {"milestone"},
    "letters": {"letter", "letter_block", "commitment", "common_block", "letter_reply"},
    "platform": {"platform_chapter", "platform_goal"},
    "governance": {
        "body",
        "membership",
        "meeting",
        "agenda_item",
        "decision",
        "action",
        "responsibility",
        "issue",
        "risk",
        "dependency",
    },
    "portfolio": {"gate", "criterion", "budget_line"},
    "skills": {"skill", "skill_requirement", "capability", "sourcing_action", "expert"},
    "actors": {"actor", "actor_commitment", "coalition_need", "engagement"},
    "talks": set(TALKS_KINDS),
    "organisation": {"ministry", "office", "person", "appointment"},
    "copies": {"copy_sent", "comment"},
    "records": {"journal_mark", "purge"},
    "secretariat": {"secretariat"},
}


def belongs_to(step: Step, subject: str) -> bool:
    """Whether the step changed a record of this subject; "" is every step."""
    return not subject or any(change.kind in _KINDS[subject] for change in step.changes)
