# SPDX-License-Identifier: Apache-2.0
"""Finds the rows of a long list that fit a filter without letting the screen wait for it.

Whoever types one more letter asks for some of what was found, so only that is looked at again;
and what takes longer than a part of a frame is done between events. Until all is looked at, what
was found before stays on the screen whole: rows, their number and the sentence of an empty list
always belong together.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui.in_turns import InTurns

T = TypeVar("T")
Fits = Mapping[Hashable, Callable[[T], bool]]

_BLOCK: Final = 500  # rows between two looks at the clock; fewer are always looked through at once
_BLINK: Final = 0.005  # seconds of a keystroke's turn; the table is still to be filled and painted


@dataclass(frozen=True, slots=True)
class _Found(Generic[T]):
    """What was asked for, and what fits with its texts (only the first may have them yet)."""

    words: tuple[str, ...]
    asked: frozenset[Hashable]
    rows: Sequence[T]
    texts: list[str]

    def holds_all_of(self, words: tuple[str, ...], asked: frozenset[Hashable]) -> bool:
        """Whether everything that fits this question is in here."""
        return self.asked <= asked and all(any(old in new for new in words) for old in self.words)


class Narrowing(Generic[T]):
    """The rows of one list, and those of them that fit.

    Attributes:
        rows: All rows, in the order in which they were given; another object after each `read`.
    """

    def __init__(
        self,
        owner: QObject,
        text: Callable[[T], str],
        show: Callable[[Sequence[T]], object],
        make_ready: Callable[[Sequence[T]], object] | None = None,
    ) -> None:
        """Begin without rows.

        Args:
            owner: The work ends with it.
            text: What words are looked for in, in small letters.
            show: Gets the rows that fit.
            make_ready: Gets them before, for what takes a part of a frame of its own.
        """
        self.rows: Sequence[T] = ()
        self._text, self._show, self._make_ready = text, show, make_ready
        self._whole: _Found[T] = _Found((), frozenset(), (), [])
        self._last = self._whole
        self._looking, self._ahead = InTurns(owner, _BLINK), InTurns(owner)

    def read(self, rows: Sequence[T]) -> None:
        """Take other rows; what fits is shown when it is asked for."""
        self._looking.stop()
        self.rows = list(rows)
        self._last = self._whole = _Found((), frozenset(), self.rows, [])
        if len(self.rows) > _BLOCK:  # else the first letter that is typed would wait for the texts
            self._ahead.begin_next(self._texts_of_all())
        else:
            self._ahead.stop()

    def find(self, words: Sequence[str], fits: Fits[T]) -> None:
        """Show the rows that have all these words and fit each of ``fits``.

        Args:
            words: In small letters.
            fits: Tests of a row by what they ask for; what is equal asks for the same.
        """
        self._looking.stop()
        if not words and not fits:
            self._last = self._whole
            self._tell()
        elif len(self.rows) <= _BLOCK:
            deque(self._look(tuple(words), fits), maxlen=0)
            self._tell()
        else:
            self._looking.begin(self._look(tuple(words), fits), self._tell)

    @property
    def busy(self) -> bool:
        """Whether what is shown is still that of an earlier question."""
        return self._looking.busy

    def finish(self) -> None:
        """Show at once what is still looked for: somebody is about to use the list."""
        self._looking.finish()

    def _tell(self) -> None:
        self._show(self._last.rows)

    def _look(self, words: tuple[str, ...], fits: Fits[T]) -> Iterator[None]:
        asked = frozenset(fits)
        among = self._last if self._last.holds_all_of(words, asked) else self._whole
        new_words = [word for word in words if word not in among.words]
        new_fits = [fit for name, fit in fits.items() if name not in among.asked]
        rows: list[T] = []
        texts: list[str] = []
        for begin in range(0, len(among.rows), _BLOCK):
            some, said = among.rows[begin : begin + _BLOCK], self._texts(among, begin)
            for word in new_words:
                fitting = [word in text for text in said]
                some, said = list(compress(some, fitting)), list(compress(said, fitting))
            for fit in new_fits:
                fitting = [fit(one) for one in some]
                some, said = list(compress(some, fitting)), list(compress(said, fitting))
            rows += some
            texts += said
            yield
        if self._make_ready is not None:
            self._make_ready(rows)
            yield
        self._last = _Found(words, asked, rows, texts)

    def _texts_of_all(self) -> Iterator[None]:
        whole = self._whole
        for begin in range(0, len(whole.rows), _BLOCK):
            self._texts(whole, begin)
            yield

    def _texts(self, among: _Found[T], begin: int) -> Sequence[str]:
        """The texts of a block, made when they are asked for first."""
        end = begin + _BLOCK
        if len(among.texts) < min(end, len(among.rows)):
            among.texts.extend(map(self._text, among.rows[len(among.texts) : end]))
        return among.texts[begin:end]
