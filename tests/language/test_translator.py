# SPDX-License-Identifier: Apache-2.0
"""Sentences: looked up in the catalogue, filled by name, never formatted by what data says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.language import Translator, configure, translator

PO = """
msgid ""
msgstr ""
"Language: da\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "{count} mission"
msgid_plural "{count} missions"
msgstr[0] "{count} mission"
msgstr[1] "{count} missioner"

msgid "{owner} owns “{title}”"
msgstr "”{title}” ejes af {owner}"

msgctxt "letter"
msgid "Open"
msgstr "Åbent"

msgid "Open"
msgstr "Åbn"

msgid "idea"
msgstr "idé"

msgid "in two days"
msgstr "om to dage"
"""


@pytest.fixture
def resources(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "translations" / "da" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "missiondesk.po").write_text(PO, encoding="utf-8")
    configure(tmp_path)
    yield tmp_path
    configure(None)


@pytest.fixture
def danish(resources: Path) -> Translator:
    return translator("da")


@pytest.fixture
def english(resources: Path) -> Translator:
    return translator("en")


class Stage(StrEnum):
    word: str

    def __new__(cls, value: str, word: str) -> Stage:
        member = str.__new__(cls, value)
        member._value_ = value
        member.word = word
        return member

    IDEA = "stage_idea", "idea"


@dataclass(frozen=True)
class Text:
    da: str
    en: str

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.da


@dataclass(frozen=True)
class Sentence:
    msgid: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Span:
    first: date
    precision: str


def test_a_sentence_in_both_languages(danish: Translator, english: Translator) -> None:
    values = {"owner": "Børneministeriet", "title": "Flere i job"}
    assert (
        danish.say("{owner} owns “{title}”", **values) == "”Flere i job” ejes af Børneministeriet"
    )
    assert english.say("{owner} owns “{title}”", **values) == "Børneministeriet owns “Flere i job”"


def test_a_sentence_not_yet_translated_stays_english(danish: Translator) -> None:
    assert danish.say("Not in the catalogue: {what}", what="x") == "Not in the catalogue: x"


def test_nothing_is_said_for_an_empty_msgid(danish: Translator) -> None:
    assert danish.say("") == ""


def test_plural(danish: Translator, english: Translator) -> None:
    forms = ("{count} mission", "{count} missions")
    assert [danish.plural(*forms, n) for n in (0, 1, 2)] == [
        "0 missioner",
        "1 mission",
        "2 missioner",
    ]
    assert [english.plural(*forms, n) for n in (0, 1, 1200)] == [
        "0 missions",
        "1 mission",
        "1,200 missions",
    ]


def test_the_same_word_in_another_place(danish: Translator, english: Translator) -> None:
    assert (danish.say("Open"), danish.say_in("letter", "Open")) == ("Åbn", "Åbent")
    assert english.say_in("letter", "Open") == "Open"


def test_a_missing_value_is_a_mistake(danish: Translator) -> None:
    with pytest.raises(KeyError, match="title"):
        danish.say("{owner} owns “{title}”", owner="x")


def test_the_point_of_a_short_form_ends_the_sentence_too() -> None:
    tr = translator("en")
    assert tr.say("The largest is {size}.", size="3,7 mia. kr.") == "The largest is 3,7 mia. kr."
    assert tr.say("{size}. {size}, {size}", size="kr.") == "kr. kr., kr."
    assert tr.say("{size}... {more}.", size="kr.", more="and so on ...") == (
        "kr.... and so on ...."
    )


@given(st.text())
def test_data_is_never_taken_for_a_form(hostile: str) -> None:
    tr = translator("en")
    assert tr.say("<{name}>", name=hostile) == f"<{hostile}>"
    assert tr.say("{name}|{other}", name="{other}", other=hostile) == f"{{other}}|{hostile}"


def test_braces_that_are_no_placeholder_are_left_alone() -> None:
    assert translator("en").say("{0} {A} {a.b} {a!r} {}", a="x") == "{0} {A} {a.b} {a!r} {}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1234, "1.234"),
        (Decimal("6.6"), "6,6"),
        (date(2026, 3, 24), "24. marts 2026"),
        (datetime(2026, 3, 24, 14, 32, tzinfo=UTC), "24. marts 2026 kl. 14.32"),
        (Span(date(2026, 4, 1), "quarter"), "2. kvartal 2026"),
        (Stage.IDEA, "idé"),
        (Text("tekst", "text"), "tekst"),
        (
            Sentence("{owner} owns “{title}”", (("owner", Stage.IDEA), ("title", 2))),
            "”2” ejes af idé",
        ),
    ],
)
def test_values_are_said_in_the_language(value: object, expected: str, danish: Translator) -> None:
    assert danish.say("{value}", value=value) == expected


@pytest.mark.parametrize("value", [None, True, object(), b"x"])
def test_what_cannot_be_said_is_a_mistake(value: object, danish: Translator) -> None:
    with pytest.raises(TypeError):
        danish.say("{value}", value=value)


def test_lists() -> None:
    da, en = translator("da"), translator("en")
    assert [da.list(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a og b",
        "a, b og c",
    ]
    assert en.list(["a", "b", "c"]) == "a, b and c"
    joined = ["kommuner og regioner", "fonde", "civilsamfund"]
    assert da.list(joined) == "kommuner og regioner, fonde samt civilsamfund"
    assert da.list(joined[:1]) == "kommuner og regioner"
    assert da.list(["fonde", *joined[:1]]) == "fonde samt kommuner og regioner"
    assert da.list(["Børne- og undervisningsminister", "Finansminister"]).count(" og ") == 1 + 1
    assert en.list(["cities and regions", "funds"]) == "cities and regions, and funds"


def test_one_thing_in_an_annex_is_not_counted_in_figures() -> None:
    da = translator("da")
    assert da.plural(
        "Annex {number} shows the one initiative with its stage and next decision.",
        "Annex {number} shows the {count} initiatives with stage and next decision.",
        1,
        number=2,
    ).startswith("Bilag 2 viser ét initiativ med")
    assert da.plural(
        "Annex {number} shows the one commitment in other missions that you lead or share.",
        "Annex {number} shows the {count} commitments in other missions that you lead or share.",
        1,
        number=4,
    ).startswith("Bilag 4 viser den ene forpligtelse i")


def test_tags_and_languages() -> None:
    assert (translator("da").tag, translator("en").tag) == ("da-DK", "en-GB")
    with pytest.raises(ValueError, match="de"):
        translator("de")


def test_a_translator_is_made_once_and_cannot_be_changed(danish: Translator) -> None:
    assert translator("da") is danish
    with pytest.raises(AttributeError):
        danish.lang = "en"


def test_a_compiled_catalogue_is_used_until_the_text_is_newer(resources: Path) -> None:
    text = resources / "translations" / "da" / "LC_MESSAGES" / "missiondesk.po"
    with text.open("rb") as source, text.with_suffix(".mo").open("wb") as target:
        catalogue = read_po(source, locale="da")
        catalogue["idea"].string = "idé (oversat)"
        write_mo(target, catalogue)
    for newer, word in ((".mo", "idé (oversat)"), (".po", "idé")):
        os.utime(text.with_suffix(newer), ns=(2**62, 2**62))
        fresh = resources / newer
        fresh.symlink_to(resources, target_is_directory=True)
        configure(fresh)
        assert translator("da").say("idea") == word
        os.utime(text.with_suffix(newer), ns=(0, 0))
