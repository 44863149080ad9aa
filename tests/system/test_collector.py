# SPDX-License-Identifier: Apache-2.0
"""The collector is left as it was found, also after an error."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import pytest

from missiondesk.system.collector import (
    collect_now,
    collect_when_idle,
    collector_held,
    look_at_all_again,
)
from tests.memory import asked_for_apart

_LARGE_PIECES = """
import ctypes, sys
from missiondesk.system.collector import keep_memory_together
from tests.memory import asked_for_apart
if sys.argv[1] == "together":
    assert keep_memory_together()
library = ctypes.CDLL(None)
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
library.free(library.malloc(20_000_000))
before = asked_for_apart()
piece = library.malloc(1_000_000)
print(asked_for_apart() - before)
"""


def test_it_is_held_and_let_go() -> None:
    assert gc.isenabled()
    with collector_held():
        assert not gc.isenabled()
        with collector_held():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_lets_it_go_too() -> None:
    with pytest.raises(KeyError), collector_held():
        raise KeyError
    assert gc.isenabled()


def test_everything_is_looked_at_when_asked_and_what_lives_long_is_then_passed_over() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # as Python has it: a window of this process may have raised it
    try:
        collect_when_idle()
        assert gc.get_threshold()[2] > 10
        later = Cycle()
        gone = weakref.ref(later)
        later.me = later
        del later
        collect_now()
        assert gone() is None
        assert gc.get_freeze_count() > 0
    finally:
        look_at_all_again()
        left = gc.get_freeze_count()
        gc.set_threshold(*before)
        gc.freeze()  # the tests' own, as `conftest.py` had it
    assert left == 0


def test_what_others_took_to_live_long_stays_so() -> None:
    gc.freeze()
    look_at_all_again()
    assert gc.get_freeze_count() > 0


class Cycle:
    """Something that only the collector can take away."""

    me: object = None


@pytest.mark.skipif(asked_for_apart() is None, reason="the C library does not tell")
@pytest.mark.parametrize(("how", "apart"), [("together", True), ("as it is", False)])
def test_large_pieces_go_back_whole_however_large_the_last_one_was(how: str, apart: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LARGE_PIECES, how], capture_output=True, text=True, check=True
    )
    assert (int(done.stdout) >= 1_000_000) is apart
