# SPDX-License-Identifier: Apache-2.0
"""SEC-19: every package is locked with its hashes, and what runs is what is locked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "packaging" / "requirements").glob("*.txt"))
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(\[[^\]]*\])?==\S+", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_dependency_is_locked_with_its_hashes(lock: Path) -> None:
    text = "\n".join(
        line for line in lock.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ).replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert entries
    for entry in entries:
        assert _PINNED.match(entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]
    assert "://" not in text


def test_the_packages_that_run_are_those_of_the_lock() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = {normal(re.split(r"[\[<>=!~; ]", one)[0]) for one in wanted["project"]["dependencies"]}
    run = (ROOT / "packaging" / "requirements" / "run.txt").read_text(encoding="utf-8")
    locked = {normal(found[1]) for found in _PINNED.finditer(run)}
    assert named <= locked
