# SPDX-License-Identifier: Apache-2.0
"""Looks for words of a confidential workspace in every file that the program writes (SEC-02).

    python -m tests.faults.canaries --rounds 100

A child process with a home, a temporary folder and a workspace folder of its own works in a real
window on a confidential workspace: it edits, saves, backs up, merges, copies, stops an export,
locks, unlocks and fails. Most rounds end by kill -9 at a random moment. Then every file is searched
for any 16 characters in a row of what was typed, in UTF-8 and UTF-16, also inside zip files and
deflated streams.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import new_desk, open_desk

ROOT = Path(__file__).parents[2]
PHRASE = "fire æbler under en blå cykel"
CANARIES = (
    "Kanariefuglen synger om ultimative krav i aftalens kapitel fire",
    "The canary sings of an unpublished target of 73.4 per cent in Ålbæk",
    "Fagforeningen har i fortrolighed tilbudt Østerbrogade otteogtyve",
)
GRAM = 16
PATIENCE = 120.0


def grams() -> tuple[bytes, ...]:
    """Every 16 characters in a row, in each encoding."""
    found: set[bytes] = set()
    for text in (*CANARIES, PHRASE):
        for at in range(len(text) - GRAM + 1):
            part = text[at : at + GRAM]
            found |= {part.encode("utf-8"), part.encode("utf-16-le"), part.encode("utf-16-be")}
    return tuple(found)


def opened_up(data: bytes, depth: int = 3) -> Iterator[bytes]:
    """The bytes, and what is packed within them."""
    yield data
    if depth == 0:
        return
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                for name in package.namelist():
                    yield from opened_up(package.read(name), depth - 1)
        except (zipfile.BadZipFile, OSError, zlib.error):
            pass
    for magic in (b"x\x01", b"x\x9c", b"x\xda", b"x^"):
        at = data.find(magic)
        while at >= 0:
            try:
                inside = zlib.decompressobj().decompress(data[at:], 50_000_000)
            except zlib.error:
                inside = b""
            if len(inside) >= GRAM:
                yield inside
            at = data.find(magic, at + 1)


def singing(folder: Path) -> list[str]:
    """Names of the files in which a canary sings."""
    wanted = grams()
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        parts = list(opened_up(path.read_bytes()))
        parts.append(str(path.relative_to(folder)).encode())
        if any(gram in part for part in parts for gram in wanted):
            found.append(str(path.relative_to(folder)))
    return found


@dataclass
class Tally:
    """What the rounds came to."""

    rounds: int = 0
    killed: int = 0
    files: int = 0
    singing: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"rounds {self.rounds}, killed {self.killed}, files looked through {self.files}, "
            f"files with a canary {len(self.singing)} {self.singing}"
        )


# ---------------------------------------------------------------- the child


def work_in(folder: Path) -> None:
    """One session in a real window; says each thing that it has done."""
    from PySide6.QtGui import QGuiApplication

    from missiondesk.services.printing import Printing  # noqa: F401 - imported before the lock
    from missiondesk.system.crash import write_crash_report
    from missiondesk.ui.application import Application
    from missiondesk.ui.theme import new_application

    app = new_application(["missiondesk"])
    application = Application(app)
    application.logger().info("begun")
    path = folder / "work" / "arbejde.mission"
    window = application.show_desk(open_desk(path, "Barn", passphrase=PHRASE))
    say("ready")
    for number, text in enumerate(CANARIES * 3):
        mission = window.desk.missions.add(title=Wording(text, text))
        window.navigate("missions", mission.id)
        app.processEvents()
        QGuiApplication.clipboard().setText(text)
        window.desk.wait_saved(PATIENCE)
        say(f"saved {number}")
        if number % 3 == 0:
            window.desk.backups.make()
            say("backed up")
        if number % 3 == 1:
            merge(window.desk, path)
            stop_export(window.desk, folder)
        if number % 3 == 2:
            application.locking.lock()
            app.processEvents()
            application.locking._unlock(PHRASE)
            app.processEvents()
            assert application.window is not None
            window = application.window
        fail(text, write_crash_report)
    window.close()
    say("closed")
    os._exit(0)


def merge(desk: object, path: Path) -> None:
    """Put the workspace together with a copy that was worked on."""
    copy = path.with_name("kopi.mission")
    copy.write_bytes(path.read_bytes())
    other = open_desk(copy, "Kollega", passphrase=PHRASE)
    other.missions.add(title=Wording(CANARIES[0], CANARIES[1]))
    other.close()
    found = desk.merging.compare(copy)  # type: ignore[attr-defined]
    desk.merging.apply(found, {})  # type: ignore[attr-defined]
    desk.wait_saved(PATIENCE)  # type: ignore[attr-defined]
    say("merged")


def stop_export(desk: object, folder: Path) -> None:
    """Begin to print everything and stop before the first file."""
    plan = desk.printing.plan("all", "da")  # type: ignore[attr-defined]
    plan.run(folder / "work" / "ud", lambda *_: None, lambda: True)
    say("stopped")


def fail(text: str, report: object) -> None:
    """Fail with words of the workspace in the error."""
    try:
        raise ValueError(text)
    except ValueError as error:
        report(error)  # type: ignore[operator]


def say(line: str) -> None:
    """A whole line in one write; the words of the workspace are never in it."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


# ---------------------------------------------------------------- the killer


def scan(folder: Path, rounds: int, seed: int) -> Tally:
    """Let children work and kill most of them; look through all files after each."""
    draw = random.Random(seed)
    tally = Tally()
    for name in ("home", "tmp", "work", "desk"):
        (folder / name).mkdir(exist_ok=True)
    path = folder / "work" / "arbejde.mission"
    os.environ["MISSIONDESK_HOME"] = str(folder / "desk")
    desk = new_desk(path, "Forælder")
    desk.confidential.carry_out(desk.confidential.prepare(PHRASE, recovery=False))
    desk.close()
    while tally.rounds < rounds:
        tally.rounds += 1
        last = tally.rounds == rounds
        tally.killed += one_round(folder, None if last else draw.uniform(0.0, 6.0))
        tally.files += sum(1 for one in folder.rglob("*") if one.is_file())
        tally.singing += singing(folder)
    return tally


def one_round(folder: Path, kill_after: float | None) -> bool:
    """One child; whether it was killed."""
    environment = {
        **os.environ,
        "HOME": str(folder / "home"),
        "XDG_CONFIG_HOME": str(folder / "home" / "config"),
        "XDG_CACHE_HOME": str(folder / "home" / "cache"),
        "XDG_DATA_HOME": str(folder / "home" / "data"),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLCONFIGDIR": str(folder / "home" / "mpl"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.canaries", "--work", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=folder / "tmp",
        bufsize=0,
    )
    assert child.stdout is not None
    if kill_after is not None and select.select([child.stdout], [], [], PATIENCE)[0]:
        time.sleep(kill_after)
        child.send_signal(signal.SIGKILL)
    out, err = child.communicate(timeout=PATIENCE)
    killed = child.returncode == -signal.SIGKILL
    if not killed and child.returncode != 0:
        raise RuntimeError(f"the child failed: {err.decode(errors='replace')[-2000:]}")
    (folder / "desk" / "said.txt").write_bytes(out + err)
    return killed


def main() -> int:
    """The command line; exit 1 when a canary sang."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--rounds", type=int, default=100)
    words.add_argument("--seed", type=int, default=2026)
    words.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.work is not None:
        work_in(given.work)
    with tempfile.TemporaryDirectory() as folder:
        tally = scan(Path(folder), given.rounds, given.seed)
    print(tally)
    return 1 if tally.singing else 0


if __name__ == "__main__":
    raise SystemExit(main())
