# SPDX-License-Identifier: Apache-2.0
"""A mission on exactly one page of A4."""

from missiondesk.documents.one_pager.printing import print_one_pager

__all__ = ["print_one_pager"]
