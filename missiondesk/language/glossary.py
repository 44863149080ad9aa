# SPDX-License-Identifier: Apache-2.0
"""The words of the desk in both languages, each with how sure we are of it, read from one file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from missiondesk.language.folder import resources_folder

SURENESS: Final = ("sure", "probable", "unsure")


class Term(NamedTuple):
    """One thing and its names.

    Attributes:
        key: Its name in files.
        da: Danish forms: one, or indefinite, definite, plural and definite plural.
        en: English forms: one, or singular and plural.
        gender: Grammatical gender in Danish, "en" or "et"; "" for what has none.
        sure: One of `SURENESS`.
        note: What there is to say of it, in Danish and English.
    """

    key: str
    da: tuple[str, ...]
    en: tuple[str, ...]
    gender: str
    sure: str
    note: tuple[str, str]

    @property
    def replaceable(self) -> bool:
        """Whether all its forms are known, so that another word can take its place."""
        return len(self.da) > 1


class Group(NamedTuple):
    """Terms of one subject, with its heading in Danish and English."""

    key: str
    title: tuple[str, str]
    terms: tuple[Term, ...]


def glossary() -> tuple[Group, ...]:
    """All terms by subject.

    Raises:
        OSError: The file is missing or cannot be read.
        ValueError: It is not TOML, or an entry lacks something.
    """
    return _glossary(resources_folder())


def terms() -> dict[str, Term]:
    """All terms by their key."""
    return {term.key: term for group in glossary() for term in group.terms}


@lru_cache(maxsize=4)
def _glossary(resources: Path) -> tuple[Group, ...]:
    import tomllib  # only the guide and offices with words of their own need it

    found = tomllib.loads((resources / "glossary.toml").read_text(encoding="utf-8"))
    try:
        return tuple(
            Group(
                each["id"],
                (each["da"], each["en"]),
                tuple(_term(entry) for entry in each["term"]),
            )
            for each in found["group"]
        )
    except KeyError as missing:
        raise ValueError(f"the glossary has an entry without {missing}") from None


def _term(entry: dict[str, Any]) -> Term:
    if entry["sure"] not in SURENESS:
        raise ValueError(f"{entry['id']}: {entry['sure']} is no degree of sureness")
    return Term(
        entry["id"],
        _forms(entry["da"]),
        _forms(entry["en"]),
        entry.get("gender", ""),
        entry["sure"],
        (entry.get("note_da", ""), entry.get("note_en", "")),
    )


def _forms(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
