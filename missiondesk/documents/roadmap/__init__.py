# SPDX-License-Identifier: Apache-2.0
"""The roadmap on A3 or A4: every mission a lane, its initiatives bars, its milestones diamonds."""

from missiondesk.documents.roadmap.document import print_roadmap
from missiondesk.documents.roadmap.paper import Paper

__all__ = ["Paper", "print_roadmap"]
