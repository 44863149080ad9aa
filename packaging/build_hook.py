# SPDX-License-Identifier: Apache-2.0
"""Puts the resources into the wheel, with the translations compiled; hatchling calls it.

An editable install only compiles: the program then reads ``resources/`` where it lies.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = "missiondesk/_resources"
# The text of a translation stays at home: installers write files in no promised order, and the
# program takes the compiled file only when it is not older than the text beside it.
LEFT_OUT = {".po", ".pot"}
# What is written for developers; the guide's pages are Markdown too and belong to the program.
NOTES = "README.md"


class ResourcesHook(BuildHookInterface[Any]):
    """Compile each ``.po`` beside itself, then name every file that belongs into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a wheel (``standard``) or an ``editable`` one is built."""
        resources = Path(self.root) / "resources"
        for text in sorted(resources.glob("translations/*/LC_MESSAGES/*.po")):
            compile_catalogue(text)
        if version == "editable":
            return
        for file in sorted(resources.rglob("*")):
            if file.is_file() and is_shipped(file):
                inside = file.relative_to(resources).as_posix()
                build_data["force_include"][str(file)] = f"{TARGET}/{inside}"


def is_shipped(file: Path) -> bool:
    """Whether a file of ``resources/`` belongs into the wheel."""
    return file.suffix not in LEFT_OUT and file.name != NOTES and not file.name.startswith(".")


def compile_catalogue(text: Path) -> Path:
    """Write the ``.mo`` beside a ``.po`` and return its path.

    Raises:
        ValueError: The ``.po`` has a syntax error; a wheel with a damaged language is not built.
    """
    locale = text.parents[1].name
    with text.open("rb") as source:
        catalogue = read_po(source, locale=locale, abort_invalid=True)
    compiled = text.with_suffix(".mo")
    with compiled.open("wb") as target:
        write_mo(target, catalogue)
    return compiled
