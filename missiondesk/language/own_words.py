# SPDX-License-Identifier: Apache-2.0
"""Words that an office puts in the place of the desk's: "opdragsbrev" for "missionsbrev".

Only whole words of the program's own sentences are replaced, form by form; what stands in a
workspace, and the placeholders of a sentence, are left as they are.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

_LONGEST: Final = 60  # characters of a form


class OwnWords(NamedTuple):
    """What is replaced by what, as (language, form, replacement)."""

    pairs: tuple[tuple[str, str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def put_into(self, text: str, language: str) -> str:
        """``text`` with the office's words; a capital stays a capital."""
        forms = {old: new for tongue, old, new in self.pairs if tongue == language}
        if not forms:
            return text
        longest_first = sorted(forms, key=len, reverse=True)
        some = "|".join(re.escape(form) for form in longest_first)
        # Placeholders pass by; a Danish or English genitive goes along.
        pattern = re.compile(rf"\{{[^}}]*\}}|\b({some})((?:['’]?s)?)\b", re.IGNORECASE)

        def new(found: re.Match[str]) -> str:
            if found[1] is None:
                return found[0]
            return _as_written(found[1], forms[found[1].lower()]) + found[2]

        return pattern.sub(new, text)


NONE: Final = OwnWords()
_chosen: OwnWords = NONE


def use(words: OwnWords) -> None:
    """Say with these words from now on; translators that were made before do not change."""
    global _chosen
    _chosen = words


def chosen() -> OwnWords:
    """The words in force."""
    return _chosen


def own_words(wished: Mapping[str, Mapping[str, Sequence[str]]]) -> tuple[OwnWords, list[str]]:
    """Words from what an office wrote: term, then language, then all its forms.

    Returns:
        The words that can be used, and the terms that cannot: unknown ones, and those with another
        number of forms than the desk's own or with a form that is none.
    """
    from missiondesk.language.glossary import terms  # few offices have words of their own

    known = terms()
    pairs: list[tuple[str, str, str]] = []
    refused: list[str] = []
    for key, languages in wished.items():
        term = known.get(key)
        for language, forms in languages.items():
            ours = {"da": term.da, "en": term.en}.get(language) if term is not None else None
            usable = ours is not None and term is not None and term.replaceable
            if not usable or ours is None or len(forms) != len(ours) or not all(map(_fits, forms)):
                refused.append(f"{key}.{language}")
                continue
            pairs += [
                (language, old, new.strip())
                for old, new in zip(ours, forms, strict=True)
                if old != new.strip()
            ]
    return OwnWords(tuple(dict.fromkeys(pairs))), refused


class OwnCatalogue(gettext.NullTranslations):
    """A catalogue that says the office's words."""

    def __init__(self, inner: gettext.NullTranslations, words: OwnWords, language: str) -> None:
        super().__init__()
        self._inner, self._words, self._language = inner, words, language
        self._said: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        return self._say(self._inner.gettext(message))

    def pgettext(self, context: str, message: str) -> str:
        return self._say(self._inner.pgettext(context, message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._say(self._inner.ngettext(msgid1, msgid2, n))

    def _say(self, text: str) -> str:
        if text not in self._said:
            self._said[text] = self._words.put_into(text, self._language)
        return self._said[text]


def _fits(form: object) -> bool:
    return (
        isinstance(form, str)
        and 0 < len(form.strip()) <= _LONGEST
        and all(sign.isalpha() or sign in " -’'" for sign in form)
    )


def _as_written(old: str, new: str) -> str:
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
