# SPDX-License-Identifier: Apache-2.0
"""A crash report says where, never what was being written about whom."""

from __future__ import annotations

from pathlib import Path

from missiondesk import __version__
from missiondesk.system.crash import crash_report, write_crash_report


def _fail(secret: str) -> None:
    try:
        int(secret)
    except ValueError as error:
        raise RuntimeError(secret) from error


def _failure() -> RuntimeError:
    try:
        _fail("hemmelig aftale")
    except RuntimeError as error:
        return error
    raise AssertionError


def test_it_names_version_place_and_cause_but_no_content() -> None:
    report = crash_report(_failure())
    assert __version__ in report
    assert "in _fail" in report
    assert "builtins.RuntimeError" in report
    assert "builtins.ValueError" in report
    assert "hemmelig" not in report
    assert str(Path.home()) not in report


def test_it_is_written_beside_the_log(own_home: Path) -> None:
    path = write_crash_report(_failure())
    assert path is not None
    assert path.parent == own_home / "log"
    assert path.read_text(encoding="utf-8") == crash_report(_failure())


def test_a_full_disk_makes_no_second_crash(tmp_path: Path) -> None:
    assert write_crash_report(_failure(), tmp_path / "missing") is None
