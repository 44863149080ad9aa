# SPDX-License-Identifier: Apache-2.0
"""SEC-02: the short form of the canary scan; `python -m tests.faults.canaries --rounds 100`."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.faults.canaries import CANARIES, scan, singing


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.timeout(600)
def test_no_canary_reaches_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MISSIONDESK_HOME", str(tmp_path / "desk"))
    tally = scan(tmp_path, rounds=1, seed=1)
    assert tally.singing == [], str(tally)
    assert tally.files > 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("packing", ["plain", "zlib", "zip"])
def test_the_scan_finds_what_is_planted(encoding: str, packing: str, tmp_path: Path) -> None:
    data = b"noget \x00" + CANARIES[1][9:30].encode(encoding) + b"\xff mere"
    if packing == "zlib":
        data = b"stream " + zlib.compress(data) + b" endstream"
    elif packing == "zip":
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", data)
        data = stream.getvalue()
    (tmp_path / "fil.bin").write_bytes(data)
    (tmp_path / "andet.txt").write_text("ingen fugle her", encoding="utf-8")
    assert singing(tmp_path) == ["fil.bin"]
