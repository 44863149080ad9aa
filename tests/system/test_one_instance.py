# SPDX-License-Identifier: Apache-2.0
"""One program a user: real processes claim, hand over, are killed, and nothing is left stuck."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from missiondesk.system.one_instance import OneInstance

_HOLD = """
import sys
from pathlib import Path
from missiondesk.system.one_instance import OneInstance
one = OneInstance(Path(sys.argv[1]))
print(one.claim(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kører"


def holder(folder: Path) -> subprocess.Popen[str]:
    made = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert made.stdout is not None
    assert made.stdout.readline().strip() == "True"
    return made


def test_another_process_is_not_the_first_until_the_first_is_gone(folder: Path) -> None:
    first = holder(folder)
    try:
        assert not OneInstance(folder).claim()
    finally:
        first.kill()  # as hard as it gets
        first.communicate()
    second = OneInstance(folder)
    assert second.claim()
    second.release()
    third = OneInstance(folder)
    assert third.claim()
    third.release()


def test_a_word_reaches_the_first_and_names_the_file_in_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = OneInstance(folder), OneInstance(folder)
    assert first.claim()
    assert not second.claim()
    monkeypatch.chdir(folder)
    taken: list[Path | None] = []
    done = threading.Event()

    def take() -> None:
        while not done.is_set():
            taken.extend(first.words())

    thread = threading.Thread(target=take)
    thread.start()
    try:
        assert second.hand_over(Path("x æ.mission"))
        assert second.hand_over(None)
    finally:
        done.set()
        thread.join()
    assert taken == [folder / "x æ.mission", None]
    first.release()


def test_a_first_that_hangs_is_not_waited_for_long(folder: Path) -> None:
    first, second = OneInstance(folder), OneInstance(folder)
    assert first.claim()
    assert not second.hand_over(Path("x.mission"), patience=0.05)
    assert first.words() == []  # the word was withdrawn: nothing opens a minute later
    first.release()


def test_what_is_no_word_is_thrown_away(folder: Path) -> None:
    one = OneInstance(folder)
    assert one.claim()
    for place, text in enumerate(("", "[1, 2]", '{"open": 3}', "{" * 10_000, "\x00")):
        (one.inbox / f"{place}.word.json").write_text(text, encoding="utf-8")
    (one.inbox / "half.tmp").write_text("{", encoding="utf-8")
    assert one.words() == []
    assert [path.name for path in one.inbox.iterdir()] == ["half.tmp"]
    one.release()


def test_words_for_one_who_ended_are_not_opened_by_the_next(folder: Path) -> None:
    one = OneInstance(folder)
    assert one.claim()
    one.release()
    (one.inbox / "old.word.json").write_text('{"open": "/x.mission"}', encoding="utf-8")
    assert one.claim()
    assert one.words() == []
    one.release()


def test_where_nothing_can_be_written_everybody_is_the_first(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    assert OneInstance(tmp_path / "fil").claim()
    assert not OneInstance(tmp_path / "fil").hand_over(None, patience=0.05)
