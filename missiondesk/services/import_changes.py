# SPDX-License-Identifier: Apache-2.0
"""Brings what a row says into a record, and says field by field what that changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from typing import Any, TypeVar

from missiondesk.domain.entities import Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.wording import Wording

E = TypeVar("E", bound=Entity)

# Field of the row, field of the record, and what it is called in the report.
Fields = Iterable[tuple[str, str, str]]


@dataclass(slots=True)
class Brought:
    """What became of one row.

    Attributes:
        details: What is said of it.
        changes: How many of them change something that was there before.
    """

    code: str = ""
    title: Wording = Wording()
    new: bool = False
    details: list[Message] = field(default_factory=list)
    changes: int = 0

    def note(self, detail: Message) -> None:
        """Say a change."""
        self.details.append(detail)
        self.changes += 1

    def revised(self, record: E, row: object, fields: Fields) -> E:
        """The record with what the row says; what it does not say stays as it is."""
        values: dict[str, Any] = {}
        for of_row, of_record, name in fields:
            given, before = getattr(row, of_row), getattr(record, of_record)
            after = merged(before, given)
            if after == before:
                continue
            values[of_record] = after
            self.note(said_change(name, before, after))
        changed: E = replace(record, **values)  # type: ignore[type-var]
        return changed


def merged(before: object, given: object) -> object:
    """What the file says, in its own language only; what it does not say stays as it is."""
    if given is None or given == "" or given == ():
        return before
    if isinstance(given, Wording) and isinstance(before, Wording):
        return Wording(_one_language("da", before, given), _one_language("en", before, given))
    return given


def _one_language(language: str, before: Wording, given: Wording) -> str:
    """A Danish title under an English heading is no English title."""
    other = before.only("en" if language == "da" else "da")
    new, old = given.only(language), before.only(language)
    return new if new and (old or new != other) else old


def said_change(name: str, before: object, after: object) -> Message:
    """A field that changes, with the value before and after."""
    if isinstance(before, Wording) and isinstance(after, Wording):
        before, after = _in_the_changed_language(before, after)
    if before is None or not str(before):
        return message(N_("{field}: {value}"), field=Message(name), value=after)
    return message(
        N_("{field}: “{before}” becomes “{value}”"), field=Message(name), before=before, value=after
    )


def _in_the_changed_language(before: Wording, after: Wording) -> tuple[object, object]:
    """The texts of the one language that changes: Danish that is new replaces no English."""
    changed = [one for one in ("da", "en") if before.only(one) != after.only(one)]
    if len(changed) != 1:
        return before, after
    return before.only(changed[0]), after.only(changed[0])
