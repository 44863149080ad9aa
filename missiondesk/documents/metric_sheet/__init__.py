# SPDX-License-Identifier: Apache-2.0
"""The sheet of one key metric on paper."""

from missiondesk.documents.metric_sheet.printing import print_metric_sheet

__all__ = ["print_metric_sheet"]
