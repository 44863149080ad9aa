# SPDX-License-Identifier: Apache-2.0
"""A file is known by its signs only while nobody else can have written it."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from missiondesk.store.target import Signs, Target, put_in_place, signs_of, write_over
from missiondesk.store.unavailable import Reason, Unavailable

OLD, NEW = b"old " * 1000, b"new " * 1000


@pytest.fixture
def target(path: Path) -> Target:
    """A file that was written here."""
    made = Target(path, frozenset(), None)
    write_over(made, OLD, sha256(OLD).digest())
    return made


def write_in_place(target: Target, place: int) -> None:
    """Change one byte as a program would that wants nobody to notice; not within one tick."""
    before = target.path.stat()
    while True:
        with target.path.open("r+b") as file:
            file.seek(place)
            file.write(b"X")
        os.utime(target.path, ns=(before.st_atime_ns, before.st_mtime_ns))
        if target.path.stat().st_ctime_ns != before.st_ctime_ns:
            return


def test_as_it_was_written_it_is_written_over(target: Target) -> None:
    assert target.signs == signs_of(target.path)
    assert put_in_place(target, NEW, sha256(NEW).digest())
    assert target.path.read_bytes() == NEW
    assert target.known == {sha256(NEW).digest()}
    assert target.signs == signs_of(target.path)


@pytest.mark.skipif(sys.platform == "win32", reason="there the time that was set is believed")
@pytest.mark.parametrize("place", [0, 2000, len(OLD) - 1])
def test_a_byte_changed_in_place_is_noticed_although_size_and_time_are_as_before(
    target: Target, place: int
) -> None:
    write_in_place(target, place)
    changed = target.path.read_bytes()
    with pytest.raises(Unavailable) as refused:
        put_in_place(target, NEW, sha256(NEW).digest())
    assert refused.value.reason is Reason.CHANGED_ON_DISK
    assert target.path.read_bytes() == changed


def test_a_file_put_in_its_place_is_noticed(target: Target, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(NEW)
    when = target.path.stat()
    os.utime(other, ns=(when.st_atime_ns, when.st_mtime_ns))
    other.replace(target.path)
    with pytest.raises(Unavailable):
        put_in_place(target, OLD, sha256(OLD).digest())
    assert target.path.read_bytes() == NEW


def test_a_file_that_only_looks_different_is_read_and_written_over(target: Target) -> None:
    os.utime(target.path, ns=(1_000, 1_000))
    assert put_in_place(target, NEW, sha256(NEW).digest())
    assert target.path.read_bytes() == NEW


def test_without_signs_the_content_decides(target: Target) -> None:
    target.signs = None
    target.path.write_bytes(NEW)
    with pytest.raises(Unavailable):
        put_in_place(target, OLD, sha256(OLD).digest())
    target.path.write_bytes(OLD)
    assert put_in_place(target, NEW, sha256(NEW).digest())


def test_a_file_that_went_is_written_anew(target: Target) -> None:
    target.path.unlink()
    assert not put_in_place(target, NEW, sha256(NEW).digest())
    assert target.path.read_bytes() == NEW


def test_a_clock_that_stands_still_tells_nothing() -> None:
    fine = Signs(1, 2, 3, 1_764_153_284_123_456_700, 5, b"")
    assert fine.telling
    assert not replace(fine, written=1_764_153_284_000_000_000).telling  # FAT, HFS+, some shares
    assert not replace(fine, written=1_764_153_284_120_000_000).telling  # exFAT
    assert not replace(fine, number=0).telling  # a share that numbers no files
