# SPDX-License-Identifier: Apache-2.0
"""Confidential workspaces on the command line: the passphrase by a pipe, a file or a prompt."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from missiondesk import cli
from missiondesk.services.workspaces import new_desk
from tests.cheap_keys import cheap_keys
from tests.sample import a_sample

PHRASE = "fire æbler under en blå cykel"
OTHER = "otte gule tog holder stille ved Skærbæk"
Said = Callable[..., str]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A try costs little."""
    cheap_keys(monkeypatch)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample in a file."""
    path = tmp_path / "prøve.mission"
    desk = a_sample()
    desk.save_as(path)
    desk.close()
    return path


def piped(*passphrases: str) -> list[str]:
    reading, writing = os.pipe()
    os.write(writing, "\n".join(passphrases).encode() + b"\n")
    os.close(writing)
    return ["--passphrase-fd", str(reading)]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs a command and gives what it printed, checking the exit code."""

    def run(code: int, *arguments: str) -> str:
        capsys.readouterr()
        assert cli.main([*arguments, "--lang", "en"]) == code
        told = capsys.readouterr()
        return told.err if code == 2 else told.out

    return run


def test_a_workspace_is_sealed_used_and_unsealed(file: Path, said: Said) -> None:
    plain = said(0, "show", str(file))
    told = said(0, "seal", str(file), "--recovery-key", *piped(PHRASE))
    key = told.rsplit(maxsplit=1)[-1]
    assert file.read_bytes().startswith(b"MDSK")
    assert "no terminal" in said(2, "show", str(file))
    assert said(0, "show", str(file), *piped(PHRASE)) == plain
    assert said(0, "show", str(file), *piped(key)) == plain
    assert "does not open" in said(2, "show", str(file), *piped(OTHER))
    assert "passphrase or its recovery key" in said(2, "seal", str(file), *piped(PHRASE))
    assert "does not open" in said(2, "unseal", str(file), *piped(OTHER))
    said(0, "unseal", str(file), *piped(PHRASE))
    assert said(0, "show", str(file)) == plain
    assert "not confidential" in said(2, "unseal", str(file), *piped(PHRASE))


def test_a_weak_or_differing_passphrase_changes_nothing(
    file: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    assert "Too weak" in said(2, "seal", str(file), *piped("Sommer2026!"))
    typed = iter((PHRASE, OTHER))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    assert "differ" in said(2, "seal", str(file))
    assert file.read_bytes() == before


def test_the_prompt_asks_only_for_what_is_confidential(
    file: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PHRASE

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)
    said(0, "show", str(file))
    assert asked == []
    said(0, "seal", str(file))
    said(0, "show", str(file))
    assert asked == ["New passphrase: ", "The same again: ", "Passphrase: "]


def test_two_confidential_copies_are_put_together_into_a_third(tmp_path: Path, said: Said) -> None:
    mine, theirs, out = (tmp_path / name for name in ("a.mission", "b.mission", "c.mission"))
    desk = new_desk(mine, "Sekretær")
    desk.confidential.carry_out(desk.confidential.prepare(PHRASE, recovery=False))
    theirs.write_bytes(mine.read_bytes())
    desk.close()
    said(0, "merge", str(mine), str(theirs), "-o", str(out), *piped(PHRASE))
    assert out.read_bytes().startswith(b"MDSK")
    said(0, "unseal", str(theirs), *piped(PHRASE))
    said(0, "seal", str(theirs), *piped(OTHER))
    again = tmp_path / "d.mission"
    assert "fewer passphrases" in said(
        2, "merge", str(mine), str(theirs), "-o", str(again), *piped(PHRASE)
    )
    said(0, "merge", str(mine), str(theirs), "-o", str(again), *piped(PHRASE, OTHER))
    assert again.read_bytes().startswith(b"MDSK")
