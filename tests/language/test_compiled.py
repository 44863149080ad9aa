# SPDX-License-Identifier: Apache-2.0
"""The compiled catalogue says what the standard library's reader says, message for message."""

from __future__ import annotations

import gettext
import io
import struct
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from missiondesk.language.compiled import CompiledCatalogue

PO = Path(__file__).parents[2] / "resources/translations/da/LC_MESSAGES/missiondesk.po"


@pytest.fixture(scope="module")
def data() -> bytes:
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="da")
    image = io.BytesIO()
    write_mo(image, catalogue)
    return image.getvalue()


def test_every_message_is_found(data: bytes) -> None:
    mine, theirs = CompiledCatalogue(data), gettext.GNUTranslations(io.BytesIO(data))
    with PO.open("rb") as file:
        messages = [one for one in read_po(file, locale="da") if one.id]
    assert len(messages) > 2000
    for one in messages:
        if isinstance(one.id, tuple):
            for n in (0, 1, 2, 21):
                assert mine.ngettext(*one.id[:2], n) == theirs.ngettext(*one.id[:2], n)
        elif one.context:
            assert mine.pgettext(one.context, one.id) == theirs.pgettext(one.context, one.id)
        else:
            assert mine.gettext(one.id) == one.string


def test_what_is_not_there_is_said_as_it_is(data: bytes) -> None:
    mine = CompiledCatalogue(data)
    for unknown in ("", "aaaa", "zzzz", "Save\x00", "ø"):
        assert mine.gettext(f"{unknown}?") == f"{unknown}?"
    assert mine.pgettext("no context", "Save") == "Save"
    assert [mine.ngettext("one x", "many x", n) for n in (1, 2)] == ["one x", "many x"]


@pytest.mark.parametrize("wrong", [b"", b"no catalogue at all, but long enough to be one"])
def test_another_file_is_no_catalogue(wrong: bytes) -> None:
    with pytest.raises(OSError, match="catalogue"):
        CompiledCatalogue(wrong)


def test_a_cut_file_is_no_catalogue(data: bytes) -> None:
    with pytest.raises(OSError, match="too early"):
        CompiledCatalogue(data[:60])


def test_a_few_texts_are_found_without_an_index_of_all(data: bytes) -> None:
    theirs = gettext.GNUTranslations(io.BytesIO(data))
    with PO.open("rb") as file:
        ids = [one.id for one in read_po(file, locale="da") if one.id and not one.context]
    texts = [one for one in ids if isinstance(one, str)]
    plurals = [one for one in ids if isinstance(one, tuple)]
    for start in range(0, len(texts), 80):
        mine = CompiledCatalogue(data)
        few = texts[start : start + 80]
        assert [mine.gettext(one) for one in few] == [theirs.gettext(one) for one in few]
    mine = CompiledCatalogue(data)
    assert mine.gettext(plurals[0][1]) == plurals[0][1]  # the second id is no entry of its own
    assert mine.gettext("missiondesk") == theirs.gettext("missiondesk")


def test_a_file_of_the_other_byte_order_is_read() -> None:
    ids, texts = [b"", b"Open", b"Save"], [b"Language: da\n", "Åbn".encode(), b"Gem"]
    table, data, at = [], b"", 28 + 8 * 2 * len(ids)
    for each in (*ids, *texts):
        table += [len(each), at + len(data)]
        data += each + b"\0"
    head = struct.pack(">7I", 0x950412DE, 0, len(ids), 28, 28 + 8 * len(ids), 0, 0)
    mine = CompiledCatalogue(head + struct.pack(f">{len(table)}I", *table) + data)
    assert [mine.gettext(one) for one in ("Open", "Save", "Close")] == ["Åbn", "Gem", "Close"]
