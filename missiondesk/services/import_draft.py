# SPDX-License-Identifier: Apache-2.0
"""The workspace as it would be while a file is brought in: a row finds what an earlier one made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import field
from datetime import date
from typing import TypeVar, cast

from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, holds_on
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.services.naming import next_number

E = TypeVar("E", bound=Entity)


@dataclass(slots=True)
class Draft:
    """Records as they would be, and how the file calls what it brings.

    Attributes:
        source: Name of the file.
        records: What is to be written, by id; the newest form of each.
    """

    situation: Situation
    source: str
    records: dict[str, Entity] = field(default_factory=dict)
    _kinds: dict[type[Entity], dict[str, Entity]] = field(default_factory=dict)
    _indexes: dict[tuple[type[Entity], str], dict[str, list[str]]] = field(default_factory=dict)
    _codes: dict[tuple[type[Entity], str], str] = field(default_factory=dict)
    _claims: dict[str, int] = field(default_factory=dict)
    _numbered: int | None = None

    @property
    def today(self) -> date:
        """The day to which everything is judged."""
        return self.situation.today

    def all(self, kind: type[E]) -> Collection[E]:
        """All records of a kind as they would be."""
        if kind not in self._kinds:
            self._kinds[kind] = {one.id: one for one in self.situation.all(kind)}
        return cast("Collection[E]", self._kinds[kind].values())

    def get(self, kind: type[E], key: str | None) -> E | None:
        """The record as it would be, or None."""
        self.all(kind)
        return cast("E | None", self._kinds[kind].get(key or ""))

    def put(self, record: Entity) -> None:
        """Note that the record is to be written."""
        kind = type(record)
        self.all(kind)
        self.records[record.id] = record
        self._kinds[kind][record.id] = record
        for (of, name), index in self._indexes.items():
            if of is kind:
                for text in _texts(getattr(record, name)):
                    index.setdefault(text, []).append(record.id)

    def where(self, kind: type[E], name: str, value: Wording | str) -> list[E]:
        """Records whose field is the same text; of a wording in a language that both have."""
        index = self._indexes.get((kind, name))
        if index is None:
            index = self._indexes[kind, name] = {}
            for one in self.all(kind):
                for text in _texts(getattr(one, name)):
                    index.setdefault(text, []).append(one.id)
        keys = dict.fromkeys(key for text in _texts(value) for key in index.get(text, ()))
        found = [self._kinds[kind][key] for key in keys]
        # A record that has been changed since is still found under its former text.
        same = [one for one in found if _same(getattr(one, name), value)]
        return cast("list[E]", same)

    def claim(self, record: Entity, line: int, field: str) -> None:
        """Note that a row speaks of the record; no other may.

        Raises:
            Refused: Another row did already.
        """
        first = self._claims.setdefault(record.id, line)
        if first != line:
            raise Refused(N_("Line {line} speaks of the same."), field=field, line=str(first))

    def claimed(self, record: Entity) -> bool:
        """Whether a row of the file speaks of the record."""
        return record.id in self._claims

    def called(self, record: Mission | Initiative, code: str) -> None:
        """Note under which code the file speaks of a record; another may have it here."""
        if code:
            self._codes[type(record), folded(code)] = record.id

    def next_mission(self) -> str:
        """The code after the largest M1, M2 …; counted on from there, not anew for each row."""
        if self._numbered is None:
            codes = tuple(mission.code.upper() for mission in self.all(Mission))
            self._numbered = next_number(codes, "M") - 1
        self._numbered += 1
        while self.where(Mission, "code", f"M{self._numbered}"):
            self._numbered += 1
        return f"M{self._numbered}"

    # -- what the file refers to -------------------------------------------------------
    def mission(self, text: str) -> Mission | None:
        """The mission that the file means by a code or title; None for an empty cell.

        Raises:
            Refused: There is none, or more than one.
        """
        return self._meant(Mission, text, N_("There is no mission “{text}”."), "mission")

    def initiative(self, text: str) -> Initiative | None:
        """The initiative that the file means by a code or title; None for an empty cell.

        Raises:
            Refused: There is none, or more than one.
        """
        return self._meant(Initiative, text, N_("There is no initiative “{text}”."), "initiative")

    def office(self, text: str, field: str = "office") -> Office | None:
        """The office of this title, of several the one whose title holds today.

        Raises:
            Refused: There is none, or more than one.
        """
        if not text:
            return None
        found = self.where(Office, "title", Wording(text, text))
        if len(found) > 1:
            today = self.today
            held = [one for one in found if holds_on(one.valid_from, one.valid_to, today)]
            found = held or found
        return _only(found, text, N_("There is no office “{text}”."), field)

    def _meant(self, kind: type[E], text: str, missing: str, field: str) -> E | None:
        if not text:
            return None
        # The file's own numbers come first: its 7 may have become M9 here.
        numbers = (text, f"M{text}") if text.isdigit() else (text,)
        for number in numbers:
            own = self.get(kind, self._codes.get((kind, folded(number))))
            if own is not None:
                return own
        for number in numbers:
            coded = self.where(kind, "code", number)
            if coded:
                return _only(coded, text, missing, field)
        return _only(self.where(kind, "title", Wording(text, text)), text, missing, field)


def _only(found: list[E], text: str, missing: str, field: str) -> E:
    if not found:
        raise Refused(missing, field=field, text=text)
    if len(found) > 1:
        raise Refused(N_("“{text}” may be any of several."), field=field, text=text)
    return found[0]


def folded(text: str) -> str:
    """Small letters and single spaces, for comparing."""
    return " ".join(text.casefold().split())


def _texts(value: Wording | str) -> set[str]:
    both = (value.da, value.en) if isinstance(value, Wording) else (value,)
    return {folded(one) for one in both if one}


def _same(one: Wording | str, other: Wording | str) -> bool:
    return not _texts(one).isdisjoint(_texts(other))
