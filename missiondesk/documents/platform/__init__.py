# SPDX-License-Identifier: Apache-2.0
"""The government platform on paper: chapters with their goals and missions, money, coverage."""

from missiondesk.documents.platform.printing import print_coverage, print_platform

__all__ = ["print_coverage", "print_platform"]
