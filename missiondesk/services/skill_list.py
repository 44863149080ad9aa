# SPDX-License-Identifier: Apache-2.0
"""The shipped short list of skills for missions, with the same ids in every workspace."""

from __future__ import annotations

import tomllib
import uuid
from functools import cache
from typing import Any, Final

from missiondesk.domain.skill import Skill, SkillCategory
from missiondesk.domain.wording import Wording
from missiondesk.system.resources import resource

# The same list in two workspaces is the same skills when they meet again.
_NAMESPACE: Final = uuid.UUID("3b1f6a0e-7d63-5b7e-8f0a-5f7f6f1f2d11")
FRAMEWORK: Final = "missiondesk"
_CATEGORIES: Final = {one.value: one for one in SkillCategory}


@cache
def shipped_skills() -> tuple[Skill, ...]:
    """The twelve skills by code.

    Raises:
        FileNotFoundError, ValueError, KeyError: The shipped file is damaged.
    """
    text = (resource("skills") / "missions.toml").read_text(encoding="utf-8")
    return tuple(map(_skill, tomllib.loads(text)["skill"]))


def shipped_id(key: str) -> str:
    """The id of a shipped skill by its key in the file."""
    return str(uuid.uuid5(_NAMESPACE, key))


def _skill(table: dict[str, Any]) -> Skill:
    return Skill(
        shipped_id(table["key"]),
        code=table["code"],
        label=Wording(table["label"]["da"], table["label"]["en"]),
        category=_CATEGORIES[table["category"]],
        description=Wording(table["description"]["da"], table["description"]["en"]),
        framework=FRAMEWORK,
    )
