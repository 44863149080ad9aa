# SPDX-License-Identifier: Apache-2.0
"""What became of a text, word by word: what stayed, what was put in, what was taken out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import Final

from missiondesk.domain.late_dataclass import dataclass

# A number with its marks is one word, and so is a compound with a hyphen; white space stands for
# itself, so that the pieces give both texts back as they were.
_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-’'./]\w+)*|[^\S\n]+|\n|[^\w\s]")
# Above this many comparisons a stretch without a common unique word counts as written anew.
_MOST_COMPARISONS: Final = 40_000
# Lengths of the runs of tokens that are looked for: a word, then three and six with their spaces.
_RUNS: Final = (1, 5, 11)
_SKIPPED: Final = " … "


class Fate(Enum):
    """What became of a stretch of text."""

    KEPT = "kept"
    OLD = "old"
    NEW = "new"
    SKIPPED = "skipped"  # unchanged, and left out for brevity


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that shares one fate."""

    fate: Fate
    text: str


Difference = tuple[Stretch, ...]
_Match = tuple[int, int, int]  # first token in the former, in the latter, and how many


def word_difference(former: str, latter: str) -> Difference:
    """The difference of two texts, word by word.

    KEPT and OLD joined give ``former``, KEPT and NEW joined give ``latter``. Words that stand once
    in both texts hold them together (patience difference, Bram Cohen), so the work grows with the
    number of words and not with its square.
    """
    old, new = _TOKEN.findall(former), _TOKEN.findall(latter)
    found: list[Stretch] = []
    at_old = at_new = 0
    for start_old, start_new, length in [*_matches(old, new), (len(old), len(new), 0)]:
        found.append(Stretch(Fate.OLD, "".join(old[at_old:start_old])))
        found.append(Stretch(Fate.NEW, "".join(new[at_new:start_new])))
        at_old, at_new = start_old + length, start_new + length
        found.append(Stretch(Fate.KEPT, "".join(old[start_old:at_old])))
    return _tidied(found)


def places(difference: Sequence[Stretch]) -> int:
    """At how many places something was put in, taken out or replaced."""
    changed = (one.fate in (Fate.OLD, Fate.NEW) for one in difference)
    return sum(is_changed for is_changed, _ in groupby(changed))


def shortened(difference: Difference, around: int = 12) -> Difference:
    """The difference with long unchanged stretches cut to ``around`` words beside each change."""
    last = len(difference) - 1
    found: list[Stretch] = []
    for at, stretch in enumerate(difference):
        words = stretch.text.split()
        before, after = (around if at > 0 else 0), (around if at < last else 0)
        if stretch.fate is not Fate.KEPT or len(words) <= before + after + around:
            found.append(stretch)
            continue
        head, tail = " ".join(words[:before]), " ".join(words[len(words) - after :])
        lead = " " if stretch.text[:1].isspace() and head else ""
        end = " " if stretch.text[-1:].isspace() and tail else ""
        parts = ((Fate.KEPT, lead + head), (Fate.SKIPPED, _SKIPPED), (Fate.KEPT, tail + end))
        found += [Stretch(fate, text) for fate, text in parts if text]
    return tuple(found)


def _matches(old: Sequence[str], new: Sequence[str]) -> list[_Match]:
    """Runs of tokens that both have, in order and as long as can be."""
    found: list[_Match] = []
    open_parts = [(0, len(old), 0, len(new))]
    while open_parts:
        old_from, old_to, new_from, new_to = open_parts.pop()
        ends = _common_ends(old, new, old_from, old_to, new_from, new_to)
        head, tail = ends
        if head:
            found.append((old_from, new_from, head))
        if tail:
            found.append((old_to - tail, new_to - tail, tail))
        part = (old_from + head, old_to - tail, new_from + head, new_to - tail)
        if part[0] == part[1] or part[2] == part[3]:
            continue
        anchors = _anchors(old, new, *part)
        if anchors:
            open_parts += _between(anchors, *part)
            found += [(at_old, at_new, 1) for at_old, at_new in anchors]
        else:
            found += _compared(old, new, *part)
    return sorted(found)


def _common_ends(
    old: Sequence[str], new: Sequence[str], old_from: int, old_to: int, new_from: int, new_to: int
) -> tuple[int, int]:
    most = min(old_to - old_from, new_to - new_from)
    head = 0
    while head < most and old[old_from + head] == new[new_from + head]:
        head += 1
    tail = 0
    while tail < most - head and old[old_to - 1 - tail] == new[new_to - 1 - tail]:
        tail += 1
    return head, tail


def _anchors(
    old: Sequence[str], new: Sequence[str], old_from: int, old_to: int, new_from: int, new_to: int
) -> list[tuple[int, int]]:
    """Words that stand once on both sides, in the longest order that both share.

    Where no word does, as in a text of few words said over and over, a run of words may.
    """
    for length in _RUNS:
        once_old = _standing_once(old, old_from, old_to, length)
        once_new = _standing_once(new, new_from, new_to, length)
        found = _longest_rising(
            [(at, once_new[run]) for run, at in once_old.items() if run in once_new]
        )
        if found:
            return found
    return []


def _standing_once(
    tokens: Sequence[str], start: int, end: int, length: int
) -> dict[tuple[str, ...], int]:
    """Runs of so many tokens, beginning with a word, that stand once, with their places."""
    found: dict[tuple[str, ...], int] = {}
    several: set[tuple[str, ...]] = set()
    for at in range(start, end - length + 1):
        if tokens[at].isspace():
            continue
        run = tuple(tokens[at : at + length])
        if run in found:
            several.add(run)
        else:
            found[run] = at
    return {run: at for run, at in found.items() if run not in several}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs whose second numbers rise with the first (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []  # index of the pair on top of each pile
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            ends.append(index)
        else:
            tops[pile], ends[pile] = place, index
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _between(
    anchors: Sequence[tuple[int, int]], old_from: int, old_to: int, new_from: int, new_to: int
) -> Iterator[tuple[int, int, int, int]]:
    for at_old, at_new in [*anchors, (old_to, new_to)]:
        yield old_from, at_old, new_from, at_new
        old_from, new_from = at_old + 1, at_new + 1


def _compared(
    old: Sequence[str], new: Sequence[str], old_from: int, old_to: int, new_from: int, new_to: int
) -> Iterator[_Match]:
    """A short stretch compared token with token."""
    if (old_to - old_from) * (new_to - new_from) > _MOST_COMPARISONS:
        return
    matcher = SequenceMatcher(None, old[old_from:old_to], new[new_from:new_to], autojunk=False)
    for match in matcher.get_matching_blocks():
        if match.size:
            yield old_from + match.a, new_from + match.b, match.size


def _tidied(stretches: Sequence[Stretch]) -> Difference:
    """Neighbours of one fate joined; a lone space between two changes belongs to them."""
    found: list[Stretch] = []
    full = _joined([one for one in stretches if one.text])
    for at, stretch in enumerate(full):
        inner = 0 < at < len(full) - 1
        if (
            inner
            and stretch.fate is Fate.KEPT
            and stretch.text.isspace()
            and "\n" not in stretch.text
            and _is_replaced(full, at)
        ):
            found += [Stretch(Fate.OLD, stretch.text), Stretch(Fate.NEW, stretch.text)]
        else:
            found.append(stretch)
    return _joined(found)


def _is_replaced(full: Sequence[Stretch], at: int) -> bool:
    """Whether something was taken out and put in around this place."""
    around = {one.fate for one in full[max(at - 2, 0) : at + 3]}
    return {Fate.OLD, Fate.NEW} <= around


def _joined(stretches: Sequence[Stretch]) -> Difference:
    """Between two kept stretches one that was taken out and one that was put in, in this order."""
    found: list[Stretch] = []
    for changed, run in groupby(stretches, key=lambda one: one.fate is not Fate.KEPT):
        parts = list(run)
        fates = (Fate.OLD, Fate.NEW) if changed else (Fate.KEPT,)
        for fate in fates:
            text = "".join(one.text for one in parts if one.fate is fate)
            if text:
                found.append(Stretch(fate, text))
    return tuple(found)
