# SPDX-License-Identifier: Apache-2.0
"""The house rules that a machine can hold: sizes, names, texts, and what must not be in a file."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import missiondesk
from missiondesk.system.resources import resource

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "missiondesk"

FILE_MOST = 500  # lines; aim at 150, think at 300
CLASS_MOST = 200
FUNCTION_MOST = 60  # aim at 30
FILE_MOST_OF = {"missiondesk/__main__.py": 80, "missiondesk/ui/main_window.py": 250}

NO_NAMES = {"utils", "util", "misc", "common", "core", "helpers", "helper", "base", "manager"}
NO_VERBS = {"update", "process", "handle"}  # the secretariat's own verbs say more
NO_MODULES = {
    "pickle", "marshal", "shelve", "socket", "socketserver", "ssl", "ftplib", "smtplib",
    "http.client", "http.server", "urllib.request", "telnetlib", "xmlrpc", "requests", "httpx",
    "PySide6.QtNetwork",
}  # fmt: skip
NO_CALLS = {"eval", "exec", "compile", "__import__"}
# It compiles the names of our own fields, as the library's `dataclass` does.
CALLS_ALLOWED = {("missiondesk/domain/late_dataclass.py", "exec")}
SAYING = {"say", "say_in", "plural", "N_", "NP_", "message"}
HEAVY = (
    "matplotlib", "numpy", "reportlab", "sqlalchemy", "openpyxl", "python_calamine", "alembic",
    "docx", "lxml", "pyhanko", "cryptography",
)  # fmt: skip


def python_files(*folders: str) -> list[Path]:
    return sorted(p for folder in folders for p in (PROJECT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Everything in the file, walked once for all rules."""
    return tuple(ast.walk(tree_of(path)))


SOURCE = python_files("missiondesk")
ALL_PYTHON = [*SOURCE, *python_files("tests", "packaging")]


# ---------------------------------------------------------------- sizes


def test_files_can_be_read_in_one_sitting() -> None:
    for path in ALL_PYTHON:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= FILE_MOST_OF.get(name_of(path), FILE_MOST), f"{name_of(path)}: {lines}"


def test_classes_and_functions_are_short() -> None:
    too_long = []
    for path in SOURCE:
        for node in nodes_of(path):
            if isinstance(node, ast.ClassDef):
                most = CLASS_MOST
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                most = FUNCTION_MOST
            else:
                continue
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > most:
                too_long.append(f"{name_of(path)}:{node.lineno} {node.name}: {lines} lines")
    assert not too_long, "\n".join(too_long)


# ---------------------------------------------------------------- names and first lines


def test_every_file_states_its_licence_and_why_it_exists() -> None:
    faults = []
    for path in ALL_PYTHON:
        lines = path.read_text(encoding="utf-8").splitlines()[:2]
        first = next((line for line in lines if not line.startswith("#!")), "")
        if first != "# SPDX-License-Identifier: Apache-2.0":
            faults.append(f"{name_of(path)}: no SPDX line")
        if not ast.get_docstring(tree_of(path)):
            faults.append(f"{name_of(path)}: no docstring")
    assert not faults, "\n".join(faults)


def test_names_say_what_is_inside() -> None:
    for path in ALL_PYTHON:
        parts = set(path.relative_to(PROJECT).with_suffix("").parts)
        assert not parts & NO_NAMES, name_of(path)


def test_the_secretariat_s_verbs_are_its_own() -> None:
    for path in python_files("missiondesk/domain", "missiondesk/services", "missiondesk/store"):
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef):
                assert node.name not in NO_VERBS, f"{name_of(path)}:{node.lineno} {node.name}"


# ---------------------------------------------------------------- what is never done


def imported_names(path: Path) -> set[str]:
    """Modules that the file imports, anywhere in it."""
    found: set[str] = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_no_code_from_data_and_no_network() -> None:
    found = []
    for path in SOURCE:
        for node in nodes_of(path):
            if isinstance(node, ast.Import):
                names = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                module = node.module or ""
                names = {module, *(f"{module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                names = {node.func.id} & NO_CALLS
                names -= {name for file, name in CALLS_ALLOWED if file == name_of(path)}
            else:
                continue
            if names & (NO_MODULES | NO_CALLS):
                found.append(f"{name_of(path)}:{node.lineno} {sorted(names)}")
    assert not found, "\n".join(found)


def tracked_files() -> list[Path]:
    if (PROJECT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=False
        )
        if listed.returncode == 0:
            names = listed.stdout.decode("utf-8").split("\0")
            return [PROJECT / name for name in names if name and (PROJECT / name).is_file()]
    folders = ("missiondesk", "tests", "packaging", "resources", ".ci")
    return [
        path
        for start in (*folders, *(p.name for p in PROJECT.iterdir() if p.is_file()))
        for path in ((PROJECT / start).rglob("*") if start in folders else [PROJECT / start])
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_pdfium_is_called_under_its_lock_wherever_a_window_draws_pages() -> None:
    """Two threads in PDFium end the program, not only the test that did it."""
    files = [*SOURCE, *python_files("tests/ui", "tests/journeys")]
    found = [name_of(path) for path in files if "pypdfium2" in imported_names(path)]
    assert found == ["missiondesk/ui/widgets/pdf_pages.py"]


def test_no_file_knows_a_machine_or_a_registry() -> None:
    # Put together here, so that this file does not find itself.
    machine = re.compile(
        "|".join(
            [
                r"/(?:home|Users)" + r"/\w",
                "/" + "root/",
                "/" + r"(?:work|opt)/(?:main|shared|desk|pypi)",
                r"[A-Z]:\\+" + "Users",
                r"(?:pypi|pythonhosted|npmjs|debian)" + r"\.(?:org|com)",
                r"\b(?:10\.\d{1,3}|192\.168|172\.16)" + r"(?:\.\d{1,3}){2}\b",
            ]
        )
    )
    found = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name_of(path)}: {hit.group()}" for hit in machine.finditer(text)]
    assert not found, "\n".join(found)


# ---------------------------------------------------------------- texts


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def test_a_text_to_translate_is_written_out() -> None:
    """An f-string, a sum or a .format() is found by no catalogue and translated by none."""
    found = []
    for path in SOURCE:
        for node in nodes_of(path):
            if not isinstance(node, ast.Call) or called(node) not in SAYING:
                continue
            texts = node.args[:2] if called(node) in {"plural", "NP_", "say_in"} else node.args[:1]
            for text in texts:
                built = isinstance(text, ast.Call) and called(text) == "format"
                if built or isinstance(text, ast.JoinedStr | ast.BinOp):
                    found.append(f"{name_of(path)}:{node.lineno}")
    assert not found, "\n".join(found)


def test_everything_said_is_said_in_danish_too() -> None:
    check = subprocess.run(
        [sys.executable, str(PROJECT / "packaging" / "translations"), "--check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_the_changelog_tells_of_this_version() -> None:
    text = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    entry = rf"^## \[{re.escape(missiondesk.__version__)}\] - \d{{4}}-\d\d-\d\d$"
    assert re.search(entry, text, re.MULTILINE)


# ---------------------------------------------------------------- icons and start


def icons_named() -> Iterator[tuple[str, str]]:
    """Names of icons in the code: ``icon("x")``, ``icon_button("x", …)``, ``icon_name="x"``, and
    what stands fifth in ``push_button(…)``.
    """
    for path in python_files("missiondesk/ui"):
        for node in nodes_of(path):
            if not isinstance(node, ast.Call):
                continue
            named = [k.value for k in node.keywords if k.arg in {"icon", "icon_name"}]
            if called(node) in {"icon", "icon_button"}:
                named += node.args[:1]
            if called(node) == "push_button":
                named += node.args[4:5]
            for value in named:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                    yield value.value, f"{name_of(path)}:{node.lineno}"


def test_every_icon_that_is_named_is_there() -> None:
    missing = [
        f"{where}: {name}"
        for name, where in icons_named()
        if not resource("icons", f"{name}.svg").is_file()
    ]
    assert not missing, "\n".join(missing)


def test_every_icon_that_is_there_is_named() -> None:
    said = {
        node.value
        for path in python_files("missiondesk/ui")
        for node in nodes_of(path)
        if isinstance(node, ast.Constant)
    }
    assert {path.stem for path in resource("icons").glob("*.svg")} <= said


@pytest.mark.parametrize("module", ["missiondesk.__main__", "missiondesk.ui.application"])
def test_nothing_heavy_is_imported_at_start(module: str, own_home: Path) -> None:
    script = f"import sys, {module}\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    started = subprocess.run(
        [sys.executable, "-c", script],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert started.returncode == 0, started.stderr
    assert started.stdout.split() == []
