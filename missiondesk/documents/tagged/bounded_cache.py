# SPDX-License-Identifier: Apache-2.0
"""A dictionary that never holds more than it was allowed to, for several threads at once."""

from __future__ import annotations

import threading
from collections.abc import Hashable
from typing import Generic, TypeVar

from missiondesk.system.memories import forgets

Value = TypeVar("Value")


class BoundedCache(Generic[Value]):
    """Remembers at most ``most`` values; when full, the older half goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[Hashable, Value] = {}
        self._lock = threading.Lock()
        forgets(self.clear)

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Hashable) -> Value | None:
        """The value remembered for ``key``, or None."""
        return self._values.get(key)

    def put(self, key: Hashable, value: Value) -> None:
        """Remember ``value`` for ``key``."""
        with self._lock:
            if len(self._values) >= self._most:
                kept = list(self._values.items())[len(self._values) // 2 :]
                self._values = dict(kept)
            self._values[key] = value

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values = {}
