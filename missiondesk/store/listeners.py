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

    def add(
        self,
        listener: Callable[[T], None],
        telling: contextlib.AbstractContextManager[object] | None = None,
    ) -> Callable[[], None]:
        """Call ``listener`` from now on; returns what ends that (twice does no harm).

        Args:
            listener: Gets each piece of news.
            telling: Held while they are told, maybe by another thread. Once the end is over the
                listener is not being called either, so that a window that listened can go.
        """
        self._all.append(listener)

        def end() -> None:
            with telling or contextlib.nullcontext(), contextlib.suppress(ValueError):
                self._all.remove(listener)

        return end

    def tell(self, news: T) -> None:
        """Call them all; one that joins or leaves meanwhile is heard from the next time."""
        for listener in tuple(self._all):
            listener(news)
