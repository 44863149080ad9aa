# SPDX-License-Identifier: Apache-2.0
"""Loads one language's message catalogue: a wheel's compiled file or the tracked text."""

from __future__ import annotations

import gettext
import io
from functools import lru_cache
from pathlib import Path

from missiondesk.language.compiled import CompiledCatalogue

DOMAIN = "missiondesk"


@lru_cache(maxsize=8)
def load_catalogue(resources: Path, lang: str) -> gettext.NullTranslations:
    """The catalogue of ``lang``; an empty one (English is the msgid itself) when there is none.

    A compiled file is used only while it is as new as the text file, so a changed translation is
    seen at the next start without a build step.

    Raises:
        OSError: A catalogue that is there cannot be read.
    """
    folder = resources / "translations" / lang / "LC_MESSAGES"
    text, compiled = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
    if compiled.is_file() and not _is_newer(text, compiled):
        return CompiledCatalogue(compiled.read_bytes())
    if text.is_file():
        return _compile(text, lang)
    return gettext.NullTranslations()


def _is_newer(text: Path, compiled: Path) -> bool:
    return text.is_file() and text.stat().st_mtime_ns > compiled.stat().st_mtime_ns


def _compile(text: Path, lang: str) -> gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with text.open("rb") as file:
        catalogue = read_po(file, locale=lang, domain=DOMAIN)
    image = io.BytesIO()
    write_mo(image, catalogue)
    image.seek(0)
    return gettext.GNUTranslations(image)
