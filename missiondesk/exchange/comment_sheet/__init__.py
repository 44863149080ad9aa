# SPDX-License-Identifier: Apache-2.0
"""The sheet on which a letter is commented, as a workbook."""

from missiondesk.exchange.comment_sheet.writing import write_sheet

__all__ = ["write_sheet"]
