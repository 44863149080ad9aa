# SPDX-License-Identifier: Apache-2.0
"""Holds Python's cyclic collector where it costs much for nothing, or would do harm."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
