# SPDX-License-Identifier: Apache-2.0
"""SEC-13, 14, 18 and 21: what the program never does stands nowhere in its source, and no socket
is opened when it runs.
"""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import no_sockets

ROOT = Path(__file__).parents[2]
SOURCE = sorted((ROOT / "missiondesk").rglob("*.py"))
# Where XML of a package is read: with expat, entities refused, under the bounds of its sizes.
XML_READERS = {"missiondesk/exchange/spreadsheet/marks.py"}


def imports() -> Iterator[tuple[str, str]]:
    """(file, module) for every import of the program."""
    for path in SOURCE:
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((name, one.name) for one in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield name, node.module


def importers(*roots: str) -> set[str]:
    return {
        file
        for file, module in imports()
        if any(module == root or module.startswith(f"{root}.") for root in roots)
    }


def test_xml_of_others_is_read_in_one_place() -> None:
    parsing = ("fromstring(", "XMLParser(", "iterparse(", "XMLPullParser(", "ParserCreate(")
    found = {
        path.relative_to(ROOT).as_posix()
        for path in SOURCE
        if any(word in path.read_text(encoding="utf-8") for word in parsing)
    }
    assert found == XML_READERS


def test_files_of_others_come_in_by_the_one_door() -> None:
    # Besides it: the user's own certificate and what was printed here, and the command line.
    others = {"missiondesk/services/signing.py", "missiondesk/cli/passphrases.py"}
    within = {"missiondesk/services/receiving.py"}
    assert importers("missiondesk.exchange.received") == others | within


def test_no_picture_of_others_is_decoded() -> None:
    # No record holds a picture and no reader opens one; what is drawn is our own.
    assert {one for one in importers("PIL") if "/exchange/" in one or "/services/" in one} == set()
    kinds = (ROOT / "missiondesk/domain/entities.py").read_text(encoding="utf-8")
    assert "image" not in kinds.lower()


def test_no_pickle_of_others_is_read() -> None:
    assert importers("pickle", "marshal", "shelve", "dill", "yaml", "reportlab.lib.fontfinder") == (
        set()
    )


def test_a_socket_is_refused_and_remembered() -> None:
    before = list(no_sockets.opened)
    with pytest.raises(RuntimeError, match="socket"):
        socket.socket(socket.AF_INET)
    with pytest.raises(RuntimeError, match="socket"):
        socket.getaddrinfo("localhost", 80)
    assert len(no_sockets.opened) == len(before) + 2
    del no_sockets.opened[len(before) :]


def test_the_command_line_opens_no_socket(tmp_path: Path) -> None:
    file = tmp_path / "prøve.mission"
    program = (
        "import sys\n"
        "from tests.no_sockets import forbid_sockets, opened\n"
        "forbid_sockets()\n"
        "from missiondesk.__main__ import main\n"
        f"codes = [main(['sample', {str(file)!r}]), main(['show', {str(file)!r}]),\n"
        f"         main(['check', {str(file)!r}])]\n"
        "sys.exit(1 if opened or codes[:2] != [0, 0] else 0)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=170,
    )
    assert done.returncode == 0, done.stderr
