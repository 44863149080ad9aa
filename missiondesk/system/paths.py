# SPDX-License-Identifier: Apache-2.0
"""The folders the program may write to by itself; workspaces lie wherever the user puts them."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

# One variable moves all of them, so that tests and portable set-ups leave no trace in the user's
# own folders.
HOME_VARIABLE = "MISSIONDESK_HOME"

_DIRS = PlatformDirs("missiondesk", appauthor=False, roaming=True)


def settings_folder() -> Path:
    """Folder of the settings file; not created, for reading them must work on a full disk too."""
    return _folder("settings", _DIRS.user_config_path)


def log_folder() -> Path:
    """Folder of the log and the crash reports; created when asked for."""
    folder = _folder("log", _DIRS.user_log_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def backup_folder() -> Path:
    """Folder of the backups of all workspaces; not created, for none may ever be made."""
    return _folder("backups", _DIRS.user_data_path / "backups")


def _folder(name: str, usual: Path) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else usual
