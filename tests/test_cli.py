# SPDX-License-Identifier: Apache-2.0
"""The command line: every verb, its exit code, and one sentence instead of a traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TextIO

import pytest

from missiondesk import __version__
from missiondesk.__main__ import VERBS, has_screen, is_for_command_line
from missiondesk.cli import program as cli
from missiondesk.domain.entities import KINDS
from tests.px_editions import FIRST, NEXT, px_edition

ROOT = Path(__file__).parents[1]
REAL = ROOT / "../shared/data/missions/nz_government_targets.csv"
TABLE = """\
title,metric,direction,target_value,unit,target_year
Shorter queues,share,up,95,percent,2030
"""


@pytest.fixture(autouse=True)
def danish(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language is chosen by the machine the tests run on."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as the command writes it, once for all tests that begin with its file."""
    path = tmp_path_factory.mktemp("sample") / "sample.mission"
    assert cli.main(["sample", str(path)]) == 0
    return path


@pytest.fixture
def sample(tmp_path: Path, written: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    capsys.readouterr()
    return shutil.copy(written, tmp_path / "Eksempel på desk.mission")


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence with which the command ends; exit code 2, nothing on standard output."""
    assert cli.main(list(arguments)) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert said.err.startswith("missiondesk: ")
    assert "Traceback" not in said.err
    return said.err


# -- which is which ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], False),
        (["arbejde.mission"], False),
        (["--lang", "en"], True),
        (["frob", "arbejde.mission"], True),
        (["--nothing-known"], True),
        (["sample", "x"], True),
        (["--lang", "da", "check", "x"], True),
        (["--version"], True),
        (["print", "--help"], True),
        (["-h"], True),
    ],
)
def test_what_needs_no_window(arguments: list[str], wanted: bool) -> None:
    assert is_for_command_line(arguments) is wanted


@pytest.mark.parametrize(
    ("environment", "system", "wanted"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_window_can_be(environment: dict[str, str], system: str, wanted: bool) -> None:
    assert has_screen(environment, system) is wanted


@pytest.mark.skipif(sys.platform != "linux", reason="only there the environment names a screen")
def test_without_a_screen_the_window_is_refused_in_one_sentence(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = program(str(sample))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("missiondesk: ")


@pytest.mark.parametrize("verb", [(), *((verb,) for verb in VERBS)])
@pytest.mark.parametrize("language", ["da", "en"])
def test_help_on_each_verb(
    capsys: pytest.CaptureFixture[str], verb: tuple[str, ...], language: str
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([*verb, "--lang", language, "--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert "--lang" in said
    assert ("Brug" in said) == (language == "da")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"missiondesk {__version__}\n"


# -- sample, check, show -------------------------------------------------------------------


def test_the_sample_never_replaces_a_file(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sample.read_bytes()
    assert sample.name in failed(capsys, "sample", str(sample))
    assert sample.read_bytes() == before


def test_check_prints_a_finding_a_line(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(sample), "--lang", "en"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "M3 error M4 The key metric has no baseline." in lines
    for line in lines:
        rule, severity, subject, text = line.split(" ", 3)
        assert rule[0] in "MALPDGKC"
        assert severity in ("error", "warning", "note")
        assert subject
        assert text


def test_check_is_content_without_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, path = tmp_path / "t.csv", tmp_path / "w.mission"
    source.write_text(TABLE, encoding="utf-8")
    assert cli.main(["import", str(path), str(source), "--apply"]) == 0
    capsys.readouterr()
    assert cli.main(["check", str(path)]) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_show_a_kind(sample: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    assert cli.main(["show", str(sample), kind, "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert cli.main(["show", str(sample), kind, "--json"]) == 0
    records = json.loads(capsys.readouterr().out)[kind]
    assert len(lines) == len(records) >= int(kind not in ("journal_mark", "purge"))
    assert all(record["id"] for record in records)


def test_show_what_is_there(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", str(sample)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Missionssekretariatet (eksempel)"
    assert "      7 mission" in said
    assert cli.main(["show", str(sample), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(KINDS)


# -- import --------------------------------------------------------------------------------


def test_import_tells_first_and_writes_with_apply(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, path = tmp_path / "targets.csv", tmp_path / "ny.mission"
    source.write_text(TABLE, encoding="utf-8")
    assert cli.main(["import", str(path), str(source), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "  target_value = value of the target\n" in told
    assert "line 2: new: M1 Shorter queues" in told
    assert not path.exists()
    assert cli.main(["import", str(path), str(source), "--apply", "--lang", "en"]) == 0
    assert cli.main(["import", str(path), str(source), "--apply", "--lang", "en"]) == 0
    assert "line 2: unchanged: M1 Shorter queues" in capsys.readouterr().out
    assert cli.main(["show", str(path), "mission", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("M1 Shorter queues · Proposed")


def test_the_template_is_written_once_and_told_sheet_by_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template, path = tmp_path / "skabelon.xlsx", tmp_path / "ny.mission"
    assert cli.main(["template", str(template), "--lang", "en"]) == 0
    assert str(template) in capsys.readouterr().out
    assert template.name in failed(capsys, "template", str(template))
    assert cli.main(["import", str(path), str(template), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("skabelon.xlsx: XLSX\nsheet “People”: people and offices\n")
    assert "  Row type = kind of row\n" in told
    assert "line 3: help or example, not read" in told


def test_an_unreadable_cell_is_told_and_then_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, path = tmp_path / "targets.csv", tmp_path / "ny.mission"
    source.write_text(TABLE.replace("95", "many"), encoding="utf-8")
    assert cli.main(["import", str(path), str(source)]) == 1
    capsys.readouterr()
    assert cli.main(["import", str(path), str(source), "--apply", "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    for part in ("Line 2", "target_value", "many"):
        assert part in said
    assert not path.exists()
    assert [one.name for one in tmp_path.iterdir()] == ["targets.csv"]


@pytest.mark.skipif(not REAL.is_file(), reason="no files in ../shared/data")
def test_the_real_file_gives_nine_letters_and_the_roadmap(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "W.mission", tmp_path / "ud"
    assert cli.main(["import", str(path), str(REAL), "--apply"]) == 0
    assert cli.main(["print", str(path), "--out", str(out), "--lang", "en"]) == 0
    names = sorted(one.name for one in out.iterdir())
    letters = [f"mission-letter-M{number}-en.pdf" for number in range(1, 10)]
    sheets = [f"metric-sheet-M{number}-en.pdf" for number in range(1, 10)]
    papers = [f"roadmap-A{number}-en.pdf" for number in (2, 3, 4)]
    assert {*letters, *papers, *sheets} <= set(names)
    assert [name for name in names if name.startswith("mission-letter")] == letters
    assert "open-data.json" in names and "open-data-observations.csv" in names
    capsys.readouterr()


# -- print ---------------------------------------------------------------------------------


def test_printing_twice_gives_the_same_bytes(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = (tmp_path / "en gang", tmp_path / "to gange")
    for folder in folders:
        assert cli.main(["print", str(sample), "--out", str(folder), "--mission", "m3"]) == 0
    first, second = ({p.name: p.read_bytes() for p in folder.iterdir()} for folder in folders)
    assert first == second
    assert set(first) >= {
        "missionsbrev-M3-2026-003-da.pdf",
        "koereplan-M3-A2-da.pdf",
        "koereplan-M3-A3-da.pdf",
        "koereplan-M3-A4-da.pdf",
        "noegletalsark-M3-da.pdf",
    }
    assert all("-M3-" in one or one[:7] in ("partner", "indstil", "referat") for one in first)
    assert "sider)" in capsys.readouterr().out


def test_the_roadmap_alone_is_printed_on_the_paper_that_is_named(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "plakat"
    wanted = ["print", str(sample), "--out", str(out), "--kind", "roadmap", "--paper", "A2"]
    assert cli.main(wanted) == 0
    assert [one.name for one in out.iterdir()] == ["koereplan-A2-da.pdf"]
    assert "(1 side)" in capsys.readouterr().out
    said = failed(capsys, "print", str(sample), "--out", str(out), "--paper", "A2")
    assert "--kind roadmap" in said


def test_a_mission_without_a_letter_is_printed_and_the_file_stays_as_it_is(
    sample: Path, tmp_path: Path
) -> None:
    before = sample.read_bytes()
    for code in ("M6", "M7"):
        arguments = ["--out", str(tmp_path / "ud"), "--kind", "letters", "--mission", code]
        assert cli.main(["print", str(sample), *arguments]) == 0
    assert len(list((tmp_path / "ud").iterdir())) == 2
    assert sample.read_bytes() == before


def test_the_public_edition(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ud"
    arguments = ["print", str(sample), "--out", str(out), "--kind", "letters", "--public"]
    assert cli.main([*arguments, "--mission", "M4"]) == 0
    assert "M4" in capsys.readouterr().out
    assert not out.exists()
    assert cli.main([*arguments, "--mission", "M1"]) == 0
    assert [one.name for one in out.iterdir()] == ["missionsbrev-M1-2026-001-offentlig-da.pdf"]


# -- errors --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ((), "VERB"),
        (("sing",), "sing"),
        (("print", "x.mission"), "--out"),
        (("print", "x.mission", "--out"), "--out"),
        (("show", "x.mission", "songs"), "songs"),
        (("show", "x.mission", "missions"), " mission, metric,"),
        (("sing",), "sample, import,"),
        (("import", "ny.mission", "."), "test_errors_are_one_sentence"),
        (("check", "x.mission", "--loud"), "--loud"),
        (("check", "mangler.mission"), "mangler.mission"),
        (("show", "."), ""),
        (("import", "ny.mission", "mangler.csv"), "mangler.csv"),
        (("check", "x.mission", "--lang", "fr"), "fr"),
    ],
)
def test_errors_are_one_sentence(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    part: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert part in failed(capsys, *arguments)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brev.mission"
    path.write_bytes(b"not a workspace" * 100)
    for verb in ("check", "show"):
        failed(capsys, verb, str(path))
    failed(capsys, "print", str(path), "--out", str(tmp_path / "ud"))
    source = tmp_path / "t.csv"
    source.write_text(TABLE, encoding="utf-8")
    failed(capsys, "import", str(path), str(source), "--apply")
    assert path.read_bytes() == b"not a workspace" * 100


def test_an_unknown_mission(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = failed(capsys, "print", str(sample), "--out", str(tmp_path), "--mission", "M99")
    assert "M99" in said


def test_a_folder_that_is_a_file(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "ud"
    blocked.write_bytes(b"")
    failed(capsys, "print", str(sample), "--out", str(blocked), "--mission", "M1")


def test_the_systems_reasons_are_said_in_the_readers_language(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = failed(capsys, "print", str(sample), "--out", str(tmp_path / ("x" * 300)))
    assert "navnet er for langt" in long


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_the_output_is_told(sample: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = program("show", str(sample), "--json", stdout=full)
    assert done.returncode == 2
    assert "drevet er fuldt" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_fault_of_ours_is_reported_without_data(
    sample: Path,
    capsys: pytest.CaptureFixture[str],
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("hemmelig tekst")

    monkeypatch.setattr(cli, "_check", broken)
    said = failed(capsys, "check", str(sample))
    assert "hemmelig" not in said
    reports = list((own_home / "log").glob("crash-*.txt"))
    assert len(reports) == 1
    assert "hemmelig" not in reports[0].read_text(encoding="utf-8")


# -- languages -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "da"),
        ({"LANG": "C.UTF-8"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LC_ALL": "en_US", "LANG": "da_DK"}, "en"),
        ({"LC_ALL": "", "LANG": "en_US"}, "en"),
    ],
)
def test_the_language_is_that_of_the_system_or_danish(
    environment: dict[str, str], language: str
) -> None:
    assert cli._language([], environment) == language
    assert cli._language(["check", "x", "--lang", "en"], environment) == "en"
    assert cli._language(["check", "x", "--lang=da"], environment) == "da"


# -- as a program --------------------------------------------------------------------------


def program(
    *arguments: str, stdout: TextIO | int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-m", "missiondesk", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )


def test_a_terminal_without_danish_letters_is_no_reason_to_stop(sample: Path) -> None:
    done = program("show", str(sample), "mission")
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 7


def test_a_reader_that_leaves_early_is_no_error(sample: Path) -> None:
    command = f'"{sys.executable}" -m missiondesk show "$0" --json | head -c 10'
    done = subprocess.run(
        ["sh", "-c", command, str(sample)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert len(done.stdout) == 10


# ---------------------------------------------------------------- figures


def test_figures_are_looked_into_chosen_imported_and_known_again(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = px_edition(tmp_path, "neet-2025.px", FIRST, "20250601 08:00")
    assert cli.main(["figures", str(sample), str(first), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "alder: A1 (15-24 år), A2 (25-29 år)" in said
    assert "--select" in said
    choice = ["--mission", "M2", "--select", "alder=15-24 år", "--since", "2018", "--lang", "en"]
    assert cli.main(["figures", str(sample), str(first), *choice, "--apply"]) == 0
    assert "3 figures written" in capsys.readouterr().out
    second = px_edition(tmp_path, "neet-2026.px", NEXT, "20260601 08:00")
    assert cli.main(["figures", str(sample), str(second), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  2020: revised: 6.6 → 6.2" in lines
    assert "  2021: revised: 12.4 → 5.4" in lines


@pytest.mark.parametrize(
    "arguments",
    [
        ["--mission", "M99"],
        ["--mission", "M2"],
        ["--mission", "M2", "--select", "alder"],
        ["--mission", "M2", "--select", "køn=1"],
        ["--mission", "M2", "--select", "alder=X"],
        ["--mission", "M2", "--select", "alder=A1", "--factor", "mange"],
        ["--mission", "M2", "--select", "alder=A1", "--since", "engang"],
        ["--mission", "M2", "--table", "X"],
        ["--apply"],
    ],
)
def test_what_cannot_be_chosen_is_one_sentence(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    file = px_edition(tmp_path, "neet.px", FIRST, "20250601 08:00")
    before = sample.read_bytes()
    failed(capsys, "figures", str(sample), str(file), *arguments)
    assert sample.read_bytes() == before
