# SPDX-License-Identifier: Apache-2.0
"""Holds the house plan: who may import whom, as ARCHITECTURE says and pyproject.toml states."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

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
WORDS = tuple(
    f"missiondesk.domain.{name}"
    for name in ("message", "refused", "period", "wording", "late_dataclass")
)


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


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module a file imports, in full; inside functions and for type checking too."""
    package = ".".join(path.relative_to(PROJECT).parent.parts)
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            base = ".".join(parts[: len(parts) + 1 - node.level]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            found += [module, *(f"{module}.{alias.name}" for alias in node.names)]
    return tuple(found)


def test_imports_run_downwards_only() -> None:
    outcome = contracts_hold(PROJECT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def with_intruders(project: Path, intruders: dict[str, str]) -> str:
    """What the contracts say of a copy of the house with these files in it; they do not hold."""
    shutil.copytree(PACKAGE, project / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", project)
    for where, what in intruders.items():
        intruder = project / PACKAGE.name / where
        intruder.parent.mkdir(exist_ok=True)
        intruder.write_text(what + "\n", encoding="utf-8")
    outcome = contracts_hold(project)
    assert outcome.returncode != 0
    return outcome.stdout


def test_the_contracts_notice_each_intruder(tmp_path: Path) -> None:
    """Each in a room of its own, so that each is told by its name and by nobody else's."""
    intruders = {
        "domain/first_intruder.py": ("missiondesk.language.translator", "language.translator"),
        "charts/second_intruder.py": ("missiondesk.services", "services"),
        "services/third_intruder.py": ("sqlite3", "sqlite3"),
        "store/fourth_intruder.py": ("PySide6.QtCore", "PySide6"),
        "ui/fifth_intruder.py": ("missiondesk.store", "store"),
        "documents/sixth_intruder.py": ("matplotlib.figure", "matplotlib"),
    }
    said = with_intruders(
        tmp_path, {where: f"import {module}" for where, (module, _) in intruders.items()}
    )
    for where, (_, met) in intruders.items():
        name = "missiondesk." + where.removesuffix(".py").replace("/", ".")
        assert re.search(rf"{re.escape(name)} -> \S*{re.escape(met)}", said), where


def test_the_contracts_notice_a_room_that_has_no_place(tmp_path: Path) -> None:
    assert "helpers" in with_intruders(tmp_path, {"helpers/__init__.py": ""})


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
