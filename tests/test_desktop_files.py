# SPDX-License-Identifier: Apache-2.0
"""What the desktop is told of the program agrees with the program."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import missiondesk
from missiondesk.services.workspaces import SUFFIX, new_desk
from missiondesk.store.header import APPLICATION_ID
from missiondesk.store.sealing.header import MAGIC

FOLDER = Path(__file__).resolve().parents[1] / "packaging" / "desktop"
ENTRY = FOLDER / "missiondesk.desktop"
KIND = "application/vnd.missiondesk.workspace"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_starts_the_program_with_a_file() -> None:
    read = entry()
    assert read["Exec"] == "missiondesk %f"
    assert read["Icon"] == "missiondesk"
    # `Application` tells this name, so that the window is shown under the entry's icon.
    assert read["StartupWMClass"] == ENTRY.stem == "missiondesk"
    assert KIND in read["MimeType"].split(";")
    for key in ("GenericName", "Comment", "Keywords"):
        assert read[key]
        assert read[f"{key}[da]"]


def magic_of_the_kind() -> list[tuple[int, bytes, list[tuple[int, bytes]]]]:
    """Each way to know a file: offset, bytes, and what has to stand elsewhere too."""
    root = ET.parse(FOLDER / "missiondesk-mime.xml").getroot()
    kind = root.find(f"{MIME}mime-type")
    assert kind is not None
    assert kind.attrib["type"] == KIND
    magic = kind.find(f"{MIME}magic")
    assert magic is not None
    return [
        (offset(one), value(one), [(offset(inner), value(inner)) for inner in one]) for one in magic
    ]


def offset(match: ET.Element) -> int:
    return int(match.attrib["offset"])


def value(match: ET.Element) -> bytes:
    return match.attrib["value"].encode().decode("unicode_escape").encode("latin-1")


def test_a_workspace_is_known_by_its_content(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / f"kendt{SUFFIX}", "Sekretær")
    desk.wait_saved(5)
    desk.close()
    data = (tmp_path / f"kendt{SUFFIX}").read_bytes()
    plain, sealed = magic_of_the_kind()
    start, head, inner = plain
    assert data[start : start + len(head)] == head
    ((place, ours),) = inner
    assert data[place : place + len(ours)] == ours == APPLICATION_ID.to_bytes(4, "big")
    assert sealed[0] == 0
    assert sealed[1] == MAGIC


def test_a_workspace_is_known_by_its_name() -> None:
    root = ET.parse(FOLDER / "missiondesk-mime.xml").getroot()
    assert [one.attrib["pattern"] for one in root.iter(f"{MIME}glob")] == [f"*{SUFFIX}"]


def test_the_catalogue_entry_is_whole() -> None:
    root = ET.parse(FOLDER / "missiondesk.metainfo.xml").getroot()
    assert root.findtext("launchable") == ENTRY.name
    assert root.findtext("provides/mediatype") == KIND
    assert root.findtext("project_license") == "Apache-2.0"
    release = root.find("releases/release")
    assert release is not None
    # Filled in by packaging/deb from the program and the changelog.
    assert release.attrib == {"version": "@VERSION@", "date": "@DATE@"}


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed")
def test_the_desktops_own_tool_finds_no_fault() -> None:
    done = subprocess.run(
        ["desktop-file-validate", str(ENTRY)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout == ""


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="not installed")
def test_the_catalogues_own_tool_warns_of_nothing_but_the_short_name(tmp_path: Path) -> None:
    text = (FOLDER / "missiondesk.metainfo.xml").read_text(encoding="utf-8")
    filled = tmp_path / "missiondesk.metainfo.xml"
    text = text.replace("@VERSION@", missiondesk.__version__).replace("@DATE@", "2026-11-23")
    filled.write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", str(filled)],
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stdout.splitlines() if line.startswith(("W:", "E:"))]
    assert [line for line in said if "rdns" not in line] == [], done.stdout
