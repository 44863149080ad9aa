# SPDX-License-Identifier: Apache-2.0
"""An office's own words take the place of ours, in the program's sentences and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language import own_words, translator
from missiondesk.language.glossary import SURENESS, glossary, terms
from missiondesk.language.letter_blocks import standard_blocks
from missiondesk.language.own_words import OwnWords
from missiondesk.services.own_words import take
from missiondesk.system.own_words import own_words_file
from missiondesk.system.resources import resource

OFFICE = """
[mission_letter]
da = ["opdragsbrev", "opdragsbrevet", "opdragsbreve", "opdragsbrevene"]
en = ["commission letter", "commission letters"]
"""


@pytest.fixture(autouse=True)
def ours_again() -> Iterator[None]:
    yield
    own_words.use(own_words.NONE)


def written(text: str) -> None:
    own_words_file().parent.mkdir(exist_ok=True)
    own_words_file().write_text(text, encoding="utf-8")
    take()


def test_the_glossary_is_whole() -> None:
    known = terms()
    assert len(known) == sum(len(group.terms) for group in glossary())
    for term in known.values():
        assert term.sure in SURENESS
        assert term.da[0]
        assert term.en[0]
        assert len(term.da) in (1, 4), term.key
        assert len(term.en) in (1, 2), term.key
        assert term.gender in ("", "en", "et")
    assert known["mission_letter"].replaceable
    assert known["mission_letter"].sure == "probable"


def test_no_file_changes_nothing() -> None:
    take()
    assert translator("da").say("Write mission letter") == "Skriv missionsbrev"


def test_every_sentence_and_every_new_letter_says_the_offices_word() -> None:
    written(OFFICE)
    assert translator("da").say("Write mission letter") == "Skriv opdragsbrev"
    assert translator("en").say("Write mission letter") == "Write commission letter"
    path = resource("translations", "da", "LC_MESSAGES", "missiondesk.po")
    with path.open("rb") as file:
        catalogue = read_po(file, locale="da")
    words = own_words.chosen()
    for message in catalogue:
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            assert "missionsbrev" not in words.put_into(text or "", "da").lower()
    for block in standard_blocks("da"):
        assert "missionsbrev" not in f"{block.heading} {block.text}".lower()
    assert any("opdragsbrev" in block.text.lower() for block in standard_blocks("da"))


def test_capitals_genitives_and_placeholders() -> None:
    words, refused = own_words.own_words(
        {
            "mission_letter": {"da": ["brev om opdrag", "brevet om opdrag", "breve", "brevene"]},
            "roadmap": {"en": ["route", "routes"]},
        }
    )
    assert refused == []
    assert words.put_into("Missionsbrevet og MISSIONSBREV", "da") == (
        "Brevet om opdrag og BREV OM OPDRAG"
    )
    assert words.put_into("missionsbrevets punkter", "da") == "brevet om opdrags punkter"
    assert words.put_into("The roadmap's {roadmap}", "en") == "The route's {roadmap}"
    # A part of another word is another word.
    assert words.put_into("faelles-missionsbrevsskabelon", "da") == "faelles-missionsbrevsskabelon"


@pytest.mark.parametrize(
    "text",
    [
        "[mission_letter\n",
        "mission_letter = 3\n",
        '[mission_letter]\nda = ["kun én form"]\n',
        "[mission_letter]\nda = [1, 2, 3, 4]\n",
        '[mission_letter]\nda = ["<b>x</b>", "b", "c", "d"]\n',
        '[no_such_term]\nda = ["a", "b", "c", "d"]\n',
        '[mission]\nda = ["opgave"]\n',
        "\x00\x01",
    ],
)
def test_a_file_that_does_not_fit_changes_nothing(text: str) -> None:
    written(text)
    assert not own_words.chosen()
    assert translator("da").say("Write mission letter") == "Skriv missionsbrev"


@given(st.text(max_size=80), st.sampled_from(["da", "en"]))
def test_what_names_none_of_our_words_is_left_as_it_is(text: str, language: str) -> None:
    words = OwnWords((("da", "missionsbrev", "opdragsbrev"), ("en", "roadmap", "route")))
    if not re.search("missionsbrev|roadmap", text, re.IGNORECASE):
        assert words.put_into(text, language) == text


@given(st.lists(st.sampled_from(["{a}", "{roadmap}", "roadmap", "Roadmaps", " ", "x"]), max_size=8))
def test_placeholders_survive_every_replacement(parts: list[str]) -> None:
    words = OwnWords((("en", "roadmap", "route"), ("en", "roadmaps", "routes")))
    said = words.put_into(" ".join(parts), "en")
    assert re.findall(r"\{[a-z]+\}", said) == [part for part in parts if part[0] == "{"]
