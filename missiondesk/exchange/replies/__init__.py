# SPDX-License-Identifier: Apache-2.0
"""The form for the report-back to a letter: written as a workbook and read in again."""

from missiondesk.exchange.replies.form import write_form
from missiondesk.exchange.replies.reading import read_form

__all__ = ["read_form", "write_form"]
