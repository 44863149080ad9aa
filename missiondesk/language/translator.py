# SPDX-License-Identifier: Apache-2.0
"""The one voice of the house: says msgids, numbers, money and dates in one chosen language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast

from missiondesk.language.catalogue import load_catalogue
from missiondesk.language.folder import resources_folder
from missiondesk.language.own_words import OwnCatalogue, OwnWords, chosen

if TYPE_CHECKING:
    import datetime

    from missiondesk.language import dates
    from missiondesk.language.amounts import Number

    class HasMessage(Protocol):
        """A sentence to be said later: msgid and its values (the domain's `Message` is one)."""

        @property
        def msgid(self) -> str:
            """English text with ``{name}`` placeholders."""

        @property
        def values(self) -> tuple[tuple[str, object], ...]:
            """The values by name."""

    class _HasWording(Protocol):
        def in_language(self, language: str) -> str: ...


LANGUAGES = ("da", "en")
TAGS = {"da": "da-DK", "en": "en-GB"}


@lru_cache(maxsize=1)
def _amounts() -> ModuleType:
    """The writing of numbers, loaded when the first is written.

    Kept, for asking for a module by name takes longer than writing a number.
    """
    from missiondesk.language import amounts

    return amounts


@lru_cache(maxsize=1)
def _dates() -> ModuleType:
    """The writing of dates, loaded and kept in the same way."""
    from missiondesk.language import dates

    return dates


@lru_cache(maxsize=1)
def _sorting() -> ModuleType:
    """The order of names, loaded and kept in the same way."""
    from missiondesk.language import sorting

    return sorting


_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class Translator:
    """Immutable, safe to share between threads; make one with `translator`."""

    # Written out: a dataclass's methods are put together anew at each start.
    __slots__ = ("catalogue", "lang")
    lang: str
    catalogue: gettext.NullTranslations

    def __init__(self, lang: str, catalogue: gettext.NullTranslations) -> None:
        object.__setattr__(self, "lang", lang)
        object.__setattr__(self, "catalogue", catalogue)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a translator is never changed: {name}")

    @property
    def tag(self) -> str:
        """The language as BCP 47, for documents and screen readers: "da-DK", "en-GB"."""
        return TAGS[self.lang]

    def say(self, msgid: str, **values: object) -> str:
        """The sentence ``msgid`` with its ``{name}`` placeholders replaced by ``values``.

        Values may be text, numbers (written by the language; a year is passed as text or period),
        dates, periods, members of a text enumeration with a ``word``, wordings or messages. A
        value is never looked into for placeholders of its own.

        Raises:
            KeyError: A placeholder has no value: a mistake in the program.
        """
        return self._filled(self.catalogue.gettext(msgid) if msgid else "", values)

    def say_in(self, context: str, msgid: str, **values: object) -> str:
        """As `say`, for a word that means different things in different places."""
        return self._filled(self.catalogue.pgettext(context, msgid), values)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """The form that fits ``n``; ``{count}`` is ``n`` as the language writes it."""
        chosen = self.catalogue.ngettext(singular, plural, n)
        return self._filled(chosen, {"count": n, **values})

    def tell(self, message: HasMessage) -> str:
        """Say a message that another room composed."""
        return self.say(message.msgid, **dict(message.values))

    def _filled(self, text: str, values: dict[str, object]) -> str:
        if self.lang == "da" and "“" in text:
            # A sentence without a translation: its marks are Danish all the same.
            text = text.replace("“", "”")
        if "{" not in text:  # most are; a table of thousands of rows asks for them again and again
            return text

        def shown(found: re.Match[str]) -> str:
            value = self.show(values[found.group(1)])
            # The point of "mio. kr." is the sentence's, too.
            doubled = text.startswith(".", found.end()) and not text.startswith("..", found.end())
            return value[:-1] if doubled and value[-1:] == "." and value[-2:] != ".." else value

        return _PLACEHOLDER.sub(shown, text)

    def show(self, value: object) -> str:
        """One value as text of this language, as inside a sentence."""
        if isinstance(value, str):
            word = getattr(value, "word", None)
            return str(value) if word is None else self.say(str(word))
        # A decimal is told by what it can do: its module takes its part of each start.
        number = isinstance(value, int | float) or hasattr(value, "quantize")
        if number and not isinstance(value, bool):
            return self.number(cast("Number", value))
        days = _dates().datetime
        if isinstance(value, days.datetime):
            return self.moment(value)
        if isinstance(value, days.date):
            return self.date(value)
        # Asked by attribute: `isinstance` with a protocol takes twenty times as long, and a letter
        # shows some hundred values.
        if hasattr(value, "msgid") and hasattr(value, "values"):
            return self.tell(cast("HasMessage", value))
        if hasattr(value, "in_language"):
            return cast("_HasWording", value).in_language(self.lang)
        if hasattr(value, "first") and hasattr(value, "precision"):
            return self.period(cast("dates.HasPrecision", value))
        raise TypeError(f"a sentence cannot show a value of type {type(value).__name__}")

    def number(self, value: Number, decimals: int | None = None) -> str:
        """Write "1.234,5" or "1,234.5"; without ``decimals`` the digits the value has."""
        return str(_amounts().format_number(value, self.lang, decimals))

    def signed(self, value: Number, decimals: int | None = None) -> str:
        """As `number`, with a plus sign when above zero."""
        return str(_amounts().format_signed(value, self.lang, decimals))

    def percent(self, value: Number, decimals: int | None = None) -> str:
        """6.6 (already in per cent) as "6,6 %" or "6.6%"."""
        return str(_amounts().format_percent(value, self.lang, decimals))

    def quantity(self, value: Number, unit: str, decimals: int | None = None) -> str:
        """Number and unit, kept on one line."""
        return str(_amounts().format_quantity(value, unit, self.lang, decimals))

    def money(self, oere: int, decimals: int = 1) -> str:
        """An amount in øre as "14,0 mio. kr." or "DKK 14.0 million"; see `format_money`."""
        return str(_amounts().format_money(oere, self.lang, decimals))

    def monies(self, amounts: Iterable[int], decimals: int = 1) -> tuple[str, ...]:
        """Amounts in øre that are compared with each other; see `format_monies`."""
        return tuple(_amounts().format_monies(tuple(amounts), self.lang, decimals))

    def millions(self, oere: int, decimals: int = 1) -> str:
        """An amount in øre as a bare figure in millions of kroner."""
        return str(_amounts().format_millions(oere, self.lang, decimals))

    def date(self, day: datetime.date) -> str:
        """Write "24. marts 2026" or "24 March 2026"."""
        return str(_dates().format_date(day, self.lang))

    def short_date(self, day: datetime.date) -> str:
        """Write "24.03.2026" or "24 Mar 2026"."""
        return str(_dates().format_short_date(day, self.lang))

    def weekday_date(self, day: datetime.date) -> str:
        """Write "tirsdag den 24. marts 2026" or "Tuesday 24 March 2026"."""
        return str(_dates().format_weekday_date(day, self.lang))

    def period(self, period: dates.HasPrecision) -> str:
        """Write "2030", "2. kvartal 2026", "marts 2026", "uge 12 2027"; in English "Q2 2026" …"""
        return str(_dates().format_period(period, self.lang))

    def period_in_sentence(self, period: dates.HasPrecision) -> str:
        """Write "den 8. december 2026" but "december 2026", as after "til" or "senest"."""
        return str(_dates().format_period_in_sentence(period, self.lang))

    def when(self, period: dates.HasPrecision) -> str:
        """Write "i marts 2027" or "den 3. maj 2027", "in March 2027" or "on 3 May 2027"."""
        return str(_dates().format_period_as_when(period, self.lang))

    def time(self, moment: datetime.datetime | datetime.time) -> str:
        """Write "14.32" or "14:32", in the moment's own zone."""
        return str(_dates().format_time(moment, self.lang))

    def moment(self, moment: datetime.datetime) -> str:
        """Write "24. marts 2026 kl. 14.32" or "24 March 2026 at 14:32"."""
        return str(_dates().format_moment(moment, self.lang))

    def sort_key(self, text: str) -> str:
        """A text by whose plain order the language sorts ``text``; see `sorting.sort_key`."""
        return str(_sorting().sort_key(text, self.lang))

    def list(self, items: Iterable[object]) -> str:
        """Write "a, b og c" or "a, b and c"; nothing for no items.

        An item that joins two things itself ("kommuner og regioner") is kept apart from the rest:
        "kommuner og regioner samt c", "municipalities and regions, and c".
        """
        shown = [self.show(item) for item in items]
        if len(shown) < 2:
            return "".join(shown)
        joint, apart = (" og ", " samt ") if self.lang == "da" else (" and ", ", and ")
        # "Børne- og undervisningsminister" is one thing.
        joined = any(joint in item.replace(f"-{joint}", "") for item in shown)
        return f"{', '.join(shown[:-1])}{apart if joined else joint}{shown[-1]}"


def translator(lang: str) -> Translator:
    """The translator of ``lang`` ("da" or "en"); the same object for the same resources.

    Raises:
        ValueError: The language is not one of `LANGUAGES`.
        OSError: Its catalogue cannot be read.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no such language: {lang!r}")
    return _translator(lang, resources_folder(), chosen())


@lru_cache(maxsize=8)
def _translator(lang: str, resources: Path, words: OwnWords) -> Translator:
    catalogue = load_catalogue(resources, lang)
    return Translator(lang, OwnCatalogue(catalogue, words, lang) if words else catalogue)
