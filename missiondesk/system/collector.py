# SPDX-License-Identifier: Apache-2.0
"""Holds Python's cyclic collector where it costs much for nothing, or would do harm, and keeps the
C library from spreading over the memory.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

# New objects between two looks at them, looks between two at the not so young, and never all.
_YOUNG_ONLY: Final = (20_000, 200, 1_000_000)
# As malloc.h has them, and glibc's own first value, which it else raises to 32 MB.
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8
_LARGE: Final = 128 * 1024


class _Passed:
    """Whether `collect_now` has taken anything to live long since `look_at_all_again`."""

    over: bool = False


_PASSED: Final = _Passed()


@contextmanager
def collector_held() -> Iterator[None]:
    """Collect no cycles meanwhile; afterwards it runs again if it ran before.

    A hundred thousand new values make the collector look at all that there is, again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def pass_over_what_is_there() -> None:
    """Take all that there is to live long: much has just been made, and next to none is to go.

    What is garbage among it stays until `look_at_all_again`.
    """
    gc.freeze()
    _PASSED.over = True


def collect_when_idle() -> None:
    """Leave the look at everything to `collect_now`, which is called when nobody waits for it.

    With thousands of initiatives it takes some tenths of a second, and comes in the middle of a
    keystroke otherwise. What is young is still looked through as it comes.
    """
    gc.set_threshold(*_YOUNG_ONLY)


def collect_now() -> None:
    """Look through all that is not known to live long, and then take what is left for that.

    What was freed is given back to the system: several threads allocate, and glibc keeps the pages
    between their pieces, some tens of MB for each hour of work with documents.
    """
    gc.collect()
    gc.freeze()
    _PASSED.over = True
    give_back = _give_back()
    if give_back is not None:
        give_back(0)


@cache
def keep_memory_together() -> bool:
    """Let all threads take from one heap, and large pieces from none; whether the system agreed.

    glibc gives each thread a heap of its own, and after the first large piece that is freed it
    takes others from them too, so that pages between the pieces are never free: a tenth more
    memory is held than is in use, and it grows with each round of work. With both set, what the C
    library holds stayed the same over 21 rounds of a working day.
    """
    adjust = _of_c_library("mallopt")
    return adjust is not None and all(
        adjust(what, value) for what, value in ((_M_ARENA_MAX, 1), (_M_MMAP_THRESHOLD, _LARGE))
    )


@cache
def _give_back() -> Callable[[int], int] | None:
    """What returns free pages to the system, where the C library has it."""
    return _of_c_library("malloc_trim")


def _of_c_library(name: str) -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    import ctypes

    try:
        function: Callable[..., int] = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
    return function


def look_at_all_again() -> None:
    """Forget what `collect_now` took to live long: the workspace that it belonged to is closed.

    What others took for that, before there was a workspace, stays: going through it takes time.
    """
    if _PASSED.over:
        gc.unfreeze()
        _PASSED.over = False
