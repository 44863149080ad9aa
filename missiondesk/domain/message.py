# SPDX-License-Identifier: Apache-2.0
"""Messages leave the domain as an id with its values; the language room says them in Danish or
English.
"""

from __future__ import annotations

from enum import StrEnum

from missiondesk.domain.late_dataclass import dataclass


def N_(msgid: str) -> str:
    """Mark ``msgid`` for the translation catalogue without translating it."""
    return msgid


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said later: English msgid with ``{name}`` placeholders, and the values by
    name.

    A value may be text, a number, a `Period`, a `Wording` or another `Message`.
    """

    msgid: str
    values: tuple[tuple[str, object], ...] = ()


def message(msgid: str, **values: object) -> Message:
    """Build a `Message`; write ``message(N_("…{name}…"), name=value)`` so that it is extracted."""
    return Message(msgid, tuple(values.items()))


class Worded(StrEnum):
    """An enumeration whose members carry the msgid of their word: ``IDEA = "idea", N_("idea")``."""

    word: str

    def __new__(cls, value: str, word: str) -> Worded:
        member = str.__new__(cls, value)
        member._value_ = value
        member.word = word
        return member
