# SPDX-License-Identifier: Apache-2.0
"""How a record is called in a table's cell so that it is found again: a code, a name, or its id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeVar

from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.language import LANGUAGES
from missiondesk.services.naming import name_of

E = TypeVar("E", bound=Entity)


def called_by(record: Entity) -> tuple[str, ...]:
    """Everything a person may call the record by: code, number, names in both languages."""
    parts = [getattr(record, field, "") for field in ("code", "number")]
    found = [str(part) for part in parts if part != "" and not isinstance(part, int)]
    for field in ("title", "name", "label", "text"):
        value = getattr(record, field, None)
        if isinstance(value, Wording):
            found += [value.only(language) for language in LANGUAGES]
        elif isinstance(value, str):
            found.append(value)
    found += [name_of(record, language) for language in LANGUAGES]
    return tuple(dict.fromkeys(_tidy(text) for text in found if _tidy(text)))


class RecordNames:
    """Names of the records of a workspace, and records by their names.

    Args:
        now: The situation.
        more: Records that a file brings and that may be referred to as well.
    """

    def __init__(self, now: Situation, more: Iterable[Entity] = ()) -> None:
        self._now = now
        self._more: defaultdict[str, list[Entity]] = defaultdict(list)
        self._counts: dict[str, Counter[str]] = {}
        self._index: dict[str, defaultdict[str, list[str]]] = {}
        for record in more:
            self.add(record)

    def add(self, record: Entity) -> None:
        """Let a record that is not in the workspace yet be found too."""
        kind = KIND_OF[type(record)]
        self._more[kind].append(record)
        self._counts.pop(kind, None)
        if kind in self._index:
            for text in called_by(record):
                _put(self._index[kind], text, record.id)

    def name(self, kind: str, key: str) -> str:
        """The shortest name that no other record of the kind has; its id where none is."""
        record = self._now.get(KINDS[kind], key)
        if record is None:
            return key
        if kind not in self._counts:
            texts = (text for one in self._all(kind) for text in called_by(one))
            self._counts[kind] = Counter(text.casefold() for text in texts)
        counts = self._counts[kind]
        plain = (text for text in called_by(record) if ";" not in text and "\n" not in text)
        return next((text for text in plain if counts[text.casefold()] == 1), key)

    def find(self, kind: str, text: str, field: str) -> str:
        """The id of the record that is called so.

        Raises:
            Refused: There is none, or more than one; ``field`` says beside what.
        """
        if kind not in self._index:
            index: defaultdict[str, list[str]] = defaultdict(list)
            for record in self._all(kind):
                for name in called_by(record):
                    _put(index, name, record.id)
                _put(index, record.id, record.id)
            self._index[kind] = index
        found = self._index[kind].get(_tidy(text).casefold(), [])
        if not found:
            raise Refused(N_("There is no record “{text}”."), field=field, text=text)
        if len(found) > 1:
            raise Refused(N_("“{text}” may be any of several."), field=field, text=text)
        return found[0]

    def _all(self, kind: str) -> Iterable[Entity]:
        yield from self._now.all(KINDS[kind])
        yield from self._more[kind]


def _put(index: defaultdict[str, list[str]], text: str, key: str) -> None:
    keys = index[text.casefold()]
    if key not in keys:
        keys.append(key)


def _tidy(text: str) -> str:
    return " ".join(text.split())
