# SPDX-License-Identifier: Apache-2.0
"""Who owns what, on paper."""

from missiondesk.documents.ownership.printing import print_ownership

__all__ = ["print_ownership"]
