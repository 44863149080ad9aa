# SPDX-License-Identifier: Apache-2.0
"""The report on two copies that were put together."""

from missiondesk.documents.merge_report.printing import print_merge_report

__all__ = ["print_merge_report"]
