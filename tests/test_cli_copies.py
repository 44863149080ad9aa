# SPDX-License-Identifier: Apache-2.0
"""The verbs send and fingerprint."""

from __future__ import annotations

from pathlib import Path

import pytest

from missiondesk.cli.program import main


def test_send_makes_a_copy_with_a_note_and_its_fingerprint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "sag.mission", tmp_path / "kopi.mission"
    assert main(["sample", str(file)]) == 0
    capsys.readouterr()
    said = ["send", str(file), "-o", str(out), "--to", "Eksempelministeriet", "--lang", "en"]
    assert main([*said, "--audience", "public", "--for", "read"]) == 0
    note = capsys.readouterr().out
    assert note.startswith("To Eksempelministeriet")
    assert "only what may be published" in note
    assert main(["fingerprint", str(out), "--lang", "en"]) == 0
    words, about = capsys.readouterr().out.splitlines()
    assert words in note
    assert about.startswith("A copy for Eksempelministeriet, for reading")
    assert main(["fingerprint", str(file)]) == 0
    assert capsys.readouterr().out.strip() != words
    assert main([*said]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(("audience", "code"), [("ministry", "bm"), ("party", "k")])
def test_a_ministry_or_a_party_is_named_by_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], audience: str, code: str
) -> None:
    file, out = tmp_path / "sag.mission", tmp_path / "kopi.mission"
    assert main(["sample", str(file)]) == 0
    said = ["send", str(file), "-o", str(out), "--to", "X", "--audience", audience]
    assert main([*said, f"--{audience}", "INGEN"]) == 2
    assert main(said) == 2
    assert not out.exists()
    assert main([*said, f"--{audience}", code]) == 0
    assert out.exists()
    assert "Eksempel" not in capsys.readouterr().err


def test_a_copy_is_closed_with_its_own_passphrase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out, phrase = (tmp_path / name for name in ("sag.mission", "k.mission", "kode.txt"))
    assert main(["sample", str(file)]) == 0
    phrase.write_text("gule støvler vandrer langsomt hjem fra havnen\n", encoding="utf-8")
    closing = ["--close", "--passphrase-file", str(phrase)]
    assert main(["send", str(file), "-o", str(out), "--to", "X", *closing]) == 0
    assert b"SQLite" not in out.read_bytes()
    note = capsys.readouterr().out
    assert main(["fingerprint", str(out), "--passphrase-file", str(phrase)]) == 0
    assert capsys.readouterr().out.splitlines()[0] in note
    both = tmp_path / "begge.mission"
    said = ["merge", str(file), str(out), "-o", str(both), "--passphrase-file", str(phrase)]
    assert main(said) == 0
