# SPDX-License-Identifier: Apache-2.0
"""The verb trail: checks, writes, and says precisely what is broken."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.cli import program as cli
from missiondesk.domain.trail_check import in_groups
from missiondesk.services.workspaces import open_desk
from missiondesk.store.image import PLAIN
from tests.sample import a_sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "prøve.mission"
    desk = a_sample("Anna")
    desk.missions.revise(replace(desk.missions.all()[0], note="Annas note"))
    desk.save_as(made)
    desk.close()
    return made


def altered(path: Path, statement: str) -> None:
    """What a program does that knows of the file's hash and not of the trail's."""
    raw = sqlite3.connect(":memory:")
    raw.deserialize(PLAIN.unwrap(path.read_bytes()))
    raw.execute(statement)
    raw.commit()
    path.write_bytes(PLAIN.wrap(raw.serialize()))
    raw.close()


def test_a_whole_trail(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = hashlib.sha256(path.read_bytes()).digest()
    assert cli.main(["trail", str(path), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    with_desk = open_desk(path, read_only=True)
    assert in_groups(with_desk.trail.check().head) in said
    with_desk.close()
    assert "Every step is as it was written" in said
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_an_altered_step_is_named_and_nothing_is_mended(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered(path, "UPDATE step SET about = 'noget andet' WHERE number = 2")
    before = path.read_bytes()
    assert cli.main(["trail", str(path), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "Step 2 (" in said
    assert "Anna) is not as it was written" in said
    assert path.read_bytes() == before


def test_a_record_altered_around_the_steps_is_named(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    altered(path, "UPDATE mission SET note = 'x' WHERE code = 'M1'")
    assert cli.main(["trail", str(path), "--lang", "en"]) == 1
    assert "M1" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv"])
def test_it_is_written(path: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"spor.{form}"
    asked = ["--since", "2026-11-24", "--who", "Anna", "--mission", "M1"]
    assert cli.main(["trail", str(path), str(out), *asked]) == 0
    assert out.stat().st_size > 200


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--who", "Nobody"], "Anna"),
        (["--mission", "X9"], "X9"),
        (["--since", "snart"], "snart"),
    ],
)
def test_what_is_not_there_is_refused(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert cli.main(["trail", str(path), str(tmp_path / "a.pdf"), *asked]) == 2
    assert said in capsys.readouterr().err
    assert cli.main(["trail", str(path), str(tmp_path / "a.doc")]) == 2
    assert not list(tmp_path.glob("a.*"))
