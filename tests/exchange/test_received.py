# SPDX-License-Identifier: Apache-2.0
"""A file that cannot be had is named in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.domain.refused import Refused
from missiondesk.exchange.received import received


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        received(tmp_path / "mangler.csv", 10)
    assert dict(refused.value.message.values)["name"] == "mangler.csv"


def test_a_folder_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused) as refused:
        received(Path(), 10)
    assert dict(refused.value.message.values)["name"] == tmp_path.name


def test_no_more_is_read_than_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "stor.csv"
    path.write_bytes(b"x" * 100)
    assert received(path, 10) == b"x" * 11
