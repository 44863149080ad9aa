# SPDX-License-Identifier: Apache-2.0
"""The form on which a party answers the questions of the talks, as a workbook."""

from missiondesk.exchange.question_form.reading import read_questions
from missiondesk.exchange.question_form.writing import write_questions

__all__ = ["read_questions", "write_questions"]
