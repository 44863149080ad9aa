# SPDX-License-Identifier: Apache-2.0
"""Letters as Word files, for offices that finish them in Word."""

from missiondesk.exchange.docx.letter import write_letter

__all__ = ["write_letter"]
