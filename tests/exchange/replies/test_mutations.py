# SPDX-License-Identifier: Apache-2.0
"""Forms damaged inside their package: refused, or read as what stands in their cells."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from missiondesk.domain.refused import Refused
from missiondesk.exchange.replies import read_form
from tests.exchange.replies.test_form import WRITTEN

PIECES = (
    b"<", b">", b'"', b"&", b"9" * 9, b't="n"', b't="e"', b"<f>1+1</f>", b"<v></v>", b"</row>",
    b'r="XFD9999999"', b"\xff", b"\x00", b'<c r="A1"/>', b"<!DOCTYPE x>",
)  # fmt: skip


def damaged(part: bytes, drawn: random.Random) -> bytes:
    """The part with one byte changed, a piece put in, some taken out, or some twice."""
    found, at, kind = bytearray(part), drawn.randrange(len(part)), drawn.random()
    if kind < 0.4:
        found[at] = drawn.randrange(256)
    elif kind < 0.7:
        found[at:at] = drawn.choice(PIECES)
    elif kind < 0.9:
        del found[at : at + drawn.randint(1, 40)]
    else:
        start = drawn.randrange(len(part))
        found[at:at] = part[start : start + drawn.randint(1, 200)]
    return bytes(found)


@pytest.mark.parametrize("count", [150, pytest.param(10_000, marks=pytest.mark.long)])
def test_a_damaged_part_never_raises_anything_but_a_refusal(count: int) -> None:
    drawn = random.Random(20261125)
    with zipfile.ZipFile(io.BytesIO(WRITTEN)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = [name for name in parts if name.startswith("xl/")]
    read = 0
    for _ in range(count):
        changed = dict(parts)
        for name in drawn.choices(names, k=drawn.randint(1, 3)):
            changed[name] = damaged(changed[name], drawn)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            for name, content in changed.items():
                package.writestr(name, content)
        try:
            form = read_form(stream.getvalue(), "svar.xlsx")
        except Refused:
            continue
        read += 1
        # What tells the letter and its commitments is whole, or the form is not read at all.
        assert (form.letter, form.version, form.period) == ("letter-1", "2", "2026-H2")
        assert [row.key for row in form.rows] == ["a", "b"]
    assert 0 < read < count
