# SPDX-License-Identifier: Apache-2.0
"""The wheel carries all that the program reads, with the languages compiled."""

from __future__ import annotations

import gettext
import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import missiondesk

PROJECT = Path(__file__).resolve().parents[1]
PARTS = ("missiondesk", "resources", "packaging")
FILES = ("pyproject.toml", "README.md", "LICENSE")
RESOURCES = "missiondesk/_resources"


def built(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(project / "dist")],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for part in PARTS:
        shutil.copytree(
            PROJECT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.mo", "__pycache__")
        )
    for name in FILES:
        shutil.copy(PROJECT / name, tmp_path)
    return tmp_path


def test_it_holds_program_fonts_icons_letters_and_languages(project: Path) -> None:
    outcome = built(project)
    assert outcome.returncode == 0, outcome.stderr
    (path,) = (project / "dist").glob("*.whl")
    assert path.name == f"missiondesk-{missiondesk.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(path) as wheel:
        inside = set(wheel.namelist())
        danish = wheel.read(f"{RESOURCES}/translations/da/LC_MESSAGES/missiondesk.mo")
    shipped = {
        f"{RESOURCES}/{file.relative_to(PROJECT / 'resources').as_posix()}"
        for file in (PROJECT / "resources").rglob("*")
        if file.is_file() and file.suffix not in {".po", ".mo", ".pot"} and file.name != "README.md"
    }
    assert f"{RESOURCES}/help/da/begin.md" in inside
    source = {p.relative_to(PROJECT).as_posix() for p in (PROJECT / "missiondesk").rglob("*.py")}
    assert not (shipped | source | {"missiondesk/py.typed"}) - inside
    # An installed text beside its compiled file might look newer and be compiled at each start.
    assert not [name for name in inside if name.endswith((".po", ".tmp", ".pyc"))]
    assert gettext.GNUTranslations(io.BytesIO(danish)).gettext("Mission") == "Mission"


def test_a_damaged_language_stops_the_build(project: Path) -> None:
    damaged = project / "resources/translations/da/LC_MESSAGES/missiondesk.po"
    damaged.write_text('msgid "x"\nnonsense\nmsgstr ""\n', encoding="utf-8")
    outcome = built(project)
    assert outcome.returncode != 0
    assert not list(project.glob("dist/*.whl"))
