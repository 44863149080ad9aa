# SPDX-License-Identifier: Apache-2.0
"""All texts of a workspace, folded for searching; made anew from the records, kept in no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Final

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.references import REFERENCES
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.language import LANGUAGES
from missiondesk.language.folding import folded
from missiondesk.services.naming import name_of

# What people look for first; the other kinds follow in their own order.
_FIRST: Final = ("mission", "initiative", "letter", "metric", "commitment", "person", "office")
_ORDER: Final = {
    kind: place
    for place, kind in enumerate((*_FIRST, *(kind for kind in KINDS if kind not in _FIRST)))
}
_CODES: Final = ("code", "number", "case_number")
# Records that have no name of their own: they are looked for by whom and what they are about.
_CALLED_BY: Final[Mapping[str, tuple[str, ...]]] = {"letter": ("mission", "addressee_office")}
_UNSEARCHED: Final = frozenset({"id", "language", "order", "currency"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it is searched.

    Attributes:
        record: The record itself.
        kind: Its kind.
        codes: Codes and numbers by which it is called, folded.
        heads: Its names in both languages, folded in both spellings.
        wide: All its texts, with å as "aa".
        narrow: All its texts, with å as "a".
    """

    record: Entity
    kind: str
    codes: tuple[str, ...]
    heads: tuple[str, ...]
    wide: str
    narrow: str


class SearchIndex:
    """Finds records by any part of any of their texts; never changed once it is made."""

    def __init__(self, entries: Mapping[tuple[str, str], Entry]) -> None:
        self._entries = entries

    def __len__(self) -> int:
        return len(self._entries)

    @classmethod
    def of(cls, now: Situation, before: SearchIndex | None = None) -> SearchIndex:
        """The index of a situation; what has not changed is taken from the one before."""
        known = before._entries if before is not None else {}
        entries = {}
        for kind, made in KINDS.items():
            for record in now.all(made):
                old = known.get((kind, record.id))
                same = old is not None and old.record is record and kind not in _CALLED_BY
                entries[kind, record.id] = old if old and same else _entry(now, kind, record)
        return cls(entries)

    def entries(self) -> Iterable[Entry]:
        """All entries, in no order."""
        return self._entries.values()

    def get(self, kind: str, key: str) -> Entry | None:
        """The entry of a record, if it is there."""
        return self._entries.get((kind, key))

    def called(self, key: str) -> Entry | None:
        """The entry of the record with this id, whatever its kind."""
        found = (self._entries.get((kind, key)) for kind in KINDS)
        return next((entry for entry in found if entry is not None), None)

    def found(self, query: str) -> list[Entry]:
        """Entries in which every word of ``query`` stands somewhere, the most fitting first."""
        words = [folded(word) for word in query.split()]
        if not words:
            return []
        hits = [one for one in self._entries.values() if _holds(one, words)]
        whole = folded(" ".join(query.split()))[0]
        ranked = [(_rank(one, words, whole), _ORDER[one.kind], one.heads, one) for one in hits]
        return [one for *_, one in sorted(ranked, key=lambda row: row[:3])]


def texts_of(kind: str, record: Entity) -> Iterator[tuple[str, str]]:
    """Field and text of all that people wrote into a record, names first."""
    for field in _text_fields(kind):
        value = getattr(record, field)
        if isinstance(value, Wording):
            yield from ((field, text) for text in (value.da, value.en) if text)
        elif isinstance(value, str) and value and not isinstance(value, Enum):
            yield field, value


@cache
def _text_fields(kind: str) -> tuple[str, ...]:
    left_out = {*_UNSEARCHED, *REFERENCES.get(kind, {})}
    names = [field.name for field in fields(KINDS[kind])]  # type: ignore[arg-type]
    return tuple(name for name in names if name not in left_out)


def _entry(now: Situation, kind: str, record: Entity) -> Entry:
    codes = [str(getattr(record, field, "") or "") for field in _CODES]
    others = [
        now.get(KINDS[REFERENCES[kind][field]], getattr(record, field))
        for field in _CALLED_BY.get(kind, ())
    ]
    called = (record, *(other for other in others if other is not None))
    names = [name_of(one, language) for one in called for language in LANGUAGES]
    texts = (*names, *(text for _, text in texts_of(kind, record)))
    wide, narrow = folded("\n".join(dict.fromkeys(texts)))
    heads = dict.fromkeys(head for name in names for head in folded(name) if head)
    return Entry(
        record, kind, tuple(folded(code)[0] for code in codes if code), tuple(heads), wide, narrow
    )


def _holds(entry: Entry, words: list[tuple[str, str]]) -> bool:
    return all(wide in entry.wide or narrow in entry.narrow for wide, narrow in words)


def _rank(entry: Entry, words: list[tuple[str, str]], whole: str) -> int:
    """0 when the code is asked for, then words that begin in the name, stand in it, in texts."""
    if whole in entry.codes:
        return 0
    if _in_heads(entry, words, " "):
        return 1
    return 2 if _in_heads(entry, words, "") else 3


def _in_heads(entry: Entry, words: list[tuple[str, str]], before: str) -> bool:
    """Whether each word stands in a name, after ``before`` (a space: at a word's beginning)."""
    return all(
        any(f"{before}{spelled}" in f" {head}" for head in entry.heads for spelled in word)
        for word in words
    )
