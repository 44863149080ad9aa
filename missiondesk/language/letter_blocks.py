# SPDX-License-Identifier: Apache-2.0
"""The standard texts of a mission letter, read from editable text files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from missiondesk.language.folder import resources_folder


class StandardBlock(NamedTuple):
    """One block of the letter: its kind, its heading, or "", and its text with placeholders."""

    kind: str
    heading: str
    text: str


def standard_blocks(lang: str) -> tuple[StandardBlock, ...]:
    """The blocks of a mission letter in their order, in ``lang`` ("da" or "en").

    Raises:
        OSError: The text file is missing or cannot be read.
        ValueError: It is not TOML, or a block lacks its kind, heading or text.
    """
    return _blocks(resources_folder(), lang)


def salutation_without_name(lang: str) -> str:
    """The salutation for an addressee whose first name is not known ("Kære minister").

    Raises:
        OSError: The text file is missing or cannot be read.
        ValueError: It is not TOML or has no such text.
    """
    text = _read(resources_folder(), lang).get("salutation_without_name")
    if not isinstance(text, str):
        raise ValueError("the letter texts have no salutation_without_name")
    return text


@lru_cache(maxsize=8)
def _blocks(resources: Path, lang: str) -> tuple[StandardBlock, ...]:
    found = _read(resources, lang).get("block", [])
    blocks = []
    for position, entry in enumerate(found, start=1):
        parts = [entry.get(name) for name in StandardBlock._fields]
        if not all(isinstance(part, str) for part in parts):
            raise ValueError(f"letter block {position} needs kind, heading and text")
        kind, heading, text = (str(part).strip() for part in parts)
        blocks.append(StandardBlock(kind, heading, text))
    return tuple(blocks)


@lru_cache(maxsize=8)
def _read(resources: Path, lang: str) -> dict[str, Any]:
    path = resources / "letters" / f"{lang}.toml"
    import tomllib  # only letters need it, and every start would pay

    return tomllib.loads(path.read_text(encoding="utf-8"))
