# SPDX-License-Identifier: Apache-2.0
"""Holds the house plan: who may import whom, as ARCHITECTURE says and pyproject.toml states."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "missiondesk"

# Standard library, but not for the domain: it has no I/O, no threads and no log.
NOT_FOR_THE_DOMAIN = {
    "asyncio", "ctypes", "glob", "http", "importlib", "io", "logging", "multiprocessing", "os",
    "pathlib", "random", "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib",
}  # fmt: skip
# Folders of ui that hold no subject of the secretariat and may be shared by all.
SHARED_IN_UI = {"widgets"}
# A field takes a period or a wording and shows a refusal, whatever it is about.
WORDS = tuple(f"missiondesk.domain.{name}" for name in ("message", "refused", "period", "wording"))


def contracts_hold(project: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, in full; inside functions and for type checking too."""
    package = ".".join(path.relative_to(PROJECT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            base = ".".join(parts[: len(parts) + 1 - node.level]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def test_imports_run_downwards_only() -> None:
    outcome = contracts_hold(PROJECT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("domain/intruder.py", "import missiondesk.language.translator"),
        ("charts/intruder.py", "import missiondesk.services"),
        ("services/intruder.py", "import sqlite3"),
        ("store/intruder.py", "from PySide6 import QtCore"),
        ("ui/intruder.py", "import missiondesk.store"),
        ("documents/intruder.py", "from matplotlib.figure import Figure"),
        ("helpers/__init__.py", ""),
    ],
)
def test_the_contract_notices(where: str, what: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    intruder = tmp_path / PACKAGE.name / where
    intruder.parent.mkdir(exist_ok=True)
    intruder.write_text(what + "\n", encoding="utf-8")
    outcome = contracts_hold(tmp_path)
    assert outcome.returncode != 0
    assert "intruder" in outcome.stdout or "helpers" in outcome.stdout


def test_the_domain_is_the_standard_library_and_itself_without_io() -> None:
    for path in (PACKAGE / "domain").rglob("*.py"):
        for module in imports(path):
            first = module.split(".")[0]
            own = module.startswith("missiondesk.domain") or first == "__future__"
            allowed = first in sys.stdlib_module_names and first not in NOT_FOR_THE_DOMAIN
            assert own or allowed, f"{path.relative_to(PROJECT)} imports {module}"


def test_subjects_on_the_screen_do_not_know_each_other() -> None:
    subjects = {
        folder.name
        for folder in (PACKAGE / "ui").iterdir()
        if (folder / "__init__.py").is_file() and folder.name not in SHARED_IN_UI
    }
    for subject in subjects:
        others = tuple(f"missiondesk.ui.{other}" for other in subjects - {subject})
        for path in (PACKAGE / "ui" / subject).rglob("*.py"):
            for module in imports(path):
                met = [o for o in others if module == o or module.startswith(f"{o}.")]
                assert not met, f"{path.relative_to(PROJECT)} imports {module}"


def test_shared_widgets_know_the_domain_s_words_but_none_of_its_records() -> None:
    for path in (PACKAGE / "ui" / "widgets").rglob("*.py"):
        for module in imports(path):
            known = module.startswith(("missiondesk.domain", "missiondesk.services"))
            assert not known or module.startswith(WORDS), (
                f"{path.relative_to(PROJECT)} imports {module}"
            )


def test_no_one_draws_with_pyplot() -> None:
    # It keeps every figure in a global list and is not made for threads.
    for path in PACKAGE.rglob("*.py"):
        assert "matplotlib.pyplot" not in set(imports(path)), path.relative_to(PROJECT)
