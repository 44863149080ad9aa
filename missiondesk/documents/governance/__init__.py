# SPDX-License-Identifier: Apache-2.0
"""Governance and RACI sheet, skills plan, and actors' commitments of a mission on paper."""

from missiondesk.documents.governance.printing import (
    print_actors,
    print_governance,
    print_reshuffle,
    print_skills,
)

__all__ = ["print_actors", "print_governance", "print_reshuffle", "print_skills"]
