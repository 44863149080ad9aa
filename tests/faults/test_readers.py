# SPDX-License-Identifier: Apache-2.0
"""The short form of the mutated files; `python -m tests.faults.readers` is the whole."""

from __future__ import annotations

import random

import pytest

from tests.faults.readers import attack, mutated, try_all
from tests.matrix import made_px
from tests.matrix.kinds import KINDS, Kind


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_mutated_file_is_read_or_refused(kind: Kind) -> None:
    if not kind.samples():
        pytest.skip(kind.at_hand())
    tally = attack(kind, 100, seed=7)
    assert not tally.faults, "\n".join(tally.faults[:3])
    assert tally.read + tally.refused == 100


def test_the_command_says_how_many_files_it_had_and_what_was_passed_over(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A kind without files was told as one without faults."""
    kinds = (Kind("px", (), made_px.FILES), Kind("none", ("nowhere",)))
    assert try_all(kinds, 3, seed=7) == 0
    said = capfd.readouterr().out
    assert f"{len(made_px.FILES)} made and 0 shared files at hand" in said
    assert "none           passed over, no file at hand in ../shared/data/nowhere" in said
    assert said.rstrip().endswith("NOT TRIED for lack of files: none")


def test_a_mutation_is_the_same_each_time() -> None:
    one, two = (mutated(b"a;b\n1;2\n" * 20, b"x", random.Random("3")) for _ in range(2))
    assert one == two != b"a;b\n1;2\n" * 20
