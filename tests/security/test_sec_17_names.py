# SPDX-License-Identifier: Apache-2.0
"""SEC-17: a file's name made of data leaves no folder, on any system."""

from __future__ import annotations

import ntpath
import posixpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.services.atomic_files import write_whole
from missiondesk.services.safe_names import LONGEST, safe_name

CORPUS = (
    "..",
    "../../etc/passwd",
    "..\\..\\windows\\system32",
    "/etc/passwd",
    "C:\\autoexec.bat",
    "\\\\server\\share\\x",
    "//server/share/x",
    "file:stream",
    "name.mission:hidden",
    "CON",
    "nul",
    "com1",
    "LPT¹",
    "aux.pdf",
    "trailing. . .",
    "trailing   ",
    "a\x00b",
    "a\nb",
    "\u202egnp.exe",
    "．．／．．／x",
    "~root",
    "$HOME",
    "%TEMP%",
    "-rf",
    "",
    "æøå" * 200,
)
RESERVED = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(10))}


def is_plain(name: str) -> bool:
    return (
        bool(name)
        and len(name) <= LONGEST + len("-file")
        and name.isascii()
        and all(sign.isalnum() or sign in "-_" for sign in name)
        and not name.startswith("-")
        and name.lower() not in RESERVED
        and ntpath.basename(name) == posixpath.basename(name) == name
    )


@pytest.mark.parametrize("text", CORPUS)
def test_a_name_made_of_data_stays_a_name(text: str) -> None:
    assert is_plain(safe_name(text))


@given(st.text(max_size=300))
def test_any_text_becomes_a_plain_name(text: str) -> None:
    assert is_plain(safe_name(text))


@pytest.mark.parametrize("name", ["../x", "a/b", "..", ".", "", "/abs"])
def test_nothing_is_written_outside_the_chosen_folder(name: str, tmp_path: Path) -> None:
    inside = tmp_path / "inde"
    with pytest.raises((ValueError, OSError)):
        write_whole(inside, name, b"x")
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
