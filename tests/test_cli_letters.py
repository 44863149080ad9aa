# SPDX-License-Identifier: Apache-2.0
"""The verbs docx, reply and sign on the command line."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from missiondesk.cli import program as cli
from missiondesk.exchange.replies import layout
from missiondesk.services.workspaces import open_desk
from tests.certificates import PASSPHRASE, SIGNER, a_certificate


@pytest.fixture(autouse=True)
def danish(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language is chosen by the machine the tests run on."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "eksempel.mission"
    assert cli.main(["sample", str(path)]) == 0
    capsys.readouterr()
    return path


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence with which the command ends; exit code 2."""
    assert cli.main(list(arguments)) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


def test_letters_are_written_as_word_files(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "breve"
    assert cli.main(["docx", str(sample), "--out", str(folder), "--letter", "2026-001"]) == 0
    [name] = capsys.readouterr().out.splitlines()
    assert Path(name).parent == folder
    assert docx.Document(name).core_properties.title.endswith("2026-001")
    assert "9999" in failed(capsys, "docx", str(sample), "--out", str(folder), "--letter", "9999")
    assert cli.main(["docx", str(sample), "--out", str(folder), "--mission", "M1"]) == 0
    names = capsys.readouterr().out.splitlines()
    assert len(names) == len(set(names)) == 1
    assert all(Path(one).exists() for one in names)


def test_word_files_are_those_of_the_letters_that_are_printed(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_desk(sample, read_only=True)) as desk:
        planned = {lang: desk.printing.plan("letters", lang).jobs for lang in ("da", "en")}
    assert {one.name for one in planned["da"]} != {one.name for one in planned["en"]}
    for language, unwritten in (("da", "ikke skrevet endnu"), ("en", "not written yet")):
        out, lang = str(tmp_path / language), ("--lang", language)
        assert cli.main(["docx", str(sample), "--out", out, *lang]) == 0
        told = capsys.readouterr().out.splitlines()
        files = [Path(line) for line in told if not line.startswith("  ")]
        assert all(one.exists() for one in files)
        assert [one.stem for one in files] == [Path(one.name).stem for one in planned[language]]
        assert [line for line in told if unwritten in line and "M6" in line]


def test_a_letter_that_nobody_has_begun_is_told_apart(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for where in (["--kind", "letters", "--out", str(tmp_path)], ["--combined", "alle.pdf"]):
        where[-1] = str(tmp_path / where[-1])
        assert cli.main(["print", str(sample), "--mission", "M6", "--lang", "da", *where]) == 0
        [file, remark] = capsys.readouterr().out.splitlines()
        assert ".pdf" in file
        assert "M6" in remark and "ikke skrevet endnu" in remark
    assert cli.main(["print", str(sample), "--mission", "M1", "--lang", "da", *where]) == 0
    assert "ikke skrevet endnu" not in capsys.readouterr().out


def test_a_reply_is_sent_out_reported_and_read_in(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--letter", "2026-001", "--period", "2026-H2", "--out", str(tmp_path)]
    assert cli.main(["reply", str(sample), *asked]) == 0
    form = Path(capsys.readouterr().out.strip())
    _fill(form, "Opfyldt", "30 aftaler")
    before = sample.read_bytes()
    assert cli.main(["reply", str(sample), str(form)]) == 0
    said = capsys.readouterr().out
    assert "Nr. 1: I gang → Opfyldt. Dokumentation: 30 aftaler" in said
    assert "7 forpligtelser forbliver, som de er." in said
    assert sample.read_bytes() == before
    assert cli.main(["reply", str(sample), str(form), "--apply"]) == 0
    assert "er indlæst" in capsys.readouterr().out
    assert cli.main(["reply", str(sample), str(form)]) == 0
    assert capsys.readouterr().out.count("allerede indlæst") == 1
    assert cli.main(["reply", str(sample), str(form), "--apply"]) == 2
    again = capsys.readouterr()
    assert (again.out + again.err).count("allerede indlæst") == 1
    _fill(form, "Opfyldt", "31 aftaler")
    assert cli.main(["reply", str(sample), str(form)]) == 0
    assert "Nr. 1: ny dokumentation: 31 aftaler\n" in capsys.readouterr().out


def test_a_faulty_reply_is_told_with_its_cells(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--letter", "2026-001", "--out", str(tmp_path)]
    assert cli.main(["reply", str(sample), *asked]) == 0
    form = Path(capsys.readouterr().out.strip())
    _fill(form, "Færdig", "x")
    for apply in ([], ["--apply"]):
        assert cli.main(["reply", str(sample), str(form), *apply]) == 2
        said = capsys.readouterr()
        assert said.out.count("Ark ”Tilbagemelding”, celle F") == 1
        assert (said.out + said.err).count("Færdig") == 1
        assert said.err.startswith("missiondesk: Intet kan indlæses")
        assert said.err.count("\n") == 1
    assert "--letter" in failed(capsys, "reply", str(sample))
    assert "halvår" in failed(capsys, "reply", str(sample), *asked, "--period", "2026-Q1")


def _fill(form: Path, status: str, evidence: str) -> None:
    workbook = openpyxl.load_workbook(form)
    sheet: Any = workbook.worksheets[0]
    row = next(cell.row for cell in sheet["I"] if str(cell.value).startswith(layout.ROW))
    sheet[f"F{row}"], sheet[f"G{row}"] = status, evidence
    workbook.save(form)


def test_a_pdf_is_signed_with_a_passphrase_that_is_no_argument(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyhanko", reason="the optional library for signatures is not installed")
    folder = tmp_path / "ud"
    assert cli.main(
        ["print", str(sample), "--out", str(folder), "--kind", "metric-sheets", "--mission", "M1"]
    ) == 0  # fmt: skip
    capsys.readouterr()
    [pdf] = folder.iterdir()
    certificate, secret = tmp_path / "x.p12", tmp_path / "kode.txt"
    certificate.write_bytes(a_certificate())
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    asked = ["sign", str(pdf), "--certificate", str(certificate)]
    assert "--passphrase-file" in failed(capsys, *asked)
    secret.write_text("forkert", encoding="utf-8")
    assert "Adgangskoden åbner ikke" in failed(capsys, *asked, "--passphrase-file", str(secret))
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode())
    os.close(writing)
    assert cli.main([*asked, "--passphrase-fd", str(reading)]) == 0
    os.close(reading)
    said = capsys.readouterr().out
    assert said.startswith(f"Underskrevet af {SIGNER} i ")
    assert len(list(folder.iterdir())) == 2
    secret.write_text(PASSPHRASE, encoding="utf-8")
    assert "allerede" in failed(capsys, *asked, "--passphrase-file", str(secret))
