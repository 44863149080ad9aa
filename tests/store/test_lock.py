# SPDX-License-Identifier: Apache-2.0
"""Two never write one workspace, and nobody is kept out by the dead."""

from __future__ import annotations

import errno
import json
import os
import platform
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from missiondesk.domain import identity
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.store import lock as module
from missiondesk.store.lock import Lock
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Holder, Reason, Unavailable
from missiondesk.store.workspace import open_workspace
from tests.builders import a_mission

MOMENT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def held_by(lock: Lock, **fields: object) -> None:
    about = {"person": "Anna", "machine": "PC-7", "pid": 4711, "since": MOMENT.isoformat()}
    lock.path.write_text(json.dumps(about | fields), encoding="utf-8")


def refused(lock: Lock) -> Unavailable:
    with pytest.raises(Unavailable) as refusal:
        lock.acquire("Bo")
    return refusal.value


def test_the_second_is_told_who_where_and_since_when(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    with identity.fixed(MOMENT):
        first.acquire("Åse Ærø")
    told = refused(second)
    assert told.reason is Reason.LOCKED
    assert told.holder == Holder("Åse Ærø", platform.node(), os.getpid(), MOMENT)
    assert dict(told.message.values)["person"] == "Åse Ærø"
    first.release()
    assert not first.path.exists()
    second.acquire("Bo")
    second.release()
    second.release()


def test_a_second_window_may_read_while_the_first_writes(filed: Store, path: Path) -> None:
    with filed.write(Verb.ADD_MISSION, "") as unit:
        unit.save(a_mission())
    assert filed.wait_saved(30)
    with pytest.raises(Unavailable) as refusal:
        open_workspace(path, "Bo")
    assert refusal.value.reason is Reason.LOCKED
    reader = open_workspace(path, "Bo", read_only=True)
    assert reader.all(Mission) == filed.all(Mission)
    reader.close()
    assert Lock(path).path.exists()


def test_another_machines_lock_is_never_taken_without_a_word(path: Path) -> None:
    lock = Lock(path)
    held_by(lock)
    told = refused(lock)
    assert told.holder == Holder("Anna", "PC-7", 4711, MOMENT)
    lock.acquire("Bo", take_over=True)
    assert json.loads(lock.path.read_text(encoding="utf-8"))["person"] == "Bo"
    assert refused(Lock(path)).reason is Reason.LOCKED
    lock.release()


def test_what_this_machine_left_behind_is_taken_over_at_once(path: Path) -> None:
    lock = Lock(path)
    held_by(lock, machine=platform.node(), pid=os.getpid())
    lock.acquire("Bo")
    lock.release()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"person": 1}', "x" * 10_000, "[" * 4000])
def test_a_lock_that_says_nothing_is_held_only_by_the_living(path: Path, text: str) -> None:
    lock = Lock(path)
    lock.path.write_text(text, encoding="utf-8")
    lock.acquire("Bo")
    lock.path.write_text(text, encoding="utf-8")
    assert refused(Lock(path)).holder is None
    lock.release()


def test_the_lock_of_a_file_that_was_replaced_is_left_alone(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    first.acquire("Anna")
    first.path.unlink()
    second.acquire("Bo")
    first.release()
    assert second.path.exists()
    second.release()


def test_of_many_at_once_exactly_one_gets_it(path: Path) -> None:
    for _ in range(40):
        locks = [Lock(path) for _ in range(6)]
        start = threading.Barrier(len(locks))
        winners: list[Lock] = []

        def race(lock: Lock, start: threading.Barrier, winners: list[Lock]) -> None:
            start.wait()
            with suppress(Unavailable):
                lock.acquire("Anna")
                winners.append(lock)

        threads = [threading.Thread(target=race, args=(lock, start, winners)) for lock in locks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(winners) == 1
        winners[0].release()


# ---------------------------------------------------------------- the beat


def beat_of(lock: Lock) -> int:
    return int(json.loads(lock.path.read_text(encoding="utf-8"))["beat"])


def heard(lock: Lock, ago: timedelta) -> None:
    """Let the disk say that the lock was written so long ago."""
    moment = time.time() - ago.total_seconds()
    os.utime(lock.path, (moment, moment))


def test_a_held_lock_beats_by_itself_until_it_is_given_back(path: Path) -> None:
    lock = Lock(path, every=0.001)
    lock.acquire("Anna")
    until = time.monotonic() + 30
    while beat_of(lock) < 3:
        assert time.monotonic() < until
    lock.release()
    assert not lock.path.exists()
    assert not lock.beat()
    assert not lock.path.exists()


@pytest.mark.parametrize("minutes", [0, 9])
def test_who_was_heard_within_ten_minutes_is_at_work_and_not_taken_over(
    path: Path, minutes: int
) -> None:
    lock = Lock(path)
    held_by(lock, beat=7)
    heard(lock, timedelta(minutes=minutes))
    told = refused(lock)
    assert told.holder is not None
    assert told.holder.at_work and not told.holder.silent
    assert "at work there" in told.message.msgid
    with pytest.raises(Unavailable):
        lock.acquire("Bo", take_over=True)
    assert json.loads(lock.path.read_text(encoding="utf-8"))["person"] == "Anna"
    assert sorted(one.name for one in path.parent.iterdir()) == [lock.path.name]


def test_after_ten_minutes_of_silence_a_person_may_take_it_over(path: Path) -> None:
    lock = Lock(path)
    held_by(lock, beat=7)
    heard(lock, timedelta(minutes=10, seconds=5))
    told = refused(lock)
    assert told.holder is not None and told.holder.silent
    assert "Nothing was heard from there" in told.message.msgid
    values = dict(told.message.values)
    assert (values["person"], values["machine"]) == ("Anna", "PC-7")
    lock.acquire("Bo", take_over=True)
    assert json.loads(lock.path.read_text(encoding="utf-8"))["person"] == "Bo"
    lock.release()


def test_a_clock_that_is_ahead_of_the_disk_s_tells_nothing(path: Path) -> None:
    """As of a synchronised folder, whose files keep the time of the machine that wrote them."""
    lock = Lock(path)
    held_by(lock, beat=7)
    heard(lock, -timedelta(days=365))
    told = refused(lock)
    assert told.holder is not None
    assert told.holder.silence is None
    assert not told.holder.at_work and not told.holder.silent


def test_the_operating_system_s_word_goes_before_the_disk_s_clock(path: Path) -> None:
    first = Lock(path)
    first.acquire("Anna")
    heard(first, timedelta(days=1))
    told = refused(Lock(path))
    assert told.holder is not None and told.holder.at_work
    first.release()


def test_a_beat_never_writes_over_whoever_took_over(path: Path) -> None:
    """As on a share without locks, and a machine that slept meanwhile."""
    lock = Lock(path)
    lock.acquire("Anna")
    held_by(lock, person="Bo", beat=1)
    said = lock.path.read_bytes()
    assert not lock.beat()
    lock.release()
    assert lock.path.read_bytes() == said


def test_a_disk_that_was_away_gets_its_lock_again(path: Path) -> None:
    folder, away = path.parent / "stik", path.parent / "væk"
    folder.mkdir()
    lock = Lock(folder / "a.mission")
    lock.acquire("Anna")
    claim = lock.path.read_bytes()
    folder.rename(away)
    with pytest.raises(OSError):
        lock.beat()
    folder.mkdir()  # the stick again, as the other machine left it: our claim in another file
    lock.path.write_bytes(claim)
    assert lock.beat()
    assert beat_of(lock) == 1
    told = refused(Lock(folder / "a.mission"))
    assert told.holder is not None and told.holder.person == "Anna"
    lock.path.unlink()
    assert lock.beat()
    assert refused(Lock(folder / "a.mission")).holder == told.holder
    lock.release()
    assert list(folder.iterdir()) == []


def test_a_hanging_beat_holds_nobody_up(path: Path) -> None:
    lock = Lock(path)
    lock.acquire("Anna")
    with lock._turn:  # as a beat does while a share does not answer
        lock.release()  # would wait for ever
    until = time.monotonic() + 30
    while lock.path.exists():
        assert time.monotonic() < until


@POSIX
def test_of_a_lock_that_beats_nobody_ever_reads_a_part(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file system has no locks, an empty one would be taken for nobody's."""

    def unsupported(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(module.fcntl, "flock", unsupported)
    lock = Lock(path, every=0)
    lock.acquire("Anna æøå")
    for _ in range(300):
        told = refused(Lock(path))
        assert told.holder is not None and told.holder.person == "Anna æøå"
    assert beat_of(lock) > 0
    lock.release()
    assert not lock.path.exists()


@POSIX
def test_where_the_file_system_has_no_locks_the_process_is_asked_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(module.fcntl, "flock", unsupported)
    lock = Lock(path)
    held_by(lock, machine=platform.node(), pid=os.getpid())
    assert refused(lock).reason is Reason.LOCKED
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    held_by(lock, machine=platform.node(), pid=gone.pid)
    lock.acquire("Bo")
    lock.release()


@POSIX
def test_a_folder_that_may_not_be_written_is_an_error_of_the_system(path: Path) -> None:
    path.parent.chmod(0o500)
    if os.access(path.parent, os.W_OK):
        pytest.skip("this user may write everywhere")
    try:
        with pytest.raises(OSError):
            Lock(path).acquire("Bo")
    finally:
        path.parent.chmod(0o700)


HOLD = """
import sys
from pathlib import Path
from missiondesk.store.workspace import open_workspace
store = open_workspace(Path(sys.argv[1]), "Barn")
print("open", flush=True)
sys.stdin.read()
"""


@POSIX
def test_after_kill_nine_the_next_one_opens_at_once(filed: Store, path: Path) -> None:
    filed.close()
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(Unavailable) as refusal:
            open_workspace(path, "Bo")
        assert refusal.value.holder is not None
        assert refusal.value.holder.person == "Barn"
        child.send_signal(signal.SIGKILL)
    assert Lock(path).path.exists()
    store = open_workspace(path, "Bo")
    store.close()
    assert not Lock(path).path.exists()
