# SPDX-License-Identifier: Apache-2.0
"""The annex of a mission's commitments on paper."""

from missiondesk.documents.annex.printing import print_annex

__all__ = ["print_annex"]
