# SPDX-License-Identifier: Apache-2.0
"""One act has one word: a letter is “udsendt”, on the screen, on paper and in the guide."""

from __future__ import annotations

from babel.messages.pofile import read_po

from missiondesk.language import translator
from missiondesk.system.resources import resource

_OTHER = "udsted"  # what is done with certificates, passports and permits
_MEANT = ("certifikat",)


def test_the_catalogue_says_of_no_letter_that_it_is_udstedt() -> None:
    with (resource("translations") / "da/LC_MESSAGES/missiondesk.po").open("rb") as file:
        said = [text for one in read_po(file) for text in _texts(one.string)]
    wrong = [
        text
        for text in said
        if _OTHER in text.lower() and not any(word in text.lower() for word in _MEANT)
    ]
    assert wrong == []


def _texts(string: object) -> tuple[str, ...]:
    return tuple(map(str, string)) if isinstance(string, tuple | list) else (str(string),)


def test_neither_do_the_guide_and_the_standard_texts() -> None:
    written = [
        path
        for folder in ("help/da", "letters")
        for path in resource(folder).rglob("*")
        if path.suffix in (".md", ".toml", ".txt")
    ]
    assert written
    wrong = [path.name for path in written if _OTHER in path.read_text("utf-8").lower()]
    assert wrong == []


def test_publication_is_whether_it_may_be_published_and_nothing_else() -> None:
    """How often a figure comes and the day it came had the same word on the screen."""
    danish = translator("da").say
    said = [danish(word) for word in ("Publication", "Frequency", "Published")]
    assert said == ["Offentliggørelse", "Udgives", "Udgivet"]
