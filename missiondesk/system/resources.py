# SPDX-License-Identifier: Apache-2.0
"""Finds the files shipped with the program, in the source tree and in an installed wheel alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, as ``resource("fonts", "SourceSans3-Regular.ttf")``.

    The path is built, not checked: whether a single optional file is there is the caller's to ask.

    Raises:
        FileNotFoundError: The program was installed without its resources.
    """
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parents[1]
    # A wheel carries the folder inside the package (see force-include in pyproject.toml); the
    # source tree and an editable install have it beside the package.
    for folder in (package / "_resources", package.parent / "resources"):
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(f"The resources of the program are missing beside {package}")
