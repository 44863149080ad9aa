# SPDX-License-Identifier: Apache-2.0
"""The half-year report on paper."""

from missiondesk.documents.half_year.printing import print_half_year

__all__ = ["print_half_year"]
