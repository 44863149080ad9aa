# SPDX-License-Identifier: Apache-2.0
"""The log is a help, never an obstacle."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from missiondesk.system.log import start_log, stop_log


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    stop_log()


def test_a_message_reaches_the_file_once(own_home: Path) -> None:
    start_log()
    path = start_log()
    assert path is not None
    assert path.is_relative_to(own_home)
    logging.getLogger("missiondesk.store").info("saved in %d ms", 12)
    assert path.read_text(encoding="utf-8").count("saved in 12 ms") == 1


def test_a_folder_that_cannot_be_written_to_does_not_stop_the_desk(tmp_path: Path) -> None:
    assert start_log(tmp_path / "missing" / "folder") is None


def test_a_stopped_log_takes_no_more(tmp_path: Path) -> None:
    path = start_log(tmp_path)
    assert path is not None
    stop_log()
    logging.getLogger("missiondesk").warning("after the end")
    assert "after" not in path.read_text(encoding="utf-8")


def test_a_large_log_is_put_aside_and_three_are_kept(tmp_path: Path) -> None:
    for turn in range(6):
        path = start_log(tmp_path)
        assert path is not None
        stop_log()
        path.write_text(f"{turn}" * 1_000_001, encoding="utf-8")
    start_log(tmp_path)
    kept = sorted(file.name for file in tmp_path.iterdir())
    assert kept == ["missiondesk.log", *(f"missiondesk.log.{number}" for number in (1, 2, 3))]
    assert (tmp_path / "missiondesk.log.1").read_text(encoding="utf-8")[0] == "5"
