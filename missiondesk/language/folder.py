# SPDX-License-Identifier: Apache-2.0
"""Where translations and letter texts lie; this room may not ask `system`, so it is told."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_told: Path | None = None


def configure(folder: Path | None) -> None:
    """Say where the resources lie (the folder holding ``translations`` and ``letters``).

    Args:
        folder: The resources folder, or None for the one that came with the program.
    """
    global _told
    _told = folder


def resources_folder() -> Path:
    """The resources folder: as told, else the wheel's own, else the source tree's."""
    if _told is not None:
        return _told
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"
