# SPDX-License-Identifier: Apache-2.0
"""Ids and the clock, in one replaceable place, so that tests can hold both still."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime


def _fresh_id() -> str:
    import uuid  # it asks for the machine's kind, and looking at records needs no new id

    return str(uuid.uuid4())


_new_id: Callable[[], str] = _fresh_id
_new_salt: Callable[[], str] = lambda: _fresh_id().replace("-", "")  # noqa: E731
_now: Callable[[], datetime] = lambda: datetime.now(UTC)  # noqa: E731


def new_id() -> str:
    """A fresh UUID as text."""
    return _new_id()


def new_salt() -> str:
    """Fresh randomness that goes into a seal; it takes nothing from the ids of `fixed`."""
    return _new_salt()


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _now()


def today() -> date:
    """The local calendar date of `now`."""
    return _now().astimezone().date()


@contextmanager
def fixed(moment: datetime | None = None, ids: Callable[[], str] | None = None) -> Iterator[None]:
    """Replace the clock and the source of ids inside the block (tests, sample, reproducible
    runs).
    """
    global _new_id, _new_salt, _now
    before = (_new_id, _new_salt, _now)
    if moment is not None:
        _now = lambda: moment  # noqa: E731
    if ids is not None:
        _new_id, _new_salt = ids, _counted_salts()
    try:
        yield
    finally:
        _new_id, _new_salt, _now = before


def _counted_salts() -> Callable[[], str]:
    numbers = itertools.count()
    return lambda: hashlib.sha256(str(next(numbers)).encode()).hexdigest()[:32]
