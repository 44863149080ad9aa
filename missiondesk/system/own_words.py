# SPDX-License-Identifier: Apache-2.0
"""Reads the words of an office's own from ``words.toml`` in the settings folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from missiondesk.system.paths import settings_folder

NAME = "words.toml"
_READ_MOST = 100_000  # bytes; a longer file is no list of words


def own_words_file() -> Path:
    """Where the file is looked for; it need not be there."""
    return settings_folder() / NAME


def read_own_words(path: Path | None = None) -> dict[str, dict[str, Sequence[str]]]:
    """Term, language and forms as they were written; nothing when there is no file.

    Raises:
        ValueError: It is there and cannot be understood.
        OSError: It is there and cannot be read.
    """
    file = path if path is not None else own_words_file()
    if not file.is_file():
        return {}
    import tomllib  # only who has such a file pays for it

    with file.open("rb") as stream:
        found = tomllib.loads(stream.read(_READ_MOST).decode("utf-8-sig"))
    words: dict[str, dict[str, Sequence[str]]] = {}
    for key, languages in found.items():
        if not isinstance(languages, dict):
            raise ValueError(f"{key} is no table of languages")
        words[key] = {
            language: forms if isinstance(forms, list) else [forms]
            for language, forms in languages.items()
        }
    return words
