# SPDX-License-Identifier: Apache-2.0
"""The pages of the user guide as they lie in ``resources/help``: titles, headings, and searching.

Plain text in, plain text out, so that tests and the commands that make pictures need no window.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.language.folding import folded, found_in
from missiondesk.system.resources import resource
from missiondesk.ui.pages import PageName

FIRST: Final = "begin"
GLOSSARY: Final = "glossary"
# In the order of the contents: how to begin, every page of the side bar, what holds for all.
_FOR_ALL: Final = ("entering", "saving", "confidential", "copies", "keys", GLOSSARY)
TOPICS: Final = (FIRST, *PageName, *_FOR_ALL)

_HEADING = re.compile(r"^(#{1,3}) +(.+?)\s*$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[(.+?)\]\(([a-z0-9-]+)\.png\)\s*$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)]+)\)")
_MARKS = re.compile(r"[*`]|^\s*[-|] |\|", re.MULTILINE)
_AROUND = 70  # characters of a line that tells where something was found


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading.

    Attributes:
        anchor: Its name in links, "" for the page itself.
        text: Without the marks of Markdown.
    """

    heading: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the guide.

    Attributes:
        name: As the file and as links call it; a page of the side bar bears its page's name.
        text: Markdown.
        sections: The page's own words first, then each heading's.
    """

    name: str
    title: str
    text: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A section in which all words of a query stand, with the line around the first of them."""

    topic: Topic
    section: Section
    around: str


def topic(name: str, language: str) -> Topic:
    """The page ``name`` in ``language``; the first page when there is none of that name."""
    known = name if name in TOPICS else FIRST
    return _topic(known, language, resource("help"))


def topics(language: str) -> tuple[Topic, ...]:
    """All pages in their order."""
    return tuple(topic(name, language) for name in TOPICS)


def picture(name: str, language: str) -> Path | None:
    """The file of a picture that a page names as ``name.png``, or None when there is none."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        return None
    path = resource("help", "pictures", f"{name}-{language}.png")
    return path if path.is_file() else None


def pictures(text: str) -> list[tuple[str, str]]:
    """Name and caption of each picture in a page's Markdown."""
    return [(found[2], found[1]) for found in _PICTURE.finditer(text)]


def links(text: str) -> list[tuple[str, str]]:
    """Topic and anchor that each link of a page's Markdown leads to."""
    return [split_link(found[2]) for found in _LINK.finditer(text)]


def split_link(target: str) -> tuple[str, str]:
    """Topic and anchor of "letters.md#print", "letters.md" or "#print"."""
    name, _, anchor = target.partition("#")
    return name.removesuffix(".md"), anchor


def search(query: str, language: str) -> list[Hit]:
    """The sections in which every word of ``query`` stands, those named so first."""
    words = query.split()
    if not words:
        return []
    hits = [
        Hit(page, section, _around(section.text, words[0]))
        for page in topics(language)
        for section in page.sections
        if found_in(query, (page.title, section.heading, section.text))
        and found_in(words[0], (section.heading, section.text))
    ]
    return sorted(hits, key=lambda hit: not found_in(query, (hit.section.heading,)))


def anchor_of(heading: str) -> str:
    """A heading's name in links: "Print and export" is "print-and-export"."""
    small = unicodedata.normalize("NFC", heading).casefold()
    return re.sub(r"[^\w]+", "-", small).strip("-")


@lru_cache(maxsize=128)
def _topic(name: str, language: str, folder: Path) -> Topic:
    text = (folder / language / f"{name}.md").read_text(encoding="utf-8")
    sections = tuple(sections_of(text))
    return Topic(name, sections[0].heading, text, sections)


def sections_of(text: str) -> Iterator[Section]:
    """The sections of a page's Markdown, in their order."""
    heads = list(_HEADING.finditer(text))
    for place, head in enumerate(heads):
        end = heads[place + 1].start() if place + 1 < len(heads) else len(text)
        inside = _LINK.sub(r"\1", _PICTURE.sub(r"\1", text[head.end() : end]))
        plain = " ".join(_MARKS.sub("", inside).split())
        anchor = "" if len(head[1]) == 1 else anchor_of(head[2])
        yield Section(_MARKS.sub("", head[2]), anchor, plain)


def _around(text: str, word: str) -> str:
    """The words around the first place of ``word``, or the beginning of the text."""
    spelled = folded(word)[1]
    place = max(folded(text)[1].find(spelled), 0)
    begin = max(place - _AROUND // 2, 0)
    begin = text.rfind(" ", 0, begin) + 1 if begin else 0
    end = begin + _AROUND
    if end < len(text):
        end = max(text.rfind(" ", begin, end + 1), place + len(spelled))
    return f"{'… ' if begin else ''}{text[begin:end].strip()}{' …' if end < len(text) else ''}"
