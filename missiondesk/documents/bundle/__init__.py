# SPDX-License-Identifier: Apache-2.0
"""Many letters in one file, ready for the printer: one press for a whole government."""

from missiondesk.documents.bundle.printing import print_letters

__all__ = ["print_letters"]
