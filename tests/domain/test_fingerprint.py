# SPDX-License-Identifier: Apache-2.0
"""The four words by which two people compare a version by telephone."""

from __future__ import annotations

from itertools import combinations

from missiondesk.domain.fingerprint import WORDS, fingerprint


def test_the_words_can_be_told_apart_by_ear_and_typed_on_any_keyboard() -> None:
    assert len(WORDS) == 256
    assert all(4 <= len(word) <= 7 and word.isascii() and word.islower() for word in WORDS)
    assert len({word[:4] for word in WORDS}) == 256
    assert not any(_one_letter_apart(*pair) for pair in combinations(WORDS, 2))


def test_the_same_version_has_the_same_words_for_ever() -> None:
    assert fingerprint(b"\0" * 32) == fingerprint(b"\0" * 32)
    assert fingerprint(b"\0" * 32) != fingerprint(b"\1" * 32)
    words = fingerprint(b"\0" * 32).split()
    assert len(words) == 4
    assert set(words) <= set(WORDS)


def _one_letter_apart(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) < 2
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
