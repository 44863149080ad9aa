# SPDX-License-Identifier: Apache-2.0
"""The shipped files are found, and they are what the rest of the house relies on."""

from __future__ import annotations

import pytest

from missiondesk.system.resources import resource

FACES = ("Regular", "Italic", "SemiBold", "Bold", "BoldItalic")


@pytest.mark.parametrize(
    "name",
    [*(f"SourceSans3-{face}.ttf" for face in FACES), "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"],
)
def test_fonts_are_truetype_with_glyf_outlines(name: str) -> None:
    data = resource("fonts", name).read_bytes()
    assert data[:4] == b"\x00\x01\x00\x00"
    tables = {data[12 + 16 * i : 16 + 16 * i] for i in range(int.from_bytes(data[4:6]))}
    assert b"glyf" in tables  # ReportLab refuses CFF outlines
    assert b"fvar" not in tables  # and silently draws a variable font's default face only


@pytest.mark.parametrize(
    "path",
    [
        ("fonts", "SourceSans3-OFL.txt"),
        ("fonts", "DejaVu-LICENSE.txt"),
        ("icons", "lucide-LICENSE.txt"),
    ],
)
def test_each_borrowed_thing_has_its_licence(path: tuple[str, ...]) -> None:
    assert "ermission" in resource(*path).read_text(encoding="utf-8")


def test_a_path_is_built_without_asking_whether_it_is_there() -> None:
    assert not resource("icons", "no-such-icon.svg").exists()
