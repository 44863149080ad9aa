# SPDX-License-Identifier: Apache-2.0
"""How long a turn of the events takes: what stands between a key or a wheel and the next frame."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent

FRAME = 1 / 60  # seconds
_NOTHING = 0.0002  # seconds of a turn in which nothing was left to do
_CALM = 3  # such turns one after the other


@dataclass(frozen=True, slots=True)
class Turns:
    """What one act took of the screen's thread on the processor, in seconds.

    Attributes:
        longest: Its longest turn: until it ends nothing is painted and no key arrives.
        whole: All turns until what it asked for stands on the screen.
    """

    longest: float
    whole: float


def turns_of(act: Callable[[], object]) -> Turns:
    """Do the act and let the events come until nothing is left to be done."""
    took = [_processor(act)]
    calm = 0
    while calm < _CALM:
        took.append(_processor(_one_turn))
        calm = calm + 1 if took[-1] < _NOTHING else 0
    return Turns(max(took), sum(took))


def quantile(values: list[float], share: float) -> float:
    """The value that ``share`` of them do not pass."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def _processor(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def _one_turn() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
