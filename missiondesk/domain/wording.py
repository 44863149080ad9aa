# SPDX-License-Identifier: Apache-2.0
"""Text that the government says in Danish and in English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from missiondesk.domain.late_dataclass import dataclass

_HOLDER = re.compile(r"(minister|chef|direktør)\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """The same text in Danish and English; either may still be empty."""

    da: str = ""
    en: str = ""

    @staticmethod
    def typed(text: str, language: str) -> Wording:
        """What somebody said in ``language``; nobody has said it in the other one yet."""
        return Wording(en=text) if language == "en" else Wording(text)

    def in_language(self, language: str) -> str:
        """The text in ``language`` ("da" or "en"), else the other one rather than nothing."""
        return (self.en or self.da) if language == "en" else (self.da or self.en)

    def only(self, language: str) -> str:
        """The text in exactly this language, or ""."""
        return self.en if language == "en" else self.da

    def in_sentence(self) -> Wording:
        """The same as a title inside a sentence, where Danish begins it small."""
        return Wording(in_sentence(self.da, "da"), in_sentence(self.en, "en"))

    def __bool__(self) -> bool:
        return bool(self.da.strip() or self.en.strip())

    def __str__(self) -> str:
        return self.da or self.en


def titles_in_list(titles: Iterable[str], language: str) -> list[str]:
    """Titles after each other: the first as it is, the others as inside a sentence."""
    found = [title for title in titles if title]
    return [*found[:1], *(in_sentence(title, language) for title in found[1:])]


def definite_title(title: str, language: str) -> str:
    """Who holds a title, inside a sentence: "finansministeren", "the Minister of Finance"."""
    if language == "en":
        return f"the {title}" if title else ""
    return in_sentence(_HOLDER.sub("\\1en", title, count=1), language)


def in_sentence(title: str, language: str) -> str:
    """A title inside a sentence: in Danish with a small letter, unless it is an abbreviation."""
    small = language == "da" and title[1:2].islower()
    return title[:1].lower() + title[1:] if small else title
