# SPDX-License-Identifier: Apache-2.0
"""One variable moves every folder the program writes to by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.system import paths


def test_the_variable_moves_all_folders(own_home: Path) -> None:
    folders = {paths.settings_folder(), paths.log_folder(), paths.backup_folder()}
    assert len(folders) == 3
    assert all(folder.parent == own_home for folder in folders)
    assert paths.log_folder().is_dir()


def test_without_it_the_system_s_usual_folders_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert "missiondesk" in str(paths.settings_folder())
