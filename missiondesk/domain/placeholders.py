# SPDX-License-Identifier: Apache-2.0
"""Placeholders in letter texts: a closed set of names, looked up and never evaluated (SEC-15)."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from typing import Final

from missiondesk.domain.late_dataclass import dataclass

PLACEHOLDERS: Final[frozenset[str]] = frozenset(
    {
        "mission.code",
        "mission.title",
        "mission.sentence",
        "mission.narrative",
        "mission.challenge",
        "mission.target_group",
        "mission.platform_reference",
        "mission.accountable",
        "metric.name",
        "metric.unit",
        "metric.source",
        "metric.publisher",
        "metric.baseline",
        "metric.baseline_period",
        "metric.target",
        "metric.target_period",
        "metric.latest",
        "metric.latest_period",
        "metric.next_publication",
        "metric.direction",
        "metric.method",
        "addressee.title",
        "addressee.name",
        "addressee.first_name",
        "addressee.ministry",
        "sender.name",
        "sender.place",
        "letter.number",
        "letter.date",
        "letter.follow_up",
        "letter.cadence",
        "letter.first_100_days",
        "former.number",
        "former.date",
        "recall.reason",
        "shared.titles",
        "initiatives.count",
        "resources.years",
        "resources.total",
        "data.date",
    }
)
_FORM: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
# Two braces on one side only, or one on either side of a name.
_BROKEN: Final = re.compile(
    r"\{\{\s*[^\s{}]*\s*\}?|\{?[^\s{}]*\s*\}\}|\{\s*(?P<name>[^\s{}]+)\s*\}"
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its placeholders replaced; unknown and empty ones stay visible in brackets."""

    text: str
    unknown: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Replace each ``{{name}}`` by its value; a value is put in as it is and never searched
    again.
    """
    unknown: list[str] = []
    empty: list[str] = []

    def put(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in PLACEHOLDERS:
            unknown.append(name)
            return f"[{name}?]"
        value = values.get(name, "")
        if not value.strip():
            empty.append(name)
            return f"[{name}]"
        return value

    return Filled(_FORM.sub(put, text), tuple(unknown), tuple(empty))


def renamed(text: str, name: Callable[[str], str]) -> str:
    """Write other names into the placeholders of a text.

    Args:
        text: All else in it stays as it is, blanks too.
        name: Gives the new name for the one that stands there.
    """

    def put(found: re.Match[str]) -> str:
        now, whole = found.group(1), found.group(0)
        return whole.replace(now, name(now)) if now else whole

    return _FORM.sub(put, text)


def names_in(text: str) -> tuple[str, ...]:
    """All placeholder names used in a text, known or not, in order."""
    return tuple(found.group(1) for found in _FORM.finditer(text))


def broken_in(text: str, known: Container[str]) -> tuple[str, ...]:
    """What was meant as a placeholder and is none for want of a brace.

    Args:
        known: Names in small letters; other words between single braces are no placeholders.
    """
    left = _FORM.sub(" ", text)
    if "{" not in left and "}" not in left:  # a text without any costs nothing
        return ()
    rest = _BROKEN.finditer(left)
    return tuple(
        found.group().strip()
        for found in rest
        if found["name"] is None or found["name"].casefold() in known
    )
