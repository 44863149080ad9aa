# SPDX-License-Identifier: Apache-2.0
"""Looking for a record by any of its words: what was found, where in it, and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from missiondesk.domain.entities import Entity
from missiondesk.domain.field_words import FIELD_WORDS, KIND_WORDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.situation import Situation, size_of
from missiondesk.language import Translator
from missiondesk.language.folding import found_in, marks
from missiondesk.services.listing import line_of
from missiondesk.services.search_index import Entry, SearchIndex, texts_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_AROUND: Final = 48  # characters of a long text shown before what was found
_EXCERPT: Final = 160
_TITLE: Final = 90  # characters of a title that a row has room for
# Fewer records than this are read within the blink of an eye.
_LARGE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found.

    Attributes:
        kind: Its kind, as in the trail.
        key: Its id.
        mission: Id of the mission it belongs to, "" for none; see `navigation.place_of`.
        title: How it is called.
        kind_word: What its kind is called.
        field: The field in which the words stand, "" when they stand in the title.
        excerpt: The part of the field's text around them.
    """

    kind: str
    key: str
    mission: str
    title: str
    kind_word: str
    field: str = ""
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave: the first hits, and how many there are of each kind."""

    hits: tuple[Hit, ...]
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many records were found in all."""
        return sum(self.counts.values())


class Search:
    """Reads the workspace; nothing here writes, and nothing of it is kept in a file."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._index: SearchIndex | None = None
        self._of: Situation | None = None

    @property
    def takes_long(self) -> bool:
        """Whether the next search has to read a large workspace first; see `take`."""
        return self._index is None and size_of(self._session.situation) > _LARGE

    def take(self, index: SearchIndex) -> None:
        """Use an index that was made elsewhere, as another thread does for a large workspace."""
        self._index = index

    def find(self, query: str, tr: Translator, most: int, kind: str = "") -> Found:
        """Records in which every word of ``query`` stands, however its æ, ø and å are typed.

        Args:
            query: Words, or parts of words, in any order.
            tr: The language of titles and excerpts.
            most: How many hits to describe.
            kind: Only of this kind, "" for all.
        """
        if not query.strip():
            return Found((), {})  # and no workspace is read before somebody looks for something
        found = self._present().found(query)
        counts = Counter(one.kind for one in found)
        chosen = [one for one in found if kind in ("", one.kind)][:most]
        return Found(tuple(self._hit(one, query, tr) for one in chosen), counts)

    def named(self, key: str, tr: Translator) -> Hit | None:
        """The record with this id as a hit without a search, None when it is gone."""
        entry = self._present().called(key)
        return self._hit(entry, "", tr) if entry is not None else None

    def _present(self) -> SearchIndex:
        now = self._session.situation
        if self._index is None or now is not self._of:
            self._index, self._of = SearchIndex.of(now, self._index), now
        return self._index

    def _hit(self, entry: Entry, query: str, tr: Translator) -> Hit:
        record = entry.record
        # What has no name is called by its text: what is found further on in that is an excerpt.
        title = _shortened(line_of(self._session.situation, record, tr))
        field, text = _place(entry.kind, record, title, query, tr)
        return Hit(
            entry.kind,
            record.id,
            str(getattr(record, "mission", "") or ""),
            title,
            tr.say(KIND_WORDS[entry.kind]),
            tr.say(FIELD_WORDS[field]) if field in FIELD_WORDS else field,
            text,
        )


def _place(kind: str, record: Entity, title: str, query: str, tr: Translator) -> tuple[str, str]:
    """The field that holds most of what the title does not, and the part of it to show."""
    missing = [word for word in query.split() if not found_in(word, (title,))]
    if not missing:
        return "", ""
    best, field, text = 0, "", ""
    for name, one in texts_of(kind, record):
        holds = sum(found_in(word, (one,)) for word in missing)
        if holds > best:
            best, field, text = holds, name, one
    return field, _excerpt(" ".join(text.split()), " ".join(missing))


def _shortened(title: str) -> str:
    if len(title) <= _TITLE:
        return title
    return f"{title[: title.rfind(' ', 0, _TITLE) if ' ' in title[:_TITLE] else _TITLE]} …"


def _excerpt(text: str, query: str) -> str:
    """About a line of a long text, from the beginning of a word shortly before what was found."""
    found = marks(query, text)
    begin = found[0][0] - _AROUND if found else 0
    if begin <= 0:
        begin = 0
    else:
        begin = text.find(" ", begin, found[0][0]) + 1 or begin
    end = begin + _EXCERPT
    return f"{'… ' if begin else ''}{text[begin:end].rstrip()}{' …' if end < len(text) else ''}"
