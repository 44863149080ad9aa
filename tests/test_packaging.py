# SPDX-License-Identifier: Apache-2.0
"""What is shipped is told: the list of parts is that of the locks; recipes name what exists."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import missiondesk
from missiondesk.services.workspaces import SUFFIX

PROJECT = Path(__file__).resolve().parents[1]
PACKAGING = PROJECT / "packaging"
BILL = PACKAGING / "sbom" / "missiondesk.cdx.json"


def pinned(name: str) -> set[tuple[str, str]]:
    """Names and versions of a lock file."""
    text = (PACKAGING / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text, re.MULTILINE))


def listed() -> set[tuple[str, str]]:
    """Names and versions of the packages of the list."""
    bill = json.loads(BILL.read_text(encoding="utf-8"))
    return {(one["name"], one["version"]) for one in bill["components"] if "purl" in one}


def test_the_list_of_parts_is_that_of_the_locks() -> None:
    check = subprocess.run(
        [sys.executable, str(PACKAGING / "licences"), "--check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_everything_that_the_program_needs_is_listed_and_no_tool_is() -> None:
    assert pinned("run") <= listed() <= pinned("bundle")
    tools = {"pyinstaller", "altgraph", "setuptools", "hatchling", "pluggy", "pathspec"}
    assert not tools & {name for name, _version in listed()}
    assert tools <= {name for name, _version in pinned("bundle")}


def test_one_version_of_a_package_serves_all_locks() -> None:
    """What is tested is what is bundled."""
    bundled, tested = dict(pinned("bundle")), dict(pinned("test"))
    differing = {name for name in set(bundled) & set(tested) if bundled[name] != tested[name]}
    several = {
        name for name, _ in pinned("test") if len([1 for n, _ in pinned("test") if n == name]) > 1
    }
    assert differing <= several


def test_every_part_has_a_licence_and_is_told_to_readers() -> None:
    bill = json.loads(BILL.read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == missiondesk.__version__
    table = (BILL.parent / "LICENCES.md").read_text(encoding="utf-8")
    references = [one["bom-ref"] for one in bill["components"]]
    assert len(references) == len(set(references))
    for one in bill["components"]:
        (licence,) = one["licenses"]
        assert re.fullmatch(r"[A-Za-z0-9.+() -]+", licence["expression"]), one["name"]
        assert f"| {one['name']} |" in table


def test_no_licence_forbids_giving_the_bundle_away() -> None:
    """GPL alone would bind the whole; it may only be one of several to choose from."""
    bill = json.loads(BILL.read_text(encoding="utf-8"))
    for one in bill["components"]:
        expression = one["licenses"][0]["expression"]
        bound = re.search(r"(?<!L)GPL", expression)
        free = "LGPL-3.0-only OR" in expression or "WITH Bootloader-exception" in expression
        assert not bound or free, f"{one['name']}: {expression}"


def test_the_recipes_read_as_their_interpreters_read_them() -> None:
    if os.name == "nt":
        pytest.skip("no bash")
    for name in ("bundle", "deb", "run", "test", "lock", "prove-bare"):
        done = subprocess.run(["bash", "-n", str(PACKAGING / name)], check=False)
        assert done.returncode == 0, name
    ast.parse((PACKAGING / "missiondesk.spec").read_text(encoding="utf-8"))


def test_the_windows_installer_makes_our_files_open_in_the_program() -> None:
    text = (PACKAGING / "windows.iss").read_text(encoding="utf-8")
    assert f'Software\\Classes\\{SUFFIX}"' in text
    assert 'ValueData: """{app}\\{#Program}"" ""%1"""' in text
    assert "uninsdeletekey" in text
    for named in re.findall(
        r"(?:Source|SetupIconFile|LicenseFile)[:=] ?\"?(\.\.\\[^\"*\n]+)", text
    ):
        first = named.replace("\\", "/").removeprefix("../").split("/")[0]
        assert first == "out" or (PROJECT / first).exists(), named
    entry = (PACKAGING / "desktop" / "missiondesk.desktop").read_text(encoding="utf-8")
    assert "application/vnd.missiondesk.workspace" in entry
    assert "application/vnd.missiondesk.workspace" in text


def test_the_installed_program_proves_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "missiondesk", "--selftest"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^painted \d+", done.stdout)
    assert "trouble" not in done.stdout
