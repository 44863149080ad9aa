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

    def read(self) -> Any:
        return text_kept(super().read())

    def write(self, value: Any) -> None:
        super().write(text_shown(str(value or ""), self.language))

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
