# SPDX-License-Identifier: Apache-2.0
"""How missions are carried, on paper: RACI, skills, actors, bodies, meetings."""

from missiondesk.documents.governance.meetings import print_bodies, print_meeting
from missiondesk.documents.governance.printing import (
    print_actors,
    print_governance,
    print_reshuffle,
    print_skills,
)

__all__ = [
    "print_actors",
    "print_bodies",
    "print_governance",
    "print_meeting",
    "print_reshuffle",
    "print_skills",
]
