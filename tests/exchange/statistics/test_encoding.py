# SPDX-License-Identifier: Apache-2.0
"""Which letters the bytes are: BOM, UTF-8, Windows-1252, and lines in the letters of DOS."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.encoding import decode, decode_old, windows_1252

DANISH = "Færøerne, Ærø, Ålborg, på øerne, blåbærgrød\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_the_rule(codec: str, name: str) -> None:
    for read in (decode, decode_old):
        found = read(DANISH.encode(codec))
        assert (found.text, found.encoding) == (DANISH, name)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a\x00b", b"\xff\xfe\x00\xd8x\x00"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        decode(data)


@given(st.binary(max_size=200))
def test_windows_letters_are_never_lost(data: bytes) -> None:
    text = windows_1252(data)
    assert len(text) == len(data)


@pytest.mark.parametrize(
    "text",
    [
        "Población por provincias",
        "páncreas y vías; Cádiz, Córdoba",
        "Færøerne og Ærø",
        "GÖTEBORG, Malmö",
        "Größe, Übung",
    ],
)
def test_dos_lines_are_found_alone_and_beside_windows_lines(text: str) -> None:
    alone = decode_old(f'TITLE="{text}";\n'.encode("cp850"))
    assert (alone.text, alone.encoding) == (f'TITLE="{text}";\n', "CP850")
    windows = 'VALUES("x")="Ålborg","Ærø","Áñó";\n'
    both = decode_old(f"{text}\n".encode("cp850") + windows.encode("cp1252"))
    assert both.text == f"{text}\n{windows}"
    assert both.encoding == "Windows-1252, CP850"


@pytest.mark.parametrize(
    "text",
    [
        "GDP (GB£m)",
        "l’année d’été",
        "1990–2000 … “så”",
        "pris i ¥ og £",
        "§13",
        "på tværs",
        "Ærø",
        "m²",
    ],
)
def test_signs_of_windows_are_no_dos_letters(text: str) -> None:
    assert decode_old(text.encode("cp1252")).text == text


def test_a_file_that_is_dos_by_its_silence() -> None:
    assert decode_old("útero".encode("cp850"), dos=True).text == "útero"
    assert decode_old("på tværs".encode("cp1252"), dos=True).text == "på tværs"
    assert decode_old("alle på land".encode("cp1252"), dos=True).text == "alle på land"


def test_damaged_utf_8_stays_utf_8() -> None:
    data = DANISH.encode().replace("på".encode(), b"p\xff")
    assert decode_old(data).text == DANISH.replace("på", "p\ufffd")
