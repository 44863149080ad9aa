# SPDX-License-Identifier: Apache-2.0
"""What became of a list of lines: which stayed, which was reworded into which, which came or went.

Lines are matched before words are, so that a point taken out does not lend its words to the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from missiondesk.domain.word_difference import Difference, Fate, Stretch, word_difference

# Share of words that two lines must have in common to be one line reworded.
_ALIKE: Final = 0.45
_MOST_COMPARISONS: Final = 10_000
_WORD: Final = re.compile(r"\w+")

_Pair = tuple[str | None, str | None]


def line_difference(former: Sequence[str], latter: Sequence[str]) -> tuple[Difference, ...]:
    """The lines of both texts in the later one's order, each with its own words compared.

    Args:
        former: Lines without line ends.
        latter: Lines without line ends.
    """
    return tuple(_compared(old, new) for old, new in _paired(former, latter))


def _compared(old: str | None, new: str | None) -> Difference:
    if old is None or new is None:
        fate, text = (Fate.NEW, new) if old is None else (Fate.OLD, old)
        return (Stretch(fate, text or ""),)
    return word_difference(old, new)


def _paired(former: Sequence[str], latter: Sequence[str]) -> Iterator[_Pair]:
    matcher = SequenceMatcher(None, former, latter, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        old, new = former[old_from:old_to], latter[new_from:new_to]
        if tag == "equal":
            yield from zip(old, new, strict=True)
        else:
            yield from _reworded(old, new)


def _reworded(old: Sequence[str], new: Sequence[str]) -> Iterator[_Pair]:
    """Pairs of lines that are alike, in order; what finds none stands alone."""
    if len(old) * len(new) > _MOST_COMPARISONS:
        yield from ((line, None) for line in old)
        yield from ((None, line) for line in new)
        return
    at_old = at_new = 0
    for pair_old, pair_new in [*_alike(old, new), (len(old), len(new))]:
        yield from ((line, None) for line in old[at_old:pair_old])
        yield from ((None, line) for line in new[at_new:pair_new])
        if pair_old < len(old):
            yield old[pair_old], new[pair_new]
        at_old, at_new = pair_old + 1, pair_new + 1


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Indexes of the pairs that have most words in common, all together and in order."""
    words_old, words_new = [_words(line) for line in old], [_words(line) for line in new]
    width = len(new) + 1
    best = [[0.0] * width for _ in range(len(old) + 1)]
    shares: dict[tuple[int, int], float] = {}
    for at in reversed(range(len(old))):
        for place in reversed(range(len(new))):
            share = _share(words_old[at], words_new[place])
            best[at][place] = max(best[at + 1][place], best[at][place + 1])
            if share >= _ALIKE:
                shares[at, place] = share
                best[at][place] = max(best[at][place], share + best[at + 1][place + 1])
    found = []
    at = place = 0
    while at < len(old) and place < len(new):
        share = shares.get((at, place), 0.0)
        if share and best[at][place] == share + best[at + 1][place + 1]:
            found.append((at, place))
            at, place = at + 1, place + 1
        elif best[at][place] == best[at + 1][place]:
            at += 1
        else:
            place += 1
    return found


def _words(line: str) -> Counter[str]:
    return Counter(_WORD.findall(line.casefold()))


def _share(one: Counter[str], other: Counter[str]) -> float:
    """How much two lines have in common, from 0 to 1 (Dice's coefficient over words)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
