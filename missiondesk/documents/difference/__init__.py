# SPDX-License-Identifier: Apache-2.0
"""Two letters laid beside each other, word by word."""

from missiondesk.documents.difference.printing import print_difference

__all__ = ["print_difference"]
