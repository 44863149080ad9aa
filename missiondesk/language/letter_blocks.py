# SPDX-License-Identifier: Apache-2.0
"""The standard texts of letters of each kind, read from editable text files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from missiondesk.language.folder import resources_folder
from missiondesk.language.own_words import chosen

# Kinds of letters with a file of their own texts.
OWN_TEXTS = ("shared", "cabinet", "recall")


class StandardBlock(NamedTuple):
    """One block of the letter: its kind, its heading, or "", and its text with placeholders."""

    kind: str
    heading: str
    text: str


def standard_blocks(lang: str, kind: str = "mission") -> tuple[StandardBlock, ...]:
    """The blocks of a letter in their order, in ``lang`` ("da" or "en").

    A kind ("shared", "cabinet", "recall") has a file of the blocks that differ from the mission
    letter's; a kind without one has the mission letter's.

    Raises:
        OSError: The text file is missing or cannot be read.
        ValueError: It is not TOML, or a block lacks its kind, heading or text.
    """
    blocks, words = _blocks(resources_folder(), lang, kind), chosen()
    if not words:
        return blocks
    return tuple(
        StandardBlock(one.kind, words.put_into(one.heading, lang), words.put_into(one.text, lang))
        for one in blocks
    )


def revision_opening(lang: str) -> str:
    """The sentence with which a revised letter says what it replaces.

    Raises:
        OSError: The text file is missing or cannot be read.
        ValueError: It is not TOML or has no such text.
    """
    return _line(lang, "revision_opening")


def salutation_without_name(lang: str) -> str:
    """The salutation for an addressee whose first name is not known ("Kære minister").

    Raises:
        OSError: The text file is missing or cannot be read.
        ValueError: It is not TOML or has no such text.
    """
    return _line(lang, "salutation_without_name")


def _line(lang: str, name: str) -> str:
    text = _read(resources_folder(), lang).get(name)
    if not isinstance(text, str):
        raise ValueError(f"the letter texts have no {name}")
    return chosen().put_into(text.strip(), lang)


@lru_cache(maxsize=16)
def _blocks(resources: Path, lang: str, kind: str) -> tuple[StandardBlock, ...]:
    blocks = _listed(_read(resources, lang))
    name = f"{lang}-{kind}"
    if kind not in OWN_TEXTS:
        return blocks
    own = {block.kind: block for block in _listed(_read(resources, name))}
    return tuple(own.get(block.kind, block) for block in blocks)


def _listed(texts: dict[str, Any]) -> tuple[StandardBlock, ...]:
    blocks = []
    for position, entry in enumerate(texts.get("block", []), start=1):
        parts = [entry.get(name) for name in StandardBlock._fields]
        if not all(isinstance(part, str) for part in parts):
            raise ValueError(f"letter block {position} needs kind, heading and text")
        kind, heading, text = (str(part).strip() for part in parts)
        blocks.append(StandardBlock(kind, heading, text))
    return tuple(blocks)


@lru_cache(maxsize=16)
def _read(resources: Path, name: str) -> dict[str, Any]:
    path = resources / "letters" / f"{name}.toml"
    import tomllib  # only letters need it, and every start would pay

    return tomllib.loads(path.read_text(encoding="utf-8"))
