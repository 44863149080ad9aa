# SPDX-License-Identifier: Apache-2.0
"""The guide is whole: a page for every page in both languages, pictures, links, true names."""

from __future__ import annotations

import datetime
import re
from functools import cache

import pytest
from babel.messages.pofile import read_po
from PIL import Image

from missiondesk.language import LANGUAGES, translator
from missiondesk.language.typed_dates import read_period
from missiondesk.system.resources import resource
from missiondesk.ui.help.topics import (
    FIRST,
    TOPICS,
    Topic,
    links,
    picture,
    pictures,
    search,
    topic,
    topics,
)
from missiondesk.ui.menus import Menus
from missiondesk.ui.pages import PageName
from tests.help_pictures import MOST

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_KEY = re.compile(r"`((?:Ctrl|Alt|Shift|F\d|Esc|Enter|Tab)[^`]*)`")
# Names of what a page explains without it being a text of the screen: letters of the RACI matrix,
# and the codes of the languages on their buttons.
_NO_TEXTS = {"A", "R", "da", "en"}

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_page = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in TOPICS]
)


@cache
def texts_of_the_screen(language: str) -> frozenset[str]:
    """All that the program says in a language."""
    path = resource("translations", "da", "LC_MESSAGES", "missiondesk.po")
    with path.open("rb") as file:
        catalogue = read_po(file, locale="da")
    said: set[str] = set()
    for message in catalogue:
        given = message.id if language == "en" else message.string
        said |= set(given if isinstance(given, tuple | list) else (given,))
    return frozenset(text.replace("&", "").strip() for text in said if text)


@pytest.mark.parametrize(
    ("language", "word", "name"),
    [
        ("da", "kalender", "overview"),
        ("da", "mandag", "overview"),
        ("da", "markere", "entering"),
        ("da", "kodeord", "confidential"),
        ("da", "skriftstørrelse", "keys"),
        ("en", "calendar", "overview"),
        ("en", "password", "confidential"),
        ("en", "font size", "keys"),
        ("en", "Monday", "overview"),
        ("en", "several rows", "entering"),
    ],
)
def test_words_of_the_desk_are_found(language: str, word: str, name: str) -> None:
    hits = search(word, language)
    assert name in {hit.topic.name for hit in hits}
    for hit in hits:
        words = hit.section.text.replace("…", " ").split()
        assert set(hit.around.replace("…", " ").split()) <= set(words), "no word is cut"


@each_language
def test_every_page_of_the_side_bar_has_its_help(language: str) -> None:
    for page in PageName:
        assert topic(page, language).name == page
        assert resource("help", language, f"{page}.md").is_file(), page


@each_language
def test_every_file_is_in_the_contents(language: str) -> None:
    files = {path.stem for path in resource("help", language).glob("*.md")}
    assert files == set(TOPICS)
    assert topic("no-such-page", language).name == FIRST


@each_page
def test_every_link_leads_somewhere(language: str, name: str) -> None:
    page = topic(name, language)
    for target, anchor in links(page.text):
        aimed = topic(target, language) if target else page
        assert aimed.name == (target or name), target
        assert not anchor or anchor in {one.anchor for one in aimed.sections}, anchor
    assert "://" not in page.text


@each_page
def test_every_picture_is_there_and_small(language: str, name: str) -> None:
    for named, caption in pictures(topic(name, language).text):
        path = picture(named, language)
        assert path is not None, named
        assert path.stat().st_size <= MOST, f"{path.name}: {path.stat().st_size}"
        assert len(caption) > 10
        with Image.open(path) as image:
            assert image.mode == "P"


def test_every_picture_that_is_there_is_shown() -> None:
    named = {
        f"{name}-{language}.png"
        for language in LANGUAGES
        for page in topics(language)
        for name, _caption in pictures(page.text)
    }
    assert {path.name for path in resource("help", "pictures").iterdir()} == named


@pytest.mark.parametrize("name", TOPICS)
def test_both_languages_have_the_same_parts(name: str) -> None:
    danish, english = topic(name, "da"), topic(name, "en")
    assert len(danish.sections) == len(english.sections)
    assert [one for one, _ in pictures(danish.text)] == [one for one, _ in pictures(english.text)]
    assert links(danish.text) == links(english.text)


@each_page
def test_what_is_named_stands_on_the_screen(language: str, name: str) -> None:
    """A name in bold is a text of the program: renamed there, it has to be renamed here."""
    texts = texts_of_the_screen(language)
    unknown = [
        word
        for word in _BOLD.findall(topic(name, language).text)
        if word not in texts and word not in _NO_TEXTS
    ]
    assert unknown == []


def test_the_dates_of_the_guide_are_understood() -> None:
    today = datetime.date(2026, 11, 26)
    for language in LANGUAGES:
        table = topic("entering", language).sections[2].text
        rows = topic("entering", language).text.split("|---|---|")[1].split("\n\n")[0]
        written = re.findall(r"^\| `(.+?)` \|", rows, re.MULTILINE)
        assert len(written) == 8, table
        for text in written:
            assert read_period(text, language, today) is not None, text


@each_language
def test_sections_are_found_by_any_words(language: str) -> None:
    word = {"da": "missionsbrev", "en": "mission letter"}[language]
    hits = search(word, language)
    assert "letters" in {hit.topic.name for hit in hits}
    assert all(len(hit.around) < 120 for hit in hits)
    assert search("zzzz", language) == []
    assert search("   ", language) == []


def test_search_knows_both_spellings_of_danish_letters() -> None:
    assert {hit.topic.name for hit in search("koereplan", "da")} >= {"roadmap"}
    assert search("KØREPLAN", "da") == search("køreplan", "da")


def test_a_hit_by_heading_comes_first() -> None:
    first = search("fortryd", "da")[0]
    assert "ortryd" in first.section.heading


def test_the_text_of_a_section_has_no_marks() -> None:
    for language in LANGUAGES:
        for page in topics(language):
            for section in page.sections:
                assert not re.search(r"\*\*|`|\]\(|!\[", section.text), (page.name, section.text)


def keys_of(page: Topic) -> list[str]:
    return _KEY.findall(page.text)


def test_the_keys_that_are_told_are_keys() -> None:
    """Only the way a key is written is held here; the menu's own keys are in its list."""
    assert Menus.keys is not None
    for language in LANGUAGES:
        for page in topics(language):
            for key in keys_of(page):
                assert re.fullmatch(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d|\w+)|Ctrl\+Alt", key), key


def test_the_translator_says_the_title_of_each_page() -> None:
    """The heading of a page's help is what the side bar calls it."""
    for language in LANGUAGES:
        tr = translator(language)
        for page in PageName:
            assert topic(page, language).title == tr.say(page.word)
