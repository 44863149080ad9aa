# SPDX-License-Identifier: Apache-2.0
"""The mission letter on paper: what the domain says in 22 blocks, set on two pages and annexes."""

from missiondesk.documents.letter.printing import letter_attachments, print_letter, set_letter

__all__ = ["letter_attachments", "print_letter", "set_letter"]
