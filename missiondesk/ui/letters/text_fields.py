# SPDX-License-Identifier: Apache-2.0
"""Fields for a letter's texts: placeholders are read and typed in the letter's own language."""

from __future__ import annotations

from typing import Any

from missiondesk.services.placeholder_names import name_shown, text_kept, text_shown
from missiondesk.ui.widgets.fields import Field, ParagraphField, TextField


class _InItsLanguage(Field):
    """The value is the text as it is kept; the editor shows it in words of the letter.

    Attributes:
        language: Of the letter.
    """

    language = "da"
    _written = ("", "")

    def read(self) -> Any:
        typed, (shown, kept) = super().read(), self._written
        # A name that is kept in letters of its own would be another without a letter typed.
        return kept if typed == shown else text_kept(typed)

    def write(self, value: Any) -> None:
        kept = str(value or "").strip()
        shown = text_shown(kept, self.language)
        self._written = shown, kept
        super().write(shown)

    def insert(self, name: str) -> None:
        """Put a placeholder where the cursor is, and take the text."""
        editor: Any = self.editors()[0]
        put = editor.insert if isinstance(self, TextField) else editor.insertPlainText
        put("{{" + name_shown(name, self.language) + "}}")
        self.commit()
        self.focus_editor()


class LineOfLetter(_InItsLanguage, TextField):
    """One line, such as the subject."""


class TextOfLetter(_InItsLanguage, ParagraphField):
    """Paragraphs and points."""
