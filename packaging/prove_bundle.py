# SPDX-License-Identifier: Apache-2.0
"""Uses every part of a bundle once, with nothing but itself, and tells its size and start.

``python packaging/prove_bundle.py FOLDER``; packaging/bundle and packaging/deb call it. A part that
a bundle lacks is missed at its first use only, so everything is used: each page of the window, each
kind of document, every file format, sealing and signing.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SECRET = "lampe skov trappe violin havregrød"
STARTS = 5
SMALL = 100_000  # bytes: what is no larger is not listed


def main(folder: Path) -> int:
    """Prove the bundle; the exit code is 1 when a part is missing."""
    suffix = ".exe" if os.name == "nt" else ""
    program = folder / f"missiondesk{suffix}"
    # Only Windows tells programs with a console from those without.
    console = folder / "missiondesk-cli.exe" if os.name == "nt" else program
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        failed = [what for what, ok in proofs(program, console, room) if not ok]
        measure(folder, program, room)
    print(f"== {'failed: ' + ', '.join(failed) if failed else 'every part was used once'}")
    return 1 if failed else 0


def proofs(program: Path, console: Path, room: Path) -> Iterator[tuple[str, bool]]:
    """Each part with whether it works."""
    file, out = room / "prøve.mission", room / "out"
    secret, table = room / "adgang.txt", a_table(room)
    secret.write_text(SECRET + "\n", encoding="utf-8")
    opened = ("--passphrase-file", secret)

    def verb(what: str, *command: object, codes: tuple[int, ...] = (0,)) -> tuple[str, bool]:
        return did(what, room, console, *command, codes=codes)

    yield did("the window, all pages and the guide", room, program, "--selftest")
    yield verb("version", "--version")
    yield verb("sample", "sample", file)
    for language in ("da", "en"):
        where = ("--out", out / language, "--kind", "all", "--lang", language)
        yield verb(f"all documents, {language}", "print", file, *where)
    yield verb("Word files", "docx", file, "--out", out / "docx")
    yield verb("tables", "tables", file, room / "tabeller.xlsx")
    yield verb("tables read again", "import", file, room / "tabeller.xlsx")
    yield verb("template", "template", room / "skabelon.xlsx")
    yield verb("statistics", "figures", file, table)
    size, digest = table.stat().st_size, hashlib.sha256(table.read_bytes()).hexdigest()
    trying = (program, "--try-file", "anything", table, size)
    yield did("a file of others, tried apart", room, *trying, digest)
    yield did("another file than was read", room, *trying, "0" * 64, codes=(14,))
    yield verb("check", "check", file, codes=(0, 1))
    sealed = room / "fortrolig.mission"
    yield verb("another sample", "sample", sealed)
    yield verb("sealing", "seal", sealed, *opened)
    yield verb("what is sealed", "show", sealed, *opened)
    letter = next(iter(sorted((out / "da").rglob("*missionsbrev*.pdf"))), out)
    certificate = a_certificate(room)
    yield verb("signing", "sign", letter, "--certificate", certificate, *opened)


def did(what: str, room: Path, *command: object, codes: tuple[int, ...] = (0,)) -> tuple[str, bool]:
    """Run one command of the bundle in a room of its own; say how it went."""
    begun = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=room,
        env=bare(room),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=600,
        check=False,
    )
    ok = done.returncode in codes
    print(f"{'ok  ' if ok else 'FAIL'} {time.monotonic() - begun:6.1f} s  {what}")
    if not ok:
        print((done.stdout + done.stderr)[-3000:])
    return what, ok


def bare(room: Path) -> dict[str, str]:
    """An environment in which nothing of this machine's Python is found."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY")
    made = {name: os.environ[name] for name in kept if name in os.environ}
    if os.name != "nt":
        made["PATH"] = "/usr/bin:/bin"
    if "DISPLAY" not in made:
        made["QT_QPA_PLATFORM"] = "offscreen"
    return {**made, "HOME": str(room), "MISSIONDESK_HOME": str(room / "home"), "LANG": "C.UTF-8"}


def a_table(room: Path) -> Path:
    """A small table of statistics."""
    path = room / "tal.csv"
    path.write_text("tid;INDHOLD\n2024;6,9\n2025;6,6\n", encoding="utf-8")
    return path


def a_certificate(room: Path) -> Path:
    """A certificate that vouches for nobody, made by the environment that builds."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.certificates import a_certificate as made

    path = room / "prøve.p12"
    path.write_bytes(made(SECRET))
    return path


# ---------------------------------------------------------------- figures


def measure(folder: Path, program: Path, room: Path) -> None:
    """Print the size with its largest parts, and the time to the first painted window."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    total = sum(path.stat().st_size for path in files)
    print(f"== size: {total / 1e6:.0f} MB in {len(files)} files")
    for path in sorted(files, key=lambda one: -one.stat().st_size)[:12]:
        print(f"   {path.stat().st_size / 1e6:6.1f} MB  {path.relative_to(folder).as_posix()}")
    times = [painted_after(program, room) for _ in range(STARTS)]
    print(f"== first painted window: {statistics.median(times):.2f} s (median of {STARTS})")


def painted_after(program: Path, room: Path) -> float:
    """Seconds from the start of the program to its first painted window."""
    begun = time.time()
    with subprocess.Popen(
        [str(program), "--selftest"], cwd=room, env=bare(room), stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        running.kill()
    return float(line.split()[1]) - begun


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve()))
