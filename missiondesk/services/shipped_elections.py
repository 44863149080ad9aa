# SPDX-License-Identifier: Apache-2.0
"""The election results shipped with the program, with the same ids in every workspace."""

from __future__ import annotations

import tomllib
import uuid
from functools import cache
from typing import Any, Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.party import Election, ParliamentRule, Party
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.system.resources import resource

# The same result in two workspaces is the same records when they meet again.
_NAMESPACE: Final = uuid.UUID("8a3f0c1e-58f4-5d8f-9f7c-2d4b6f0a9c31")
_KEYS: Final = ("dk-2026", "dk-2022")


@dataclass(frozen=True, slots=True)
class ShippedElection:
    """One result.

    Attributes:
        key: Its name in the files.
        seats: By letter.
    """

    key: str
    election: Election
    parties: tuple[Party, ...]
    seats: dict[str, int]


@cache
def shipped_elections() -> tuple[ShippedElection, ...]:
    """The results, the newest first.

    Raises:
        FileNotFoundError, ValueError, KeyError: A shipped file is damaged.
    """
    return tuple(map(_election, _KEYS))


def shipped_id(*parts: str) -> str:
    """The id of a shipped record by its keys."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(parts)))


def _read(name: str) -> dict[str, Any]:
    text = (resource("elections") / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _parties() -> dict[str, Party]:
    return {
        one["code"]: Party(
            shipped_id("party", one["code"]),
            code=one["code"],
            name=one["name"],
            bloc=one.get("bloc", ""),
            north_atlantic=one.get("north_atlantic", False),
        )
        for one in _read("parties")["party"]
    }


def _election(key: str) -> ShippedElection:
    told = _read(key)
    election = Election(
        shipped_id("election", key),
        name=Wording(told["name"]["da"], told["name"]["en"]),
        date=Period(told["date"]),
        size=told["size"],
        rule=next(one for one in ParliamentRule if one.value == told["rule"]),
        source=told["source"],
    )
    known = _parties()
    return ShippedElection(
        key, election, tuple(known[code] for code in told["seats"]), dict(told["seats"])
    )
