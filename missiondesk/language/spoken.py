# SPDX-License-Identifier: Apache-2.0
"""Which language a free text is in, so that a Danish note in an English document is read aloud as
Danish; what staff type in one field has no language of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from missiondesk.language.translator import TAGS

# Small words that stand in the one language and hardly ever in the other.
_SMALL: Final = {
    "da": frozenset(
        [
            "og",
            "det",
            "en",
            "den",
            "til",
            "er",
            "som",
            "på",
            "de",
            "med",
            "af",
            "ikke",
            "der",
            "et",
            "har",
            "fra",
            "skal",
            "kan",
            "vil",
            "eller",
            "når",
            "hvor",
            "ved",
            "om",
            "mod",
            "efter",
            "uden",
            "inden",
            "bliver",
            "blev",
            "være",
            "flere",
            "færre",
            "denne",
            "sig",
            "også",
            "ville",
            "være",
            "kun",
            "mere",
            "end",
            "mangler",
            "hvad",
            "hvem",
            "hvis",
            "fordi",
            "deres",
            "sin",
            "sine",
            "eksempel",
            "siden",
            "året",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "is",
            "a",
            "that",
            "with",
            "as",
            "are",
            "be",
            "not",
            "from",
            "will",
            "or",
            "when",
            "which",
            "an",
            "it",
            "this",
            "has",
            "more",
            "than",
            "into",
            "who",
            "its",
            "was",
            "were",
            "been",
            "their",
            "they",
            "there",
            "these",
            "those",
            "would",
            "should",
            "can",
            "each",
            "example",
            "its",
            "under",
        ]
    ),
}
_DANISH: Final = re.compile("[æøåÆØÅ]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST: Final = 2  # marks of the other language that are needed


@lru_cache(maxsize=8192)
def language_of(text: str) -> str:
    """The text's language, "da" or "en", where its small words say so clearly, else ""."""
    words = [word.casefold() for word in _WORD.findall(text)]
    counts = {lang: sum(word in small for word in words) for lang, small in _SMALL.items()}
    counts["da"] += min(2, sum(bool(_DANISH.search(word)) for word in words))
    for lang, other in (("da", "en"), ("en", "da")):
        if counts[lang] >= _LEAST and counts[lang] > 2 * counts[other]:
            return lang
    return ""


def foreign_tag(text: str, language: str) -> str:
    """BCP 47 tag of the text's language where it is clearly not ``language``, else ""."""
    found = language_of(text)
    return TAGS[found] if found and found != language else ""
