# SPDX-License-Identifier: Apache-2.0
"""Lets a person stop a document that is being made: the press asks at the end of every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Stopped(Exception):
    """Whoever asked for the document does not want it any more; nothing of it is left."""


def _nobody() -> bool:
    return False


# Of its own in each thread, so that two documents on their way do not stop each other.
_asked: ContextVar[Callable[[], bool]] = ContextVar("asked to stop", default=_nobody)


@contextmanager
def stoppable(asked: Callable[[], bool]) -> Iterator[None]:
    """Within the block a document stops at the end of a page once ``asked`` says so.

    Raises:
        Stopped: It was stopped.
    """
    token = _asked.set(asked)
    try:
        yield
    finally:
        _asked.reset(token)


def stop_if_asked() -> None:
    """Stop here when somebody has asked for it.

    Raises:
        Stopped: Somebody has.
    """
    if _asked.get()():
        raise Stopped
