# SPDX-License-Identifier: Apache-2.0
"""The folders the program may write to by itself; workspaces lie wherever the user puts them."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

# One variable moves all of them, so that tests and portable set-ups leave no trace in the user's
# own folders.
HOME_VARIABLE = "MISSIONDESK_HOME"


def settings_folder() -> Path:
    """Folder of the settings file; not created, for reading them must work on a full disk too."""
    return _moved("settings") or _usual().user_config_path


def log_folder() -> Path:
    """Folder of the log and the crash reports; created when asked for."""
    folder = _moved("log") or _usual().user_log_path
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def backup_folder() -> Path:
    """Folder of the backups of all workspaces; not created, for none may ever be made."""
    return _moved("backups") or _usual().user_data_path / "backups"


def is_program_s_own(folder: Path) -> bool:
    """Whether a folder lies in the program's: its source, its package, or where it was frozen."""
    frozen = getattr(sys, "frozen", False)
    package = Path(__file__).resolve().parent.parent
    project = package.parent
    own = Path(sys.executable).resolve().parent if frozen else package
    if not frozen and (project / "pyproject.toml").is_file():
        own = project
    return folder.resolve().is_relative_to(own)


def _moved(name: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else None


@cache
def _usual() -> PlatformDirsABC:
    from platformdirs import PlatformDirs  # only who has not moved the folders pays for it

    return PlatformDirs("missiondesk", appauthor=False, roaming=True)
