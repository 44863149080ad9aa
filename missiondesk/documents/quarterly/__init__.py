# SPDX-License-Identifier: Apache-2.0
"""The public quarterly report on paper."""

from missiondesk.documents.quarterly.printing import print_quarterly

__all__ = ["print_quarterly"]
