# SPDX-License-Identifier: Apache-2.0
"""Those who want to hear of something, and how they stop."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Listeners(Generic[T]):
    """Callables that are called with each piece of news, in the order in which they came."""

    def __init__(self) -> None:
        self._all: list[Callable[[T], None]] = []

    def add(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Call ``listener`` from now on; returns what ends that (twice does no harm)."""
        self._all.append(listener)

        def end() -> None:
            with contextlib.suppress(ValueError):
                self._all.remove(listener)

        return end

    def tell(self, news: T) -> None:
        """Call them all; one that joins or leaves meanwhile is heard from the next time."""
        for listener in tuple(self._all):
            listener(news)
