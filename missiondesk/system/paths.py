# SPDX-License-Identifier: Apache-2.0
"""The folders the program may write to by itself; workspaces lie wherever the user puts them."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "MISSIONDESK_HOME"

_DIRS = PlatformDirs("missiondesk", appauthor=False, roaming=True)


def settings_folder() -> Path:
    """Folder of the settings file; created when asked for."""
    return _made("settings", _DIRS.user_config_path)


def log_folder() -> Path:
    """Folder of the log and the crash reports; created when asked for."""
    return _made("log", _DIRS.user_log_path)


def backup_folder() -> Path:
    """Folder of the backups of all workspaces; not created, for none may ever be made."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / "backups" if home else _DIRS.user_data_path / "backups"


def _made(name: str, usual: Path) -> Path:
    # One variable moves both, so that tests and portable set-ups leave no trace in the
    # user's own folders.
    home = os.environ.get(HOME_VARIABLE)
    folder = Path(home) / name if home else usual
    folder.mkdir(parents=True, exist_ok=True)
    return folder
